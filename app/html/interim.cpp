// Stands in until the room's own files land.
#include "app/html/encoding.h"
#include "app/html/plaintext.h"
#include "app/html/sanitizer.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

QString sanitized(const QString &html, qsizetype)
{
    return u"<p>"_s + plainText(html).toHtmlEscaped() + u"</p>"_s;
}
QString plainText(const QString &bodyHtml)
{
    return QString(bodyHtml).remove(QRegularExpression(u"<[^>]*>"_s)).trimmed();
}
DecodedText decoded(const QByteArray &bytes, const QByteArray &)
{
    return {QString::fromUtf8(bytes), u"UTF-8"_s, u"detection"_s, 0};
}
QByteArray declaredCharset(const QByteArray &)
{
    return {};
}
bool looksBinary(const QByteArray &bytes)
{
    return bytes.left(4096).contains('\0');
}
