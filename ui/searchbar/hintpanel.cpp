#include "ui/searchbar/hintpanel.h"

#include "ui/support/storytext.h"

#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace {

constexpr int detailRole = Qt::UserRole;
constexpr int sidePadding = 12;

class HintDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool isChosen = option.state & QStyle::State_Selected;
        const QPalette &palette = option.palette;
        const QColor ground = palette.color(isChosen ? QPalette::Highlight : QPalette::Base);
        const QColor text = palette.color(isChosen ? QPalette::HighlightedText : QPalette::Text);
        painter->save();
        if (isChosen)
            painter->fillRect(option.rect, ground);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, blended(ground, text, 0.07));
        const QRect area = option.rect.adjusted(sidePadding, 0, -sidePadding, 0);
        const QString words = index.data().toString();
        const QString detail = index.data(detailRole).toString();
        const QFontMetrics metrics(option.font);
        const int detailWidth = qMin(metrics.horizontalAdvance(detail) + 2, area.width() * 6 / 10);
        const int wordsWidth = area.width() - detailWidth - 14;
        const auto flags = int(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine;
        const QRect start = QStyle::visualRect(
            option.direction, area, QRect(area.left(), area.top(), wordsWidth, area.height()));
        const QRect end = QStyle::visualRect(
            option.direction, area,
            QRect(area.right() - detailWidth + 1, area.top(), detailWidth, area.height()));
        painter->setPen(text);
        painter->drawText(start, flags, metrics.elidedText(words, Qt::ElideRight, wordsWidth));
        painter->setPen(blended(text, ground, 0.36));
        painter->drawText(end, flags, metrics.elidedText(detail, Qt::ElideRight, detailWidth));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, qMax(26, QFontMetrics(option.font).lineSpacing() + 10)};
    }
};

} // namespace

HintPanel::HintPanel(QWidget *window) : QFrame(window), m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new HintDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Search hints"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 4, 1, 4);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        Q_EMIT chosen(SearchHint(m_hints.at(m_list->row(item))));
    });
    hide();
}

void HintPanel::showBelow(const QWidget *field, const QList<SearchHint> &hints)
{
    if (hints.isEmpty())
        return hide();
    if (hints != m_hints) {
        m_hints = hints;
        m_list->clear();
        for (const SearchHint &hint : hints) {
            auto *item = new QListWidgetItem(hint.words, m_list);
            item->setData(detailRole, hint.detail);
        }
    }
    m_list->setCurrentRow(-1);
    const QPoint place = field->mapTo(parentWidget(), QPoint(0, field->height() + 2));
    const int row = m_list->sizeHintForRow(0);
    const int room = parentWidget()->height() - place.y() - 12;
    const int height = qMin(int(hints.size()) * row + 10, room);
    setGeometry(place.x(), place.y(), field->width(), height);
    show();
    raise();
}

void HintPanel::step(int rows)
{
    const int count = m_list->count();
    int row = m_list->currentRow() + rows;
    if (m_list->currentRow() < 0 && rows < 0)
        row = count - 1;
    m_list->setCurrentRow(row < 0 || row >= count ? -1 : row);
    if (const SearchHint *hint = current())
        Q_EMIT currentChanged(tr("%1, %2").arg(hint->words, hint->detail));
}

const SearchHint *HintPanel::current() const
{
    const int row = m_list->currentRow();
    return isVisible() && row >= 0 && row < m_hints.size() ? &m_hints.at(row) : nullptr;
}

const SearchHint *HintPanel::first() const
{
    return isVisible() && !m_hints.isEmpty() ? &m_hints.first() : nullptr;
}
