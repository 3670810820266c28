#include "app/render/contentspage.h"

#include "app/render/paperdocument.h"
#include "app/render/theme.h"

using namespace Qt::StringLiterals;

QString contentsPage(const QList<ContentsEntry> &entries, const QString &title, bool isRightToLeft)
{
    QString rows;
    for (const ContentsEntry &entry : entries) {
        QString story = u"<bdi>%1</bdi>"_s.arg(entry.headline.simplified().toHtmlEscaped());
        if (!entry.source.isEmpty())
            story += u"<br><span>%1</span>"_s.arg(entry.source.simplified().toHtmlEscaped());
        rows += u"<tr><td>%1</td><td>%2</td></tr>\n"_s.arg(story).arg(entry.page);
    }
    const TemplateValues values{
        {u"language"_s, u"und"_s},
        {u"direction"_s, isRightToLeft ? u"rtl"_s : u"ltr"_s},
        {u"headline"_s, title},
        {u"size"_s, u"usual"_s},
        {u"story"_s, u"<table class=\"contents\">\n%1</table>"_s.arg(rows)},
    };
    return paperDocument(filled(themeFile(u"paper-article.html"_s), values), values,
                         themeFile(u"paper.css"_s));
}
