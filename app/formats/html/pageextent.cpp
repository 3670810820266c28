#include "app/formats/html/pageextent.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortStory = 1500;   // characters; what publishers give away ends before
constexpr qsizetype shortProse = 900;    // characters of a page that is mostly links
constexpr int manyHeadlines = 25;        // links of a headline's length
constexpr qsizetype headlineLength = 25; // characters

// How publishers ask for money where the story stops, in the languages we met.
bool asksToSubscribe(const QStringList &lines)
{
    static const QRegularExpression asking(
        u"(?:subscri\\w+|sign (?:in|up)|log in|register)\\b.{0,60}\\b(?:to|and) "
        u"(?:continue|keep|read|"
        "unlock|access)|(?:continue|keep) reading|(?:for|to) subscribers only|subscriber[- "
        "]exclusive|"
        "already a subscriber|(?:nur|exklusiv) für abonnent|um weiterzulesen|jetzt weiterlesen|"
        "weiterlesen mit|sie haben bereits ein abo|artikel freischalten|"
        "(?:article )?réservé aux abonnés|pour lire la suite|déjà abonné|"
        "(?:contenido )?(?:exclusivo|solo) para suscriptores|para seguir leyendo|ya soy suscriptor|"
        "(?:contenuto )?riservato agli abbonati|per continuare a leggere|"
        "exclusivo para assinantes|para continuar lendo|"
        "alleen voor abonnees|verder lezen|for abonnenter|kun for abonnenter|endast för "
        "prenumeranter|"
        "tylko dla (?:prenumeratorów|subskrybentów)|только для подписчиков|"
        "会員限定|続きを読む|有料会員|订阅后|會員專屬|유료회원"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return std::ranges::any_of(lines, [](const QString &line) {
        return line.size() < 400 && asking.match(line).hasMatch();
    });
}

int headlineLinks(const HtmlDocument &document)
{
    int links = 0;
    for (int i = 0; i < int(document.nodes.size()) && links < manyHeadlines; ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        links += node.tag == HtmlTag::A && node.has("href"_L1)
            && visibleText(document, i).size() >= headlineLength;
    }
    return links;
}

// Where a site begins, or a section of it: no page of its own.
bool isFrontAddress(const QUrl &url)
{
    static const QRegularExpression front(u"^/?(?:index\\.\\w+|home/?|[a-z]{2}/?)?$"_s);
    return !url.isEmpty() && front.match(url.path()).hasMatch();
}

} // namespace

ArticleExtent extentOf(const HtmlDocument &document, const ExtentEvidence &evidence,
                       const Article &article, qsizetype length)
{
    if (length < shortStory && (evidence.isForSubscribers || asksToSubscribe(article.trimmings)))
        return ArticleExtent::Beginning;
    const bool isFront = isFrontAddress(article.url);
    const bool mayBeList = isFront || (evidence.isOfListType && !article.datePublished.isValid());
    if (mayBeList && (isFront || length < shortProse) && headlineLinks(document) >= manyHeadlines)
        return ArticleExtent::List;
    return ArticleExtent::Whole;
}
