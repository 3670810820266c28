#include "app/formats/plaintext/textlines.h"

#include "app/article/datephrase.h"
#include "app/formats/plaintext/linerules.h"

#include <QVarLengthArray>

#include <algorithm>

namespace {

constexpr qsizetype tabWidth = 8;
constexpr qsizetype narrowestWrap = 24; // columns; CJK texts are wrapped at 30 to 40 characters
constexpr qsizetype widestWrap = 120;
constexpr qsizetype shortestProse = 60; // characters

bool isLineEnd(QChar character)
{
    switch (character.unicode()) {
    case u'\n':
    case u'\r':
    case u'\v':
    case u'\f':
    case 0x85:   // next line
    case 0x2028: // line separator
    case 0x2029: // paragraph separator
        return true;
    default:
        return false;
    }
}

// White space, and what shows as nothing at a line's end: marks of byte order and direction.
bool isTrimmed(QChar character)
{
    return character.isSpace() || character.unicode() < 0x20 || character.unicode() == 0x7f
        || (character.unicode() >= 0x80 && character.unicode() < 0xa0)
        || character.unicode() == 0xfeff || character.unicode() == 0x200b;
}

// Controls become blanks, runs of blanks one. A no-break space inside stays what it is.
QString cleaned(QStringView line)
{
    QString text(line.size(), Qt::Uninitialized);
    QChar *out = text.data();
    const QChar *const begin = out;
    bool wasBlank = false;
    for (const QChar character : line) {
        const char16_t code = character.unicode();
        const bool isBlank = code <= 0x20 || (code >= 0x7f && code < 0xa0);
        if (!(isBlank && wasBlank))
            *out++ = isBlank ? QChar(u' ') : character;
        wasBlank = isBlank;
    }
    text.truncate(out - begin);
    return text;
}

qsizetype indentOf(QStringView line)
{
    qsizetype indent = 0;
    for (const QChar character : line) {
        if (!character.isSpace())
            break;
        const bool isWide = character.unicode() == 0x3000; // an ideograph's width
        indent += character == u'\t' ? tabWidth : isWide ? 2 : 1;
    }
    return indent;
}

bool isClosing(QChar character)
{
    // “ opens in English and closes in German.
    return QStringView(u"\"'”“’»›)]}*_」』）】").contains(character);
}

bool isCaseless(QChar character)
{
    return character.isLetter() && !character.isUpper() && !character.isLower();
}

// A sign of the scripts that put no blanks between words. Korean does.
bool isIdeographic(QChar character)
{
    const char16_t code = character.unicode();
    return code >= 0x2e80 && !(code >= 0xac00 && code <= 0xd7a3);
}

QChar firstLetterOf(QStringView text)
{
    const auto found = std::ranges::find_if(
        text, [](QChar c) { return !isClosing(c) && c != u'“' && c != u'«' && c != u'('; });
    return found == text.end() ? QChar() : *found;
}

qsizetype columnsOf(const TextLine &line)
{
    return line.indent + line.text.size();
}

qsizetype firstWordLength(QStringView text)
{
    const qsizetype blank = text.indexOf(u' ');
    return blank < 0 ? text.size() : blank;
}

// What a line means by itself: nothing, something that a paragraph could also break into by chance
// ("December 15, 1988"), or something that no paragraph does.
enum class Meaning { None, Weak, Strong };

Meaning meaningOf(QStringView text, QStringView language)
{
    if (text.size() > widestWrap)
        return Meaning::None;
    const LineRule rule = lineRule(text);
    if (rule == LineRule::Tool || rule == LineRule::Service)
        return Meaning::Weak;
    if (rule != LineRule::None || listMarkerLength(text) > 0 || isLinkDate(text, language))
        return Meaning::Strong;
    return dateLine(text, language).isEmpty() ? Meaning::None : Meaning::Weak;
}

// What the pairs of neighbouring lines say about how the text was wrapped.
struct WrapEvidence
{
    qsizetype pairs = 0;     // of lines with no blank line between
    qsizetype continued = 0; // whose second line goes on in lower case
    qsizetype caseless = 0;  // the same guess where the script has no cases
    qsizetype full = 0;      // of those, the lines about as long as the longest one
    qsizetype longest = 0;   // columns of the longest line that was continued
};

WrapEvidence wrapEvidence(const QList<TextLine> &lines)
{
    constexpr qsizetype raggedness = 6; // columns; a Korean word
    WrapEvidence evidence;
    QVarLengthArray<qsizetype, 64> caseless; // their columns
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const TextLine &line = lines[i - 1];
        const TextLine &next = lines[i];
        if (next.blankBefore)
            continue;
        ++evidence.pairs;
        const qsizetype columns = columnsOf(line);
        if (columns < narrowestWrap || columns > widestWrap || endsSentence(line.text))
            continue;
        const QChar first = firstLetterOf(next.text);
        if (first.isLower())
            ++evidence.continued;
        else if (isCaseless(first) || isIdeographic(first))
            caseless.append(columns);
        else
            continue;
        evidence.longest = std::max(evidence.longest, columns);
    }
    evidence.caseless = caseless.size();
    evidence.full = std::ranges::count_if(
        caseless, [&](qsizetype columns) { return columns + raggedness >= evidence.longest; });
    return evidence;
}

// The column at which the text was wrapped, or 0 when it was not.
qsizetype wrapColumn(const QList<TextLine> &lines)
{
    const WrapEvidence evidence = wrapEvidence(lines);
    const bool isSmall = evidence.pairs <= 4;
    const bool isContinued = evidence.continued >= (isSmall ? 1 : 2)
        && evidence.continued * 8 >= evidence.pairs;
    const bool isFull = evidence.full >= 2 && evidence.full == evidence.caseless;
    const bool isCaselessRun = (evidence.caseless >= 4 || isFull)
        && evidence.caseless * 2 >= evidence.pairs;
    if (!isContinued && !isCaselessRun)
        return 0;
    const auto tooLong = std::ranges::count_if(
        lines, [&](const TextLine &line) { return columnsOf(line) > evidence.longest * 5 / 4; });
    return tooLong * 4 > lines.size() ? 0 : evidence.longest;
}

class Unwrapping
{
public:
    Unwrapping(const QList<TextLine> &lines, qsizetype column, QStringView language)
        : m_lines(lines), m_column(column), m_language(language)
    {
    }

    QList<TextLine> result()
    {
        QList<TextLine> joined;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (i == 0 || !continues(i)) {
                joined.append(m_lines[i]);
                m_first = i;
            } else {
                append(joined.last().text, m_lines[i].text);
            }
        }
        return joined;
    }

private:
    // Whether line `i` goes on with the paragraph that began at m_first.
    bool continues(qsizetype i) const
    {
        const TextLine &line = m_lines[i - 1];
        const TextLine &next = m_lines[i];
        if (next.blankBefore)
            return false;
        const bool fits = columnsOf(line) + 1 + firstWordLength(next.text) <= m_column;
        const Meaning meaning = meaningOf(next.text, m_language);
        const bool isByChance = meaning == Meaning::Weak && !fits && m_first > 0
            && !endsSentence(line.text);
        if (meaning != Meaning::None && !isByChance)
            return false;
        const bool inList = listMarkerLength(m_lines[m_first].text) > 0;
        if (m_first == i - 1 && !inList && standsAlone(line.text))
            return false;
        if (next.indent >= line.indent + 2 && !inList) // a paragraph's first line is set in
            return false;
        if (m_first == 0 && !isWrappedHeadline(i))
            return false;
        if (!fits || (startsLowerCase(next.text) && !endsSentence(line.text)))
            return true;
        return !endsSentence(line.text) && columnsOf(line) * 4 >= m_column * 3;
    }

    bool standsAlone(QStringView text) const
    {
        return meaningOf(text, m_language) != Meaning::None;
    }

    // A headline goes on over lines only as a block of its own without full stops; else the
    // story would run into it.
    bool isWrappedHeadline(qsizetype i) const
    {
        constexpr qsizetype tooMany = 4;
        qsizetype end = 1;
        while (end < tooMany && end < m_lines.size() && !m_lines[end].blankBefore
               && !standsAlone(m_lines[end].text))
            ++end;
        if (i == 1 && startsLowerCase(m_lines[i].text))
            return true;
        return end < tooMany
            && std::none_of(m_lines.begin(), m_lines.begin() + end,
                            [](const auto &l) { return endsSentence(l.text); });
    }

    static void append(QString &paragraph, const QString &line)
    {
        const QChar last = paragraph.back();
        const QChar first = line.front();
        const QStringView shared(u"“”‘’—…"); // with the scripts that have blanks
        const bool isUnspaced = (isIdeographic(last) && isIdeographic(first))
            || (isIdeographic(last) && shared.contains(first))
            || (shared.contains(last) && isIdeographic(first));
        const bool isHyphenated = last == u'-' && paragraph.size() > 1
            && paragraph[paragraph.size() - 2].isLetter() && first.isLower();
        if (!isUnspaced && !isHyphenated)
            paragraph += u' ';
        paragraph += line;
    }

    const QList<TextLine> &m_lines;
    qsizetype m_column;
    QStringView m_language;
    qsizetype m_first = 0; // where the paragraph began
};

} // namespace

QList<TextLine> textLines(const QString &text)
{
    QList<TextLine> lines;
    bool blankBefore = false;
    const QStringView whole(text);
    for (qsizetype from = 0; from < whole.size();) {
        qsizetype end = from;
        while (end < whole.size() && !isLineEnd(whole[end]))
            ++end;
        qsizetype first = from;
        qsizetype last = end;
        while (first < last && isTrimmed(whole[first]))
            ++first;
        while (last > first && isTrimmed(whole[last - 1]))
            --last;
        if (first == last) {
            blankBefore = true;
        } else {
            lines.append({cleaned(whole.mid(first, last - first)),
                          indentOf(whole.mid(from, first - from)), blankBefore});
            blankBefore = false;
        }
        const bool isPair = end + 1 < whole.size() && whole[end] == u'\r'
            && whole[end + 1] == u'\n';
        from = end + (isPair ? 2 : 1);
        if (end < whole.size() && (whole[end] == u'\f' || whole[end].unicode() == 0x2029))
            blankBefore = true;
    }
    return lines;
}

QList<TextLine> unwrapped(const QList<TextLine> &lines, QStringView language)
{
    const qsizetype column = wrapColumn(lines);
    return column == 0 ? lines : Unwrapping(lines, column, language).result();
}

bool isPartedByBlankLines(const QList<TextLine> &lines)
{
    const auto parted = std::ranges::count_if(lines, &TextLine::blankBefore);
    return parted * 3 >= lines.size();
}

bool endsSentence(QStringView text)
{
    qsizetype last = text.size() - 1;
    while (last > 0 && isClosing(text[last]))
        --last;
    return last >= 0 && QStringView(u".!?…。！？؟।").contains(text[last]);
}

bool startsLowerCase(QStringView text)
{
    return firstLetterOf(text).isLower();
}

qsizetype listMarkerLength(QStringView text)
{
    if (text.size() < 3)
        return 0;
    if (QStringView(u"-*•·‣◦▪■●–—+").contains(text[0]) && text[1].isSpace())
        return std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber(); }) ? 2 : 0;
    qsizetype digits = 0;
    while (digits < 3 && digits < text.size() && text[digits].isDigit())
        ++digits;
    if (digits == 0 || digits + 2 >= text.size())
        return 0;
    const bool isMarked = text[digits] == u'.' || text[digits] == u')';
    return isMarked && text[digits + 1].isSpace() ? digits + 2 : 0;
}

bool isProse(QStringView text)
{
    return text.size() >= shortestProse && (endsSentence(text) || text.size() >= 4 * shortestProse);
}
