#include "app/formats/html/savedpage.h"

#include "app/formats/html/bylines.h"
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

bool isOfTheWeb(const QUrl &address)
{
    return (address.scheme() == "http"_L1 || address.scheme() == "https"_L1)
        && !address.host().isEmpty();
}

} // namespace

Result<QList<Article>> readSavedPage(const SavedPage &page)
{
    const DecodedText &text = page.text;
    const HtmlDocument document = parsedHtml(text.text);

    Article article;
    article.encodingFormat = page.encodingFormat;
    article.charset = text.charset;
    if (text.wrongBytes > 0)
        article.problems.append(u"%1 places could not be decoded"_s.arg(text.wrongBytes));
    const PageMetadata metadata = readMetadata(document, text.text, article);
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
    qsizetype length = plainText(article.bodyHtml).size();
    if (length * 3 < metadata.articleBody.size()) {
        useStructuredBody(metadata.articleBody, article);
        length = metadata.articleBody.size();
    }
    addCorrection(metadata.correction, article);
    article.extent = extentOf(document, metadata.extent, article, length);
    if (metadata.wantsSignature)
        useSignature(article);
    if (article.headline.isEmpty() && article.bodyHtml.isEmpty())
        return Error{Error::Kind::Malformed, page.path, u"the page holds no text"_s};
    return QList{article};
}
