#include "ui/reading/readingprofile.h"

#include <QWebEngineCookieStore>
#include <QWebEngineSettings>

#include <array>

namespace {

// Several of these are on by default. The pages are hostile until proven otherwise, and the engine
// of Qt 6.4 is an old one.
constexpr std::array switchedOff{
    QWebEngineSettings::JavascriptEnabled,
    QWebEngineSettings::JavascriptCanOpenWindows,
    QWebEngineSettings::JavascriptCanAccessClipboard,
    QWebEngineSettings::JavascriptCanPaste,
    QWebEngineSettings::LocalStorageEnabled,
    QWebEngineSettings::LocalContentCanAccessRemoteUrls,
    QWebEngineSettings::LocalContentCanAccessFileUrls,
    QWebEngineSettings::HyperlinkAuditingEnabled,
    QWebEngineSettings::ErrorPageEnabled,
    QWebEngineSettings::PluginsEnabled,
    QWebEngineSettings::FullScreenSupportEnabled,
    QWebEngineSettings::ScreenCaptureEnabled,
    QWebEngineSettings::WebGLEnabled,
    QWebEngineSettings::Accelerated2dCanvasEnabled,
    QWebEngineSettings::AutoLoadIconsForPage,
    QWebEngineSettings::TouchIconsEnabled,
    QWebEngineSettings::FocusOnNavigationEnabled,
    QWebEngineSettings::AllowRunningInsecureContent,
    QWebEngineSettings::AllowGeolocationOnInsecureOrigins,
    QWebEngineSettings::AllowWindowActivationFromJavaScript,
    QWebEngineSettings::DnsPrefetchEnabled,
    QWebEngineSettings::PdfViewerEnabled,
    QWebEngineSettings::NavigateOnDropEnabled,
};

} // namespace

ReadingProfile::ReadingProfile(QObject *parent)
    : QWebEngineProfile(parent) // without a name: off the record
{
    for (const QWebEngineSettings::WebAttribute attribute : switchedOff)
        settings()->setAttribute(attribute, false);
    settings()->setUnknownUrlSchemePolicy(QWebEngineSettings::DisallowUnknownUrlSchemes);

    setHttpCacheType(QWebEngineProfile::NoCache);
    setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    setSpellCheckEnabled(false);
    cookieStore()->setCookieFilter([](const auto &) { return false; });

    installUrlSchemeHandler("article", &m_articles);
    setUrlRequestInterceptor(&m_blocker);
}
