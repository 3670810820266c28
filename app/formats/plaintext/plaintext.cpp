// News extracts as tools, corpora and copy-and-paste make them: whatever no other format claims
// and is text. The lines are read three times, from the outside in: what stands above the story,
// what stands below it, and the story.
#include "app/formats/articleformat.h"
#include "app/formats/plaintext/dayfirst.h"
#include "app/formats/plaintext/storybody.h"
#include "app/formats/plaintext/storyhead.h"
#include "app/formats/plaintext/storytail.h"
#include "app/html/encoding.h"

using namespace Qt::StringLiterals;

namespace {

bool recognises(const SourceFile &file)
{
    return !looksBinary(file.bytes);
}

// What was not the story, in the order of the file.
QStringList trimmingsOf(const TextStory &story)
{
    QStringList trimmings;
    for (qsizetype i = 0; i < story.lines.size(); ++i) {
        if (story.roles[i] == LineRole::Trimmed)
            trimmings.append(story.lines[i].text);
    }
    return trimmings;
}

Result<QList<Article>> read(const SourceFile &file)
{
    const DecodedText decodedText = decoded(file.bytes);
    TextStory story;
    const QList<TextLine> lines = textLines(decodedText.text);
    story.language = dayFirstLanguage(lines);
    story.lines = unwrapped(lines, story.language);
    if (story.lines.isEmpty())
        return Error{Error::Kind::Empty, file.path, {}};
    story.roles.fill(LineRole::Unread, story.lines.size());
    story.isParted = isPartedByBlankLines(story.lines);

    readHead(story);
    readTail(story);
    readBody(story);

    Article &article = story.article;
    article.trimmings = trimmingsOf(story);
    article.encodingFormat = u"text/plain"_s;
    article.charset = decodedText.charset;
    article.provenance.insert(u"charset"_s, decodedText.foundBy);
    if (decodedText.wrongBytes > 0) {
        article.problems.append(
            u"%1 places are not %2"_s.arg(decodedText.wrongBytes).arg(decodedText.charset));
    }
    return QList{article};
}

} // namespace

namespace formats {
extern const ArticleFormat plaintext;
const ArticleFormat plaintext{"Plain text", recognises, read};
} // namespace formats
