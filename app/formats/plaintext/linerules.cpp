#include "app/formats/plaintext/linerules.h"

#include "app/article/datephrase.h"
#include "app/formats/plaintext/linewords.h"
#include "app/formats/plaintext/publishers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestRule = 120; // characters; notices may be longer
constexpr qsizetype longestNotice = 400;
constexpr qsizetype longestSection = 48;

std::u16string_view viewOf(const QString &text)
{
    return {reinterpret_cast<const char16_t *>(text.utf16()), size_t(text.size())};
}

// Lower case; typographic apostrophes made plain; marks and counters at the ends left off, for
// they vary: "Comments (12)", "» Print", "SEE ALSO:".
QString folded(QStringView line)
{
    const auto isIgnored = [](QChar c) {
        return c.isSpace() || c.isDigit() || QStringView(u":>»«|()[]–-+*•").contains(c);
    };
    while (!line.isEmpty() && isIgnored(line.back()))
        line.chop(1);
    while (!line.isEmpty() && (isIgnored(line.front()) && line.front() != u'('))
        line = line.mid(1);
    QString text(line.size(), Qt::Uninitialized);
    std::ranges::transform(line, text.begin(), [](QChar c) {
        if (c < QChar(0x80))
            return c >= u'A' && c <= u'Z' ? QChar(c.unicode() | 0x20) : c;
        return c == u'’' ? QChar(u'\'') : c == QChar(0xa0) ? QChar(u' ') : c.toLower();
    });
    return text;
}

QList<QStringView> wordsOf(QStringView text)
{
    QList<QStringView> words;
    for (const QStringView part : text.split(u' ', Qt::SkipEmptyParts)) {
        if (std::ranges::any_of(part, [](QChar c) { return c.isLetter(); }))
            words.append(part);
    }
    return words;
}

bool areAll(const QList<QStringView> &words, bool (*known)(std::u16string_view))
{
    return std::ranges::all_of(words, [known](QStringView word) {
        while (!word.isEmpty() && QStringView(u",:;|/.()]").contains(word.back()))
            word.chop(1);
        while (!word.isEmpty() && QStringView(u"([").contains(word.front()))
            word = word.mid(1);
        return known({word.utf16(), size_t(word.size())});
    });
}

// "Home | News | Sport", "Home > World > Asia": three or more short parts.
bool isBarred(QStringView line)
{
    for (const QChar bar : {u'|', u'>', u'»', u'•', u'·'}) {
        if (line.count(bar) < 3 || line.contains(u'<'))
            continue;
        const auto parts = line.split(bar);
        const bool areShort = std::ranges::all_of(parts, [](QStringView part) {
            return part.trimmed().size() <= 24 && part.trimmed().count(u' ') <= 2
                && std::ranges::none_of(part, [](QChar c) { return c.isDigit(); });
        });
        if (areShort)
            return true;
    }
    return false;
}

// "TOP AMERICAS STORIES", "TOP STORIES NOW", "MOST POPULAR STORIES NOW" (BBC News, 2003-11)
bool isTopStories(QStringView folded)
{
    return (folded.startsWith(u"top ") || folded.startsWith(u"most popular ")
            || folded.startsWith(u"more "))
        && (folded.endsWith(u" stories") || folded.endsWith(u" stories now"))
        && folded.count(u' ') <= 5;
}

} // namespace

LineRule lineRule(QStringView line)
{
    if (line.size() > longestNotice)
        return LineRule::None;
    const QString text = folded(line);
    if (text.isEmpty())
        return LineRule::None;
    const LineRule beginning = ruleForBeginning(viewOf(text));
    if (beginning != LineRule::None || line.size() > longestRule)
        return beginning;
    if (line.startsWith(u'©'))
        return LineRule::Notice;
    const LineRule whole = ruleForWholeLine(viewOf(text));
    if (whole != LineRule::None) {
        // "share." ends a sentence that was broken into lines.
        const bool isWord = whole == LineRule::Tool || whole == LineRule::Advertisement;
        return isWord && line.front().isLower() ? LineRule::None : whole;
    }
    if (isTopStories(text))
        return LineRule::Promotion;

    const QList<QStringView> words = wordsOf(text);
    if (words.size() <= 12 && !line.front().isLower() && !line.endsWith(u'.')
        && areAll(words, isToolWord)
        && std::ranges::any_of(words, [](QStringView word) { return word.size() > 4; }))
        return LineRule::Tool;
    if (words.size() >= 4 && (areAll(words, isSectionWord) || isBarred(line)))
        return LineRule::Navigation;
    return isBarred(line) && words.size() >= 3 ? LineRule::Navigation : LineRule::None;
}

QString publisherNamed(QStringView line)
{
    if (line.size() > longestSection)
        return {};
    const QString name = folded(line);
    const std::u16string_view found = publisherOf(viewOf(name));
    return QString::fromUtf16(found.data(), qsizetype(found.size()));
}

bool isMasthead(QStringView line)
{
    if (line.size() > longestSection || line.count(u' ') > 4 || line.count(u' ') < 1)
        return false;
    const QString name = folded(line);
    const QStringView last = QStringView(name).mid(name.lastIndexOf(u' ') + 1);
    return isMastheadWord({last.utf16(), size_t(last.size())});
}

bool isSection(QStringView line)
{
    return line.size() <= longestSection && isSectionName(viewOf(folded(line)));
}

std::optional<LinkDate> linkDate(QStringView line, QStringView language)
{
    // BBC News, 1998-2011: the bar stands between no-break spaces.
    const qsizetype bar = line.indexOf(u'|');
    if (bar < 0 || line.size() > longestRule)
        return std::nullopt;
    const QStringView left = line.left(bar).trimmed();
    const QStringView right = line.mid(bar + 1).trimmed();
    if (right.isEmpty() || right.size() > longestSection || right.contains(u'|'))
        return std::nullopt;
    const std::optional<PrintedDate> date = datePhrase(left, language);
    if (!date || datePhrase(right, language))
        return std::nullopt;
    return LinkDate{*date, right.toString()};
}

bool isLinkDate(QStringView line, QStringView language)
{
    return line.size() <= longestRule && line.contains(u'|')
        && linkDate(line, language).has_value();
}
