#pragma once
// The strip above the list: how many articles there are, whether only unread ones are wanted, and
// in which order. It says what the reader chose and knows nothing of articles. GUI thread.

#include "app/library/listrequest.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QToolButton;

class ListHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit ListHeader(QWidget *parent = nullptr);

    // What the list holds now; `isSearch` makes articles into finds.
    struct Count
    {
        qsizetype articles = 0;
        qsizetype selected = 0;
        bool isSearch = false;
        bool isGoingOn = false; // and may find more
    };
    void setCount(const Count &count);
    // What is asked for now; `orders` are those that the list can be in.
    void setOrder(SortBy sortBy, bool reversed, const QList<SortBy> &orders);
    void setUnreadOnly(bool unreadOnly);

    QAction *unreadOnly() const { return m_unreadOnly; } // has its key, for the window
    QMenu *sortMenu() const { return m_menu; }
    QString text() const { return m_text; }

Q_SIGNALS:
    void sortChosen(SortBy sortBy);
    void reversed();
    void unreadOnlyToggled(bool unreadOnly);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillMenu();
    void elide();

    QLabel *m_label;
    QToolButton *m_unreadButton;
    QToolButton *m_sortButton;
    QAction *m_unreadOnly;
    QMenu *m_menu;
    QString m_text;
    SortBy m_sortBy = SortBy::Date;
    bool m_isReversed = false;
    QList<SortBy> m_orders;
};
