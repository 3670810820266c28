#pragma once
// A thread pool that is not waited for when a disk does not answer: its threads are left to end by
// themselves, so what they run must not need whoever started it (see wayhome.h). Owned by one
// thread.

#include <QThreadPool>

#include <memory>

struct LeftAlone
{
    static constexpr int patience = 3000; // ms

    // QThreadPool's own destructor would wait for ever.
    void operator()(QThreadPool *pool) const
    {
        pool->clear();
        if (pool->waitForDone(patience))
            delete pool;
    }
};

using PatientPool = std::unique_ptr<QThreadPool, LeftAlone>;

inline PatientPool patientPool(int threads)
{
    PatientPool pool(new QThreadPool);
    pool->setMaxThreadCount(threads);
    return pool;
}
