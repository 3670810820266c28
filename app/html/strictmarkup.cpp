#include "app/html/strictmarkup.h"

#include "app/html/tagscan.h"

#include <QString>
#include <QVarLengthArray>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAddress = 2000;

// As in strictwriter.cpp.
constexpr QLatin1StringView inlineNames[] = {"a"_L1, "em"_L1, "strong"_L1, "sub"_L1, "sup"_L1};

bool isLowerAlphanumeric(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

// The length of what `address` begins with, when it may stand in one as it is: a character, an
// ampersand as it is written here, an escape that has to be one. 0: it may not.
qsizetype addressPiece(QStringView address)
{
    const QChar c = address.front();
    if (isLowerAlphanumeric(c) || (c >= u'A' && c <= u'Z')
        || QStringView(u"/.-_~?=+,;:").contains(c))
        return 1;
    if (c == u'&')
        return address.startsWith("&amp;"_L1) ? 5 : 0;
    const auto digit = [](QChar hex) {
        return hex >= u'0' && hex <= u'9' ? hex.unicode() - u'0'
            : hex >= u'A' && hex <= u'F'  ? hex.unicode() - u'A' + 10
                                          : -1;
    };
    if (c != u'%' || address.size() < 3 || digit(address[1]) < 0 || digit(address[2]) < 0)
        return 0;
    const QChar escaped = char16_t(digit(address[1]) * 16 + digit(address[2]));
    const bool isWrittenPlain = isLowerAlphanumeric(escaped.toLower())
        || QStringView(u"-._~").contains(escaped);
    return escaped > u' ' && isWrittenPlain ? 0 : 3;
}

// Of a link to the web, with nothing in it that QUrl would write in another way: no user, no port,
// no name that it looks into.
bool isPlainAddress(QStringView address)
{
    const bool isSecure = address.startsWith("https://"_L1);
    if ((!isSecure && !address.startsWith("http://"_L1)) || address.size() > longestAddress)
        return false;
    const QStringView rest = address.mid(isSecure ? 8 : 7);
    const QStringView host = rest.first(rest.indexOf(u'/') < 0 ? rest.size() : rest.indexOf(u'/'));
    const QStringView last = host.mid(host.lastIndexOf(u'.') + 1);
    const bool isHost = !host.startsWith(u'.') && !host.startsWith(u'-') && !host.contains(".."_L1)
        && !host.contains("--"_L1) && !last.isEmpty() && last.front().isLetter()
        && std::ranges::all_of(
            host, [](QChar c) { return isLowerAlphanumeric(c) || c == u'.' || c == u'-'; });
    bool hasFragment = false;
    for (QStringView left = rest.mid(host.size()); isHost && !left.isEmpty();) {
        const bool isSharp = left.front() == u'#' && !std::exchange(hasFragment, true);
        const qsizetype length = isSharp ? 1 : addressPiece(left);
        if (length == 0)
            return false;
        left = left.mid(length);
    }
    return isHost;
}

// A character that is written as it is; the length of a pair of surrogates is two. 0: none.
qsizetype plainCharacter(QStringView text)
{
    const char16_t c = text.front().unicode();
    if (QChar::isHighSurrogate(c))
        return text.size() > 1 && text[1].isLowSurrogate()
                && (QChar::surrogateToUcs4(text[0], text[1]) & 0xFFFE) != 0xFFFE
            ? 2
            : 0;
    return (c > 0x20 && c < 0x7F && c != u'>' && c != u'"' && c != u'<' && c != u'&')
        || (c > 0x9F && c != 0xAD && c < 0xD800) || (c >= 0xE000 && c < 0xFDD0)
        || (c > 0xFDEF && c < 0xFFFE);
}

// Reads a body from its start; every function leaves it after what it accepted.
class StrictReader
{
public:
    StrictReader(QStringView body, qsizetype images) : m_rest(body), m_images(images) { }

    bool readsAll();

private:
    // What stands before the next character of a line.
    enum class Before { Nothing, Word, Space, StartTag, EndTag };

    bool skip(QLatin1StringView what);
    bool line(bool isMarkup = true);
    bool word();
    bool startTag();
    bool endTag();
    bool wrapped(QLatin1StringView start, QLatin1StringView end);
    bool quotation();
    bool list(QLatin1StringView start, QLatin1StringView end);
    bool figure();
    bool picture();

    QStringView m_rest;
    qsizetype m_images;
    QVarLengthArray<QLatin1StringView, 5> m_open; // inline elements
    bool m_hasWord = false;                       // the line; more than a space that does not break
};

bool StrictReader::skip(QLatin1StringView what)
{
    if (!m_rest.startsWith(what))
        return false;
    m_rest = m_rest.mid(what.size());
    return true;
}

// A run of characters without a blank.
bool StrictReader::word()
{
    qsizetype i = 0;
    while (i < m_rest.size() && m_rest[i] != u'<' && m_rest[i] != u' ') {
        m_hasWord = m_hasWord || !m_rest[i].isSpace();
        qsizetype length = 0;
        if (m_rest[i] == u'&') {
            for (const QLatin1StringView entity : {"&amp;"_L1, "&lt;"_L1, "&gt;"_L1, "&quot;"_L1})
                length = m_rest.mid(i).startsWith(entity) ? entity.size() : length;
        } else {
            length = plainCharacter(m_rest.mid(i));
        }
        if (length == 0)
            return false;
        i += length;
    }
    m_rest = m_rest.mid(i);
    return i > 0;
}

bool StrictReader::startTag()
{
    const qsizetype end = m_rest.indexOf(u'>');
    if (end < 2)
        return false;
    const QStringView inside = m_rest.mid(1, end - 1);
    const bool isLink = inside.startsWith("a href=\""_L1) && inside.endsWith(u'"')
        && inside.size() > 8 && isPlainAddress(inside.mid(8, inside.size() - 9));
    const auto *name = isLink
        ? std::begin(inlineNames)
        : std::find(std::begin(inlineNames) + 1, std::end(inlineNames), inside);
    if (name == std::end(inlineNames) || m_open.contains(*name))
        return false;
    m_open.append(*name);
    m_rest = m_rest.mid(end + 1);
    return true;
}

bool StrictReader::endTag()
{
    if (m_open.isEmpty() || !m_rest.startsWith("</"_L1) || !m_rest.mid(2).startsWith(m_open.back())
        || m_rest.mid(2 + m_open.back().size(), 1) != u">")
        return false;
    m_rest = m_rest.mid(3 + m_open.back().size());
    m_open.removeLast();
    return true;
}

// Words parted by single spaces, none at either end and none right inside an inline element; at
// least one that is not a no-break space. Ends before the first tag that is of no such element.
bool StrictReader::line(bool isMarkup)
{
    m_hasWord = false;
    Before before = Before::Nothing;
    while (!m_rest.isEmpty()) {
        const bool hasText = before == Before::Word || before == Before::EndTag;
        if (m_rest.startsWith(u' ')) {
            if (!hasText)
                return false;
            m_rest = m_rest.mid(1);
            before = Before::Space;
        } else if (!m_rest.startsWith(u'<')) {
            if (!word())
                return false;
            before = Before::Word;
        } else if (isMarkup && hasText && endTag()) {
            before = Before::EndTag;
        } else if (isMarkup && startTag()) {
            before = Before::StartTag;
        } else {
            break;
        }
    }
    return m_hasWord && m_open.isEmpty() && (before == Before::Word || before == Before::EndTag);
}

// Lines parted by single breaks.
bool StrictReader::wrapped(QLatin1StringView start, QLatin1StringView end)
{
    if (!skip(start))
        return false;
    do {
        if (!line())
            return false;
    } while (skip("<br>"_L1));
    return skip(end);
}

bool StrictReader::quotation()
{
    if (!skip("<blockquote>"_L1))
        return false;
    do {
        if (!wrapped("<p>"_L1, "</p>"_L1))
            return false;
    } while (!skip("</blockquote>"_L1));
    return true;
}

bool StrictReader::list(QLatin1StringView start, QLatin1StringView end)
{
    if (!skip(start))
        return false;
    do {
        if (!wrapped("<li>"_L1, "</li>"_L1))
            return false;
    } while (!skip(end));
    return true;
}

// A picture and a caption, or one of them.
bool StrictReader::figure()
{
    if (!skip("<figure>"_L1))
        return false;
    const bool hasPicture = m_rest.startsWith("<img"_L1);
    if ((hasPicture && !picture()) || (!hasPicture && !m_rest.startsWith("<figcaption>"_L1)))
        return false;
    if (m_rest.startsWith("<figcaption>"_L1) && !wrapped("<figcaption>"_L1, "</figcaption>"_L1))
        return false;
    return skip("</figure>"_L1);
}

// Perhaps with words for those who cannot see it.
bool StrictReader::picture()
{
    if (!skip("<img src=\"picture:"_L1))
        return false;
    const qsizetype quote = m_rest.indexOf(u'"');
    bool isNumber = false;
    const qsizetype number = m_rest.first(qMax<qsizetype>(quote, 0)).toInt(&isNumber);
    if (!isNumber || number < 0 || number >= m_images
        || m_rest.first(quote) != QString::number(number))
        return false;
    m_rest = m_rest.mid(quote + 1);
    if (skip(" alt=\""_L1)) {
        const qsizetype end = m_rest.indexOf(u'"');
        StrictReader alternative(m_rest.first(qMax<qsizetype>(end, 0)), 0);
        if (end < 0 || !alternative.line(false) || !alternative.m_rest.isEmpty())
            return false;
        m_rest = m_rest.mid(end + 1);
    }
    return skip(">"_L1);
}

bool StrictReader::readsAll()
{
    while (!m_rest.isEmpty()) {
        bool accepted = false;
        if (m_rest.startsWith("<p>"_L1))
            accepted = wrapped("<p>"_L1, "</p>"_L1);
        else if (m_rest.startsWith("<p dir=\"rtl\">"_L1))
            accepted = wrapped("<p dir=\"rtl\">"_L1, "</p>"_L1);
        else if (m_rest.startsWith("<p dir=\"ltr\">"_L1))
            accepted = wrapped("<p dir=\"ltr\">"_L1, "</p>"_L1);
        else if (m_rest.startsWith("<h2>"_L1))
            accepted = wrapped("<h2>"_L1, "</h2>"_L1);
        else if (m_rest.startsWith("<bl"_L1))
            accepted = quotation();
        else if (m_rest.startsWith("<ul>"_L1))
            accepted = list("<ul>"_L1, "</ul>"_L1);
        else if (m_rest.startsWith("<ol>"_L1))
            accepted = list("<ol>"_L1, "</ol>"_L1);
        else
            accepted = figure();
        if (!accepted || !skip("\n"_L1))
            return false;
    }
    return true;
}

} // namespace

bool isStrictMarkup(QStringView body, qsizetype images)
{
    // Of more tags, the sanitiser leaves some out.
    return body.count(u'<') <= maximumTags && StrictReader(body, images).readsAll();
}
