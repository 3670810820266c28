#pragma once
// The headers of the list: where each begins and what it says. Days for a list by date, letters or
// publishers for one that is sorted by them. Pure; any thread.

#include "app/library/listrequest.h"

#include <QLocale>

struct ListGroup
{
    int firstRow = 0;
    QString title;

    bool operator==(const ListGroup &other) const = default;
};

// Rows come in the order of time, forwards or backwards: a group's end is looked for by halves,
// so that a million rows cost no more than their few hundred groups.
QList<ListGroup> dayGroups(const QList<qint32> &days, const QDate &today, const QLocale &locale);

// Those of a list that was asked for by `request`; none where rows follow no order of theirs.
QList<ListGroup> groupsOf(const ArticleOrder &order, const ListRequest &request,
                          const QDate &today = QDate::currentDate(),
                          const QLocale &locale = QLocale());
