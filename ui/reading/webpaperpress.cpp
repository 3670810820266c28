#include "ui/reading/webpaperpress.h"

#include "app/render/pictures.h"

#include "ui/reading/pagescripts.h"

#include <QPointer>
#include <QWebEngineSettings>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::microseconds leastPatience = 60s;
// Ten times what a story of sixty pages takes: many articles may come as one page.
constexpr std::chrono::microseconds patienceALetter = 100us;

} // namespace

// A job waits for three answers in a row (loaded, pictures here, PDF made), never in a loop of
// its own, and gives up when they do not come.
WebPaperPress::WebPaperPress(QObject *parent) : PaperPress(parent), m_page(&m_profile)
{
    m_page.settings()->setAttribute(QWebEngineSettings::PrintElementBackgrounds, false);
    m_patience.setSingleShot(true);
    connect(&m_page, &QWebEnginePage::loadFinished, this, &WebPaperPress::pageLoaded);
    connect(&m_page, &ArticlePage::said, this, &WebPaperPress::heard);
    connect(&m_page, &QWebEnginePage::renderProcessTerminated, this,
            [this] { finish({}, u"the web engine's process ended"_s); });
    connect(&m_patience, &QTimer::timeout, this,
            [this] { finish({}, u"the web engine does not answer"_s); });
}

void WebPaperPress::layOut(const QString &html, const QList<ArticleImage> &images,
                           const QPageLayout &layout)
{
    begin(layout, html.size());
    m_hasPictures = !images.isEmpty();
    const QString address = m_profile.articles().setPictures(images);
    const QString page = withPictureAddresses(html, address);
    m_address = m_profile.articles().setPage(page);
    if (ArticlePage::fitsIntoAddress(page))
        m_page.show(page, m_address);
    else
        m_page.show(m_address);
}

void WebPaperPress::layOutOriginal(const OriginalPage &page, const QPageLayout &layout)
{
    begin(layout, page.html.size());
    m_hasPictures = true; // for all one knows
    m_address = m_profile.articles().setOriginal(page);
    m_page.show(m_address);
}

void WebPaperPress::begin(const QPageLayout &layout, qsizetype letters)
{
    Q_ASSERT(!m_busy);
    m_busy = true;
    m_loading = true;
    m_givenUp = false;
    ++m_job;
    m_layout = layout;
    m_patience.start(std::chrono::duration_cast<std::chrono::milliseconds>(
        leastPatience + letters * patienceALetter));
}

// Nothing is stopped: the engine may drop the load that follows a stopped one, and crash where a
// page is left while it prints. The job ends unheard, and answers then.
void WebPaperPress::cancel()
{
    m_givenUp = m_busy;
}

void WebPaperPress::pageLoaded(bool ok)
{
    if (!m_busy || !m_loading || (m_page.requestedUrl() != m_address && m_page.url() != m_address))
        return; // the engine tells the end of what was stopped when the next has begun
    m_loading = false;
    if (m_givenUp)
        return finish({}, u"cancelled"_s);
    if (!ok)
        return finish({}, u"the web engine could not load the page"_s);
    if (!m_hasPictures)
        return print();
    m_page.run(pagescripts::sayWhenPicturesCame(m_page.secret(QString::number(m_job))));
}

void WebPaperPress::heard(const QString &word)
{
    if (!m_busy || word != QString::number(m_job))
        return;
    if (m_givenUp)
        return finish({}, u"cancelled"_s);
    print();
}

void WebPaperPress::print()
{
    // The engine may still call back while the page is being destroyed.
    const QPointer<WebPaperPress> self(this);
    m_page.printToPdf(
        [self, job = m_job](const QByteArray &pdf) {
            if (!self || !self->m_busy || self->m_job != job)
                return;
            if (self->m_givenUp)
                self->finish({}, u"cancelled"_s);
            else
                self->finish(pdf, pdf.isEmpty() ? u"the web engine made no pages"_s : QString());
        },
        m_layout);
}

// Answers the job once, and later than the call that asked for it or ended it.
void WebPaperPress::finish(const QByteArray &pdf, const QString &problem)
{
    if (!m_busy)
        return;
    m_busy = false;
    m_patience.stop();
    m_page.triggerAction(QWebEnginePage::Stop);
    m_profile.articles().setPictures({});
    QTimer::singleShot(0, this, [this, pdf, problem] {
        if (problem.isEmpty())
            Q_EMIT laidOut(pdf);
        else
            Q_EMIT failed(problem);
    });
}
