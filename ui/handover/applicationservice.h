#pragma once
// The running program as the desktop calls it over D-Bus, instead of starting it once more: the
// interface org.freedesktop.Application of
// https://specifications.freedesktop.org/desktop-entry-spec/latest/dbus.html
// GUI thread.

#include "ui/handover/handover.h"

#include <QDBusAbstractAdaptor>
#include <QVariantMap>

#include <functional>

class QDBusConnection;

class ApplicationService final : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    using Asked = std::function<void(const HandoverRequest &request)>;

    // Of `application`, which owns it. No signal, but a function: the bus would hear a signal too.
    ApplicationService(QObject *application, Asked asked);

    // Under the name of the desktop entry. False when there is no bus, or another program of ours
    // has the name.
    bool offer(QDBusConnection bus);

public Q_SLOTS:
    // NOLINTBEGIN(readability-identifier-naming): D-Bus names them
    void Activate(const QVariantMap &platform);
    void Open(const QStringList &uris, const QVariantMap &platform);
    void ActivateAction(const QString &action, const QVariantList &parameters,
                        const QVariantMap &platform);
    // NOLINTEND(readability-identifier-naming)

private:
    Asked m_asked;
};
