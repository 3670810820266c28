#include "ui/searchbar/datehistogram.h"

#include "ui/support/storytext.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int axisHeight = 18;
constexpr int barsHeight = 64;
constexpr int narrowestBar = 3; // pixels that one can still hit
constexpr int widestBar = 22;   // a few months are not a wall
constexpr int leastBar = 2;     // height of a month with a single article

DateHistogram::Bar monthBar(int year, int month)
{
    const QDate first(year, month, 1);
    return {first, first.addMonths(1).addDays(-1), 0, false};
}

DateHistogram::Bar yearBar(int year)
{
    return {QDate(year, 1, 1), QDate(year, 12, 31), 0, true};
}

} // namespace

QList<DateHistogram::Bar> histogramBars(const QList<MonthCount> &months, int width)
{
    if (months.isEmpty())
        return {};
    const int firstYear = months.first().year;
    const int years = qMin(months.last().year - firstYear + 1, 2000); // a date may be nonsense
    const int firstMonth = firstYear * 12 + months.first().month - 1;
    const int monthCount = qMin(months.last().year * 12 + months.last().month - firstMonth, 24000);
    const bool byYear = monthCount * narrowestBar > qMax(1, width);
    QList<DateHistogram::Bar> bars;
    if (byYear) {
        for (int year = 0; year < years; ++year)
            bars.append(yearBar(firstYear + year));
    } else {
        for (int month = firstMonth; month < firstMonth + monthCount; ++month)
            bars.append(monthBar(month / 12, month % 12 + 1));
    }
    for (const MonthCount &month : months) {
        const int bar = byYear ? month.year - firstYear
                               : month.year * 12 + month.month - 1 - firstMonth;
        if (bar >= 0 && bar < bars.size())
            bars[bar].articles += month.articles;
    }
    return bars;
}

DateHistogram::DateHistogram(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Articles by date"));
    setAccessibleDescription(tr("Arrow keys move, Shift extends, Enter chooses, Del asks for all"));
}

void DateHistogram::setMonths(const QList<MonthCount> &months)
{
    if (months == m_months)
        return;
    m_months = months;
    makeBars();
}

void DateHistogram::setDates(const DateRange &dates)
{
    m_dates = dates;
    if (!m_isDragging && dates.isEmpty())
        m_anchor = m_cursor;
    update();
}

void DateHistogram::makeBars()
{
    m_bars = histogramBars(m_months, width());
    m_anchor = m_cursor = m_hovered = -1;
    update();
}

int DateHistogram::usedWidth() const
{
    return qMax(1, int(qMin<qint64>(width(), qint64(m_bars.size()) * widestBar)));
}

QRect DateHistogram::barArea(int bar) const
{
    const auto count = qMax<qsizetype>(1, m_bars.size());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int start = mirrored ? width() - usedWidth() : 0;
    const auto edge = [&](int number) { return start + int(qint64(usedWidth()) * number / count); };
    const int place = mirrored ? int(count) - 1 - bar : bar;
    return {edge(place), 0, qMax(1, edge(place + 1) - edge(place)), height() - axisHeight};
}

int DateHistogram::barAt(const QPoint &place) const
{
    if (m_bars.isEmpty())
        return -1;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int start = mirrored ? width() - usedWidth() : 0;
    const int along = qBound(0, place.x() - start, usedWidth() - 1);
    const int number = int(qint64(along) * m_bars.size() / usedWidth());
    return mirrored ? int(m_bars.size()) - 1 - number : number;
}

QString DateHistogram::barText(int bar) const
{
    const Bar &shown = m_bars.at(bar);
    const QLocale locale;
    const QString when = locale.toString(shown.first, shown.isYear ? u"yyyy"_s : u"MMMM yyyy"_s);
    return shown.articles == 1 ? tr("%1: 1 article").arg(when)
                               : tr("%1: %2 articles").arg(when, locale.toString(shown.articles));
}

// While a choice is being made it is what is shown as chosen.
bool DateHistogram::isChosen(int bar) const
{
    if (m_anchor >= 0 && m_cursor >= 0 && (m_isDragging || m_anchor != m_cursor))
        return bar >= qMin(m_anchor, m_cursor) && bar <= qMax(m_anchor, m_cursor);
    if (m_dates.isEmpty())
        return false;
    const Bar &shown = m_bars.at(bar);
    return (m_dates.first.isNull() || shown.last >= m_dates.first)
        && (m_dates.last.isNull() || shown.first <= m_dates.last);
}

QSize DateHistogram::sizeHint() const
{
    return {200, barsHeight + axisHeight};
}

void DateHistogram::paintEvent(QPaintEvent *)
{
    if (m_bars.isEmpty())
        return;
    QPainter painter(this);
    const auto highest = std::ranges::max_element(m_bars, {}, &Bar::articles)->articles;
    for (int bar = 0; bar < m_bars.size(); ++bar)
        paintBar(painter, bar, qMax<qsizetype>(1, highest));
    paintAxis(painter);
    if (hasFocus() && m_cursor >= 0) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(barArea(m_cursor).adjusted(0, 0, -1, -1));
    }
}

void DateHistogram::paintBar(QPainter &painter, int bar, qsizetype highest) const
{
    const QColor window = palette().color(QPalette::Window);
    const QColor text = palette().color(QPalette::WindowText);
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    const bool chosen = isChosen(bar);
    const bool anyChosen = !m_dates.isEmpty() || m_isDragging;
    const QRect area = barArea(bar);
    if (chosen)
        painter.fillRect(area, blended(window, accent, 0.16));
    else if (bar == m_hovered)
        painter.fillRect(area, blended(window, text, 0.08));
    const qsizetype articles = m_bars.at(bar).articles;
    if (articles == 0)
        return;
    // The root keeps a quiet month visible beside a busy one.
    const double share = std::sqrt(double(articles) / double(highest));
    const int height = qMax(leastBar, int(std::lround(share * (area.height() - 4))));
    const int gap = area.width() >= 5 ? 1 : 0;
    const QColor ink = chosen ? accent
                              : blended(window, anyChosen ? text : accent, anyChosen ? 0.25 : 0.7);
    painter.fillRect(QRect(area.left(), area.bottom() - height + 1, area.width() - gap, height),
                     ink);
}

// The year stands below its first bar, wherever there is room for it.
void DateHistogram::paintAxis(QPainter &painter) const
{
    const QColor window = palette().color(QPalette::Window);
    const QColor text = palette().color(QPalette::WindowText);
    QFont small = font();
    small.setPointSizeF((small.pointSizeF() > 0 ? small.pointSizeF() : 10) * 0.8);
    const QFontMetrics metrics(small);
    painter.setFont(small);
    painter.fillRect(0, height() - axisHeight, width(), 1, blended(window, text, 0.25));
    painter.setPen(blended(text, window, 0.34));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int taken = mirrored ? width() + 6 : -6;
    for (int bar = 0; bar < m_bars.size(); ++bar) {
        const Bar &shown = m_bars.at(bar);
        if (!shown.isYear && shown.first.month() != 1 && bar > 0)
            continue;
        const QString year = QString::number(shown.first.year());
        const int wide = metrics.horizontalAdvance(year);
        const QRect area = barArea(bar);
        int start = mirrored ? area.right() - wide : area.left();
        start = qBound(0, start, qMax(0, width() - wide));
        if (mirrored ? start + wide > taken - 6 : start < taken + 6)
            continue;
        painter.drawText(start, height() - axisHeight + 3 + metrics.ascent(), year);
        taken = mirrored ? start : start + wide;
    }
}

void DateHistogram::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeBars();
}

bool DateHistogram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_bars.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int bar = barAt(help->pos());
        QToolTip::showText(help->globalPos(), barText(bar), this, barArea(bar));
        return true;
    }
    // Letters and arrows are commands of the window; here some of them are ours.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Space) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void DateHistogram::setCursorBar(int bar, bool extend)
{
    if (m_bars.isEmpty())
        return;
    m_cursor = qBound(0, bar, int(m_bars.size()) - 1);
    if (!extend || m_anchor < 0)
        m_anchor = m_cursor;
    setAccessibleName(barText(m_cursor));
    update();
}

void DateHistogram::choose(int from, int to)
{
    const DateRange dates{m_bars.at(qMin(from, to)).first, m_bars.at(qMax(from, to)).last};
    Q_EMIT datesChosen(dates == m_dates ? DateRange() : dates); // the same again takes it back
}

void DateHistogram::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const int way = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return setCursorBar(m_cursor - way, extend);
    case Qt::Key_Right:
        return setCursorBar(m_cursor + way, extend);
    case Qt::Key_Home:
        return setCursorBar(0, extend);
    case Qt::Key_End:
        return setCursorBar(barCount() - 1, extend);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_cursor >= 0)
            choose(m_anchor, m_cursor);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT datesChosen({});
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void DateHistogram::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_bars.isEmpty())
        return event->ignore();
    m_isDragging = true;
    setCursorBar(barAt(event->position().toPoint()), event->modifiers() & Qt::ShiftModifier);
}

void DateHistogram::mouseMoveEvent(QMouseEvent *event)
{
    const int bar = barAt(event->position().toPoint());
    if (m_isDragging)
        setCursorBar(bar, true);
    if (bar == m_hovered)
        return;
    m_hovered = bar;
    update();
}

void DateHistogram::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isDragging || event->button() != Qt::LeftButton)
        return event->ignore();
    m_isDragging = false;
    choose(m_anchor, m_cursor);
    m_anchor = m_cursor; // what is asked for is drawn from now on
    update();
}

void DateHistogram::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void DateHistogram::focusInEvent(QFocusEvent *event)
{
    if (m_cursor < 0 && event->reason() != Qt::MouseFocusReason)
        setCursorBar(barCount() - 1, false);
    QWidget::focusInEvent(event);
}
