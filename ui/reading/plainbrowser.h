#pragma once
// The text view of PlainReadingPane: it fetches nothing, opens nothing, and tells what was asked of
// it. A widget: GUI thread; owned by its parent.

#include <QTextBrowser>

class PlainBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit PlainBrowser(QWidget *parent = nullptr);

    QVariant loadResource(int type, const QUrl &name) override; // nothing, ever

Q_SIGNALS:
    void painted();
    void resized();
    void zoomRequested(int steps);
    void backRequested();
    void forwardRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
};
