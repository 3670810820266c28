#include "ui/searchbar/facetpanel.h"

#include "ui/searchbar/datehistogram.h"
#include "ui/searchbar/facetlist.h"
#include "ui/support/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QToolButton *flatButton(const QString &icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setIconSize({16, 16});
    button->setText(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

QString dayText(const QDate &day)
{
    return QLocale().toString(day, QLocale::LongFormat);
}

bool isWholeYears(const DateRange &dates)
{
    return dates.first.dayOfYear() == 1 && dates.last == QDate(dates.last.year(), 12, 31);
}

bool isWholeMonths(const DateRange &dates)
{
    return dates.first.day() == 1 && dates.last.addDays(1).day() == 1;
}

} // namespace

QString dateRangeText(const DateRange &dates)
{
    const QLocale locale;
    if (dates.isEmpty())
        return {};
    if (dates.first.isNull())
        return FacetPanel::tr("until %1").arg(dayText(dates.last));
    if (dates.last.isNull())
        return FacetPanel::tr("from %1").arg(dayText(dates.first));
    QString first = dayText(dates.first);
    QString last = dayText(dates.last);
    if (isWholeYears(dates)) {
        first = QString::number(dates.first.year());
        last = QString::number(dates.last.year());
    } else if (isWholeMonths(dates)) {
        first = locale.toString(dates.first, u"MMMM yyyy"_s);
        last = locale.toString(dates.last, u"MMMM yyyy"_s);
    }
    return first == last ? first : FacetPanel::tr("%1 – %2").arg(first, last);
}

FacetPanel::FacetPanel(QWidget *parent)
    : QWidget(parent)
    , m_back(flatButton(u"go-previous"_s, tr("Library"), this))
    , m_when(new QLabel(this))
    , m_allDates(flatButton(u"edit-clear"_s, tr("All dates"), this))
    , m_histogram(new DateHistogram(this))
    , m_list(new FacetList(this))
    , m_nothing(new QLabel(tr("Nothing was found."), this))
{
    setAutoFillBackground(true);
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setToolTip(tr("Back to the library’s folders; the search stays"));
    m_allDates->setToolTip(m_allDates->accessibleName());
    m_when->setTextFormat(Qt::PlainText);
    m_nothing->setContentsMargins(14, 10, 14, 0);
    m_nothing->setWordWrap(true);
    m_nothing->hide();

    auto *dates = new QHBoxLayout;
    dates->setContentsMargins(14, 6, 8, 0);
    m_when->setMinimumHeight(m_allDates->sizeHint().height()); // with the button and without
    dates->addWidget(m_when, 1);
    dates->addWidget(m_allDates);
    auto *bars = new QHBoxLayout;
    bars->setContentsMargins(14, 0, 14, 0);
    bars->addWidget(m_histogram);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 4);
    layout->setSpacing(2);
    layout->addWidget(m_back, 0, Qt::AlignLeading);
    layout->addLayout(dates);
    layout->addLayout(bars);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);
    connectParts();
}

void FacetPanel::connectParts()
{
    connect(m_back, &QToolButton::clicked, this, &FacetPanel::shelfWanted);
    connect(m_allDates, &QToolButton::clicked, this,
            [this] { Q_EMIT textChosen(withoutDates(m_text)); });
    connect(m_histogram, &DateHistogram::datesChosen, this,
            [this](const DateRange &dates) { Q_EMIT textChosen(withDates(m_text, dates)); });
    connect(m_list, &FacetList::partChosen, this, [this](const QString &written) {
        const SearchQuery part = SearchQuery::parsed(written);
        Q_EMIT textChosen(hasPart(m_text, part) ? withoutPart(m_text, part)
                                                : withPart(m_text, part));
    });
}

// Where only the dates have changed, the months of before are still those one may choose from.
void FacetPanel::showFacets(const SearchFacets &facets, const QString &text)
{
    m_text = text;
    const QString undated = withoutDates(text);
    const bool onlyDatesChanged = undated == m_undated && !datesOf(text).isEmpty()
        && !m_histogram->isEmpty();
    if (!onlyDatesChanged)
        m_histogram->setMonths(facets.months);
    m_undated = undated;
    m_list->showFacets(facets, text);
    m_nothing->setVisible(facets.months.isEmpty() && facets.publishers.isEmpty()
                          && facets.sections.isEmpty() && facets.authors.isEmpty());
    showDates();
}

void FacetPanel::showDates()
{
    const DateRange dates = datesOf(m_text);
    m_histogram->setDates(dates);
    m_histogram->setVisible(!m_histogram->isEmpty());
    m_allDates->setVisible(!dates.isEmpty());
    m_when->setText(dates.isEmpty() ? tr("When") : dateRangeText(dates));
    QFont font = this->font();
    font.setPointSizeF((font.pointSizeF() > 0 ? font.pointSizeF() : 10) * 0.9);
    font.setWeight(QFont::DemiBold);
    m_when->setFont(font);
    m_when->setVisible(m_histogram->isVisibleTo(this));
}
