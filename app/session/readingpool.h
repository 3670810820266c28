#pragma once
// The threads that read files into a ReadingQueue and do other work of a scan, such as building
// the index: that first, because memory waits for it. Lives on the session's thread.

#include "app/session/patientpool.h"
#include "app/session/readingqueue.h"
#include "app/session/wayhome.h"

#include <functional>
#include <memory>

class ReadingPool final
{
public:
    using Job = std::function<void(const std::function<bool()> &cancelled)>;

    // `read` is called on the thread of `home` each time that a run of files was read.
    ReadingPool(QObject *home, const std::function<void()> &read);
    ~ReadingPool(); // stops, and waits for what can be waited for
    Q_DISABLE_COPY_MOVE(ReadingPool)

    // Cancels everything; nothing more is told.
    void stop();
    ReadingQueue &queue();
    // There may be files to be read. Any thread.
    void wake();
    // Any thread; `job` may run when its sender has gone.
    void start(const Job &job);
    // Gives other threads the places of those that wait for a dead disk; returns what
    // ReadingQueue::newlyHung() does.
    QStringList replaceHung(qint64 milliseconds);

private:
    struct Shared;

    std::shared_ptr<Shared> m_shared; // with threads that may outlive this
    PatientPool m_pool;
};
