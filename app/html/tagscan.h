#pragma once
// Makes markup harmless for a tree builder before it sees it, in one pass that keeps no tree: what
// a reader never reads (scripts, styles, drawings, comments) is left out, and nesting, attributes
// and the number of tags are held within bounds that no real page reaches. Without this, 200,000
// nested elements would take a standard tree builder minutes and then its stack. Pure; any thread.

#include <QByteArray>
#include <QLatin1StringView>

#include <string>

class Stash;

// Start and end tags that are kept: every stray </p> makes an element.
inline constexpr int maximumTags = 360'000;

// The attribute by which an img element is known that was all there was in a noscript.
inline constexpr QLatin1StringView noscriptMark("data-noscript");

// `html` as UTF-8, behind `before`, which is taken as it is. Scripts of JSON-LD are kept; the text
// is never shortened, except by what stands inside the elements left out. What makes no tree goes
// into `stash`.
std::string calmedMarkup(const QByteArray &html, Stash &stash, std::string before = {});
