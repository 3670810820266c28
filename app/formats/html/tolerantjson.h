#pragma once
// JSON as pages have it: with raw line breaks in strings, comments, CDATA marks and commas too
// many. Pure; any thread.

#include <QJsonValue>
#include <QString>

// All the values that stand in `text`, one after another. What cannot be read is left out.
QList<QJsonValue> tolerantJson(const QString &text);
