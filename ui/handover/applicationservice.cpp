#include "ui/handover/applicationservice.h"

#include <QDBusConnection>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

const QString serviceName = u"org.broadsheet.Broadsheet"_s;
const QString objectPath = u"/org/broadsheet/Broadsheet"_s; // the name, as the specification has it

QByteArray tokenOf(const QVariantMap &platform)
{
    for (const QString &key : {u"activation-token"_s, u"desktop-startup-id"_s}) {
        if (const QString token = platform.value(key).toString(); !token.isEmpty())
            return token.toUtf8();
    }
    return {};
}

} // namespace

ApplicationService::ApplicationService(QObject *application, Asked asked)
    : QDBusAbstractAdaptor(application), m_asked(std::move(asked))
{
}

bool ApplicationService::offer(QDBusConnection bus)
{
    return bus.isConnected() && bus.registerObject(objectPath, parent())
        && bus.registerService(serviceName);
}

void ApplicationService::Activate(const QVariantMap &platform)
{
    m_asked({{}, false, tokenOf(platform)});
}

void ApplicationService::Open(const QStringList &uris, const QVariantMap &platform)
{
    HandoverRequest request;
    for (const QString &uri : uris) {
        const QString path = QUrl(uri).toLocalFile();
        if (!path.isEmpty()) // nothing but files is ever opened
            request.paths.append(path);
    }
    request.activationToken = tokenOf(platform);
    m_asked(request);
}

void ApplicationService::ActivateAction(const QString &action, const QVariantList &,
                                        const QVariantMap &platform)
{
    m_asked({{}, action == u"new-window"_s, tokenOf(platform)});
}
