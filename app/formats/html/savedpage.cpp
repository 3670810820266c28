#include "app/formats/html/savedpage.h"

#include "app/formats/html/bylines.h"
#include "app/formats/html/expression.h"
#include "app/formats/html/leadpicture.h"
#include "app/formats/html/pagebody.h"
#include "app/formats/html/pagemetadata.h"
#include "app/formats/html/relatedlists.h"
#include "app/formats/html/standfirst.h"
#include "app/formats/html/storyfinder.h"
#include "app/html/plaintext.h"

using namespace Qt::StringLiterals;

namespace {

// For pages that hold their story in their structured data only, and show it by script.
void useStructuredBody(const QString &articleBody, Article &article)
{
    article.bodyHtml.clear();
    for (const QString &paragraph : articleBody.split(u'\n', Qt::SkipEmptyParts))
        article.bodyHtml += u"<p>"_s + paragraph.toHtmlEscaped() + u"</p>\n"_s;
    article.provenance.insert(u"articleBody"_s, u"JSON-LD"_s);
}

// What was wrong in a story belongs to it, and some pages print it nowhere.
void addCorrection(const QString &correction, Article &article)
{
    if (correction.isEmpty())
        return;
    const QString printed = foldedLetters(plainText(article.bodyHtml));
    for (const QString &line : correction.split(u'\n', Qt::SkipEmptyParts)) {
        if (!printed.contains(foldedLetters(line)))
            article.bodyHtml += u"<p>"_s + line.toHtmlEscaped() + u"</p>\n"_s;
    }
}

void useSignature(Article &article)
{
    const QStringList names = signature(article.bodyHtml);
    if (names.isEmpty())
        return;
    article.authors = names;
    article.provenance.insert(u"author"_s, u"the story's signature"_s);
}

// In a container's words, or in the comment that SingleFile leaves; which is written as scripts
// write dates, "Tue Mar 09 2021 11:22:33 GMT+0100 (…)".
QString savedWords(const SavedPage &page)
{
    constexpr qsizetype lookedAt = 4096; // bytes
    constexpr qsizetype longest = 80;
    constexpr QByteArrayView mark("saved date:");
    if (!page.saved.isEmpty())
        return page.saved;
    const QByteArrayView utf8(page.text.utf8);
    const QByteArrayView head = utf8.first(qMin(utf8.size(), lookedAt));
    const qsizetype saver = head.indexOf("SingleFile");
    const qsizetype at = saver < 0 ? -1 : head.indexOf(mark, saver);
    return at < 0 ? QString()
                  : QString::fromUtf8(head.sliced(at).first(qMin(head.size() - at, longest)))
                        .mid(mark.size())
                        .trimmed();
}

void readSavedDate(const SavedPage &page, Article &article)
{
    QString words = savedWords(page);
    if (words.isEmpty())
        return;
    static const Expression script(
        u"^\\w{3} (\\w{3}) (\\d\\d) (\\d{4}) (\\d\\d:\\d\\d:\\d\\d) GMT([+-]\\d{4})"_s);
    if (const auto match = script.firstIn(words); match.isFound())
        words = u"%1 %2 %3 %4 %5"_s.arg(match.text(2), match.text(1), match.text(3), match.text(4),
                                        match.text(5));
    const std::optional<PrintedDate> date = dateFromIso(words);
    if (!date)
        return;
    article.dateSaved = *date;
    article.provenance.insert(u"dateSaved"_s,
                              page.saved.isEmpty() ? u"the saver's comment"_s
                                                   : u"the file's own header"_s);
}

bool isOfTheWeb(const QUrl &address)
{
    return (address.scheme() == "http"_L1 || address.scheme() == "https"_L1)
        && !address.host().isEmpty();
}

} // namespace

Result<QList<Article>> readSavedPage(const SavedPage &page)
{
    const DecodedUtf8 &text = page.text;
    const HtmlDocument document = parsedHtml(text.utf8);

    Article article;
    article.encodingFormat = page.encodingFormat;
    article.charset = text.charset;
    article.provenance.insert(u"charset"_s, text.foundBy);
    readSavedDate(page, article);
    if (text.wrongBytes > 0)
        article.problems.append(u"%1 places could not be decoded"_s.arg(text.wrongBytes));
    const PageMetadata metadata = readMetadata(document, article);
    if (article.url.isEmpty() && isOfTheWeb(page.location)) {
        article.url = page.location;
        article.provenance.insert(u"url"_s, page.locationFrom);
    }

    PageFacts facts(document);
    article.relatedLinks = takeRelatedLinks(facts, article.url);
    facts.countAgain();
    const QList<int> story = storyNodes(facts, metadata.articleBody, metadata.heading);
    takeStandfirst(facts, story, metadata.heading, article);
    PagePictures pictures(page, article.url, document);
    const LeadPicture lead{pictures.numberOfAddress(metadata.leadImage), metadata.leadCaption,
                           leadPictures(facts, story, metadata.heading, article.url)};
    writeBody(facts, story, pictures, lead, article);
    QString body = plainText(article.bodyHtml);
    if (body.size() * 3 < metadata.articleBody.size()) {
        useStructuredBody(metadata.articleBody, article);
        body = metadata.articleBody;
    }
    addCorrection(metadata.correction, article);
    article.extent = extentOf(document, metadata.lines, metadata.extent, article, story, body);
    if (metadata.wantsSignature)
        useSignature(article);
    if (article.headline.isEmpty() && article.bodyHtml.isEmpty())
        return Error{Error::Kind::Malformed, page.path, u"the page holds no text"_s};
    return QList{article};
}
