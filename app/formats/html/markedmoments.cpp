#include "app/formats/html/markedmoments.h"

#include "app/article/datetokens.h"
#include "app/formats/html/namepattern.h"
#include "app/formats/html/pagefacts.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLabel = 40; // characters, before a moment
constexpr int largestMoment = 60;      // nodes
constexpr int labelNodes = 6;          // before a moment, where its label may stand

// https://microformats.org/wiki/hnews, https://microformats.org/wiki/h-entry
bool isPublished(const HtmlNode &node)
{
    static const NamePattern published(
        u"(?:^|\\s)(?:[\\w-]*[-_])?(?:published|pubdate|publi(?:sh|cation)-?date)(?:$|\\s)"_s);
    return published.matches(node);
}

bool isUpdated(const HtmlNode &node)
{
    static const NamePattern updated(
        u"(?:^|\\s)(?:[\\w-]*[-_])?(?:updated|modified|lastmod)(?:[-_](?:date|time|on|at))?"
        "(?:$|\\s)"_s);
    return updated.matches(node);
}

// What the last word of a label says: "Posted by Ann, last updated on".
DateKind kindOf(QStringView label)
{
    DateKind kind = DateKind::Unsaid;
    for (const DateToken &token : dateTokens(label)) {
        if (token.isWord(DateWord::Published))
            kind = DateKind::Published;
        else if (token.isWord(DateWord::Modified))
            kind = DateKind::Modified;
    }
    return kind;
}

// Of the text right before an element, or the first words in it.
DateKind labelKind(const HtmlDocument &document, int element)
{
    const bool isSmall = document.nodes[std::size_t(element)].end - element < 2 * labelNodes;
    const QString own = isSmall ? visibleText(document, element).left(longestLabel) : QString();
    if (const DateKind kind = kindOf(own); kind != DateKind::Unsaid)
        return kind;
    for (int i = element - 1; i >= 0 && i >= element - labelNodes; --i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (node.tag == HtmlTag::Time || isHeading(node.tag))
            break;
        if (node.tag != HtmlTag::Text || isBlank(node))
            continue;
        const bool isOther = blockOf(document, i) != blockOf(document, element)
            && node.text.size() > longestLabel;
        const int up = node.parent; // the moment before this one has its own label
        if (isOther || document.nodes[std::size_t(up)].tag == HtmlTag::Time)
            break;
        return kindOf(QStringView(node.text).right(longestLabel));
    }
    return DateKind::Unsaid;
}

DateKind classKind(const HtmlDocument &document, int element)
{
    const HtmlNode &node = document.nodes[std::size_t(element)];
    // The one moment of a story that nobody changed is both.
    if (isPublished(node))
        return DateKind::Published;
    if (isUpdated(node))
        return DateKind::Modified;
    if (node.parent <= 0 || node.tag != HtmlTag::Time)
        return DateKind::Unsaid;
    const HtmlNode &parent = document.nodes[std::size_t(node.parent)];
    const bool isAlone = parent.end - node.parent < 12; // and the parent is its own
    return isAlone && isPublished(parent) ? DateKind::Published
        : isAlone && isUpdated(parent)    ? DateKind::Modified
                                          : DateKind::Unsaid;
}

// itemprop="datePublished", property="schema:dateModified"
QString dateProperty(const HtmlNode &node)
{
    for (const HtmlAttribute &attribute : node.attributes) {
        if (attribute.name != "itemprop"_L1 && attribute.name != "property"_L1)
            continue;
        const QString name = attribute.value().section(u':', -1);
        if (name.startsWith("date"_L1))
            return name;
    }
    return {};
}

QString momentText(const HtmlDocument &document, int element)
{
    const HtmlNode &node = document.nodes[std::size_t(element)];
    for (const auto name : {"datetime"_L1, "content"_L1}) {
        if (const QString moment = node.attribute(name); !moment.isEmpty())
            return moment;
    }
    for (const auto name :
         {"data-datetime"_L1, "data-timestamp"_L1, "data-date"_L1, "data-time"_L1}) {
        if (const QString moment = node.attribute(name); dateFromIso(moment))
            return moment;
    }
    // Of hNews: <abbr title="2009-03-30T15:33Z">30 March</abbr>
    const QString title = node.attribute("title"_L1);
    if (dateFromIso(title))
        return title;
    return node.end - element > largestMoment ? QString() : visibleText(document, element);
}

} // namespace

std::optional<MarkedMoment> markedMoment(const HtmlDocument &document, int element)
{
    const HtmlNode &node = document.nodes[std::size_t(element)];
    if (node.tag == HtmlTag::Text || (node.attributes.empty() && node.tag != HtmlTag::Time))
        return std::nullopt;
    if (const QString property = dateProperty(node); !property.isEmpty())
        return MarkedMoment{momentText(document, element),
                            property == "dateModified"_L1 ? DateKind::Modified
                                                          : DateKind::Published,
                            u"itemprop"_s};
    const DateKind kind = classKind(document, element);
    if (node.tag == HtmlTag::Time)
        return MarkedMoment{momentText(document, element),
                            kind == DateKind::Unsaid ? labelKind(document, element) : kind,
                            u"time element"_s};
    if (kind == DateKind::Unsaid)
        return std::nullopt;
    const QString moment = momentText(document, element);
    return dateFromIso(moment) ? std::optional(MarkedMoment{moment, kind, u"microformat"_s})
                               : std::nullopt;
}
