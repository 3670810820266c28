#pragma once
// What the reader did to one article. A value; any thread.

#include <QDateTime>
#include <QStringList>

struct ReadingState
{
    bool read = false;
    bool starred = false;
    QStringList tags; // by name
    QString note;
    double scroll = 0; // 0 at the top, 1 at the end
    QDateTime opened;  // last; invalid: never

    bool operator==(const ReadingState &other) const = default;
};
