#include "ui/reading/articleview.h"

#include <QApplication>
#include <QChildEvent>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QWebEngineContextMenuRequest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace {

bool leadsOut(const QUrl &url)
{
    return url.scheme() == u"http" || url.scheme() == u"https" || url.scheme() == u"mailto";
}

void copyLink(const QUrl &url)
{
    auto *link = new QMimeData;
    link->setText(QString::fromUtf8(url.toEncoded()));
    link->setUrls({url});
    QGuiApplication::clipboard()->setMimeData(link);
}

} // namespace

ArticleView::ArticleView(QWidget *parent) : QWebEngineView(parent)
{
    setAcceptDrops(false); // a dropped file belongs to the window
}

// The engine puts a widget of its own into the view, and every event of the mouse and of the keys
// goes there first.
bool ArticleView::event(QEvent *event)
{
    if (event->type() == QEvent::ChildAdded || event->type() == QEvent::ChildPolished) {
        QObject *child = static_cast<QChildEvent *>(event)->child();
        if (auto *widget = qobject_cast<QWidget *>(child)) {
            widget->setAcceptDrops(false);
            widget->installEventFilter(this);
        }
    }
    return QWebEngineView::event(event);
}

bool ArticleView::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // The engine would keep keys for editing that nobody can do here; the window's shortcuts
        // come first.
        event->ignore();
        return true;
    case QEvent::Wheel:
        return filtersWheel(static_cast<QWheelEvent *>(event));
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseButtonRelease:
        return filtersButton(static_cast<QMouseEvent *>(event));
    default:
        return QWebEngineView::eventFilter(watched, event);
    }
}

bool ArticleView::filtersWheel(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return false;
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / QWheelEvent::DefaultDeltasPerStep;
    m_wheel %= QWheelEvent::DefaultDeltasPerStep;
    if (steps != 0)
        Q_EMIT zoomRequested(steps);
    return true;
}

bool ArticleView::filtersButton(QMouseEvent *event)
{
    if (event->button() != Qt::BackButton && event->button() != Qt::ForwardButton)
        return false;
    if (event->type() == QEvent::MouseButtonPress && event->button() == Qt::BackButton)
        Q_EMIT backRequested();
    else if (event->type() == QEvent::MouseButtonPress)
        Q_EMIT forwardRequested();
    return true;
}

// Only what acts on the thing clicked.
void ArticleView::contextMenuEvent(QContextMenuEvent *event)
{
    const QWebEngineContextMenuRequest *request = lastContextMenuRequest();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (request && leadsOut(request->linkUrl())) {
        const QUrl url = request->linkUrl();
        menu->addAction(tr("&Open Link in Browser…"), this,
                        [this, url] { Q_EMIT openLinkRequested(url); });
        menu->addAction(tr("Copy &Link"), menu, [url] { copyLink(url); });
        menu->addSeparator();
    }
    if (hasSelection()) {
        menu->addAction(tr("&Copy"), this, [this] { triggerPageAction(QWebEnginePage::Copy); });
    } else if (request && request->mediaType() == QWebEngineContextMenuRequest::MediaTypeImage) {
        menu->addAction(tr("Copy &Picture"), this,
                        [this] { triggerPageAction(QWebEnginePage::CopyImageToClipboard); });
    }
    menu->addAction(tr("Select &All"), this, &ArticleView::selectAllRequested);
    menu->popup(event->globalPos());
}
