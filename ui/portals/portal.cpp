#include "ui/portals/portal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

const auto portalService = u"org.freedesktop.portal.Desktop"_s;
const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
const auto requestInterface = u"org.freedesktop.portal.Request"_s;

// Where the answer will be heard, known before the question is put: none is missed.
QString requestPath(const QDBusConnection &bus, const QString &token)
{
    QString sender = bus.baseService();
    sender.remove(u':');
    sender.replace(u'.', u'_');
    return portalPath + u"/request/"_s + sender + u'/' + token;
}

QString nextToken()
{
    static int number = 0;
    return u"broadsheet%1"_s.arg(++number);
}

// One question, until it is answered.
class PortalRequest final : public QObject
{
    Q_OBJECT

public:
    PortalRequest(const QDBusConnection &bus, std::function<void(const PortalAnswer &)> then,
                  QObject *parent)
        : QObject(parent)
        , m_bus(bus)
        , m_then(std::move(then))
        , m_watcher(portalService, bus, QDBusServiceWatcher::WatchForUnregistration)
    {
        connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this,
                [this] { answer({}); });
    }

    ~PortalRequest() override
    {
        if (!m_isAnswered && !m_path.isEmpty())
            m_bus.send(QDBusMessage::createMethodCall(portalService, m_path, requestInterface,
                                                      u"Close"_s));
    }

    void ask(const PortalQuestion &question)
    {
        if (!m_bus.isConnected())
            return answer({});
        const QString token = nextToken();
        listenAt(requestPath(m_bus, token));
        QVariantMap options = question.options;
        options.insert(u"handle_token"_s, token);
        QDBusMessage call = QDBusMessage::createMethodCall(
            portalService, portalPath, u"org.freedesktop.portal."_s + question.interface,
            question.method);
        call.setArguments(question.arguments + QVariantList{options});
        auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            const QDBusPendingReply<QDBusObjectPath> handle = *watcher;
            watcher->deleteLater();
            if (handle.isError())
                answer({PortalAnswer::Kind::Absent, {}});
            else
                listenAt(handle.value().path()); // portals before 0.9 choose their own
        });
    }

public Q_SLOTS:
    // 0: done, 1: the reader gave it up, 2: it ended in some other way.
    void takeResponse(uint response, const QVariantMap &results)
    {
        answer({response == 0       ? PortalAnswer::Kind::Done
                    : response == 1 ? PortalAnswer::Kind::Cancelled
                                    : PortalAnswer::Kind::Failed,
                results});
    }

private:
    void listenAt(const QString &path)
    {
        if (m_isAnswered || path == m_path)
            return;
        m_path = path;
        m_bus.connect(portalService, path, requestInterface, u"Response"_s, this,
                      SLOT(takeResponse(uint, QVariantMap)));
    }

    void answer(const PortalAnswer &answer)
    {
        if (std::exchange(m_isAnswered, true))
            return;
        deleteLater();
        // Later, and by the asker: who hears may delete it, and this with it.
        QMetaObject::invokeMethod(
            parent(), [then = m_then, answer] { then(answer); }, Qt::QueuedConnection);
    }

    QDBusConnection m_bus;
    std::function<void(const PortalAnswer &)> m_then;
    QDBusServiceWatcher m_watcher; // who asked does not wait for a portal that is gone
    QString m_path;
    bool m_isAnswered = false;
};

} // namespace

// As Qt tells it, whose own dialogs then ask the portals too; and as Flatpak promises it.
bool isInSandbox()
{
    return qEnvironmentVariableIsSet("SNAP") || QFileInfo::exists(u"/.flatpak-info"_s)
        || !QStandardPaths::locate(QStandardPaths::RuntimeLocation, u"flatpak-info"_s).isEmpty();
}

QString portalParent(const QWidget *window)
{
    if (!window || QGuiApplication::platformName() != u"xcb"_s)
        return {};
    return u"x11:"_s + QString::number(window->window()->winId(), 16);
}

void askPortal(const QDBusConnection &bus, const PortalQuestion &question, QObject *context,
               const std::function<void(const PortalAnswer &)> &then)
{
    (new PortalRequest(bus, then, context))->ask(question);
}

#include "portal.moc"
