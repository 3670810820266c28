#include "app/formats/articleformat.h"
#include "app/formats/mhtml/mimepage.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace formats {
extern const ArticleFormat plaintext;
} // namespace formats

namespace {

constexpr qsizetype lookedAt = 8192; // bytes: the header

// "MIME-Version: 1.0" and a page with what belongs to it: what Chrome, Edge, Internet Explorer,
// Opera and Word save as one file, and what mail programs make of that when they pass it on. A
// letter in several parts is here for its text, which nobody could read among them.
// https://www.rfc-editor.org/rfc/rfc2557
bool recognises(const SourceFile &file)
{
    constexpr auto options = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::MultilineOption;
    if (file.bytes.startsWith('<')) // as pages do
        return false;
    const QString start = QString::fromLatin1(file.bytes.left(lookedAt)).remove(u'\r');
    static const QRegularExpression field(u"\\A(?:\\xEF\\xBB\\xBF)?\\s*[\\w-]+:"_s);
    if (!field.match(start).hasMatch())
        return false;
    static const QRegularExpression version(u"^(?:MIME-Version|(?:Snapshot-)?Content-Location):"_s,
                                            options);
    static const QRegularExpression type(
        u"^Content-Type:\\s*(?:multipart/|message/rfc822\\b|text/html\\b)"_s, options);
    const QString header = start.trimmed().section(u"\n\n"_s, 0, 0);
    return version.match(header).hasMatch() && type.match(header).hasMatch();
}

// Under its subject, as a text that somebody copied would stand.
Result<QList<Article>> readLetter(const MimeMessage &message, const MimePart &text,
                                  const QString &path)
{
    const QString words = decoded(text.contents, text.charset).text;
    return formats::plaintext.read({path, (message.subject + u"\n\n"_s + words).toUtf8()});
}

Result<QList<Article>> read(const SourceFile &file)
{
    const MimeMessage message = mimeMessage(file.bytes);
    const auto text = std::ranges::find(message.parts, "text/plain", &MimePart::type);
    if (text != message.parts.end() && std::ranges::none_of(message.parts, &MimePart::isPage))
        return readLetter(message, *text, file.path);
    return readContainer(message, file.path, u"multipart/related"_s);
}

} // namespace

namespace formats {
extern const ArticleFormat mhtml;
const ArticleFormat mhtml{"MHTML", recognises, read};
} // namespace formats
