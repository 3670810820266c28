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

enum class Direction { None, LeftToRight, RightToLeft };

constexpr int deepest = 20; // blocks inside one another; the writer has a bound of its own

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
    bool opens(QLatin1StringView name, Direction &direction);
    bool closes(QLatin1StringView name);
    bool line(bool isMarkup = true);
    bool word();
    bool startTag();
    bool endTag();
    bool lines(QLatin1StringView end);
    bool block(Direction outside, int depth);
    bool isBlockNext() const;
    bool blocks(QLatin1StringView end, Direction direction, int depth);
    bool items(QLatin1StringView end, Direction direction, int depth);
    bool preformatted();
    bool figure(Direction direction);
    bool picture();
    bool linkedPicture();

    QStringView m_rest;
    qsizetype m_images;
    QVarLengthArray<QLatin1StringView, 5> m_open; // inline elements
    bool m_hasWord = false;    // the lines; more than a space that does not break
    bool m_hasPicture = false; // the line
};

bool StrictReader::skip(QLatin1StringView what)
{
    if (!m_rest.startsWith(what))
        return false;
    m_rest = m_rest.mid(what.size());
    return true;
}

// <p>, or <p dir="rtl"> where the direction outside is another one.
bool StrictReader::opens(QLatin1StringView name, Direction &direction)
{
    if (!m_rest.startsWith(u'<') || !m_rest.mid(1).startsWith(name))
        return false;
    const QStringView after = m_rest.mid(1 + name.size());
    const Direction turned = after.startsWith(" dir=\"ltr\">"_L1) ? Direction::LeftToRight
        : after.startsWith(" dir=\"rtl\">"_L1)                    ? Direction::RightToLeft
                                                                  : Direction::None;
    if (turned != Direction::None && turned != direction) {
        direction = turned;
        m_rest = after.mid(11);
        return true;
    }
    if (!after.startsWith(u'>'))
        return false;
    m_rest = after.mid(1);
    return true;
}

bool StrictReader::closes(QLatin1StringView name)
{
    if (!m_rest.startsWith("</"_L1) || !m_rest.mid(2).startsWith(name)
        || m_rest.mid(2 + name.size(), 1) != u">")
        return false;
    m_rest = m_rest.mid(3 + name.size());
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
    if (m_open.isEmpty() || !closes(m_open.back()))
        return false;
    m_open.removeLast();
    return true;
}

// Words and pictures parted by single spaces, none at either end and none right inside an inline
// element. Ends before the first tag that is of no such element.
bool StrictReader::line(bool isMarkup)
{
    m_hasPicture = false;
    const bool hadWord = std::exchange(m_hasWord, false);
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
        } else if (isMarkup && m_rest.startsWith("<img"_L1)) {
            if (!picture())
                return false;
            m_hasPicture = true;
            before = Before::Word;
        } else {
            break;
        }
    }
    const bool hasContent = m_hasWord || m_hasPicture;
    m_hasWord = m_hasWord || hadWord;
    return hasContent && m_open.isEmpty() && (before == Before::Word || before == Before::EndTag);
}

// Lines parted by single breaks, with a word in one of them.
bool StrictReader::lines(QLatin1StringView end)
{
    m_hasWord = false;
    do {
        if (!line())
            return false;
    } while (skip("<br>"_L1));
    return m_hasWord && (end.isEmpty() || closes(end));
}

bool StrictReader::isBlockNext() const
{
    for (const QLatin1StringView start :
         {"<p>"_L1, "<p "_L1, "<pr"_L1, "<h2"_L1, "<bl"_L1, "<ul"_L1, "<ol"_L1, "<fi"_L1}) {
        if (m_rest.startsWith(start))
            return true;
    }
    return false;
}

bool StrictReader::block(Direction outside, int depth)
{
    Direction direction = outside;
    if (opens("p"_L1, direction))
        return lines("p"_L1);
    if (opens("h2"_L1, direction))
        return lines("h2"_L1);
    if (opens("pre"_L1, outside))
        return preformatted();
    if (opens("figure"_L1, outside))
        return figure(outside);
    if (depth >= deepest)
        return false;
    if (opens("blockquote"_L1, direction))
        return blocks("blockquote"_L1, direction, depth + 1);
    if (opens("ul"_L1, direction))
        return items("ul"_L1, direction, depth + 1);
    return opens("ol"_L1, direction) && items("ol"_L1, direction, depth + 1);
}

bool StrictReader::blocks(QLatin1StringView end, Direction direction, int depth)
{
    do {
        if (!block(direction, depth))
            return false;
    } while (!closes(end));
    return true;
}

// Words come first in an item, and then what hangs from them.
bool StrictReader::items(QLatin1StringView end, Direction direction, int depth)
{
    do {
        Direction inside = direction;
        if (!opens("li"_L1, inside) || (!isBlockNext() && !lines({})))
            return false;
        if (!closes("li"_L1) && !blocks("li"_L1, inside, depth))
            return false;
    } while (!closes(end));
    return true;
}

// White space as it is, but for lines before the first word and all after the last.
bool StrictReader::preformatted()
{
    const QStringView text = m_rest.first(qMax<qsizetype>(0, m_rest.indexOf(u'<')));
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\n' || c == u'\t'; };
    const auto *first = std::ranges::find_if_not(text, isBlank);
    if (first == text.end() || isBlank(text.back())
        || std::find(text.begin(), first, u'\n') != first)
        return false;
    m_hasWord = false;
    while (!m_rest.startsWith(u'<')) {
        while (isBlank(m_rest.front()))
            m_rest = m_rest.mid(1);
        const qsizetype end = std::ranges::find_if(m_rest,
                                                   [](QChar c) {
                                                       return c == u' ' || c == u'\n' || c == u'\t'
                                                           || c == u'<';
                                                   })
            - m_rest.begin();
        StrictReader one(m_rest.first(end), 0);
        if (!one.word() || !one.m_rest.isEmpty())
            return false;
        m_hasWord = m_hasWord || one.m_hasWord;
        m_rest = m_rest.mid(end);
    }
    return m_hasWord && closes("pre"_L1);
}

bool StrictReader::linkedPicture()
{
    return startTag() && m_open.back() == "a"_L1 && picture() && endTag();
}

// Pictures, paragraphs about them and a caption, or one of them.
bool StrictReader::figure(Direction direction)
{
    bool hasCaption = false;
    do {
        Direction inside = direction;
        bool accepted = false;
        if (m_rest.startsWith("<img"_L1))
            accepted = picture();
        else if (m_rest.startsWith("<a "_L1))
            accepted = linkedPicture();
        else if (opens("figcaption"_L1, inside))
            accepted = !std::exchange(hasCaption, true) && lines("figcaption"_L1);
        else
            accepted = opens("p"_L1, inside) && lines("p"_L1);
        if (!accepted)
            return false;
    } while (!closes("figure"_L1));
    return true;
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
        if (!block(Direction::None, 0) || !skip("\n"_L1))
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
