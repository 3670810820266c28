#pragma once
// The running program's end of handover.h: hears what later starts were asked for. GUI thread.

#include "ui/handover/handover.h"

#include <QObject>

class QLocalServer;
class QLocalSocket;

class HandoverListener final : public QObject
{
    Q_OBJECT

public:
    explicit HandoverListener(QObject *parent = nullptr);

    // False when another program listens there, or nobody can; a socket that a crashed one left is
    // put away.
    bool listen(const QString &address);

Q_SIGNALS:
    void asked(const HandoverRequest &request);

private:
    void welcome(QLocalSocket *guest);
    void hear(QLocalSocket *guest);

    QLocalServer *m_server;
};
