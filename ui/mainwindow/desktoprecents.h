#pragma once
// The desktop's own list of files used lately, which file managers and file dialogs show.
// https://www.freedesktop.org/wiki/Specifications/desktop-bookmark-spec/ GUI thread; the list is
// read and written whole, some milliseconds of work.

#include <QString>

class QObject;

// Puts `path` on top of the list in `list`; false when it cannot be written. A list that is damaged
// or larger than 4 MB is left as it is.
bool addToRecents(const QString &path, const QString &list);

// The same in the reader's own list, once the article has long been on the screen. Not when
// `context` has gone by then.
void tellDesktopLater(const QString &path, QObject *context);
