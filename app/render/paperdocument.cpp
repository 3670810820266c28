#include "app/render/paperdocument.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

QString paperDocument(const QString &articles, const TemplateValues &about, const QString &style)
{
    TemplateValues values = about;
    values[u"articles"_s] = articles;
    values[u"style"_s] = style;
    values[u"styleDigest"_s] = QString::fromLatin1(
        QCryptographicHash::hash(style.toUtf8(), QCryptographicHash::Sha256).toBase64());
    return filled(themeFile(u"paper.html"_s), values);
}
