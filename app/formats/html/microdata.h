#pragma once
// What a page says of its story in the marks of its elements: microdata, RDFa Lite, the
// microformats hNews and h-entry, and the meta elements of services that count readers. Less sure
// than JSON-LD: asked for what that leaves open. Pure; any thread.
// https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-lite/,
// https://microformats.org/wiki/hnews, https://microformats.org/wiki/h-entry

#include "app/formats/html/structureddata.h"

// Of the one story that the page marks, or of the one that holds its first h1.
StructuredData markedDataOf(const HtmlDocument &document);

// The language that the element around the story names, or empty: the page's may be that of its
// menus.
QString languageOfText(const HtmlDocument &document);

// The last of a page's breadcrumbs that is neither its front page nor the story, or empty.
QString sectionOf(const QStringList &breadcrumbs, const QString &headline);
