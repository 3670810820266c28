#pragma once
// A parsed HTML document as one flat array in document order: an element's descendants are the
// nodes between it and its `end`, so that walking needs no recursion and no pointers. The parser
// behind it follows the HTML standard; its headers stay in document.cpp. What a reader never reads
// is not in the tree: scripts (but JSON-LD), styles, drawings, comments. Pure; any thread.

#include "app/html/attributes.h"
#include "app/html/letterpairs.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <deque>
#include <memory>
#include <span>
#include <vector>

// Elements by what they are for us; everything else is Other.
// clang-format off
enum class HtmlTag : quint8 {
    Text, // not an element: characters
    Other,
    A, Abbr, Address, Article, Aside, Audio, B, Base, Blockquote, Body, Br, Button, Canvas, Caption,
    Center, Cite, Code, Col, Dd, Del, Details, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption, Figure,
    Font, Footer, Form, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, I, Iframe, Img,
    Input, Ins, Label, Legend, Li, Link, Main, Map, Mark, Menu, Meta, Nav, Noscript, Object, Ol,
    Option, P, Pre, Q, Rp, Rt, S, Script, Section, Select, Small, Source, Span, Strike,
    Strong, Style, Sub, Summary, Sup, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time,
    Title, Tr, Tt, U, Ul, Video, Wbr,
};

// Whether what stands inside is not for reading: it goes with its element, in a story and in the
// sanitiser alike.
bool isUnread(HtmlTag tag);
// clang-format on

// What the nodes of a document view. Moves without moving what is in it.
struct HtmlSource
{
    QByteArray markup;
    std::deque<QByteArray> values; // what does not stand in the markup as it is meant
    std::deque<std::vector<HtmlAttribute>> attributes;
    std::deque<std::unique_ptr<char16_t[]>> words;
};

// The class and the id of an element, a blank between them: pages use few of them many times. What
// is asked about them again and again is remembered beside them (formats/html/namepattern.h).
struct HtmlElementName
{
    QString text;

    QString folded;    // in lower case; empty before the first question, as is what follows
    LetterPairs pairs; // in that
    quint64 asked = 0; // a bit for each question
    quint64 yes = 0;
};

struct HtmlNode
{
    HtmlTag tag = HtmlTag::Text;
    int parent = -1;
    int end = 0;      // the first node after this one's last descendant
    QStringView text; // of a text node; the document's
    HtmlAttributes attributes;
    HtmlElementName *elementName = nullptr; // the document's; null without a class and an id

    // Of an attribute, or empty; lives as long as the document.
    QByteArrayView utf8(QLatin1StringView name) const
    {
        const HtmlAttribute *found = attributes.named(name);
        return found ? found->utf8 : QByteArrayView();
    }
    // The same decoded. Nearly all elements have nearly none of the attributes.
    QString attribute(QLatin1StringView name) const
    {
        const HtmlAttribute *found = attributes.named(name);
        return found ? found->value() : QString();
    }
    bool has(QLatin1StringView name) const { return attributes.named(name); }
};

// Moves, and is not copied: its nodes point at its names and its source. One thread at a time
// reads it.
struct HtmlDocument
{
    HtmlDocument() = default;
    HtmlDocument(const HtmlDocument &) = delete;
    HtmlDocument &operator=(const HtmlDocument &) = delete;
    HtmlDocument(HtmlDocument &&) = default;
    HtmlDocument &operator=(HtmlDocument &&) = default;

    HtmlSource source;
    std::deque<HtmlElementName> names;
    std::vector<HtmlNode> nodes; // the first is the html element; never empty after a parse

    // All text below `node`, white space as it stands.
    QString text(int node) const;
    // The first node of this kind below `within`, or -1.
    int first(HtmlTag tag, int within = 0) const;
};

// Never fails: any text is a document. Very deep nesting is flattened, see tagscan.h.
HtmlDocument parsedHtml(const QByteArray &utf8);
HtmlDocument parsedHtml(const QString &html);

// A piece of a body, as it would be parsed inside <body>.
HtmlDocument parsedFragment(const QString &html);
