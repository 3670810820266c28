#pragma once
// What kinds of elements there are for a scan of tags: which a tree builder opens, closes and lets
// nest, and which are not for it at all. Tables; any thread.

#include <gumbo.h>

#include <array>
#include <cstddef>
#include <initializer_list>

namespace tagsets {

using TagSet = std::array<bool, GUMBO_TAG_LAST + 1>;

constexpr TagSet tagSet(std::initializer_list<GumboTag> tags)
{
    TagSet set{};
    for (const GumboTag tag : tags)
        set[tag] = true;
    return set;
}

constexpr TagSet united(const auto &...sets)
{
    TagSet all{};
    for (std::size_t tag = 0; tag < all.size(); ++tag)
        all[tag] = (sets[tag] || ...);
    return all;
}

// https://html.spec.whatwg.org/#formatting
inline constexpr TagSet formatting = tagSet(
    {GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_BIG, GUMBO_TAG_CODE, GUMBO_TAG_EM, GUMBO_TAG_FONT,
     GUMBO_TAG_I, GUMBO_TAG_NOBR, GUMBO_TAG_S, GUMBO_TAG_SMALL, GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG,
     GUMBO_TAG_TT, GUMBO_TAG_U});

// Never open: void elements, and those that the next of their kind closes.
inline constexpr TagSet shallow = tagSet(
    {GUMBO_TAG_AREA,     GUMBO_TAG_BASE,    GUMBO_TAG_BR,       GUMBO_TAG_COL,
     GUMBO_TAG_EMBED,    GUMBO_TAG_HR,      GUMBO_TAG_IMG,      GUMBO_TAG_IMAGE,
     GUMBO_TAG_INPUT,    GUMBO_TAG_KEYGEN,  GUMBO_TAG_LINK,     GUMBO_TAG_META,
     GUMBO_TAG_PARAM,    GUMBO_TAG_SOURCE,  GUMBO_TAG_TRACK,    GUMBO_TAG_WBR,
     GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND, GUMBO_TAG_HTML,     GUMBO_TAG_HEAD,
     GUMBO_TAG_BODY,     GUMBO_TAG_P,       GUMBO_TAG_LI,       GUMBO_TAG_DD,
     GUMBO_TAG_DT,       GUMBO_TAG_OPTION,  GUMBO_TAG_OPTGROUP, GUMBO_TAG_TITLE,
     GUMBO_TAG_TEXTAREA, GUMBO_TAG_SCRIPT});

// The parts of a table close one another.
inline constexpr TagSet tableParts = tagSet({GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_TR,
                                             GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT,
                                             GUMBO_TAG_CAPTION, GUMBO_TAG_COLGROUP});

// https://html.spec.whatwg.org/#has-an-element-in-scope: an end tag does not reach past these.
inline constexpr TagSet barriers = tagSet(
    {GUMBO_TAG_APPLET, GUMBO_TAG_CAPTION, GUMBO_TAG_TABLE, GUMBO_TAG_TD, GUMBO_TAG_TH,
     GUMBO_TAG_MARQUEE, GUMBO_TAG_OBJECT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT});

// Not even the end of a table reaches past these.
inline constexpr TagSet absolute = tagSet({GUMBO_TAG_TEMPLATE, GUMBO_TAG_SELECT});

// Their end tag closes whatever was opened since, up to a barrier.
// https://html.spec.whatwg.org/#parsing-main-inbody
inline constexpr TagSet blocks = tagSet(
    {GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,    GUMBO_TAG_BLOCKQUOTE,
     GUMBO_TAG_BUTTON,  GUMBO_TAG_CENTER,  GUMBO_TAG_DETAILS,  GUMBO_TAG_DIR,
     GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION,
     GUMBO_TAG_FIGURE,  GUMBO_TAG_FOOTER,  GUMBO_TAG_HEADER,   GUMBO_TAG_HGROUP,
     GUMBO_TAG_LISTING, GUMBO_TAG_MAIN,    GUMBO_TAG_MENU,     GUMBO_TAG_NAV,
     GUMBO_TAG_OL,      GUMBO_TAG_PRE,     GUMBO_TAG_SECTION,  GUMBO_TAG_SUMMARY,
     GUMBO_TAG_UL,      GUMBO_TAG_H1,      GUMBO_TAG_H2,       GUMBO_TAG_H3,
     GUMBO_TAG_H4,      GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_APPLET,
     GUMBO_TAG_MARQUEE, GUMBO_TAG_OBJECT,  GUMBO_TAG_TABLE,    GUMBO_TAG_TEMPLATE,
     GUMBO_TAG_SELECT,  GUMBO_TAG_TD,      GUMBO_TAG_TH,       GUMBO_TAG_CAPTION});

// Neither blocks nor barriers: an end tag of their like reaches past them.
inline constexpr TagSet ordinary = tagSet(
    {GUMBO_TAG_SPAN,     GUMBO_TAG_UNKNOWN, GUMBO_TAG_ABBR,   GUMBO_TAG_CITE, GUMBO_TAG_DEL,
     GUMBO_TAG_INS,      GUMBO_TAG_LABEL,   GUMBO_TAG_MARK,   GUMBO_TAG_Q,    GUMBO_TAG_SUB,
     GUMBO_TAG_SUP,      GUMBO_TAG_TIME,    GUMBO_TAG_VAR,    GUMBO_TAG_KBD,  GUMBO_TAG_SAMP,
     GUMBO_TAG_DFN,      GUMBO_TAG_BDI,     GUMBO_TAG_BDO,    GUMBO_TAG_DATA, GUMBO_TAG_RUBY,
     GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,   GUMBO_TAG_CANVAS, GUMBO_TAG_MAP,  GUMBO_TAG_METER,
     GUMBO_TAG_PROGRESS, GUMBO_TAG_OUTPUT,  GUMBO_TAG_ACRONYM});

// Words before them and after them stand on different lines: white space beside them says nothing.
inline constexpr TagSet lineBreaks = tagSet(
    {GUMBO_TAG_HTML,     GUMBO_TAG_HEAD,    GUMBO_TAG_BODY,    GUMBO_TAG_TITLE,
     GUMBO_TAG_ADDRESS,  GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,   GUMBO_TAG_BLOCKQUOTE,
     GUMBO_TAG_CENTER,   GUMBO_TAG_DETAILS, GUMBO_TAG_DIV,     GUMBO_TAG_DL,
     GUMBO_TAG_DT,       GUMBO_TAG_DD,      GUMBO_TAG_FORM,    GUMBO_TAG_FIELDSET,
     GUMBO_TAG_FIGURE,   GUMBO_TAG_FOOTER,  GUMBO_TAG_HEADER,  GUMBO_TAG_FIGCAPTION,
     GUMBO_TAG_HGROUP,   GUMBO_TAG_HR,      GUMBO_TAG_MAIN,    GUMBO_TAG_MENU,
     GUMBO_TAG_NAV,      GUMBO_TAG_OL,      GUMBO_TAG_UL,      GUMBO_TAG_LI,
     GUMBO_TAG_P,        GUMBO_TAG_PRE,     GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY,
     GUMBO_TAG_H1,       GUMBO_TAG_H2,      GUMBO_TAG_H3,      GUMBO_TAG_H4,
     GUMBO_TAG_H5,       GUMBO_TAG_H6,      GUMBO_TAG_TABLE,   GUMBO_TAG_CAPTION,
     GUMBO_TAG_COLGROUP, GUMBO_TAG_COL,     GUMBO_TAG_TBODY,   GUMBO_TAG_THEAD,
     GUMBO_TAG_TFOOT,    GUMBO_TAG_TR,      GUMBO_TAG_TD,      GUMBO_TAG_TH,
     GUMBO_TAG_BR,       GUMBO_TAG_OPTION});

// Left out with all they hold, up to their end tag whatever stands between. (noscript is, as in
// a browser with scripts: its text speaks to those without. See noscriptPicture().)
inline constexpr TagSet rawText = tagSet({GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_IFRAME,
                                          GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_XMP,
                                          GUMBO_TAG_NOSCRIPT});

// Show nothing of their own: a line begins with what they hold, if they hold anything.
inline constexpr TagSet lineless = united(
    formatting, rawText,
    tagSet({GUMBO_TAG_SPAN, GUMBO_TAG_ABBR, GUMBO_TAG_CITE, GUMBO_TAG_DEL, GUMBO_TAG_INS,
            GUMBO_TAG_LABEL, GUMBO_TAG_MARK, GUMBO_TAG_Q, GUMBO_TAG_SUB, GUMBO_TAG_SUP,
            GUMBO_TAG_TIME, GUMBO_TAG_BDI, GUMBO_TAG_BDO, GUMBO_TAG_ACRONYM, GUMBO_TAG_UNKNOWN,
            GUMBO_TAG_META, GUMBO_TAG_LINK, GUMBO_TAG_BASE, GUMBO_TAG_SOURCE}));

// In the head of a page: whatever else is there begins the body.
inline constexpr TagSet ofHead = tagSet(
    {GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_TITLE, GUMBO_TAG_META, GUMBO_TAG_LINK,
     GUMBO_TAG_BASE, GUMBO_TAG_STYLE, GUMBO_TAG_SCRIPT, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE});

// The tag goes, what it holds stays: it would turn the rest of the page into something else.
inline constexpr TagSet tagOnly = tagSet(
    {GUMBO_TAG_MATH, GUMBO_TAG_FRAMESET, GUMBO_TAG_FRAME, GUMBO_TAG_PLAINTEXT, GUMBO_TAG_ISINDEX});

} // namespace tagsets
