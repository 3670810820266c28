#include "ui/reading/articlepage.h"

#include "ui/reading/readingprofile.h"

#include <QUuid>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineScript>

#include <utility>

using namespace Qt::StringLiterals;

ArticlePage::ArticlePage(ReadingProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent), m_secret(QUuid::createUuid().toString(QUuid::Id128) + u' ')
{
    // The middle button, or a link that wants a window of its own.
    connect(
        this, &QWebEnginePage::newWindowRequested, this,
        [this](const QWebEngineNewWindowRequest &request) { activate(request.requestedUrl()); });
}

void ArticlePage::show(const QUrl &address)
{
    m_isHtmlComing = false;
    m_address = address;
    load(address);
}

void ArticlePage::show(const QString &html, const QUrl &address)
{
    m_isHtmlComing = true;
    m_address = address;
    setHtml(html, address);
}

// The engine takes no address above 2 MB (QWebEnginePage::setHtml()), and escapes what it makes
// into one.
bool ArticlePage::fitsIntoAddress(const QString &html)
{
    constexpr qsizetype largest = 1'900'000; // bytes
    return html.size() < largest && html.toUtf8().toPercentEncoding().size() < largest;
}

void ArticlePage::run(const QString &script, const std::function<void(const QVariant &)> &then)
{
    runJavaScript(script, QWebEngineScript::ApplicationWorld, then);
}

bool ArticlePage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    if (type == NavigationTypeLinkClicked)
        activate(url);
    // A frame is stopped here, before the blocker of requests would hear of it.
    if (!isMainFrame && type != NavigationTypeLinkClicked
        && (url.scheme() == u"http"_s || url.scheme() == u"https"_s))
        Q_EMIT frameRefused(url);
    const bool isOurs = type == NavigationTypeTyped || type == NavigationTypeReload;
    const bool isHtml = std::exchange(m_isHtmlComing, false) && url.scheme() == u"data"_s;
    return isOurs && isMainFrame && (isHtml || url == m_address);
}

QWebEnginePage *ArticlePage::createWindow(WebWindowType)
{
    return nullptr;
}

QStringList ArticlePage::chooseFiles(FileSelectionMode, const QStringList &, const QStringList &)
{
    return {};
}

// Scripts of ours speak through the console: a page without scripts cannot, and does not know the
// secret. What the engine itself has to say about a page is of no use to anyone here.
void ArticlePage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &message,
                                           int, const QString &)
{
    if (message.startsWith(m_secret))
        Q_EMIT said(message.sliced(m_secret.size()));
}

void ArticlePage::activate(const QUrl &url)
{
    static const QStringList allowed{u"http"_s, u"https"_s, u"mailto"_s};
    if (allowed.contains(url.scheme()))
        Q_EMIT linkActivated(url);
}
