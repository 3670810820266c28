#include "app/formats/articleformat.h"
#include "app/formats/mhtml/mimepage.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lookedAt = 8192; // bytes: the header, which tells a page from a letter

// A letter may have several parts, too, and no page among them.
bool hasPagePart(const QByteArray &bytes)
{
    static const QRegularExpression part(
        u"^Content-Type:\\s*(?:text/html|application/xhtml\\+xml)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return part.match(QString::fromLatin1(bytes)).hasMatch();
}

// "MIME-Version: 1.0" and a page with what belongs to it: what Chrome, Edge, Internet Explorer,
// Opera and Word save as one file, and what mail programs make of that when they pass it on.
// https://www.rfc-editor.org/rfc/rfc2557
bool recognises(const SourceFile &file)
{
    const QString start = QString::fromLatin1(file.bytes.left(lookedAt)).remove(u'\r');
    static const QRegularExpression field(u"\\A(?:\\xEF\\xBB\\xBF)?\\s*[\\w-]+:"_s);
    if (!field.match(start).hasMatch())
        return false;
    static const QRegularExpression version(u"^(?:MIME-Version|(?:Snapshot-)?Content-Location):"_s,
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::MultilineOption);
    static const QRegularExpression page(u"^Content-Type:\\s*(?:multipart/related|text/html)\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::MultilineOption);
    static const QRegularExpression several(u"^Content-Type:\\s*(?:multipart/|message/rfc822\\b)"_s,
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::MultilineOption);
    const QString header = start.trimmed().section(u"\n\n"_s, 0, 0);
    return version.match(header).hasMatch()
        && (page.match(header).hasMatch()
            || (several.match(header).hasMatch() && hasPagePart(file.bytes)));
}

Result<QList<Article>> read(const SourceFile &file)
{
    return readContainer(mimeMessage(file.bytes), file.path, u"multipart/related"_s);
}

} // namespace

namespace formats {
extern const ArticleFormat mhtml;
const ArticleFormat mhtml{"MHTML", recognises, read};
} // namespace formats
