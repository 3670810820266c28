#pragma once
// Keeps the library like the reader's folders while the program runs: hears from the system what
// happens in them, and looks from time to time at what it does not tell of. Lives on the session's
// thread; what touches the disk runs elsewhere.

#include "app/session/happenings.h"
#include "app/session/patientpool.h"
#include "app/session/scanning.h"
#include "app/session/wayhome.h"

#include <QHash>
#include <QSocketNotifier>
#include <QTimer>

class FolderKeeping final : public QObject
{
    Q_OBJECT

public:
    static constexpr int betweenLooks = 60'000; // ms, of what the system does not tell of

    explicit FolderKeeping(Scanning &scanning, QObject *parent = nullptr);
    ~FolderKeeping() override;

    // Looks through it now, and hears of it from then on.
    void keep(const QString &root, Depth depth, Scanning::Announce announce);
    void leave(const QString &root);
    bool isKept(const QString &root) const { return m_roots.contains(root); }
    void stop(); // nothing more is heard

Q_SIGNALS:
    // Of so many folders the system tells, of so many not; these are looked at from time to time.
    void limited(int watched, int unwatched, bool isFull);

private:
    struct Root
    {
        Depth depth = Depth::Recursive;
        bool isAway = false;
        QElapsedTimer looking; // since the last look began
        qint64 took = 0;       // ms
    };

    void collect();
    bool mustWait() const;
    void take(const Happenings &happenings);
    void lookAt(const QString &root);
    void hearWalked(const WalkedFolder &folder);
    void tellLimit();
    void lookFromTimeToTime();
    QString rootOf(const QString &path) const;

    Scanning &m_scanning;
    WatchedFoldersPointer m_watched;
    WayHomePointer m_home;
    PatientPool m_pool;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_gather; // what happens together is taken together
    QTimer m_look;
    QHash<QString, Root> m_roots;
    qsizetype m_toldUnwatched = 0;
};
