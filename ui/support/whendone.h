#pragma once
// The way home for work done elsewhere. GUI thread only.

#include <QFutureWatcher>
#include <QObject>

// Calls `then` on the GUI thread with the future's result, unless the future was cancelled or
// `context` has gone. Use this and not QFuture::then(): in Qt 6.4 that one asserts when its
// context dies first.
template <typename T, typename Function>
void whenDone(const QFuture<T> &future, QObject *context, Function then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then] {
        watcher->deleteLater();
        if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
            then(watcher->result());
    });
    watcher->setFuture(future);
}
