#pragma once
// Reads folders into the library: looks through them, reads what is new or has changed on all
// cores, writes the rows as they come and the words as they are many. Lives on the session's
// thread, which never waits; all writing is done on the write lane, a batch a job.

#include "app/library/library.h"
#include "app/session/folderwalks.h"
#include "app/session/readingpool.h"

#include <QTimer>

#include <atomic>

class IndexFeeding;

class Scanning final : public QObject
{
    Q_OBJECT

public:
    Scanning(Library &library, QThreadPool &writeLane, QObject *parent = nullptr);
    ~Scanning() override; // cancels; the write lane must have ended its jobs, or never begin them

    // `entering` is told on the walking threads before a folder is listed, so that it can be
    // watched; `isWatched` is asked on the write lane.
    void setWatch(const FolderWalks::Entering &entering,
                  const std::function<bool(const QString &folder)> &isWatched);

    enum class Announce { Yes, No };
    // Looks through a folder and makes what is found there its files.
    void scan(const QString &root, Depth depth, Announce announce);
    void readNamed(const QStringList &files);
    // Of these something was heard. None of them is missing.
    void lookAgain(const QString &root, const QList<FoundFile> &files);
    // The folder is no longer the library's.
    void leave(const QString &root);
    // It cannot be reached: its articles stay listed.
    void goAway(const QString &folder);

    void pause();
    void resume();
    void cancel();
    void giveUpAll(); // cancel(), and nobody is told
    void stop();      // before the write lane's last job
    bool isScanning() const { return m_isAnnounced; }
    bool isPaused() { return m_pool.queue().isPaused(); }
    // Whether what is heard of a folder must wait until it has been looked through.
    bool isWalking(const QString &root) const { return m_walks.isWalking(root); }

    // Runs on the write lane; what it returns is told.
    void write(const std::function<Result<LibraryChanges>(Library &)> &job);

Q_SIGNALS:
    void changed(const LibraryChanges &changes);
    void wordsFound();
    void started(const QString &root);
    void progressed(int done, int total, qint64 msLeft);
    void finished(const QList<Error> &problems);
    void walked(const WalkedFolder &folder);
    void wentAway(const QString &folder);
    // Something is being written to a folder of which the system does not tell when it is done.
    void foundHalfWritten(const QString &root);
    void failed(const Error &error);

private:
    using Choice = std::function<Result<LibraryChanges>(Library &, FileTable &toRead)>;

    void begin();
    void announce(const QString &root);
    void take(const WalkedFolder &folder);
    enum class Share { All, Some }; // of a folder's files
    void choose(const QString &root, Share share, const Choice &choice);
    void readChosen(const QString &root, Share share, FileTable &toRead);
    void writeSoon();
    bool writeSome();
    void hearOfWords(const Outcome &outcome);
    void giveUp(const Error &error);
    void tellProgress();
    void look();
    bool isIdle();
    void settleWhenIdle();
    void finish();
    void tell(const std::function<void()> &news);
    void tellChanges(const LibraryChanges &changes);

    Library &m_library;
    QThreadPool &m_writeLane;
    FolderWalks::Entering m_entering;
    std::function<bool(const QString &folder)> m_isWatched;
    FolderWalks m_walks;
    WayHomePointer m_home;
    ReadingPool m_pool;
    std::unique_ptr<IndexFeeding> m_words; // write lane
    QTimer m_tick;                         // for what hangs
    QList<Error> m_problems;
    std::atomic<quint64> m_work = 0;              // raised when all that was begun is given up
    std::atomic<bool> m_hasLookedThrough = false; // a folder, since there was last nothing to do
    int m_choices = 0;                            // on the write lane
    bool m_isWriting = false;                     // a batch is on the write lane
    bool m_isSettling = false;
    bool m_isBusy = false;
    bool m_isAnnounced = false;
};
