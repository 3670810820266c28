#include "ui/searchbar/facetlist.h"

#include "ui/searchbar/querytext.h"
#include "ui/support/storytext.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortGroup = 7;
constexpr int sidePadding = 14;

enum Role { KindRole = Qt::UserRole, ValueRole, CountRole, ChosenRole, SortRole };
enum class Sort { Heading, Value, More };

Sort sortOf(const QModelIndex &index)
{
    return Sort(index.data(SortRole).toInt());
}

SearchQuery partOf(const QModelIndex &index)
{
    SearchQuery part;
    part.kind = SearchQuery::Kind(index.data(KindRole).toInt());
    part.text = index.data(ValueRole).toString();
    return part;
}

QString oneLine(const QString &value)
{
    QString line = value.left(160).simplified();
    line.removeIf([](QChar letter) { return !letter.isPrint() && !letter.isSurrogate(); });
    return line;
}

QFont smallFont(const QFont &base, QFont::Weight weight)
{
    QFont font = base;
    font.setPointSizeF((base.pointSizeF() > 0 ? base.pointSizeF() : 10) * 0.9);
    font.setWeight(weight);
    return font;
}

class FacetDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        if (sortOf(index) == Sort::Heading)
            paintHeading(*painter, option, index);
        else
            paintValue(*painter, option, index);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = QFontMetrics(option.font).lineSpacing();
        return {80, sortOf(index) == Sort::Heading ? line + 20 : qMax(26, line + 9)};
    }

private:
    static int startOf(const QStyleOptionViewItem &option)
    {
        return int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignAbsolute
                   | Qt::AlignVCenter)
            | Qt::TextSingleLine;
    }
    static QColor ground(const QStyleOptionViewItem &option)
    {
        return option.widget->palette().color(QPalette::Window);
    }
    static QColor ink(const QStyleOptionViewItem &option)
    {
        return option.widget->palette().color(QPalette::WindowText);
    }

    static void paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
    {
        painter.setFont(smallFont(option.font, QFont::DemiBold));
        painter.setPen(blended(ink(option), ground(option), 0.34));
        painter.drawText(option.rect.adjusted(sidePadding, 12, -sidePadding, 0), startOf(option),
                         index.data().toString());
    }

    static void paintValue(QPainter &painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index)
    {
        const bool isChosen = index.data(ChosenRole).toBool();
        const bool isMore = sortOf(index) == Sort::More;
        const QColor accent = option.widget->palette().color(QPalette::Active, QPalette::Highlight);
        const QRect row = option.rect.adjusted(6, 1, -6, -1);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        if (isChosen)
            painter.setBrush(blended(ground(option), accent, 0.22));
        else if (option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus))
            painter.setBrush(blended(ground(option), ink(option), 0.07));
        else
            painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(row, 5, 5);

        QRect area = option.rect.adjusted(sidePadding, 0, -sidePadding, 0);
        const qsizetype articles = index.data(CountRole).toLongLong();
        const QString count = isChosen ? u"✕"_s
            : isMore || articles == 0  ? QString()
                                       : QLocale().toString(articles);
        const QFont small = smallFont(option.font, QFont::Normal);
        const int countWidth = QFontMetrics(small).horizontalAdvance(count);
        const auto mirrored = [&](const QRect &place) {
            return QStyle::visualRect(option.direction, option.rect, place);
        };
        painter.setFont(small);
        painter.setPen(blended(ink(option), ground(option), isChosen ? 0.1 : 0.34));
        painter.drawText(
            mirrored({area.right() - countWidth + 1, area.top(), countWidth + 1, area.height()}),
            int(Qt::AlignCenter) | Qt::TextSingleLine | Qt::TextDontClip, count);
        area.setRight(area.right() - countWidth - 10);
        QFont font = option.font;
        font.setItalic(isMore);
        font.setWeight(isChosen ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(isMore ? blended(ink(option), ground(option), 0.34) : ink(option));
        painter.drawText(
            mirrored(area), startOf(option),
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }
};

QString headingOf(SearchQuery::Kind kind)
{
    switch (kind) {
    case SearchQuery::Kind::Publisher:
        return FacetList::tr("Publishers");
    case SearchQuery::Kind::Section:
        return FacetList::tr("Sections");
    default:
        return FacetList::tr("Authors");
    }
}

QStandardItem *rowItem(Sort sort, const QString &text, SearchQuery::Kind kind)
{
    auto *item = new QStandardItem(text);
    item->setData(int(sort), SortRole);
    item->setData(int(kind), KindRole);
    item->setEditable(false);
    if (sort == Sort::Heading)
        item->setFlags(Qt::ItemIsEnabled);
    return item;
}

QStandardItem *valueItem(SearchQuery::Kind kind, const FacetCount &value, bool isChosen)
{
    auto *item = rowItem(Sort::Value, oneLine(value.value), kind);
    item->setData(value.value, ValueRole);
    item->setData(qlonglong(value.articles), CountRole);
    item->setData(isChosen, ChosenRole);
    const QString count = FacetList::tr("%1: %2 articles")
                              .arg(item->text(), QLocale().toString(value.articles));
    item->setToolTip(isChosen ? FacetList::tr("Take this out of the search") : count);
    item->setAccessibleText(isChosen ? FacetList::tr("%1, chosen").arg(item->text()) : count);
    return item;
}

} // namespace

FacetList::FacetList(QWidget *parent) : QListView(parent), m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new FacetDelegate(this));
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Narrow the search"));
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(this, &QListView::clicked, this, &FacetList::choose);
}

void FacetList::showFacets(const SearchFacets &facets, const QString &text)
{
    m_facets = facets;
    m_text = text;
    const int row = currentIndex().row();
    m_model->clear();
    addGroup(SearchQuery::Kind::Publisher, facets.publishers, text);
    addGroup(SearchQuery::Kind::Section, facets.sections, text);
    addGroup(SearchQuery::Kind::Author, facets.authors, text);
    if (row >= 0)
        setCurrentIndex(m_model->index(qMin(row, m_model->rowCount() - 1), 0));
}

void FacetList::addGroup(SearchQuery::Kind kind, const QList<FacetCount> &values,
                         const QString &text)
{
    QList<QStandardItem *> chosen;
    for (const QString &part : searchParts(text)) {
        if (const SearchQuery query = SearchQuery::parsed(part); query.kind == kind)
            chosen.append(valueItem(kind, {query.text, 0}, true));
    }
    if (chosen.isEmpty() && values.isEmpty())
        return;
    m_model->appendRow(rowItem(Sort::Heading, headingOf(kind), kind));
    for (QStandardItem *item : std::as_const(chosen))
        m_model->appendRow(item);
    const bool isWhole = m_whole.contains(kind);
    const qsizetype shown = isWhole ? values.size() : qMin(shortGroup, values.size());
    for (const FacetCount &value : values.first(shown)) {
        SearchQuery part;
        part.kind = kind;
        part.text = value.value;
        if (!hasPart(text, part))
            m_model->appendRow(valueItem(kind, value, false));
    }
    if (values.size() > shortGroup)
        m_model->appendRow(rowItem(Sort::More, isWhole ? tr("Fewer") : tr("More…"), kind));
}

void FacetList::choose(const QModelIndex &index)
{
    if (!index.isValid() || sortOf(index) == Sort::Heading)
        return;
    if (sortOf(index) == Sort::Value) {
        Q_EMIT partChosen(partOf(index).written());
        return;
    }
    const auto kind = SearchQuery::Kind(index.data(KindRole).toInt());
    if (m_whole.removeAll(kind) == 0)
        m_whole.append(kind);
    showFacets(m_facets, m_text);
}

// Letters are commands here, as in the list.
void FacetList::keyboardSearch(const QString &) { }

bool FacetList::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void FacetList::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        return choose(currentIndex());
    QListView::keyPressEvent(event);
}
