#include "app/render/contentspage.h"

#include "app/render/theme.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

QString contentsPage(const QList<ContentsEntry> &entries, const QString &title, bool isRightToLeft)
{
    const QString style = themeFile(u"paper.css"_s);
    const QString digest = QString::fromLatin1(
        QCryptographicHash::hash(style.toUtf8(), QCryptographicHash::Sha256).toBase64());
    QString rows;
    for (const ContentsEntry &entry : entries) {
        QString story = u"<bdi>%1</bdi>"_s.arg(entry.headline.simplified().toHtmlEscaped());
        if (!entry.source.isEmpty())
            story += u"<br><span>%1</span>"_s.arg(entry.source.simplified().toHtmlEscaped());
        rows += u"<tr><td>%1</td><td>%2</td></tr>\n"_s.arg(story).arg(entry.page);
    }
    const QString direction = isRightToLeft ? u"rtl"_s : u"ltr"_s;
    const QString contents = filled(
        themeFile(u"paper-article.html"_s),
        {
            {u"language"_s, u"und"_s},
            {u"direction"_s, direction},
            {u"headline"_s, title},
            {u"size"_s, u"usual"_s},
            {u"story"_s, u"<table class=\"contents\">\n%1</table>"_s.arg(rows)},
        });
    return filled(themeFile(u"paper.html"_s),
                  {
                      {u"language"_s, u"und"_s},
                      {u"direction"_s, direction},
                      {u"styleDigest"_s, digest},
                      {u"style"_s, style},
                      {u"headline"_s, title},
                      {u"articles"_s, contents},
                  });
}
