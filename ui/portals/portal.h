#pragma once
// The desktop's portals, which do for a program in a sandbox what it may not do itself:
// https://flatpak.github.io/xdg-desktop-portal/docs/ . GUI thread, but where said otherwise.

#include <QString>
#include <QVariantList>
#include <QVariantMap>

#include <functional>

class QDBusConnection;
class QObject;
class QWidget;

// Whether the desktop is only to be reached through its portals: in a Flatpak or a Snap. Any
// thread.
bool isInSandbox();

// The first argument of most questions. Empty, which is allowed, where the window has no name that
// others know: on Wayland.
QString portalParent(const QWidget *window);

struct PortalQuestion
{
    QString interface; // "Print", without what they have in common
    QString method;
    QVariantList arguments; // but for the last one, the options
    QVariantMap options;    // but for the handle's token
};

struct PortalAnswer
{
    // Absent: there is nobody to ask, or no more.
    enum class Kind { Done, Cancelled, Failed, Absent };

    Kind kind = Kind::Absent;
    QVariantMap results;
};

// Asks, and returns; `then` hears once, later. When `context` goes before, the question is taken
// back and nobody hears.
void askPortal(const QDBusConnection &bus, const PortalQuestion &question, QObject *context,
               const std::function<void(const PortalAnswer &)> &then);
