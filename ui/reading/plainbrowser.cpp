#include "ui/reading/plainbrowser.h"

#include <QWheelEvent>

PlainBrowser::PlainBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
}

QVariant PlainBrowser::loadResource(int, const QUrl &)
{
    return {};
}

void PlainBrowser::paintEvent(QPaintEvent *event)
{
    QTextBrowser::paintEvent(event);
    Q_EMIT painted();
}

void PlainBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    Q_EMIT resized();
}

void PlainBrowser::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QTextBrowser::wheelEvent(event);
    if (const int turned = event->angleDelta().y(); turned != 0)
        Q_EMIT zoomRequested(turned > 0 ? 1 : -1);
}

void PlainBrowser::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton)
        Q_EMIT backRequested();
    else if (event->button() == Qt::ForwardButton)
        Q_EMIT forwardRequested();
    else
        QTextBrowser::mousePressEvent(event);
}
