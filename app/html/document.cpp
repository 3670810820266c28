#include "app/html/document.h"

#include "app/html/arena.h"
#include "app/html/keptattributes.h"
#include "app/html/stash.h"
#include "app/html/tagscan.h"

#include <QHash>

#include <gumbo.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct TagName
{
    GumboTag gumbo;
    HtmlTag tag;
};

// clang-format off
constexpr TagName tagNames[] = {
    {GUMBO_TAG_A, HtmlTag::A}, {GUMBO_TAG_ABBR, HtmlTag::Abbr}, {GUMBO_TAG_ADDRESS,
    HtmlTag::Address}, {GUMBO_TAG_ARTICLE, HtmlTag::Article}, {GUMBO_TAG_ASIDE,
    HtmlTag::Aside}, {GUMBO_TAG_AUDIO, HtmlTag::Audio}, {GUMBO_TAG_B, HtmlTag::B},
    {GUMBO_TAG_BASE, HtmlTag::Base}, {GUMBO_TAG_BLOCKQUOTE, HtmlTag::Blockquote},
    {GUMBO_TAG_BODY, HtmlTag::Body}, {GUMBO_TAG_BR, HtmlTag::Br}, {GUMBO_TAG_BUTTON,
    HtmlTag::Button}, {GUMBO_TAG_CANVAS, HtmlTag::Canvas}, {GUMBO_TAG_CAPTION,
    HtmlTag::Caption}, {GUMBO_TAG_CENTER, HtmlTag::Center}, {GUMBO_TAG_CITE, HtmlTag::Cite},
    {GUMBO_TAG_CODE, HtmlTag::Code}, {GUMBO_TAG_COL, HtmlTag::Col}, {GUMBO_TAG_DD,
    HtmlTag::Dd}, {GUMBO_TAG_DEL, HtmlTag::Del}, {GUMBO_TAG_DETAILS, HtmlTag::Details},
    {GUMBO_TAG_DIV, HtmlTag::Div}, {GUMBO_TAG_DL, HtmlTag::Dl}, {GUMBO_TAG_DT, HtmlTag::Dt},
    {GUMBO_TAG_EM, HtmlTag::Em}, {GUMBO_TAG_EMBED, HtmlTag::Embed}, {GUMBO_TAG_FIELDSET,
    HtmlTag::Fieldset}, {GUMBO_TAG_FIGCAPTION, HtmlTag::Figcaption}, {GUMBO_TAG_FIGURE,
    HtmlTag::Figure}, {GUMBO_TAG_FONT, HtmlTag::Font}, {GUMBO_TAG_FOOTER, HtmlTag::Footer},
    {GUMBO_TAG_FORM, HtmlTag::Form}, {GUMBO_TAG_H1, HtmlTag::H1}, {GUMBO_TAG_H2,
    HtmlTag::H2}, {GUMBO_TAG_H3, HtmlTag::H3}, {GUMBO_TAG_H4, HtmlTag::H4}, {GUMBO_TAG_H5,
    HtmlTag::H5}, {GUMBO_TAG_H6, HtmlTag::H6}, {GUMBO_TAG_HEAD, HtmlTag::Head},
    {GUMBO_TAG_HEADER, HtmlTag::Header}, {GUMBO_TAG_HGROUP, HtmlTag::Hgroup}, {GUMBO_TAG_HR,
    HtmlTag::Hr}, {GUMBO_TAG_HTML, HtmlTag::Html}, {GUMBO_TAG_I, HtmlTag::I},
    {GUMBO_TAG_IFRAME, HtmlTag::Iframe}, {GUMBO_TAG_IMG, HtmlTag::Img}, {GUMBO_TAG_INPUT,
    HtmlTag::Input}, {GUMBO_TAG_INS, HtmlTag::Ins}, {GUMBO_TAG_LABEL, HtmlTag::Label},
    {GUMBO_TAG_LEGEND, HtmlTag::Legend}, {GUMBO_TAG_LI, HtmlTag::Li}, {GUMBO_TAG_LINK,
    HtmlTag::Link}, {GUMBO_TAG_MAIN, HtmlTag::Main}, {GUMBO_TAG_MAP, HtmlTag::Map},
    {GUMBO_TAG_MARK, HtmlTag::Mark}, {GUMBO_TAG_MENU, HtmlTag::Menu}, {GUMBO_TAG_META,
    HtmlTag::Meta}, {GUMBO_TAG_NAV, HtmlTag::Nav}, {GUMBO_TAG_NOSCRIPT, HtmlTag::Noscript},
    {GUMBO_TAG_OBJECT, HtmlTag::Object}, {GUMBO_TAG_OL, HtmlTag::Ol}, {GUMBO_TAG_OPTION,
    HtmlTag::Option}, {GUMBO_TAG_P, HtmlTag::P}, {GUMBO_TAG_PRE, HtmlTag::Pre},
    {GUMBO_TAG_Q, HtmlTag::Q}, {GUMBO_TAG_RP, HtmlTag::Rp}, {GUMBO_TAG_RT, HtmlTag::Rt},
    {GUMBO_TAG_S, HtmlTag::S}, {GUMBO_TAG_SCRIPT, HtmlTag::Script}, {GUMBO_TAG_SECTION,
    HtmlTag::Section}, {GUMBO_TAG_SELECT, HtmlTag::Select}, {GUMBO_TAG_SMALL,
    HtmlTag::Small}, {GUMBO_TAG_SOURCE, HtmlTag::Source}, {GUMBO_TAG_SPAN, HtmlTag::Span},
    {GUMBO_TAG_STRIKE, HtmlTag::Strike}, {GUMBO_TAG_STRONG, HtmlTag::Strong},
    {GUMBO_TAG_STYLE, HtmlTag::Style}, {GUMBO_TAG_SUB, HtmlTag::Sub}, {GUMBO_TAG_SUMMARY,
    HtmlTag::Summary}, {GUMBO_TAG_SUP, HtmlTag::Sup}, {GUMBO_TAG_TABLE, HtmlTag::Table},
    {GUMBO_TAG_TBODY, HtmlTag::Tbody}, {GUMBO_TAG_TD, HtmlTag::Td}, {GUMBO_TAG_TEMPLATE,
    HtmlTag::Template}, {GUMBO_TAG_TEXTAREA, HtmlTag::Textarea}, {GUMBO_TAG_TFOOT,
    HtmlTag::Tfoot}, {GUMBO_TAG_TH, HtmlTag::Th}, {GUMBO_TAG_THEAD, HtmlTag::Thead},
    {GUMBO_TAG_TIME, HtmlTag::Time}, {GUMBO_TAG_TITLE, HtmlTag::Title}, {GUMBO_TAG_TR,
    HtmlTag::Tr}, {GUMBO_TAG_TT, HtmlTag::Tt}, {GUMBO_TAG_U, HtmlTag::U}, {GUMBO_TAG_UL,
    HtmlTag::Ul}, {GUMBO_TAG_VIDEO, HtmlTag::Video}, {GUMBO_TAG_WBR, HtmlTag::Wbr}
};
// clang-format on

constexpr auto tagTable = [] {
    std::array<HtmlTag, GUMBO_TAG_LAST + 1> table{};
    table.fill(HtmlTag::Other);
    for (const TagName &name : tagNames)
        table[name.gumbo] = name.tag;
    return table;
}();

bool isText(const GumboNode &node)
{
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE
        || node.type == GUMBO_NODE_CDATA;
}

// Copies the parser's tree, without recursion: a stack of places to go on from.
class Copy
{
public:
    // `markup` is what the parser read.
    Copy(Stash &stash, const char *markup) : m_stash(stash), m_markup(markup)
    {
        m_names.reserve(512); // as many as most pages have
    }

    // `nodes` is how many there may be; what is never used takes no memory.
    HtmlDocument of(const GumboNode *root, std::size_t nodes);

private:
    struct Place
    {
        const GumboNode *node;
        unsigned next; // child
        int copied;    // its index in the document
    };

    void enter(const GumboNode *node, int parent);
    std::span<const HtmlAttribute> attributesOf(const GumboElement &element);
    HtmlElementName *nameOf(const HtmlNode &element);

    QHash<std::pair<QByteArrayView, QByteArrayView>, HtmlElementName *> m_names; // class and id
    Stash &m_stash;
    const char *m_markup;
    HtmlDocument m_document;
    std::vector<Place> m_places;
};

// Those that went past the parser, or, where it read some of them, those and what it read.
std::span<const HtmlAttribute> Copy::attributesOf(const GumboElement &element)
{
    std::span<const HtmlAttribute> stashed;
    if (element.original_tag.data) // none of its own making
        stashed = m_stash.attributes(std::size_t(element.original_tag.data - m_markup));
    if (element.attributes.length == 0)
        return stashed;
    std::vector<HtmlAttribute> all(stashed.begin(), stashed.end());
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
        const QLatin1StringView name = keptAttribute(QLatin1StringView(attribute->name));
        if (!name.isEmpty())
            all.push_back({name, m_stash.kept(QByteArray(attribute->value))});
    }
    return m_stash.kept(std::move(all));
}

HtmlElementName *Copy::nameOf(const HtmlNode &element)
{
    const QByteArrayView kind = element.utf8("class"_L1);
    const QByteArrayView id = element.utf8("id"_L1);
    if (kind.isEmpty() && id.isEmpty())
        return nullptr;
    HtmlElementName *&name = m_names[{kind, id}];
    if (!name) {
        QString text = QString::fromUtf8(kind.isEmpty() ? id : kind);
        if (!kind.isEmpty() && !id.isEmpty())
            text += u' ' + QString::fromUtf8(id);
        name = &m_document.names.emplace_back(HtmlElementName{text, {}, {}, 0, 0});
    }
    return name;
}

void Copy::enter(const GumboNode *node, int parent)
{
    HtmlNode copied;
    copied.parent = parent;
    const int index = int(m_document.nodes.size());
    copied.end = index + 1;
    if (isText(*node)) {
        copied.text = m_stash.text(node->v.text.text);
    } else if (node->type == GUMBO_NODE_ELEMENT) {
        copied.tag = tagTable[node->v.element.tag];
        copied.attributes = HtmlAttributes(attributesOf(node->v.element));
        copied.elementName = nameOf(copied);
        m_places.push_back({node, 0, index});
    } else {
        return; // comments, templates
    }
    m_document.nodes.push_back(std::move(copied));
}

HtmlDocument Copy::of(const GumboNode *root, std::size_t nodes)
{
    m_document.nodes.reserve(nodes); // growing by doubling, it would be there twice
    enter(root, -1);
    while (!m_places.empty()) {
        const Place place = m_places.back();
        const GumboVector &children = place.node->v.element.children;
        if (place.next == children.length) {
            m_document.nodes[std::size_t(place.copied)].end = int(m_document.nodes.size());
            m_places.pop_back();
            continue;
        }
        ++m_places.back().next;
        enter(static_cast<const GumboNode *>(children.data[place.next]), place.copied);
    }
    m_document.source = m_stash.takeSource();
    return std::move(m_document);
}

HtmlDocument parsed(const std::string &calmed, Stash &stash)
{
    Arena arena; // the parser's tree goes with it, at once
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.userdata = &arena;
    options.allocator = [](void *memory, std::size_t size) {
        return static_cast<Arena *>(memory)->allocated(size);
    };
    options.deallocator = [](void *memory, void *block) {
        static_cast<Arena *>(memory)->release(block);
    };
    const GumboOutput *output = gumbo_parse_with_options(&options, calmed.data(), calmed.size());
    // Each tag makes a node at most, and each text between two of them.
    const std::size_t nodes = std::min(calmed.size() / 2, std::size_t(2 * maximumTags));
    return Copy(stash, calmed.data()).of(output->root, nodes + 8);
}

} // namespace

QString HtmlDocument::text(int node) const
{
    QString text;
    for (int i = node; i < nodes[std::size_t(node)].end; ++i)
        text += nodes[std::size_t(i)].text;
    return text;
}

int HtmlDocument::first(HtmlTag tag, int within) const
{
    for (int i = within; i < nodes[std::size_t(within)].end; ++i) {
        if (nodes[std::size_t(i)].tag == tag)
            return i;
    }
    return -1;
}

HtmlDocument parsedHtml(const QByteArray &utf8)
{
    Stash stash(utf8);
    const std::string calmed = calmedMarkup(utf8, stash);
    return parsed(calmed, stash);
}

HtmlDocument parsedHtml(const QString &html)
{
    return parsedHtml(html.toUtf8());
}

HtmlDocument parsedFragment(const QString &html)
{
    const QByteArray utf8 = html.toUtf8();
    Stash stash(utf8);
    const std::string calmed = calmedMarkup(utf8, stash, "<!DOCTYPE html><body>");
    return parsed(calmed, stash);
}

bool isUnread(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Audio:
    case HtmlTag::Button:
    case HtmlTag::Canvas:
    case HtmlTag::Embed:
    case HtmlTag::Head:
    case HtmlTag::Iframe:
    case HtmlTag::Input:
    case HtmlTag::Link:
    case HtmlTag::Map:
    case HtmlTag::Meta:
    case HtmlTag::Noscript:
    case HtmlTag::Object:
    case HtmlTag::Option:
    case HtmlTag::Script:
    case HtmlTag::Select:
    case HtmlTag::Style:
    case HtmlTag::Template:
    case HtmlTag::Textarea:
    case HtmlTag::Title:
    case HtmlTag::Video:
        return true;
    default:
        return false;
    }
}
