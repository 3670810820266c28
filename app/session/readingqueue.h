#pragma once
// The files that wait to be read, those being read, and what was read of them until the write lane
// takes it: the one thing that the threads of a scan share. Any thread. It bounds what a scan keeps
// in memory: nothing more is handed out until enough of it has been written.

#include "app/library/filetable.h"
#include "app/library/parsedfile.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMutex>

#include <deque>
#include <functional>
#include <map>
#include <vector>

class ReadingQueue final
{
public:
    // Some files of one folder, read one after another.
    struct Run
    {
        quint64 number = 0; // 0: there is nothing to be read now
        QString root;
        QList<FoundFile> files;
    };
    struct Counts
    {
        qsizetype done = 0;  // written, or given up
        qsizetype total = 0; // since there was last nothing to do
        qint64 msLeft = -1;
    };

    // All of this root that is to be read, in place of what waits of it; newest first. The newest
    // of all roots are read first.
    void add(const QString &root, const FileTable &files);
    // What is being read of these may be as they were: they are read once more.
    void addChanged(const QString &root, const FileTable &files);
    // Those of this root, or all, are given up; what is being read of them is thrown away.
    void forget(const QString &root);
    void forgetAll();
    void setPaused(bool paused);
    bool isPaused() const;

    Run takeRun();
    // Asked before each file: whether the run still matters. A run that does not ask for long
    // hangs.
    bool goesOn(quint64 run);
    void put(quint64 run, const QList<ParsedFile> &parsed);

    // What can be written now, in the order it was read: not less than is worth a transaction, but
    // for the first, which a list waits for, and the last.
    QList<ParsedFile> takeParsed();
    // Of those taken so many are in the library with their words, or have failed: there is room.
    void settle(qsizetype files, qint64 bytes);

    Counts counts() const;
    // Nothing waits, is being read or waits to be written. What hangs is not waited for.
    bool isIdle() const;
    // The roots of runs whose file has been asked for so long that something must be wrong with its
    // disk. Each run is told once, until it answers again. Nothing more of its root is handed out
    // meanwhile.
    QStringList newlyHung(qint64 milliseconds);

private:
    struct Part
    {
        FileTable files;
        qsizetype next = 0; // never past the last

        qsizetype left() const { return files.size() - next; }
    };
    using Source = std::vector<Part>; // the last one is read first; none is empty
    struct Active
    {
        QString root;
        qsizetype files = 0;
        qint64 bytes = 0;
        qint64 askedAt = 0; // milliseconds of m_clock
        bool isHung = false;
        bool isForgotten = false;
    };

    void addInFront(const QString &root, const FileTable &files);
    bool isHung(const QString &root) const;
    bool isReadingOver() const;
    bool isFull() const;
    void dropParsed(const std::function<bool(const ParsedFile &)> &isDropped);
    std::map<QString, Source>::iterator newestSource();
    void drop(std::map<QString, Source>::iterator source);
    bool isWorthWriting() const;
    void notePace();

    mutable QMutex m_mutex;
    std::map<QString, Source> m_sources; // by root
    std::map<quint64, Active> m_active;
    QHash<QString, quint64> m_changed; // paths: runs up to this one may have read them as they were
    QList<ParsedFile> m_parsed;
    quint64 m_lastRun = 0;
    bool m_isPaused = false;
    qsizetype m_done = 0;
    qsizetype m_total = 0;
    qsizetype m_filesOut = 0; // handed out and not settled
    qint64 m_bytesOut = 0;
    QElapsedTimer m_clock;
    qint64 m_takenAt = 0;                            // when something was last taken to be written
    std::deque<std::pair<qint64, qsizetype>> m_pace; // when, and how many were done
};
