#include "ui/handover/handoverlistener.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

HandoverListener::HandoverListener(QObject *parent)
    : QObject(parent), m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *guest = m_server->nextPendingConnection())
            welcome(guest);
    });
}

bool HandoverListener::listen(const QString &address)
{
    if (address.isEmpty())
        return false;
    QLocalSocket knock;
    knock.connectToServer(address);
    if (knock.waitForConnected(200))
        return false;
    QLocalServer::removeServer(address);
    return m_server->listen(address);
}

void HandoverListener::welcome(QLocalSocket *guest)
{
    connect(guest, &QLocalSocket::disconnected, guest, &QObject::deleteLater);
    if (!isOwnPeer(int(guest->socketDescriptor())))
        return guest->abort();
    connect(guest, &QLocalSocket::readyRead, this, [this, guest] { hear(guest); });
    QTimer::singleShot(5s, guest, &QLocalSocket::abort); // who says nothing goes
    hear(guest);
}

void HandoverListener::hear(QLocalSocket *guest)
{
    if (guest->bytesAvailable() > longestHandover)
        return guest->abort();
    if (!guest->canReadLine())
        return;
    const auto request = HandoverRequest::fromBytes(guest->readLine());
    if (!request)
        return guest->abort();
    guest->write(handoverTaken);
    guest->flush(); // whoever is asked may be busy for a while
    guest->disconnectFromServer();
    Q_EMIT asked(*request);
}
