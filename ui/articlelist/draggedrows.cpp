#include "ui/articlelist/draggedrows.h"

#include "app/render/datetext.h"

#include <QLocale>
#include <QMimeData>
#include <QSet>
#include <QUrl>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

// "Ferry stays in port, The Courant, 2 May 2031"
QString lineOf(const ArticleSummary &article)
{
    QStringList parts{article.headline.simplified(), article.source.simplified(),
                      dateText(article.date, QLocale())};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

QMimeData *dragData(const QList<ArticleSummary> &articles)
{
    QList<QUrl> files;
    QSet<QString> paths; // a file may hold several of them
    QStringList lines;
    QString html;
    for (const ArticleSummary &article : articles) {
        const QUrl file = QUrl::fromLocalFile(article.path);
        if (!paths.contains(article.path))
            files += file;
        paths += article.path;
        lines += lineOf(article);
        html += u"<p><a href=\"%1\">%2</a></p>"_s.arg(
            QString::fromLatin1(file.toEncoded()).toHtmlEscaped(), lines.last().toHtmlEscaped());
    }
    auto data = std::make_unique<QMimeData>();
    data->setUrls(files);
    data->setText(lines.join(u'\n'));
    data->setHtml(html);
    return data.release();
}
