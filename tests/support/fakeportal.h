#pragma once
// A bus of the test's own with the desktop's portals on it, which say what they were asked and
// answer what the test wants. Tests only.

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QDBusVirtualObject>
#include <QFile>
#include <QList>
#include <QProcess>
#include <QTest>

#include <optional>
#include <utility>

// Stops with the test.
class PrivateBus final
{
public:
    // False where there is no dbus-daemon.
    bool start()
    {
        using namespace Qt::StringLiterals;
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead())
            return false;
        const QString address = QString::fromLatin1(m_daemon.readLine().trimmed());
        asking.emplace(QDBusConnection::connectToBus(address, u"asking"_s));
        desktop.emplace(QDBusConnection::connectToBus(address, u"desktop"_s));
        return asking->isConnected() && desktop->isConnected();
    }

    ~PrivateBus()
    {
        for (std::optional<QDBusConnection> *connection : {&asking, &desktop}) {
            if (*connection)
                QDBusConnection::disconnectFromBus((*connection)->name());
            connection->reset();
        }
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

    std::optional<QDBusConnection> asking;
    std::optional<QDBusConnection> desktop;

private:
    QProcess m_daemon;
};

class FakePortal final : public QDBusVirtualObject
{
public:
    struct Call
    {
        QString interface;
        QString member;
        QVariantList arguments; // without the options
        QVariantMap options;
        QString file;    // whose descriptor was given
        QByteArray text; // what can be read by it
    };

    bool offer(QDBusConnection &bus)
    {
        using namespace Qt::StringLiterals;
        return bus.registerVirtualObject(u"/org/freedesktop/portal/desktop"_s, this,
                                         QDBusConnection::SubPath)
            && bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }

    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        using namespace Qt::StringLiterals;
        if (message.member() == u"Close"_s) {
            closed.append(message.path());
            return bus.send(message.createReply());
        }
        calls.append(callOf(message));
        if (isRefusing)
            return bus.send(message.createErrorReply(QDBusError::Failed, u"no"_s));
        if (message.member() == u"TrashFile"_s)
            return bus.send(message.createReply(trashes ? 1u : 0u));
        QString sender = message.service().mid(1);
        sender.replace(u'.', u'_');
        const QString path = oldPath.isEmpty() ? message.path() + u"/request/"_s + sender + u'/'
                + calls.last().options.value(u"handle_token"_s).toString()
                                               : oldPath;
        bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath(path))));
        if (const auto answer = answers.constFind(message.member()); answer != answers.cend())
            respond(bus, path, answer->first, answer->second);
        return true;
    }

    static void respond(const QDBusConnection &bus, const QString &path, uint response,
                        const QVariantMap &results)
    {
        using namespace Qt::StringLiterals;
        QDBusMessage signal = QDBusMessage::createSignal(path, u"org.freedesktop.portal.Request"_s,
                                                         u"Response"_s);
        signal << response << results;
        bus.send(signal);
    }

    QHash<QString, std::pair<uint, QVariantMap>> answers; // by the member; none: it keeps silent
    bool isRefusing = false;                              // it answers with an error at once
    bool trashes = true;
    QString oldPath; // of every request, whatever the token
    QList<Call> calls;
    QStringList closed; // requests that were taken back

private:
    static Call callOf(const QDBusMessage &message)
    {
        Call call{message.interface(), message.member(), message.arguments(), {}, {}, {}};
        if (!call.arguments.isEmpty() && call.arguments.last().canConvert<QDBusArgument>())
            call.options = qdbus_cast<QVariantMap>(call.arguments.takeLast());
        for (const QVariant &argument : call.arguments) {
            if (!argument.canConvert<QDBusUnixFileDescriptor>())
                continue;
            const int descriptor = argument.value<QDBusUnixFileDescriptor>().fileDescriptor();
            call.file = QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(descriptor));
            QFile file;
            if (file.open(descriptor, QIODevice::ReadOnly, QFile::DontCloseHandle))
                call.text = file.readAll();
        }
        return call;
    }
};

// A bus with the portals on it.
struct PortalDesk
{
    bool open()
    {
        if (!bus.start())
            return false;
        if (!portal.offer(*bus.desktop))
            qFatal("the bus of the test's own takes no portal");
        return true;
    }

    FakePortal portal; // stays until its bus has gone
    PrivateBus bus;
};
