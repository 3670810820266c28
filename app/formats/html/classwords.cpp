#include "app/formats/html/classwords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

// Without the words by which WordPress repeats an article's own topics there: "tag-sponsoring".
QString nameOf(const HtmlNode &element)
{
    QString name = element.attribute("class"_L1) + u' ' + element.attribute("id"_L1);
    if (name.contains("category-"_L1) || name.contains("tag-"_L1)) {
        static const QRegularExpression topic(u"(?<!\\S)(?:category|tag)-\\S+"_s);
        name.remove(topic);
    }
    return name;
}

const QRegularExpression &expression(const QString &pattern)
{
    thread_local QHash<QString, QRegularExpression> compiled;
    auto found = compiled.find(pattern);
    if (found == compiled.end()) {
        QRegularExpression made(pattern, QRegularExpression::CaseInsensitiveOption);
        made.optimize();
        found = compiled.insert(pattern, made);
    }
    return *found;
}

const QString unlikelyWords =
    u"-ad-|ai2html|banner|breadcrumb|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|"
    "header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|"
    "supplemental|ad-break|agegate|pagination|pager|popup|yom-remote|newsletter|cookie|consent|"
    "recirc|teaser-list|paywall-|subscribe|most-read|mostread|outbrain|taboola"_s;
const QString perhapsWords = u"and|article|body|column|content|main|mathjax|shadow"_s;
const QString goodWords =
    u"article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story"_s;
const QString badWords =
    u"-ad-|(?<!label-)hidden|^hid$| hid$| hid |^hid "
    u"|banner|combx|comment|com-|contact|footer|gdpr|masthead|"
    "media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|"
    "tags|widget"_s;

} // namespace

bool soundsUnlikely(const HtmlNode &element)
{
    const QString role = element.attribute("role"_L1);
    if (role == "menu"_L1 || role == "menubar"_L1 || role == "complementary"_L1
        || role == "navigation"_L1 || role == "alert"_L1 || role == "alertdialog"_L1
        || role == "dialog"_L1)
        return true;
    const QString name = nameOf(element);
    return name.size() > 1 && expression(unlikelyWords).match(name).hasMatch()
        && !expression(perhapsWords).match(name).hasMatch();
}

int nameWeight(const HtmlNode &element)
{
    int weight = 0;
    for (const QString &name : {element.attribute("class"_L1), element.attribute("id"_L1)}) {
        if (name.isEmpty())
            continue;
        if (expression(badWords).match(name).hasMatch())
            weight -= 25;
        if (expression(goodWords).match(name).hasMatch())
            weight += 25;
    }
    return weight;
}

bool soundsLikeSharing(const HtmlNode &element)
{
    return expression(u"(\\b|_)(share|sharedaddy|sharing|social)(\\b|_)"_s)
        .match(nameOf(element))
        .hasMatch();
}

bool soundsLikeByline(const HtmlNode &element)
{
    const QString name = nameOf(element);
    return element.attribute("rel"_L1) == "author"_L1
        || element.attribute("itemprop"_L1).contains("author"_L1)
        || (name.size() > 1
            && expression(u"byline|author|dateline|writtenby|p-author"_s).match(name).hasMatch());
}

bool soundsLikeCaption(const HtmlNode &element)
{
    return element.tag == HtmlTag::Figcaption
        || expression(u"caption|legende|bildunterschrift|didascalia|credit"_s)
               .match(nameOf(element))
               .hasMatch();
}

bool soundsLikeComments(const HtmlNode &element)
{
    const QString name = nameOf(element);
    return name.size() > 1
        && expression(
               u"(?:^|[\\s_-])(?:comments?|commentlist|comment-?(?:area|form|body|author)|respond|"
               "disqus\\w*|kommentare?|reactions?)(?:$|[\\s_-])"_s)
               .match(name)
               .hasMatch()
        && element.tag != HtmlTag::Body && element.tag != HtmlTag::Html
        && element.tag != HtmlTag::Article;
}

bool soundsLikeInsertion(const HtmlNode &element)
{
    const QString name = nameOf(element);
    return name.size() > 1
        && expression(
               u"(?:^|[\\s_-])(?:ads?|advert\\w*|adslot|ad-?(?:container|placeholder|wrapper)|"
               "affiliate(?:[-_]?info)?|paywall|regwall|sign-?(?:in|up)(?:-group)?|subscri\\w+|"
               "newsletter\\w*|donat(?:e|ion)\\w*|whatsapp(?:-group)?|about-?(?:the-?)?author|"
               "author-?(?:bio|box|info|card)\\w*|bio(?:graphy)?|fact-?box|info-?box|"
               "(?:article|post|entry|single|singlepost|story)-?_?meta|published-date|"
               "read(?:ing)?-?time|video-?(?:card|info|item)\\w*|player-?placeholder\\w*)(?:$|[\\s_"
               "-])|"
               "(?:^|\\s)(?:hidden|hide|sr-only|visually-?hidden|screen-reader-text|d-none|"
               "is-hidden)(?:$|\\s)"_s)
               .match(name)
               .hasMatch();
}

bool isUnseen(const HtmlNode &element)
{
    if (element.attributes.isEmpty())
        return false;
    if (element.has("hidden"_L1))
        return true;
    const QString style = element.attribute("style"_L1);
    return !style.isEmpty()
        && expression(u"display\\s*:\\s*none|visibility\\s*:\\s*hidden"_s).match(style).hasMatch();
}
