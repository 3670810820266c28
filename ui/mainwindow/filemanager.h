#pragma once
// Shows files where they lie, in the desktop's file manager. GUI thread; waits for nobody.

#include <QStringList>

class QDBusConnection;
class QObject;

// Asks the file manager, or in a sandbox the portal, to open the folders of `paths` with these
// files selected; where none answers on `bus`, the first one's folder is opened. `context` may go
// before the answer comes.
void showInFileManager(const QStringList &paths, const QDBusConnection &bus, QObject *context);
