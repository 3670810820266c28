#pragma once
// The days of a query: "2009", "2009-03", "2009-03-29", ranges of these with "..", "today" and
// "yesterday". Pure; any thread.

#include <QDate>
#include <QString>

#include <optional>

struct QueryDays
{
    QDate first; // null: without a beginning; last likewise
    QDate last;
    bool isRelative = false; // means other days tomorrow
};

// What `text` means; nothing when it means nothing. What is still being typed ("2009-", "2009-0")
// means what is complete of it.
std::optional<QueryDays> queryDays(const QString &text, const QDate &today);

// The shortest text that means these days.
QString writtenDays(const QDate &first, const QDate &last);
