#include "ui/articlelist/rowlook.h"

#include "ui/support/storytext.h"

namespace rowlook {

Fonts fontsOf(const QFont &base, bool unread)
{
    Fonts fonts{base, base};
    const qreal size = base.pointSizeF() > 0 ? base.pointSizeF() : 10;
    fonts.small.setPointSizeF(size * 0.9);
    fonts.headline.setPointSizeF(size * 1.08);
    fonts.headline.setWeight(unread ? QFont::Bold : QFont::Normal);
    return fonts;
}

// Quiet text stays above 4.5:1 on both grounds: it is a blend of the text, never a fixed grey.
Colours coloursOf(const QStyleOptionViewItem &option, bool away)
{
    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor text = option.palette.color(group,
                                             selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor ground = option.palette.color(group,
                                               selected ? QPalette::Highlight : QPalette::Base);
    const bool isDark = ground.lightness() < text.lightness();
    const QColor quiet = blended(text, ground, selected ? 0.12 : 0.36);
    return {away ? quiet : text,
            quiet,
            selected ? text : option.palette.color(group, QPalette::Highlight),
            ground,
            selected ? text : QColor(isDark ? 0xf2b83a : 0xb87500),
            selected ? blended(ground, text, 0.25) : blended(ground, QColor(0xf5c400), 0.34)};
}

QColor chipGround(const QString &tag, const QColor &ground)
{
    constexpr int hues[] = {210, 150, 30, 275, 345, 185, 90, 55};
    uint sum = 0;
    for (const QChar letter : tag.toCaseFolded()) // the same in every run, as qHash is not
        sum = sum * 31 + letter.unicode();
    return blended(ground, QColor::fromHsl(hues[sum % std::size(hues)], 200, 128), 0.26);
}

} // namespace rowlook
