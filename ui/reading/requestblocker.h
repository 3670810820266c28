#pragma once
// Nothing that an article shows may ask the network, or this machine's files, for anything: every
// scheme but our own is refused, and counted. One a profile; GUI thread.

#include <QWebEngineUrlRequestInterceptor>

class RequestBlocker final : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;

    void interceptRequest(QWebEngineUrlRequestInfo &request) override;

Q_SIGNALS:
    void refused(const QUrl &url);
};
