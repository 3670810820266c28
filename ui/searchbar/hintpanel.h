#pragma once
// The quiet list below the search field. It never has the focus: the field keeps it and says which
// hint the reader is at. GUI thread; owned by the search bar, drawn over the window.

#include "ui/searchbar/searchhints.h"

#include <QFrame>

class QListWidget;

class HintPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit HintPanel(QWidget *window);

    // Below `field`, as wide as it is; hidden when there are none.
    void showBelow(const QWidget *field, const QList<SearchHint> &hints);
    void step(int rows); // from no hint to the first; at an end back to none
    const SearchHint *current() const;
    const SearchHint *first() const;

Q_SIGNALS:
    void chosen(const SearchHint &hint);
    void currentChanged(const QString &spoken); // for a screen reader

private:
    QListWidget *m_list;
    QList<SearchHint> m_hints;
};
