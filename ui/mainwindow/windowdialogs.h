#pragma once
// The window's questions, none of which holds anything else up: each comes back through its
// function, or not at all when the reader thinks better of it. GUI thread.

#include <QStringList>

#include <functional>

class QUrl;
class ReadingDesk;
class WindowActions;
class QWidget;

void askForFiles(QWidget *parent, const QString &startFolder,
                 const std::function<void(const QStringList &)> &then);
void askForFolder(QWidget *parent, const QString &title, const QString &startFolder,
                  const std::function<void(const QString &)> &then);

// Never an empty one.
void askForName(QWidget *parent, const QString &title, const QString &label, const QString &name,
                const std::function<void(const QString &)> &then);

// Shows the whole of where a link leads; opens it in the system's browser only when the reader
// says so.
void offerToOpen(QWidget *parent, const QUrl &address);

// The settings dialog, for the size that is on the screen.
void connectPreferences(const WindowActions &actions, ReadingDesk &desk, QWidget *parent);

// What the help menu answers: the list of shortcuts, and what this program is.
void connectHelp(const WindowActions &actions, QWidget *parent);
