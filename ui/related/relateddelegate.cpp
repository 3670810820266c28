#include "ui/related/relateddelegate.h"

#include "ui/related/relatedmodel.h"
#include "ui/support/storytext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace {

constexpr int sidePadding = 16;
constexpr int storyPadding = 8;
constexpr int headingSpace = 16; // above a section's heading
constexpr int lineGap = 2;

struct RowTexts
{
    StoryText headline;
    StoryText detail;
    StoryText reason;
};

RowTexts rowTexts(const QFont &base, const QModelIndex &index)
{
    const qreal size = base.pointSizeF() > 0 ? base.pointSizeF() : 10;
    QFont small = base;
    small.setPointSizeF(size * 0.9);
    QFont headline = base;
    headline.setWeight(index.data(RelatedModel::IsHereRole).toBool() ? QFont::DemiBold
                                                                     : QFont::Normal);
    return {{index.data(Qt::DisplayRole).toString(), headline, 3},
            {index.data(RelatedModel::DetailRole).toString(), small, 1},
            {index.data(RelatedModel::ReasonRole).toString(), small, 2}};
}

QFont headingFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF((base.pointSizeF() > 0 ? base.pointSizeF() : 10) * 0.9);
    font.setWeight(QFont::DemiBold);
    return font;
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &text)
{
    const QPalette &palette = option.palette;
    const QColor base = palette.color(QPalette::Base);
    const QColor strong = palette.color(QPalette::Text);
    const QRect area = option.rect.adjusted(sidePadding, headingSpace, -sidePadding, 0);
    painter.setPen(blended(strong, base, 0.3));
    const int height = drawStoryText(painter, area, {text, headingFont(option.font), 1});
    painter.fillRect(QRect(area.left(), area.top() + height + 3, area.width(), 1),
                     blended(base, strong, 0.2));
}

} // namespace

void RelatedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    if (index.data(RelatedModel::IsHeadingRole).toBool()) {
        paintHeading(*painter, option, option.text);
        return painter->restore();
    }

    const bool here = index.data(RelatedModel::IsHereRole).toBool();
    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor base = option.palette.color(group,
                                             selected ? QPalette::Highlight : QPalette::Base);
    const QColor text = option.palette.color(group,
                                             selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor accent = option.palette.color(group, QPalette::Highlight);
    if (selected)
        painter->fillRect(option.rect, base);
    else if (here && option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, blended(base, accent, 0.09));

    const QColor quiet = blended(text, base, selected ? 0.12 : 0.36);
    const RowTexts texts = rowTexts(option.font, index);
    QRect area = option.rect.adjusted(sidePadding, storyPadding, -sidePadding, -storyPadding);
    painter->setPen(here ? text : quiet);
    area.setTop(area.top() + drawStoryText(*painter, area, texts.headline) + lineGap);
    painter->setPen(quiet);
    area.setTop(area.top() + drawStoryText(*painter, area, texts.detail));
    drawStoryText(*painter, area, texts.reason);
    painter->restore();
}

QSize RelatedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : 240;
    const int column = width - 2 * sidePadding;
    const QFont font = view ? view->font() : option.font;
    if (index.data(RelatedModel::IsHeadingRole).toBool())
        return {width, headingSpace + QFontMetrics(headingFont(font)).lineSpacing() + 8};
    const RowTexts texts = rowTexts(font, index);
    return {width,
            2 * storyPadding + storyTextHeight(texts.headline, column) + lineGap
                + storyTextHeight(texts.detail, column) + storyTextHeight(texts.reason, column)};
}
