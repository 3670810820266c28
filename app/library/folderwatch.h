#pragma once
// What happens in the reader's folders, as the system tells it (inotify). Plain and synchronous:
// its owner waits until the descriptor can be read and then calls read(). One thread at a time.

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

struct FolderNews
{
    QStringList written; // files that are whole: closed after writing, moved or linked here
    QStringList gone;    // files and folders
    QList<std::pair<QString, QString>> moved; // files and folders: from, to
    QStringList folders;     // new ones: to be watched first and looked through then
    QStringList lost;        // watched folders that nobody above told of: unmounted, moved, deleted
    bool overflowed = false; // more has happened than the system could remember

    bool isEmpty() const;
};

class FolderWatch final
{
public:
    enum class Answer {
        Watched,
        Full,   // the system, or our share of it, is used up
        Untold, // others may change it without the system telling us: a network's folder
        Failed, // it is gone, or closed to us
    };

    // Of what the system allows all of the reader's programs together: half.
    static qsizetype fairShare();

    explicit FolderWatch(qsizetype atMost = fairShare());
    ~FolderWatch();
    Q_DISABLE_COPY_MOVE(FolderWatch)

    int descriptor() const { return m_descriptor; } // -1: the system has no more of them
    qsizetype count() const { return m_folders.size(); }
    bool isWatched(const QString &folder) const { return m_watches.contains(folder); }

    // Whether the system tells of what others change there: not in a network's folder. Asks the
    // disk, which may take for ever; any thread.
    static bool isTold(const QString &folder);

    // This folder, without those in it. Harmless when it is watched already.
    Answer watch(const QString &folder);
    // This folder and those below it, but for those that are kept for another reason.
    void leave(const QString &folder, const std::function<bool(const QString &)> &isKept = {});

    // What has happened since; never waits. Hidden names are passed over. Folders that were moved
    // are watched under their new names, those that are gone no more.
    FolderNews read();

private:
    struct Event;
    struct Departure // the first half of a move
    {
        QString path;
        bool isFolder = false;
    };

    void hear(const Event &event, FolderNews &news);
    void hearOfSelf(const Event &event, const QString &folder, FolderNews &news);
    void arrive(const Event &event, const QString &path, FolderNews &news);
    void depart(const QString &path, bool isFolder, FolderNews &news);
    void rename(const QString &from, const QString &to);
    void forget(int watch);

    qsizetype m_atMost;
    int m_descriptor = -1;
    QHash<int, QString> m_folders;        // by the system's number
    QHash<QString, int> m_watches;        // the other way round
    QHash<quint32, Departure> m_departed; // by the system's cookie
};
