#include "app/formats/html/classwords.h"

#include "app/formats/html/namepattern.h"
#include "app/formats/html/valuepattern.h"

using namespace Qt::StringLiterals;

bool soundsUnlikely(const HtmlNode &element)
{
    if (element.attributes.empty())
        return false;
    const QByteArrayView role = element.utf8("role"_L1);
    if (role == "menu" || role == "menubar" || role == "complementary" || role == "navigation"
        || role == "alert" || role == "alertdialog" || role == "dialog")
        return true;
    static const NamePattern unlikely(
        u"-ad-|ai2html|banner|breadcrumb|combx|comment|community|cover-wrap|disqus|extra|footer|"
        "gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|"
        "sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote|newsletter|cookie|"
        "consent|recirc|teaser-list|paywall-|subscribe|most-read|mostread|outbrain|taboola"_s);
    static const NamePattern perhaps(u"and|article|body|column|content|main|mathjax|shadow"_s);
    return unlikely.matches(element) && !perhaps.matches(element);
}

int nameWeight(const HtmlNode &element)
{
    static const NamePattern bad(
        u"-ad-|(?<!label-)hidden(?!.*:(?:block|flex|grid|inline|table))|^hid$| hid$| hid |^hid |"
        "banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|"
        "scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget"_s);
    static const NamePattern good(
        u"article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story"_s);
    // A generator of pages puts every heading and every paragraph into a widget, so named.
    static const NamePattern built(u"(?:^|\\s)elementor-widget"_s);
    static const NamePattern builtStory(
        u"(?:^|\\s)elementor-widget\\S*-(?:text-editor|post-content)"_s);
    if (built.matches(element))
        return builtStory.matches(element) ? 25 : 0;
    const QString kind = element.attribute("class"_L1);
    const QString id = element.attribute("id"_L1);
    if (kind.isEmpty() || id.isEmpty()) // as most are: the answer is kept
        return (good.matches(element) ? 25 : 0) - (bad.matches(element) ? 25 : 0);
    int weight = 0;
    for (const QString &name : {kind, id}) {
        weight -= bad.matches(name) ? 25 : 0;
        weight += good.matches(name) ? 25 : 0;
    }
    return weight;
}

bool soundsLikeSharing(const HtmlNode &element)
{
    static const NamePattern sharing(u"(\\b|_)(share|sharedaddy|sharing|social)(\\b|_)"_s);
    return sharing.matches(element);
}

bool soundsLikeByline(const HtmlNode &element)
{
    static const NamePattern byline(u"byline|author|dateline|writtenby|p-author"_s);
    return !element.attributes.empty()
        && (element.attribute("rel"_L1) == "author"_L1
            || element.attribute("itemprop"_L1).contains("author"_L1) || byline.matches(element));
}

bool soundsLikeCaption(const HtmlNode &element)
{
    static const NamePattern caption(u"caption|legende|bildunterschrift|didascalia|credit"_s);
    return element.tag == HtmlTag::Figcaption || caption.matches(element);
}

bool soundsLikeComments(const HtmlNode &element)
{
    static const NamePattern comments(
        u"(?:^|[\\s_-])(?:comments?|commentlist|comment-?(?:area|form|body|author)|respond|"
        "disqus\\w*|kommentare?|reactions?)(?:$|[\\s_-])"_s);
    return element.tag != HtmlTag::Body && element.tag != HtmlTag::Html
        && element.tag != HtmlTag::Article
        && (comments.matches(element) || soundsLikeReaders(element));
}

bool soundsLikeReaders(const HtmlNode &element)
{
    static const NamePattern readers(
        u"(?:^|[\\s_-])(?:comentarios|comentários|commentaires|commenti|reacties|komentarze|"
        "kommentarer|kommentare|yorumlar|kommentit|komentare|komentáře|leserkommentare|"
        "(?:user|reader|fb|facebook)-?(?:comments|reactions)|livefyre|coral|coral-?talk|"
        "coral_talk\\w*|disqus_thread|viafoura|spotim|hyvor-talk)(?:$|[\\s_-])"_s);
    return element.tag != HtmlTag::Body && element.tag != HtmlTag::Html
        && element.tag != HtmlTag::Main && readers.matches(element);
}

bool soundsLikeInsertion(const HtmlNode &element)
{
    static const NamePattern insertion(
        u"(?:^|[\\s_-])(?:ads?|advert\\w*|adslot|ad-?(?:container|placeholder|wrapper)|"
        "affiliate(?:[-_]?info)?|paywall|regwall|sign-?(?:in|up)(?:-group)?|subscri\\w+|"
        "newsletter\\w*|donat(?:e|ion)\\w*|whatsapp(?:-group)?|about-?(?:the-?)?author|"
        "author-?(?:bio|box|info|card)\\w*|bio(?:graphy)?|fact-?box|info-?box|"
        "(?:article|post|entry|single|singlepost|story)-?_?meta|published-date|"
        "read(?:ing)?-?time|video-?(?:card|info|item)\\w*|player-?placeholder\\w*)(?:$|[\\s_-])|"
        "(?:^|\\s)(?:hidden(?!.*:(?:block|flex|grid|inline|table))|hide|sr-only|"
        "visually-?hidden|screen-reader-text|d-none|"
        "is-hidden)(?:$|\\s)"_s);
    return insertion.matches(element);
}

bool isUnseen(const HtmlNode &element)
{
    if (element.attributes.empty())
        return false;
    if (element.has("hidden"_L1))
        return true;
    static const ValuePattern unseen(u"display\\s*:\\s*none|visibility\\s*:\\s*hidden"_s);
    return unseen.matches(element.utf8("style"_L1));
}
