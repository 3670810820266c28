#pragma once
// Which articles have a headline like one that a page printed of them, cut or worded anew. Only
// app/search; the thread of the reader it is given.

#include "app/article/articleid.h"

#include <xapian.h>

#include <QDate>
#include <QList>
#include <QString>

// The likeliest first: those with the rarest of its words in their headlines. Days are those of the
// index; invalid ones do not bound.
QList<ArticleId> articlesWithHeadlineLike(const Xapian::Database &database, const QString &headline,
                                          const QDate &first, const QDate &last, qsizetype atMost);
