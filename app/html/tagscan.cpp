#include "app/html/tagscan.h"

#include "app/html/keptattributes.h"
#include "app/html/noscript.h"
#include "app/html/stash.h"
#include "app/html/tagsets.h"
#include "app/html/tagsyntax.h"
#include "app/html/valuetext.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace {

// Bounds far above what pages need and far below what a tree builder suffers from.
constexpr std::size_t maximumDepth = 256;
constexpr int maximumFormatting = 16; // unclosed b, i, font …: each is repeated in every paragraph
constexpr qsizetype longestTitle = 16 * 1024; // bytes

// An element that is open: unknown ones are told apart by their names.
struct Open
{
    GumboTag id;
    QByteArrayView name;

    bool is(const Tag &tag) const
    {
        return id == tag.id
            && (id != GUMBO_TAG_UNKNOWN || name.compare(tag.name, Qt::CaseInsensitive) == 0);
    }
};

// <script type="application/ld+json">
bool isJsonLd(QByteArrayView tag)
{
    constexpr QByteArrayView type("ld+json");
    for (qsizetype plus = tag.indexOf('+'); plus >= 0; plus = tag.indexOf('+', plus + 1)) {
        if (plus >= 2 && startsWithFolded(tag.begin() + plus - 2, tag.end(), type))
            return true;
    }
    return false;
}

class TagScan
{
public:
    TagScan(const QByteArray &html, Stash &stash, std::string &&before)
        : m_at(html.constBegin())
        , m_end(html.constEnd())
        , m_stash(stash)
        , m_hasNul(html.contains('\0'))
        , m_out(std::move(before))
    {
        m_out.reserve(std::size_t(html.size()) / 4);
    }

    std::string run();

private:
    void copy(const char *from, const char *to) { m_out.append(from, to); }
    void copyText(const char *from, const char *to);
    bool isIndentation(const char *from, const char *to) const;
    bool stash(QLatin1StringView name, QByteArrayView value);
    void openTag(QByteArrayView name, GumboTag tag);
    void skipDeclaration();
    void startTag();
    void endTag();
    void skipRawText(const Tag &tag);
    void noscriptPicture(const char *from);
    void posterPicture();
    void skipDrawing(const Tag &tag);
    bool isLinkRead() const;
    bool admits(const Tag &tag);
    bool admitsTablePart(const Tag &tag);
    bool closes(const Tag &tag);
    void close(const Tag &tag);
    const char *endTagOf(QByteArrayView name, const char *from) const;

    const char *m_at;
    const char *m_end;
    Stash &m_stash;
    bool m_hasNul;
    std::string m_out;
    std::vector<TagAttribute> m_attributes; // of the tag being read
    std::vector<HtmlAttribute> m_stashed;   // those of them that the tree builder need not read
    std::vector<Open> m_open;
    std::array<int, GUMBO_TAG_LAST + 1> m_skipped{};
    std::array<int, GUMBO_TAG_LAST + 1> m_formatting{};
    int m_formattingOpen = 0;
    int m_tags = 0;
    int m_roots = 0;            // html and body tags seen
    bool m_isBodyBegun = false; // an element stands before here that is none of the head's
    bool m_isLineBegun = false; // something other than a line break stands before here
    std::array<bool, GUMBO_TAG_LAST + 1> m_neverEnds{};
    bool m_isScriptOpen = false;  // one that is kept
    bool m_noDrawingEnds = false; // no </svg> after here: do not look again
};

std::string TagScan::run()
{
    while (m_at < m_end) {
        const void *found = std::memchr(m_at, '<', std::size_t(m_end - m_at));
        const char *next = found ? static_cast<const char *>(found) : m_end;
        copyText(m_at, next);
        m_at = next;
        if (m_end - m_at < 2) {
            m_out += m_at < m_end ? "&lt;" : "";
            break;
        }
        const char kind = m_at[1];
        if (isLetter(kind)) {
            startTag();
        } else if (kind == '/' && m_end - m_at > 2 && isLetter(m_at[2])) {
            endTag();
        } else if (kind == '!' || kind == '?' || kind == '/') {
            skipDeclaration();
        } else {
            // Text: escaped, so that what is left out after it cannot complete a tag.
            m_out += "&lt;";
            ++m_at;
        }
    }
    return std::move(m_out);
}

// Where the page does not count white space, runs of it are one, and between lines there is none:
// half of some pages is indentation, and half of their nodes would be.
void TagScan::copyText(const char *from, const char *to)
{
    if (from == to)
        return;
    if (std::ranges::any_of(m_open, [](const Open &open) { return open.id == GUMBO_TAG_PRE; })) {
        const char *words = std::find_if_not(from, to,
                                             isSpace); // the first line break may not count
        copy(from, words);
        return m_stash.putText({words, to - words}, Stash::Space::Kept, m_out);
    }
    if (isIndentation(from, to))
        return;
    m_isLineBegun = true;
    m_stash.putText({from, to - from}, Stash::Space::Joined, m_out);
}

// White space, and a line begins before or after it: after it, end tags may stand between them.
bool TagScan::isIndentation(const char *from, const char *to) const
{
    constexpr int mostEndTags = 8;
    if (!std::all_of(from, to, isSpace))
        return false;
    if (!m_isLineBegun)
        return true;
    for (int i = 0; i < mostEndTags && m_end - to > 2 && *to == '<'; ++i) {
        const bool isEndTag = to[1] == '/';
        const char *name = to + (isEndTag ? 2 : 1);
        const char *nameEnd = name;
        while (nameEnd < m_end && nameEnd - name < 12 && (isLetter(*nameEnd) || isDigit(*nameEnd)))
            ++nameEnd;
        if (tagsets::lineBreaks[gumbo_tagn_enum(name, unsigned(nameEnd - name))])
            return true;
        if (!isEndTag || nameEnd == m_end || *nameEnd != '>')
            return false;
        to = std::find_if_not(nameEnd + 1, m_end, isSpace);
    }
    return false;
}

// False where the tree builder has to read the value.
bool TagScan::stash(QLatin1StringView name, QByteArrayView value)
{
    if (m_hasNul && value.contains('\0'))
        return false;
    QByteArray room;
    const std::optional<QByteArrayView> plain = plainValue(value, room);
    if (plain)
        m_stashed.push_back({name, room.isEmpty() ? *plain : m_stash.kept(std::move(room))});
    return plain.has_value();
}

// The tree builder reads what the type of an input is, and joins what a second html or body element
// says with the first; most character references, it decodes. Before it, m_stashed has what is no
// attribute of the page.
void TagScan::openTag(QByteArrayView name, GumboTag tag)
{
    const bool isRoot = tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY;
    const std::size_t place = m_out.size();
    m_out += '<';
    copy(name.begin(), name.end());
    for (const TagAttribute &attribute : m_attributes) {
        const bool isForBuilder = isRoot
            || (tag == GUMBO_TAG_INPUT && attribute.name == QLatin1StringView("type"));
        if (!isForBuilder && stash(attribute.name, attribute.value))
            continue;
        m_out += ' ';
        copy(attribute.from, attribute.to);
    }
    m_out += '>';
    if (!m_stashed.empty())
        m_stash.putAttributes(place, m_stashed);
    m_stashed.clear();
}

// Comments, the doctype, processing instructions and what the specification calls bogus comments.
void TagScan::skipDeclaration()
{
    const char *from = m_at;
    const QByteArrayView rest(m_at, m_end - m_at);
    if (rest.startsWith("<!--")) {
        if (rest.startsWith("<!-->") || rest.startsWith("<!--->")) {
            m_at += rest.startsWith("<!-->") ? 5 : 6;
            return;
        }
        const qsizetype usual = rest.indexOf("-->", 4);
        // "--!>" ends a comment too; it matters only before the usual end.
        const qsizetype odd = rest.first(usual < 0 ? rest.size() : usual).indexOf("--!>", 4);
        m_at = odd >= 0 ? m_at + odd + 4 : usual >= 0 ? m_at + usual + 3 : m_end;
        return;
    }
    const qsizetype close = rest.indexOf('>');
    m_at = close < 0 ? m_end : m_at + close + 1;
    if (close >= 0 && m_tags == 0 && startsWithFolded(from, m_end, "<!doctype"))
        copy(from, m_at);
}

void TagScan::startTag()
{
    m_attributes.clear();
    Tag tag = tagAt(m_at + 1, m_end, &m_attributes);
    if (!tag.end) { // the file ends inside the tag
        m_at = m_end;
        return;
    }
    if (isAcceleratedPicture(tag))
        tag.id = GUMBO_TAG_IMG;
    if (tag.id == GUMBO_TAG_SVG)
        return skipDrawing(tag);
    if (tag.id == GUMBO_TAG_LINK && !isLinkRead()) {
        m_at = tag.end;
        return;
    }
    if (tag.id == GUMBO_TAG_VIDEO)
        posterPicture();
    m_isBodyBegun = m_isBodyBegun || !tagsets::ofHead[tag.id];
    const bool isRaw = tagsets::rawText[tag.id];
    m_isLineBegun = !tagsets::lineBreaks[tag.id] && (m_isLineBegun || !tagsets::lineless[tag.id]);
    const bool isLinkedData = tag.id == GUMBO_TAG_SCRIPT && isJsonLd({m_at, tag.end - m_at});
    const bool kept = !(isRaw && !isLinkedData) && !tagsets::tagOnly[tag.id]
        && ++m_tags <= maximumTags && admits(tag);
    if (kept)
        openTag(tag.id == GUMBO_TAG_IMG ? QByteArrayView("img") : tag.name, tag.id);
    m_isScriptOpen = kept && isLinkedData;
    const char *contents = tag.end;
    m_at = tag.end;
    if (isRaw || tag.id == GUMBO_TAG_TITLE || tag.id == GUMBO_TAG_TEXTAREA) {
        skipRawText(tag);
        if (kept && tag.id == GUMBO_TAG_SCRIPT)
            m_stash.putRawText({contents, m_at - contents}, m_out);
        else if (kept && tag.id == GUMBO_TAG_TITLE)
            m_stash.putText(QByteArrayView(contents, m_at - contents)
                                .first(std::min<qsizetype>(m_at - contents, longestTitle)),
                            Stash::Space::Joined, m_out);
        else if (tag.id == GUMBO_TAG_NOSCRIPT)
            noscriptPicture(contents);
    }
}

// Most links are to styles, scripts and icons.
bool TagScan::isLinkRead() const
{
    return std::ranges::any_of(m_attributes, [](const TagAttribute &attribute) {
        return attribute.name == QLatin1StringView("itemprop")
            || attribute.name == QLatin1StringView("property")
            || (attribute.name == QLatin1StringView("rel")
                && attribute.value.toByteArray().toLower().contains("canonical"));
    });
}

// A picture for those without scripts; in the head it would begin the body.
void TagScan::noscriptPicture(const char *from)
{
    const char *to = m_at;
    while (to > from && *--to != '<') { } // m_at is behind the end tag
    std::optional<NoscriptPicture> picture = m_isBodyBegun ? pictureInNoscript({from, to - from})
                                                           : std::nullopt;
    if (!picture || ++m_tags > maximumTags)
        return;
    m_attributes = std::move(picture->attributes);
    m_stash.kept(std::move(picture->markup)); // which they may view
    m_stashed.push_back({noscriptMark, {}});
    if (!picture->srcset.isEmpty())
        stash(keptAttribute(QLatin1StringView("data-srcset")),
              m_stash.kept(std::move(picture->srcset)));
    openTag("img", GUMBO_TAG_IMG);
}

// What a film shows before it is played is a picture of the page.
void TagScan::posterPicture()
{
    const auto poster = std::ranges::find(m_attributes, QLatin1StringView("poster"),
                                          &TagAttribute::name);
    if (poster == m_attributes.end() || ++m_tags > maximumTags)
        return;
    if (poster->value.isEmpty() || !stash(keptAttribute(QLatin1StringView("src")), poster->value))
        return;
    m_stash.putAttributes(m_out.size(), m_stashed);
    m_stashed.clear();
    m_out.append("<img>");
}

// To the end tag of the same name, which is left to be read as such.
void TagScan::skipRawText(const Tag &tag)
{
    if (m_neverEnds[tag.id])
        return;
    const char *end = endTagOf(QByteArrayView(gumbo_normalized_tagname(tag.id)), m_at);
    if (end == m_end && tag.id != GUMBO_TAG_SCRIPT && tag.id != GUMBO_TAG_STYLE) {
        m_neverEnds[tag.id] = true; // only the tag goes, and nobody looks again
        return;
    }
    m_at = end;
    if (tagsets::rawText[tag.id] && m_at < m_end && tag.id != GUMBO_TAG_SCRIPT) {
        const Tag endTag = tagAt(m_at + 2, m_end);
        m_at = endTag.end ? endTag.end : m_end;
    }
}

void TagScan::skipDrawing(const Tag &tag)
{
    m_at = tag.end;
    if (m_noDrawingEnds)
        return;
    const char *close = endTagOf("svg", m_at);
    if (close == m_end) {
        m_noDrawingEnds = true; // the drawing is not closed: only its tag goes
        return;
    }
    const Tag end = tagAt(close + 2, m_end);
    m_at = end.end ? end.end : m_end;
}

void TagScan::endTag()
{
    const Tag tag = tagAt(m_at + 2, m_end);
    m_isLineBegun = m_isLineBegun && !tagsets::lineBreaks[tag.id];
    if (tag.end && ++m_tags <= maximumTags && !isAcceleratedPicture(tag) && closes(tag)) {
        copy(m_at, tag.nameEnd);
        m_out += '>';
    }
    m_at = tag.end ? tag.end : m_end;
}

const char *TagScan::endTagOf(QByteArrayView name, const char *from) const
{
    while (from < m_end) {
        const void *found = std::memchr(from, '<', std::size_t(m_end - from));
        if (!found)
            return m_end;
        from = static_cast<const char *>(found);
        if (m_end - from > name.size() + 2 && from[1] == '/'
            && startsWithFolded(from + 2, m_end, name)) {
            const char after = from[2 + name.size()];
            if (isSpace(after) || after == '/' || after == '>')
                return from;
        }
        ++from;
    }
    return m_end;
}

// Keeps count of what is open; false when the tag would go beyond the bounds.
bool TagScan::admits(const Tag &tag)
{
    if (tag.id == GUMBO_TAG_HTML || tag.id == GUMBO_TAG_BODY)
        return ++m_roots <= 4;
    if (tagsets::shallow[tag.id])
        return true;
    if (tagsets::tableParts[tag.id])
        return admitsTablePart(tag);
    if (tagsets::formatting[tag.id]) {
        if (m_formattingOpen >= maximumFormatting) {
            ++m_skipped[tag.id];
            return false;
        }
        ++m_formattingOpen;
        ++m_formatting[tag.id];
        return true;
    }
    if (m_open.size() >= maximumDepth) {
        ++m_skipped[tag.id];
        return false;
    }
    m_open.push_back({tag.id, tag.name});
    return true;
}

bool TagScan::admitsTablePart(const Tag &tag)
{
    std::size_t i = m_open.size();
    while (i > 0 && m_open[i - 1].id != GUMBO_TAG_TABLE && m_open[i - 1].id != GUMBO_TAG_TEMPLATE)
        --i;
    if (i == 0 || m_open[i - 1].id == GUMBO_TAG_TEMPLATE)
        return true;
    m_open.resize(i);
    if (tagsets::barriers[tag.id])
        m_open.push_back({tag.id, tag.name});
    return true;
}

// Whether the end tag is for the tree builder; false when its start tag was left out.
bool TagScan::closes(const Tag &tag)
{
    if (m_skipped[tag.id] > 0) {
        --m_skipped[tag.id];
        return false;
    }
    if (tagsets::rawText[tag.id])
        return tag.id == GUMBO_TAG_SCRIPT && std::exchange(m_isScriptOpen, false);
    if (tagsets::tagOnly[tag.id] || tag.id == GUMBO_TAG_SVG)
        return false;
    if (!tagsets::formatting[tag.id]) {
        close(tag);
    } else if (m_formatting[tag.id] > 0) {
        --m_formatting[tag.id];
        --m_formattingOpen;
    }
    return true;
}

// Takes from m_open what the tree builder certainly closes, and rather less than more.
void TagScan::close(const Tag &tag)
{
    for (std::size_t i = m_open.size(); i-- > 0;) {
        const GumboTag open = m_open[i].id;
        if (m_open[i].is(tag)) {
            if (tag.id == GUMBO_TAG_FORM) // its end tag leaves open what is inside
                m_open.erase(m_open.begin() + std::ptrdiff_t(i));
            else
                m_open.resize(i);
            return;
        }
        const bool stops = tagsets::barriers[open]
            && (tag.id != GUMBO_TAG_TABLE || tagsets::absolute[open]);
        if (stops
            || (!tagsets::blocks[tag.id] && tag.id != GUMBO_TAG_FORM && !tagsets::ordinary[open]))
            return;
    }
}

} // namespace

std::string calmedMarkup(const QByteArray &html, Stash &stash, std::string before)
{
    return TagScan(html, stash, std::move(before)).run();
}
