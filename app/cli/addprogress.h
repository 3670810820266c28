#pragma once
// What broadsheet-cli add says while it works: one line that is written over and over on a
// terminal, a line now and then elsewhere. For the one thread of the program.

#include "app/session/librarysession.h"

#include <QByteArray>
#include <QElapsedTimer>

class AddProgress final
{
public:
    enum class Place { Terminal, File };

    explicit AddProgress(Place place);

    void show(const LibrarySession::ScanProgress &progress);
    // Takes the line away, so that something else can be written there; the next show() writes it
    // again.
    void clear();

    // "2,000 of 10,000 files, 2,315 a second, 4 s left"
    static QByteArray line(const LibrarySession::ScanProgress &progress);

private:
    Place m_place;
    QElapsedTimer m_shown;
    bool m_isOnScreen = false;
};

QByteArray withCommas(qint64 number);       // "1,234,567"
QByteArray durationOf(qint64 milliseconds); // "4.2 s", "3 min 10 s", "2 h 5 min"
