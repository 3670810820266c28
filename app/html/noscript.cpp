#include "app/html/noscript.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 16'384; // bytes; more is no picture

// Elements that may stand around one.
constexpr std::array around{GUMBO_TAG_A,      GUMBO_TAG_SPAN, GUMBO_TAG_DIV,   GUMBO_TAG_P,
                            GUMBO_TAG_FIGURE, GUMBO_TAG_BR,   GUMBO_TAG_SOURCE};

// &lt;img src=&quot;…&quot;&gt;, as scripts write it that fill a noscript.
QByteArray unescaped(QByteArrayView escaped)
{
    QByteArray plain = escaped.toByteArray();
    static constexpr std::pair<const char *, const char *> references[] = {
        {"&lt;", "<"},  {"&gt;", ">"},   {"&quot;", "\""}, {"&#34;", "\""},
        {"&#39;", "'"}, {"&#x27;", "'"}, {"&amp;", "&"}};
    for (const auto &[reference, character] : references)
        plain.replace(reference, character);
    return plain;
}

QByteArrayView valueOf(const std::vector<TagAttribute> &attributes, QLatin1StringView name)
{
    const auto found = std::ranges::find(attributes, name, &TagAttribute::name);
    return found == attributes.end() ? QByteArrayView() : found->value.trimmed();
}

// Counters: one pixel, or not shown at all.
bool isSeen(const std::vector<TagAttribute> &attributes)
{
    for (const auto name : {"width"_L1, "height"_L1}) {
        const QByteArrayView side = valueOf(attributes, name);
        if (side == "0" || side == "1" || side == "0px" || side == "1px")
            return false;
    }
    return !valueOf(attributes, "style"_L1).contains("none");
}

class Scan
{
public:
    explicit Scan(QByteArrayView markup) : m_at(markup.data()), m_end(markup.data() + markup.size())
    {
    }

    bool run(NoscriptPicture &picture);

private:
    bool takeTag(NoscriptPicture &picture);

    const char *m_at;
    const char *m_end;
    int m_pictures = 0;
};

bool Scan::takeTag(NoscriptPicture &picture)
{
    const bool closes = m_end - m_at > 2 && m_at[1] == '/';
    const char *name = m_at + (closes ? 2 : 1);
    if (name >= m_end || !isLetter(*name))
        return false;
    std::vector<TagAttribute> attributes;
    const Tag tag = tagAt(name, m_end, &attributes);
    if (!tag.end)
        return false;
    m_at = tag.end;
    if (tag.id == GUMBO_TAG_IMG && !closes) {
        picture.attributes = std::move(attributes);
        return ++m_pictures == 1;
    }
    if (tag.id == GUMBO_TAG_SOURCE) {
        for (const auto set : {"srcset"_L1, "data-srcset"_L1}) {
            const QByteArrayView value = valueOf(attributes, set);
            if (!value.isEmpty() && !picture.srcset.isEmpty())
                picture.srcset += ", ";
            picture.srcset += value;
        }
    }
    return std::ranges::find(around, tag.id) != around.end()
        || tag.name.compare(QByteArrayView("picture"), Qt::CaseInsensitive) == 0;
}

bool Scan::run(NoscriptPicture &picture)
{
    while (m_at < m_end) {
        if (isSpace(*m_at))
            ++m_at;
        else if (*m_at != '<' || !takeTag(picture))
            return false;
    }
    return m_pictures == 1 && isSeen(picture.attributes);
}

} // namespace

std::optional<NoscriptPicture> pictureInNoscript(QByteArrayView contents)
{
    contents = contents.trimmed();
    if (contents.size() > longest || (!contents.startsWith('<') && !contents.startsWith("&lt;")))
        return std::nullopt;
    NoscriptPicture picture;
    if (contents.front() == '&') {
        picture.markup = unescaped(contents);
        contents = picture.markup;
    }
    return Scan(contents).run(picture) ? std::optional(std::move(picture)) : std::nullopt;
}
