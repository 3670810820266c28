#include "ui/mainwindow/citation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAuthors = 3; // and then "and others"

QString authorsOf(const Article &article, const QLocale &locale)
{
    if (article.authors.size() > mostAuthors)
        return QCoreApplication::translate("Citation", "%1 and others")
            .arg(article.authors.first());
    return locale.createSeparatedList(article.authors);
}

} // namespace

QString citationOf(const Article &article, const QLocale &locale)
{
    const QString headline = article.headline.simplified();
    const PrintedDate date = article.date();
    QStringList parts{
        authorsOf(article, locale), headline.isEmpty() ? QString() : locale.quoteString(headline),
        article.publisher.isEmpty() ? article.articleSection : article.publisher,
        date.isValid() ? locale.toString(date.moment.date(), u"d MMMM yyyy"_s) : QString(),
        article.url.toDisplayString(QUrl::RemovePassword)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}
