#include "ui/articlelist/articledelegate.h"

#include "app/search/searchhit.h"
#include "ui/articlelist/articlelistmodel.h"
#include "ui/articlelist/rowlook.h"
#include "ui/support/storytext.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;
using namespace rowlook;

namespace {

constexpr int smallestTarget = 24; // pixels that a finger or a shaking hand can hit

// One row on its way to the screen.
struct Row
{
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    Fonts fonts;
    Colours colours;

    QRect mirrored(const QRect &place, const QRect &area) const
    {
        return QStyle::visualRect(option.direction, area, place);
    }
};

void paintGround(const Row &row)
{
    const QStyleOptionViewItem &option = row.option;
    if (option.state & QStyle::State_Selected)
        row.painter.fillRect(option.rect, row.colours.ground);
    else if (option.state & QStyle::State_MouseOver)
        row.painter.fillRect(option.rect, blended(row.colours.ground, row.colours.mark, 0.09));

    const QRect line(option.rect.left() + sidePadding, option.rect.bottom(),
                     option.rect.width() - 2 * sidePadding, 1);
    if (!(option.state & QStyle::State_Selected))
        row.painter.fillRect(line, blended(row.colours.ground, row.colours.strong, 0.13));
    if (row.index.data(ArticleListModel::UnreadRole).toBool()) {
        const QRect bar(option.rect.left() + 5, option.rect.top() + endPadding, unreadBar,
                        option.rect.height() - 2 * endPadding);
        row.painter.fillRect(row.mirrored(bar, option.rect), row.colours.mark);
    }
}

// `place` is where the words stand when the window runs from left to right.
void drawWords(const Row &row, const QRect &area, const QRect &place, const QString &words)
{
    row.painter.setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const auto side = QStyle::visualAlignment(row.option.direction, Qt::AlignLeft);
    row.painter.drawText(row.mirrored(place, area),
                         int(side | Qt::AlignAbsolute | Qt::AlignTop) | Qt::TextSingleLine, words);
}

QPolygonF star(const QRectF &place)
{
    QPolygonF points;
    for (int corner = 0; corner < 10; ++corner) {
        const double angle = corner * std::numbers::pi / 5;
        const double radius = place.width() / 2 * (corner % 2 ? 0.42 : 1);
        points.append(place.center()
                      + QPointF(std::sin(angle) * radius, -std::cos(angle) * radius));
    }
    return points;
}

// Before the date, in a window that runs from left to right.
QRect starPlace(const QRect &area, const QFont &small, const QString &date)
{
    const QFontMetrics metrics(small);
    const int size = metrics.ascent() + 2;
    const int dateWidth = date.isEmpty() ? 0 : metrics.horizontalAdvance(date) + gap;
    return {area.right() + 1 - dateWidth - size, area.top() + (metrics.height() - size) / 2, size,
            size};
}

// Full when the article has one, an outline to click on under the mouse. Answers whether it has
// taken its place.
bool paintStar(const Row &row, const QRect &area, const QRect &unmirrored)
{
    const bool isStarred = row.index.data(ArticleListModel::StarredRole).toBool();
    if (!isStarred && !(row.option.state & QStyle::State_MouseOver))
        return false;
    const QRect place = row.mirrored(unmirrored, area);
    row.painter.save();
    row.painter.setRenderHint(QPainter::Antialiasing);
    row.painter.setPen(QPen(isStarred ? row.colours.star : row.colours.quiet, 1.2));
    row.painter.setBrush(isStarred ? QBrush(row.colours.star) : QBrush(Qt::NoBrush));
    row.painter.drawPolygon(star(QRectF(place).adjusted(1, 1, -1, -1)));
    row.painter.restore();
    return true;
}

struct Chip
{
    QString tag;
    QString words;
    int width = 0;
};

QList<Chip> chipsOf(const Row &row, int widest)
{
    const QFontMetrics metrics(row.fonts.small);
    QList<Chip> chips;
    for (const QString &tag : row.index.data(ArticleListModel::TagsRole).toStringList()) {
        const QString words = metrics.elidedText(tag, Qt::ElideRight, widest);
        chips.append({tag, words, metrics.horizontalAdvance(words) + 2 * gap});
    }
    return chips;
}

// As many as there is room for.
void paintChips(const Row &row, const QRect &area, const QList<Chip> &chips, int left, int right)
{
    const int height = QFontMetrics(row.fonts.small).height();
    for (const Chip &chip : chips) {
        if (left + chip.width > right)
            return;
        const QRect place(left, area.top() - 1, chip.width, height + 2);
        row.painter.save();
        row.painter.setRenderHint(QPainter::Antialiasing);
        row.painter.setPen(Qt::NoPen);
        row.painter.setBrush(chipGround(chip.tag, row.colours.ground));
        row.painter.drawRoundedRect(row.mirrored(place, area), 4, 4);
        row.painter.setPen(row.colours.strong);
        drawWords(row, area, place.adjusted(gap, 1, -gap, 0), chip.words);
        row.painter.restore();
        left += chip.width + gap / 2;
    }
}

// Source, places and tags at the start, star and date at the end; the date is never cut. Answers
// the line's height.
int paintTopLine(const Row &row, const QRect &area)
{
    const QFontMetrics metrics(row.fonts.small);
    const QString date = row.index.data(ArticleListModel::DateRole).toString();
    QString source = row.index.data(ArticleListModel::SourceRole).toString();
    const int places = row.index.data(ArticleListModel::PlacesRole).toInt();
    const QList<Chip> chips = chipsOf(row, area.width() / 3);
    if (places > 1) {
        const QString words = ArticleDelegate::tr("%1 places").arg(places);
        source = source.isEmpty() ? words : source + u" · "_s + words;
    }
    const bool isStarred = row.index.data(ArticleListModel::StarredRole).toBool();
    if (date.isEmpty() && source.isEmpty() && chips.isEmpty() && !isStarred)
        return 0; // the words below move up
    row.painter.setFont(row.fonts.small);
    row.painter.setPen(row.colours.quiet);

    const int dateWidth = date.isEmpty() ? 0 : metrics.horizontalAdvance(date);
    drawWords(row, area, {area.right() + 1 - dateWidth, area.top(), dateWidth, metrics.height()},
              date);
    const QRect starred = starPlace(area, row.fonts.small, date);
    int right = area.right() + 1 - (dateWidth > 0 ? dateWidth + 2 * gap : 0);
    if (paintStar(row, area, starred))
        right = starred.left() - gap;

    const int room = std::max(0, right - area.left());
    int wanted = 0; // by the chips; half of the line is theirs when it is short
    for (const Chip &chip : chips)
        wanted += chip.width + gap;
    const QString shown = metrics.elidedText(
        source, Qt::ElideRight, chips.isEmpty() ? room : std::max(room / 2, room - wanted));
    const int width = metrics.horizontalAdvance(shown);
    drawWords(row, area, {area.left(), area.top(), width, metrics.height()}, shown);
    paintChips(row, area, chips, area.left() + width + (width > 0 ? gap : 0), right);
    return metrics.lineSpacing();
}

// The words around a hit, from where the hit can be seen.
StoryText hitText(const Snippet &snippet, const Row &row, const QRect &area, int lines)
{
    StoryText text{snippet.text, row.fonts.small, lines, snippet.marks, row.colours.hit};
    if (snippet.marks.isEmpty())
        return text;
    const auto [at, length] = snippet.marks.first();
    const int letters = lines * area.width()
        / std::max(1, QFontMetrics(row.fonts.small).averageCharWidth());
    if (at + length < letters * 4 / 5)
        return text;
    const qsizetype blank = snippet.text.lastIndexOf(u' ', std::max(0, at - letters / 4));
    const int cut = int(blank) + 1;
    if (cut <= 1)
        return text;
    text.text = u"… "_s + snippet.text.mid(cut);
    for (auto &[position, extent] : text.marks)
        position += 2 - cut;
    return text;
}

void paintFirstWords(const Row &row, const QRect &area)
{
    const int lines = area.height() / QFontMetrics(row.fonts.small).lineSpacing();
    if (lines <= 0)
        return;
    const QVariant snippet = row.index.data(ArticleListModel::SnippetRole);
    const QString words = row.index.data(ArticleListModel::FirstWordsRole).toString();
    row.painter.setPen(row.colours.quiet);
    drawStoryText(row.painter, area,
                  snippet.isValid() ? hitText(snippet.value<Snippet>(), row, area, lines)
                                    : StoryText{words, row.fonts.small, lines, {}, {}});
}

} // namespace

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool unread = index.data(ArticleListModel::UnreadRole).toBool();
    const bool away = index.data(ArticleListModel::AwayRole).toBool();
    const Row row{*painter, option, index, fontsOf(option.font, unread), coloursOf(option, away)};

    painter->save();
    paintGround(row);
    QRect area = option.rect.adjusted(sidePadding, endPadding, -sidePadding, -endPadding);
    area.setTop(area.top() + paintTopLine(row, area) + lineGap);
    painter->setPen(row.colours.strong);
    const QString headline = index.data(Qt::DisplayRole).toString();
    const int high = drawStoryText(*painter, area, {headline, row.fonts.headline, 2, {}, {}});
    area.setTop(area.top() + high + lineGap);
    paintFirstWords(row, area);

    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect.adjusted(1, 1, -1, -1);
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter);
    }
    painter->restore();
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Fonts fonts = fontsOf(option.font, true);
    const int small = QFontMetrics(fonts.small).lineSpacing();
    const int headline = QFontMetrics(fonts.headline).lineSpacing();
    return {200, 2 * endPadding + small + lineGap + 2 * headline + lineGap + small};
}

QRect ArticleDelegate::starRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect area = option.rect.adjusted(sidePadding, endPadding, -sidePadding, -endPadding);
    const QRect star = starPlace(area, fontsOf(option.font, false).small,
                                 index.data(ArticleListModel::DateRole).toString());
    const int more = std::max(0, (smallestTarget - star.width() + 1) / 2);
    return QStyle::visualRect(option.direction, area, star).adjusted(-more, -more, more, more);
}

QColor ArticleDelegate::quietInk(const QPalette &palette) const
{
    return blended(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.36);
}

int ArticleDelegate::headerHeight(const QStyleOptionViewItem &option) const
{
    return QFontMetrics(fontsOf(option.font, true).small).lineSpacing() + 10;
}

void ArticleDelegate::paintHeader(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QString &title) const
{
    const Colours colours = coloursOf(option, false);
    painter.fillRect(option.rect, blended(colours.ground, colours.strong, 0.055));
    QFont font = fontsOf(option.font, false).small;
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours.quiet);
    const QRect words = option.rect.adjusted(sidePadding, 0, -sidePadding, 0);
    painter.setLayoutDirection(title.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const auto side = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    painter.drawText(words, int(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(title, Qt::ElideRight, words.width()));
}
