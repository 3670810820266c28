#pragma once
// What Broadsheet knows of an article and where in its file each piece was found: fields, encoding,
// pictures that are missing, what could not be read. GUI thread.

#include "app/article/article.h"

#include <QDialog>
#include <QLocale>

// As a table in Qt's rich text, everything from the file escaped; `refused` is what the page on the
// screen asked for and did not get. Pure.
QString propertiesHtml(const Article &article, const QList<QUrl> &refused, const QLocale &locale);

class ArticleProperties final : public QDialog
{
    Q_OBJECT

public:
    ArticleProperties(const Article &article, const QList<QUrl> &refused, QWidget *parent);
};
