#pragma once
// Looks through the reader's folders, each on a thread of its own, so that none waits for another
// that lies on a slow disk or on one that does not answer. Lives on the session's thread; its
// signals arrive there.

#include "app/library/folderfiles.h"
#include "app/session/patientpool.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <vector>

class KnownFolders;
class Library;

struct WalkedFolder
{
    QString root;
    Depth depth = Depth::Recursive;
    FolderFiles found;
    QSet<qint64> settled; // see FolderScan
    qint64 catalogue = 0; // the same
    bool isThere = true;  // it could be read
    bool isEmpty = false; // nothing at all is in it: perhaps what was mounted there is not
};

class FolderWalks final : public QObject
{
    Q_OBJECT

public:
    // Called on the walking threads before a folder is listed, for its watch.
    using Entering = std::function<void(const QString &folder)>;

    explicit FolderWalks(const Library &library, QObject *parent = nullptr);
    ~FolderWalks() override; // cancels, and waits for what can be waited for

    void start(const QString &root, Depth depth, const Entering &entering);
    void startNamed(const QStringList &files);
    // Nothing more is heard of them.
    void cancel(const QString &root);
    void cancelAll();
    bool isWalking(const QString &root) const;
    bool isWalking() const; // at all; what hangs is not waited for

    // Roots that have not answered for so long; each once, until it answers again.
    QStringList newlyHung(qint64 milliseconds);

Q_SIGNALS:
    // Of a long walk, once: something for the list.
    void glimpsed(const QString &root, const QList<FoundFile> &newest);
    void walked(const WalkedFolder &folder);

private:
    struct Walk;
    using WalkPointer = std::shared_ptr<Walk>; // with a thread that may outlive this

    void end(const WalkPointer &walk, const WalkedFolder &folder);
    static std::function<void(const QList<FoundFile> &)> glimpsing(const WalkPointer &walk);
    static WalkedFolder walkedFolder(const WalkPointer &walk, const Entering &entering,
                                     KnownFolders &known);

    const Library &m_library;
    PatientPool m_pool;
    std::vector<WalkPointer> m_walks;
};
