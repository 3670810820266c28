#pragma once
// The view of an ArticlePage: keeps the window's shortcuts alive while it has the focus, turns
// Ctrl+wheel and the mouse's back and forward buttons into signals, lets drops through to the
// window and has a menu of its own. GUI thread.

#include <QWebEngineView>

class ArticleView final : public QWebEngineView
{
    Q_OBJECT

public:
    explicit ArticleView(QWidget *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void zoomRequested(int steps);
    void backRequested();
    void forwardRequested();
    void selectAllRequested();
    void openLinkRequested(const QUrl &url);

protected:
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool filtersWheel(class QWheelEvent *event);
    bool filtersButton(class QMouseEvent *event);

    int m_wheel = 0; // eighths of a degree not yet spent on a zoom step
};
