#include "ui/shelf/shelfdelegate.h"

#include "ui/shelf/shelfmodel.h"
#include "ui/support/icons.h"
#include "ui/support/storytext.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int edgePadding = 6; // from the column's edge to a chosen row's ground
constexpr int textPadding = 8; // from there to its picture
constexpr int pictureSize = 16;
constexpr int leastNameWidth = 64; // the total of articles gives way before the name does

const ShelfRow *rowOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const ShelfModel *>(index.model());
    return model ? model->rowAt(index) : nullptr;
}

QString pictureOf(const ShelfRow &row)
{
    if (row.isAway)
        return u"network-offline"_s;
    switch (row.kind) {
    case ShelfRow::Kind::All:
        return u"view-all"_s;
    case ShelfRow::Kind::Unread:
        return u"mail-unread"_s;
    case ShelfRow::Kind::Starred:
        return u"starred"_s;
    case ShelfRow::Kind::Opened:
        return u"document-open-recent"_s;
    case ShelfRow::Kind::Folder:
    case ShelfRow::Kind::Subfolder:
        return u"folder"_s;
    case ShelfRow::Kind::VisitedFolder:
        return u"folder-visiting"_s;
    case ShelfRow::Kind::Search:
        return u"folder-saved-search"_s;
    case ShelfRow::Kind::Tag:
        return u"tag"_s;
    default:
        return {};
    }
}

struct RowColours
{
    QColor text;
    QColor quiet;
    bool isLit = false;
};

RowColours rowColours(const QStyleOptionViewItem &option)
{
    const QPalette palette = option.widget ? option.widget->palette() : option.palette;
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool isLit = isChosen && option.state & QStyle::State_HasFocus;
    const QColor window = palette.color(QPalette::Window);
    const QColor highlight = palette.color(QPalette::Active, QPalette::Highlight);
    const QColor plain = palette.color(QPalette::Active, QPalette::WindowText);
    RowColours colours{plain, blended(plain, window, 0.34), isLit};
    if (isLit) {
        colours.text = palette.color(QPalette::Active, QPalette::HighlightedText);
        colours.quiet = blended(colours.text, highlight, 0.12);
    } else if (isChosen) {
        colours.quiet = blended(plain, window, 0.22);
    }
    return colours;
}

QFont smallFont(const QFont &base, QFont::Weight weight)
{
    QFont font = base;
    font.setPointSizeF((base.pointSizeF() > 0 ? base.pointSizeF() : 10) * 0.9);
    font.setWeight(weight);
    return font;
}

// Everything is placed as if reading ran left to right; this turns a place round where it does not.
QRect placed(const QRect &area, const QStyleOptionViewItem &option)
{
    return QStyle::visualRect(option.direction, option.rect, area);
}

void drawWords(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area,
               const QString &words, Qt::Alignment side)
{
    const QRect place = placed(area, option);
    const auto visual = QStyle::visualAlignment(option.direction, side);
    painter.setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const QString shown = painter.fontMetrics().elidedText(words, Qt::ElideRight, place.width());
    painter.drawText(place, int(visual | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                     shown);
}

// The unread and the total, at the end of `area`; says how much of it they took. The two are one
// thing and run left to right whatever runs around them.
int drawCounts(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area,
               const ShelfRow &row, const RowColours &colours)
{
    if (row.articles == 0)
        return 0;
    const QFont thin = smallFont(option.font, QFont::Normal);
    const QFont bold = smallFont(option.font, QFont::Bold);
    const bool hasUnread = row.hasUnreadCount() && row.unread > 0;
    const QString unread = hasUnread ? shortCount(row.unread) : QString();
    QString total = hasUnread ? u" / "_s + shortCount(row.articles) : shortCount(row.articles);
    const int unreadWidth = QFontMetrics(bold).horizontalAdvance(unread);
    const int nameWidth = QFontMetrics(option.font).horizontalAdvance(row.name);
    const int room = area.width() - unreadWidth - QFontMetrics(thin).horizontalAdvance(total)
        - textPadding;
    if (hasUnread && room < qMin(nameWidth, qMax(leastNameWidth, area.width() * 6 / 10)))
        total.clear();
    const int width = unreadWidth + QFontMetrics(thin).horizontalAdvance(total);
    QRect place = placed(QRect(area.right() - width + 1, area.top(), width, area.height()), option);
    constexpr int flags = Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine
        | Qt::TextDontClip;
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setFont(bold);
    painter.setPen(colours.text);
    painter.drawText(place, flags, unread);
    place.setLeft(place.left() + unreadWidth);
    painter.setFont(thin);
    painter.setPen(colours.quiet);
    painter.drawText(place, flags, total);
    return width + textPadding;
}

void drawArrow(QPainter &painter, const QStyleOptionViewItem &option, const QPoint &middle)
{
    const bool isOpen = option.state & QStyle::State_Open;
    const int way = option.direction == Qt::RightToLeft ? -1 : 1;
    const QPoint points[] = {
        isOpen ? middle + QPoint(-4, -2) : middle + QPoint(-2 * way, -4),
        isOpen ? middle + QPoint(0, 2) : middle + QPoint(2 * way, 0),
        isOpen ? middle + QPoint(4, -2) : middle + QPoint(-2 * way, 4),
    };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(painter.pen().color(), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points, 3);
}

void drawHeading(QPainter &painter, const QStyleOptionViewItem &option, const ShelfRow &row)
{
    const QRect area = option.rect.adjusted(edgePadding + textPadding, 10, -edgePadding - 8, 0);
    painter.setPen(option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus)
                       ? blended(option.palette.color(QPalette::WindowText),
                                 option.palette.color(QPalette::Window), 0.1)
                       : blended(option.palette.color(QPalette::WindowText),
                                 option.palette.color(QPalette::Window), 0.34));
    painter.setFont(smallFont(option.font, QFont::DemiBold));
    drawWords(painter, option, area.adjusted(0, 0, -16, 0), row.name, Qt::AlignLeft);
    const QRect arrow = placed(QRect(area.right() - 10, area.top(), 10, area.height()), option);
    drawArrow(painter, option, arrow.center());
}

void drawPicture(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area,
                 const ShelfRow &row, const RowColours &colours)
{
    const QString picture = pictureOf(row);
    if (picture.isEmpty())
        return;
    const QRect place = placed(
        QRect(area.left(), area.center().y() - pictureSize / 2 + 1, pictureSize, pictureSize),
        option);
    painter.setOpacity(colours.isLit ? 1.0 : 0.7);
    ownIcon(picture).paint(&painter, place, Qt::AlignCenter,
                           colours.isLit ? QIcon::Selected : QIcon::Normal);
    painter.setOpacity(1.0);
}

QRect contentArea(const QStyleOptionViewItem &option, const ShelfRow &row)
{
    QRect area = option.rect.adjusted(edgePadding + textPadding, 0, -edgePadding - 8, 0);
    if (row.kind == ShelfRow::Kind::More)
        area.setLeft(area.left() + 2);
    return area;
}

QRect nameArea(const QRect &area, const ShelfRow &row)
{
    return pictureOf(row).isEmpty() ? area : area.adjusted(pictureSize + 7, 0, 0, 0);
}

} // namespace

QString shortCount(qsizetype count)
{
    const QLocale locale;
    if (count < 10'000)
        return locale.toString(count);
    const bool isMillions = count >= 999'950;
    const double shown = double(count) / (isMillions ? 1'000'000 : 1'000);
    const QString number = locale.toString(shown, 'f', shown < 99.95 ? 1 : 0);
    return isMillions ? ShelfModel::tr("%1M", "millions").arg(number)
                      : ShelfModel::tr("%1k", "thousands").arg(number);
}

void ShelfDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                          const QModelIndex &index) const
{
    const ShelfRow *row = rowOf(index);
    if (!row)
        return;
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    option.state.setFlag(QStyle::State_HasFocus,
                         view && view->hasFocus() && (option.state & QStyle::State_Selected));
    painter->save();
    if (row->kind == ShelfRow::Kind::Heading) {
        drawHeading(*painter, option, *row);
        return painter->restore();
    }
    const RowColours colours = rowColours(option);
    QRect area = contentArea(option, *row);
    drawPicture(*painter, option, area, *row, colours);
    area = nameArea(area, *row);
    area.setRight(area.right() - drawCounts(*painter, option, area, *row, colours));
    QFont font = option.font;
    font.setItalic(row->kind == ShelfRow::Kind::More);
    painter->setFont(font);
    painter->setPen(row->isAway || row->kind == ShelfRow::Kind::More ? colours.quiet
                                                                     : colours.text);
    drawWords(*painter, option, area, row->name, Qt::AlignLeft);
    painter->restore();
}

QSize ShelfDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ShelfRow *row = rowOf(index);
    const int line = QFontMetrics(option.font).lineSpacing();
    const bool isHeading = row && row->kind == ShelfRow::Kind::Heading;
    return {80, isHeading ? line + 18 : qMax(26, line + 9)};
}

QWidget *ShelfDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                     const QModelIndex &) const
{
    auto *editor = new QLineEdit(parent);
    editor->setAccessibleName(tr("New name"));
    editor->setMaxLength(120);
    return editor;
}

void ShelfDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex &index) const
{
    const ShelfRow *row = rowOf(index);
    if (!row)
        return;
    const QRect area = nameArea(contentArea(option, *row), *row).adjusted(-5, 1, 4, -1);
    editor->setGeometry(placed(area, option));
}
