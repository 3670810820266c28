#pragma once
// JSON as pages have it: with raw line breaks and quotation marks in strings, comments, CDATA
// marks, commas too many and brackets too few. Pure; any thread.

#include <QJsonValue>
#include <QString>

// All the values that stand in `text`, one after another. What cannot be read is left out.
QList<QJsonValue> tolerantJson(const QString &text);
