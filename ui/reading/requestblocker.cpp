#include "ui/reading/requestblocker.h"

using namespace Qt::StringLiterals;

void RequestBlocker::interceptRequest(QWebEngineUrlRequestInfo &request)
{
    if (request.requestUrl().scheme() == u"article" && request.requestMethod() == "GET")
        return;
    // HTML that the program itself puts into a page comes this way. No page can: the engine lets
    // none go to such an address, and ArticlePage only to the one that was asked for.
    if (request.requestUrl().scheme() == u"data"
        && request.resourceType() == QWebEngineUrlRequestInfo::ResourceTypeMainFrame)
        return;
    request.block(true);
    Q_EMIT refused(request.requestUrl());
}
