#include "app/session/readingpool.h"

#include "app/session/parserun.h"

#include <QThread>

#include <atomic>

struct ReadingPool::Shared
{
    Shared(QObject *object, const std::function<void()> &news) : home(object), read(news) { }

    ReadingQueue queue;
    WayHome home;
    std::function<void()> read;
    std::atomic<bool> isCancelled = false;

    QMutex mutex;
    std::deque<Job> jobs;
    int threads = 0;
    int most = QThread::idealThreadCount();
    quint64 wakes = 0; // so that a thread about to leave hears of what has just come

    Job takeJob();
    bool mayLeave(quint64 seen);
    void readSome(const ReadingQueue::Run &run, WordIndexer &indexer);
    void work();
};

ReadingPool::Job ReadingPool::Shared::takeJob()
{
    const QMutexLocker locked(&mutex);
    if (jobs.empty())
        return {};
    const Job job = jobs.front();
    jobs.pop_front();
    return job;
}

bool ReadingPool::Shared::mayLeave(quint64 seen)
{
    const QMutexLocker locked(&mutex);
    if (wakes != seen)
        return false;
    --threads;
    return true;
}

void ReadingPool::Shared::readSome(const ReadingQueue::Run &run, WordIndexer &indexer)
{
    queue.put(run.number, parsedRun(run.files, indexer, [&] {
                  return isCancelled || !queue.goesOn(run.number);
              }));
    home.tell(read);
}

// What one thread does until there is nothing to do.
void ReadingPool::Shared::work()
{
    stepAside();
    const auto cancelled = [this] { return isCancelled.load(); };
    std::optional<WordIndexer> indexer; // knows more stems with every run
    for (;;) {
        mutex.lock();
        const quint64 seen = wakes;
        mutex.unlock();
        if (const Job job = takeJob()) {
            job(cancelled);
            continue;
        }
        const ReadingQueue::Run run = queue.takeRun();
        if (run.number != 0)
            readSome(run, indexer ? *indexer : indexer.emplace());
        else if (mayLeave(seen))
            return;
    }
}

ReadingPool::ReadingPool(QObject *home, const std::function<void()> &read)
    // Shared with threads that may outlive this.
    : m_shared(std::make_shared<Shared>(home, read))
    , m_pool(patientPool(4 * QThread::idealThreadCount() + 32)) // the rest replaces what hangs
{
}

ReadingPool::~ReadingPool()
{
    stop();
}

void ReadingPool::stop()
{
    m_shared->isCancelled = true;
    m_shared->home.close();
    m_shared->queue.forgetAll();
}

ReadingQueue &ReadingPool::queue()
{
    return m_shared->queue;
}

void ReadingPool::wake()
{
    const QMutexLocker locked(&m_shared->mutex);
    ++m_shared->wakes;
    for (; m_shared->threads < m_shared->most; ++m_shared->threads)
        m_pool->start([shared = m_shared] { shared->work(); });
}

void ReadingPool::start(const Job &job)
{
    {
        const QMutexLocker locked(&m_shared->mutex);
        m_shared->jobs.push_back(job);
    }
    wake();
}

QStringList ReadingPool::replaceHung(qint64 milliseconds)
{
    const QStringList roots = m_shared->queue.newlyHung(milliseconds);
    if (!roots.isEmpty()) {
        m_shared->mutex.lock();
        m_shared->most += int(roots.size()); // for good: what hangs once may hang again
        m_shared->mutex.unlock();
        wake();
    }
    return roots;
}
