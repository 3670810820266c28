#pragma once
// How many articles there are of each month, or of each year where there are many years, as bars
// from left to right in the order of time. One clicks a bar, or drags over several, to ask for
// their dates; the arrow keys do the same. GUI thread.

#include "app/search/searchhit.h"
#include "ui/searchbar/querytext.h"

#include <QWidget>

class DateHistogram final : public QWidget
{
    Q_OBJECT

public:
    explicit DateHistogram(QWidget *parent = nullptr);

    void setMonths(const QList<MonthCount> &months);
    void setDates(const DateRange &dates); // what is asked for now
    bool isEmpty() const { return m_bars.isEmpty(); }

    // One bar: a month or a year.
    struct Bar
    {
        QDate first;
        QDate last;
        qsizetype articles = 0;
        bool isYear = false;
    };
    int barCount() const { return int(m_bars.size()); }
    QRect barArea(int bar) const; // of its whole column
    QString barText(int bar) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

Q_SIGNALS:
    void datesChosen(const DateRange &dates); // empty: all of them again

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void makeBars();
    int usedWidth() const;
    int barAt(const QPoint &place) const;
    bool isChosen(int bar) const;
    void setCursorBar(int bar, bool extend);
    void choose(int from, int to);
    void paintBar(QPainter &painter, int bar, qsizetype highest) const;
    void paintAxis(QPainter &painter) const;

    QList<MonthCount> m_months;
    QList<Bar> m_bars;
    DateRange m_dates;
    int m_anchor = -1; // where a drag, or a choice by keys, began
    int m_cursor = -1; // where it is
    int m_hovered = -1;
    bool m_isDragging = false;
};

// Months without articles between the first and the last have bars too; years where the months
// would be narrower than they can be hit.
QList<DateHistogram::Bar> histogramBars(const QList<MonthCount> &months, int width);
