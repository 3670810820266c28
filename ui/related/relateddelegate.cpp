#include "ui/related/relateddelegate.h"

#include "ui/related/relatedmodel.h"
#include "ui/support/storytext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QPainterPath>

namespace {

using Kind = RelatedRow::Kind;

constexpr int sidePadding = 16;
constexpr int storyPadding = 8;
constexpr int headingSpace = 16; // above a section's heading
constexpr int lineGap = 2;
constexpr int unreadBar = 3; // width of the mark at an unread row's edge
constexpr int copyIndent = 14;
constexpr int stripHeight = 28; // of its bars
constexpr int chevron = 4;      // half of its width
constexpr int chipPadding = 6;

const RelatedModel &modelOf(const QModelIndex &index)
{
    return *static_cast<const RelatedModel *>(index.model());
}

Kind kindOf(const QModelIndex &index)
{
    return modelOf(index).rowAt(index.row())->kind;
}

QFont smallFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF((base.pointSizeF() > 0 ? base.pointSizeF() : 10) * 0.9);
    return font;
}

QFont headingFont(const QFont &base)
{
    QFont font = smallFont(base);
    font.setWeight(QFont::DemiBold);
    return font;
}

struct RowTexts
{
    StoryText headline;
    StoryText detail;
    StoryText reason;
};

RowTexts rowTexts(const QFont &base, const QModelIndex &index)
{
    const bool isCopy = kindOf(index) == Kind::Copy;
    const QFont small = smallFont(base);
    QFont headline = isCopy ? small : base;
    if (index.data(RelatedModel::IsHereRole).toBool() && !isCopy)
        headline.setWeight(index.data(RelatedModel::IsUnreadRole).toBool() ? QFont::Bold
                                                                           : QFont::Medium);
    return {{index.data(Qt::DisplayRole).toString(), headline, isCopy ? 1 : 3},
            {index.data(RelatedModel::DetailRole).toString(), small, 1},
            {index.data(RelatedModel::ReasonRole).toString(), small, 2}};
}

// What is drawn where the reader reads from the right is drawn from the right.
QRect mirrored(const QRect &rect, const QStyleOptionViewItem &option)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

void drawChevron(QPainter &painter, const QPoint &middle, bool isOpen, bool isRightToLeft)
{
    QPolygonF line;
    if (isOpen) {
        line << middle + QPointF(-chevron, -chevron / 2.0) << middle + QPointF(0, chevron / 2.0)
             << middle + QPointF(chevron, -chevron / 2.0);
    } else {
        const double way = isRightToLeft ? -1 : 1;
        line << middle + QPointF(-way * chevron / 2.0, -chevron)
             << middle + QPointF(way * chevron / 2.0, 0)
             << middle + QPointF(-way * chevron / 2.0, chevron);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPolyline(line);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

struct Colours
{
    QColor ground;
    QColor text;
    QColor quiet;
    QColor accent;
};

Colours coloursOf(const QStyleOptionViewItem &option)
{
    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QPalette &palette = option.palette;
    Colours colours;
    colours.ground = palette.color(group, selected ? QPalette::Highlight : QPalette::Base);
    colours.text = palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    colours.quiet = blended(colours.text, colours.ground, selected ? 0.12 : 0.36);
    colours.accent = selected ? colours.text : palette.color(group, QPalette::Highlight);
    return colours;
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const RelatedRow &row = *modelOf(index).rowAt(index.row());
    const bool isSelected = option.state & QStyle::State_Selected;
    const Colours colours = coloursOf(option);
    if (isSelected)
        painter.fillRect(option.rect.adjusted(0, headingSpace - 6, 0, 0), colours.ground);
    const QRect area = option.rect.adjusted(sidePadding, headingSpace, -sidePadding, 0);
    const int height = QFontMetrics(headingFont(option.font)).lineSpacing();
    painter.setPen(blended(colours.text, colours.ground, 0.2));
    const QRect words = mirrored(area.adjusted(0, 0, -40, 0), option);
    drawStoryText(painter, words, {option.text, headingFont(option.font), 1});
    painter.setPen(colours.quiet);
    const QRect end = mirrored(QRect(area.right() - 40, area.top(), 40, height), option);
    const QPoint middle = mirrored(
                              QRect(area.right() - 2 * chevron, area.top(), 2 * chevron, height),
                              option)
                              .center();
    const bool isRightToLeft = option.direction == Qt::RightToLeft;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    if (!row.isOpen) {
        painter.setFont(smallFont(option.font));
        painter.drawText(isRightToLeft ? end.adjusted(20, 0, 0, 0) : end.adjusted(0, 0, -16, 0),
                         (isRightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                         QLocale().toString(row.stories));
    }
    if (!row.isOpen || isHovered || isSelected)
        drawChevron(painter, middle, row.isOpen, isRightToLeft);
    if (!isSelected)
        painter.fillRect(QRect(area.left(), area.top() + height + 3, area.width(), 1),
                         blended(colours.ground, colours.text, 0.2));
}

void paintStrip(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Colours colours = coloursOf(option);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, colours.ground);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, blended(colours.ground, colours.accent, 0.09));
    QPalette palette = option.palette;
    palette.setColor(QPalette::Base, colours.ground);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::Highlight, colours.accent);
    const RelatedModel &model = modelOf(index);
    const QRect bars = RelatedDelegate::stripArea(option.rect);
    drawDensity(painter, bars, model.bins(), palette, option.direction == Qt::RightToLeft);
    const QFont small = smallFont(option.font);
    const QRect line(bars.left(), bars.bottom() + 5, bars.width(),
                     QFontMetrics(small).lineSpacing());
    painter.setFont(small);
    painter.setPen(colours.quiet);
    const QFontMetrics metrics(small);
    const QString link = RelatedDelegate::tr("Show in list");
    painter.drawText(line, Qt::AlignLeading | Qt::TextSingleLine,
                     metrics.elidedText(option.text, Qt::ElideRight,
                                        line.width() - metrics.horizontalAdvance(link) - 8));
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    painter.setPen(option.state & QStyle::State_Selected
                       ? colours.text
                       : option.palette.color(group, QPalette::Link));
    painter.drawText(line, Qt::AlignTrailing | Qt::TextSingleLine, link);
}

void paintSubject(QPainter &painter, const QStyleOptionViewItem &option)
{
    const Colours colours = coloursOf(option);
    painter.fillRect(option.rect, blended(colours.ground, colours.accent, 0.12));
    painter.fillRect(
        mirrored(QRect(option.rect.left(), option.rect.top(), unreadBar, option.rect.height()),
                 option),
        colours.accent);
    painter.setPen(blended(colours.text, colours.ground, 0.2));
    drawStoryText(painter, option.rect.adjusted(sidePadding, storyPadding - 3, -sidePadding, 0),
                  {option.text, smallFont(option.font), 1});
}

void paintChip(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
               const Colours &colours)
{
    const QRect chip = RelatedDelegate::copiesArea(option.rect, option.font, index);
    if (chip.isEmpty())
        return;
    const QRect place = mirrored(chip, option);
    QPainterPath shape;
    shape.addRoundedRect(place, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(shape, blended(colours.ground, colours.text, 0.1));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(colours.quiet);
    painter.setFont(smallFont(option.font));
    const int arrow = 2 * chevron + 4;
    const bool isRightToLeft = option.direction == Qt::RightToLeft;
    painter.drawText(isRightToLeft ? place.adjusted(arrow, 0, -chipPadding, 0)
                                   : place.adjusted(chipPadding, 0, -arrow, 0),
                     Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     index.data(RelatedModel::CopiesRole).toString());
    const int x = isRightToLeft ? place.left() + chipPadding + chevron - 2
                                : place.right() - chipPadding - chevron + 2;
    drawChevron(painter, {x, place.center().y() + 1}, modelOf(index).rowAt(index.row())->isOpen,
                isRightToLeft);
}

QRect storyArea(const QRect &row, const QModelIndex &index)
{
    const int indent = kindOf(index) == Kind::Copy ? copyIndent : 0;
    return row.adjusted(sidePadding + indent, storyPadding, -sidePadding, -storyPadding);
}

void paintStory(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool here = index.data(RelatedModel::IsHereRole).toBool();
    const Colours colours = coloursOf(option);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, colours.ground);
    else if (here && option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, blended(colours.ground, colours.accent, 0.09));
    if (index.data(RelatedModel::IsUnreadRole).toBool()) {
        const QRect edge(option.rect.left(), option.rect.top() + 4, unreadBar,
                         option.rect.height() - 8);
        painter.fillRect(mirrored(edge, option), colours.accent);
    }
    const RowTexts texts = rowTexts(option.font, index);
    QRect area = mirrored(storyArea(option.rect, index), option);
    painter.setPen(here ? colours.text : colours.quiet);
    area.setTop(area.top() + drawStoryText(painter, area, texts.headline) + lineGap);
    painter.setPen(colours.quiet);
    area.setTop(area.top() + drawStoryText(painter, area, texts.detail));
    drawStoryText(painter, area, texts.reason);
    paintChip(painter, option, index, colours);
}

} // namespace

QRect RelatedDelegate::stripArea(const QRect &row)
{
    return {row.left() + sidePadding, row.top() + storyPadding, row.width() - 2 * sidePadding,
            stripHeight};
}

// In the last line, at its end, from left to right.
QRect RelatedDelegate::copiesArea(const QRect &row, const QFont &font, const QModelIndex &index)
{
    const QString words = index.data(RelatedModel::CopiesRole).toString();
    if (words.isEmpty())
        return {};
    const QFontMetrics metrics(smallFont(font));
    const int width = metrics.horizontalAdvance(words) + 2 * chipPadding + 2 * chevron + 4;
    const int height = metrics.lineSpacing() + 2;
    return {row.left() + sidePadding, row.bottom() - storyPadding - height + 1, width, height};
}

void RelatedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    switch (kindOf(index)) {
    case Kind::Heading:
        paintHeading(*painter, option, index);
        break;
    case Kind::Strip:
        paintStrip(*painter, option, index);
        break;
    case Kind::Subject:
        paintSubject(*painter, option);
        break;
    case Kind::Story:
    case Kind::Copy:
        paintStory(*painter, option, index);
        break;
    }
    painter->restore();
}

QSize RelatedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : 240;
    const QFont font = view ? view->font() : option.font;
    const int line = QFontMetrics(smallFont(font)).lineSpacing();
    switch (kindOf(index)) {
    case Kind::Heading:
        return {width, headingSpace + QFontMetrics(headingFont(font)).lineSpacing() + 8};
    case Kind::Strip:
        return {width, storyPadding + stripHeight + 5 + line + storyPadding};
    case Kind::Subject:
        return {width, 2 * (storyPadding - 3) + line};
    case Kind::Story:
    case Kind::Copy:
        break;
    }
    const RowTexts texts = rowTexts(font, index);
    const int column = storyArea({0, 0, width, 0}, index).width();
    const int chip = copiesArea({}, font, index).height();
    return {width,
            2 * storyPadding + storyTextHeight(texts.headline, column) + lineGap
                + storyTextHeight(texts.detail, column) + storyTextHeight(texts.reason, column)
                + (chip > 0 ? chip + 2 * lineGap : 0)};
}
