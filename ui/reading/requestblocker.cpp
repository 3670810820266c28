#include "ui/reading/requestblocker.h"

using namespace Qt::StringLiterals;

void RequestBlocker::interceptRequest(QWebEngineUrlRequestInfo &request)
{
    if (request.requestUrl().scheme() == u"article" && request.requestMethod() == "GET")
        return;
    request.block(true);
    Q_EMIT refused(request.requestUrl());
}
