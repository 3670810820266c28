#pragma once
// What a program in a sandbox has done with files by the desktop's portals: they are shown where
// they lie, and go to the reader's trash, which is not the sandbox's own.

#include "app/base/result.h"

#include <QStringList>

#include <functional>

class QDBusConnection;
class QObject;

// Has the folder of each file opened, with the first of its files selected. `otherwise` hears of a
// folder that no portal opened. GUI thread; waits for nobody. `context` may go before.
void showByPortal(const QStringList &paths, const QDBusConnection &bus, QObject *context,
                  const std::function<void(const QString &path)> &otherwise);

// A TrashWay (app/session/filetrash.h). Where the file lies then is not told. A thread that may
// wait.
Result<QString> toTrashByPortal(const QString &path, const QDBusConnection &bus);
