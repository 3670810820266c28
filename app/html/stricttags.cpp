#include "app/html/stricttags.h"

using namespace Qt::StringLiterals;

namespace {

struct StrictName
{
    HtmlTag tag;
    QLatin1StringView name;
};

constexpr StrictName strictNames[] = {{HtmlTag::P, "p"_L1},
                                      {HtmlTag::H2, "h2"_L1},
                                      {HtmlTag::Blockquote, "blockquote"_L1},
                                      {HtmlTag::Figure, "figure"_L1},
                                      {HtmlTag::Figcaption, "figcaption"_L1},
                                      {HtmlTag::Ul, "ul"_L1},
                                      {HtmlTag::Ol, "ol"_L1},
                                      {HtmlTag::Li, "li"_L1},
                                      {HtmlTag::Table, "table"_L1},
                                      {HtmlTag::Caption, "caption"_L1},
                                      {HtmlTag::Thead, "thead"_L1},
                                      {HtmlTag::Tbody, "tbody"_L1},
                                      {HtmlTag::Tfoot, "tfoot"_L1},
                                      {HtmlTag::Tr, "tr"_L1},
                                      {HtmlTag::Td, "td"_L1},
                                      {HtmlTag::Th, "th"_L1},
                                      {HtmlTag::Pre, "pre"_L1},
                                      {HtmlTag::A, "a"_L1},
                                      {HtmlTag::Em, "em"_L1},
                                      {HtmlTag::Strong, "strong"_L1},
                                      {HtmlTag::Sub, "sub"_L1},
                                      {HtmlTag::Sup, "sup"_L1}};

} // namespace

QLatin1StringView strictName(HtmlTag tag)
{
    for (const StrictName &row : strictNames) {
        if (row.tag == tag)
            return row.name;
    }
    return {};
}

HtmlTag strictTag(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::B:
        return HtmlTag::Strong;
    case HtmlTag::I:
        return HtmlTag::Em;
    case HtmlTag::H1:
    case HtmlTag::H3:
    case HtmlTag::H4:
    case HtmlTag::H5:
    case HtmlTag::H6:
        return HtmlTag::H2;
    case HtmlTag::Dd:
    case HtmlTag::Dt:
        return HtmlTag::P;
    default:
        return tag;
    }
}

bool isStrictInline(HtmlTag tag)
{
    return tag == HtmlTag::A || tag == HtmlTag::Em || tag == HtmlTag::Strong || tag == HtmlTag::Sub
        || tag == HtmlTag::Sup;
}

bool holdsBlocks(HtmlTag tag)
{
    return tag == HtmlTag::Body || tag == HtmlTag::Blockquote || tag == HtmlTag::Figure;
}

bool isList(HtmlTag tag)
{
    return tag == HtmlTag::Ul || tag == HtmlTag::Ol;
}

bool isRowGroup(HtmlTag tag)
{
    return tag == HtmlTag::Thead || tag == HtmlTag::Tbody || tag == HtmlTag::Tfoot;
}

bool isCell(HtmlTag tag)
{
    return tag == HtmlTag::Td || tag == HtmlTag::Th;
}

bool isTablePart(HtmlTag tag)
{
    return tag == HtmlTag::Table || isRowGroup(tag) || tag == HtmlTag::Tr;
}

bool isBoundary(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Address:
    case HtmlTag::Article:
    case HtmlTag::Aside:
    case HtmlTag::Body:
    case HtmlTag::Center:
    case HtmlTag::Details:
    case HtmlTag::Div:
    case HtmlTag::Dl:
    case HtmlTag::Fieldset:
    case HtmlTag::Footer:
    case HtmlTag::Form:
    case HtmlTag::Header:
    case HtmlTag::Hgroup:
    case HtmlTag::Hr:
    case HtmlTag::Legend:
    case HtmlTag::Main:
    case HtmlTag::Menu:
    case HtmlTag::Nav:
    case HtmlTag::Section:
    case HtmlTag::Summary:
        return true;
    default:
        return !isStrictInline(tag) && !strictName(tag).isEmpty(); // a block where it may not stand
    }
}

bool takesDirection(HtmlTag tag)
{
    return tag == HtmlTag::P || tag == HtmlTag::Blockquote || isList(tag) || tag == HtmlTag::Li
        || tag == HtmlTag::H2 || isCell(tag) || tag == HtmlTag::Figcaption;
}
