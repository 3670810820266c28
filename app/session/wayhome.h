#pragma once
// The way to an object for threads that may outlive it: where a disk does not answer, nobody waits
// for the thread that asked it. Shared by both; any thread.

#include <QMutex>
#include <QObject>

#include <functional>
#include <memory>

class WayHome final
{
public:
    explicit WayHome(QObject *home) : m_home(home) { }

    // Runs `news` on the object's thread; never when the object has left first.
    void tell(const std::function<void()> &news) const
    {
        const QMutexLocker locked(&m_mutex);
        if (m_home)
            QMetaObject::invokeMethod(m_home, news, Qt::QueuedConnection);
    }
    bool isOpen() const
    {
        const QMutexLocker locked(&m_mutex);
        return m_home != nullptr;
    }
    // Before the object leaves.
    void close()
    {
        const QMutexLocker locked(&m_mutex);
        m_home = nullptr;
    }

private:
    mutable QMutex m_mutex;
    QObject *m_home;
};

// Shared by both sides: nobody knows which of them leaves first.
using WayHomePointer = std::shared_ptr<WayHome>;
