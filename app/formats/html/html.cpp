#include "app/formats/articleformat.h"
#include "app/formats/html/bylines.h"
#include "app/formats/html/pagebody.h"
#include "app/formats/html/pagemetadata.h"
#include "app/formats/html/relatedlists.h"
#include "app/formats/html/standfirst.h"
#include "app/formats/html/storyfinder.h"
#include "app/html/encoding.h"
#include "app/html/plaintext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lookedAt = 4096; // bytes that tell a page from a text

// How a page begins, after white space, comments and an XML prolog: with a doctype, or with one of
// the elements that stand first in one. A text that mentions a tag begins otherwise.
bool beginsAsPage(const QString &start)
{
    static const QRegularExpression page(u"^(?:\\s|<!--.*?(?:-->|$)|<\\?.*?(?:\\?>|$))*<(?:!"
                                         u"doctype\\s+html|html|head|body|meta|title|"
                                         "link|base)(?=[\\s/>])"_s,
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::DotMatchesEverythingOption);
    return page.match(start).hasMatch();
}

// Other XML and feeds may have an HTML extension's look, never its root.
bool hasPageName(const QString &path)
{
    static const QRegularExpression name(u"\\.(?:x?html?|shtml)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return name.match(path).hasMatch();
}

bool recognises(const SourceFile &file)
{
    const QByteArray head = file.bytes.left(lookedAt);
    if (looksBinary(head))
        return false;
    const QString start = decoded(head, declaredCharset(head)).text;
    if (beginsAsPage(start))
        return true;
    static const QRegularExpression tag(u"<[a-z][a-z0-9]*[\\s/>]"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    return hasPageName(file.path) && tag.match(start).hasMatch();
}

// For pages that hold their story in their structured data only, and show it by script.
void useStructuredBody(const QString &articleBody, Article &article)
{
    article.bodyHtml.clear();
    for (const QString &paragraph : articleBody.split(u'\n', Qt::SkipEmptyParts))
        article.bodyHtml += u"<p>"_s + paragraph.toHtmlEscaped() + u"</p>\n"_s;
    article.provenance.insert(u"articleBody"_s, u"JSON-LD"_s);
}

Result<QList<Article>> read(const SourceFile &file)
{
    const DecodedText text = decoded(file.bytes, declaredCharset(file.bytes));
    const HtmlDocument document = parsedHtml(text.text);

    Article article;
    article.encodingFormat = u"text/html"_s;
    article.charset = text.charset;
    if (text.wrongBytes > 0)
        article.problems.append(u"%1 places could not be decoded"_s.arg(text.wrongBytes));
    const PageMetadata metadata = readMetadata(document, text.text, article);

    PageFacts facts(document);
    article.relatedLinks = takeRelatedLinks(facts, article.url);
    facts.countAgain();
    const QList<int> story = storyNodes(facts, metadata.articleBody, metadata.heading);
    takeStandfirst(facts, story, metadata.heading, article);
    PagePictures pictures(file.path, article.url);
    const int lead = pictures.numberOfAddress(metadata.leadImage);
    if (lead >= 0)
        pictures.setCaption(lead, metadata.leadCaption);
    writeBody(facts, story, pictures, lead, article);
    if (plainText(article.bodyHtml).size() * 3 < metadata.articleBody.size())
        useStructuredBody(metadata.articleBody, article);

    if (metadata.wantsSignature) {
        if (const QStringList names = signature(article.bodyHtml); !names.isEmpty()) {
            article.authors = names;
            article.provenance.insert(u"author"_s, u"the story's signature"_s);
        }
    }
    if (article.headline.isEmpty() && article.bodyHtml.isEmpty())
        return Error{Error::Kind::Malformed, file.path, u"the page holds no text"_s};
    return QList{article};
}

} // namespace

namespace formats {
extern const ArticleFormat html;
const ArticleFormat html{"HTML", recognises, read};
} // namespace formats
