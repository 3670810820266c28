#include "app/formats/html/namepattern.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// Which patterns have a word that begins with each pair of letters, and which have words at all:
// what has no word's beginning is answered as soon as a name is met.
std::array<std::atomic<quint64>, LetterPairs::count> beginnings;
std::atomic<quint64> withWords;

quint64 nextBit()
{
    static std::atomic<unsigned> patterns{0};
    const unsigned number = patterns.fetch_add(1);
    if (number >= 64)
        qFatal("more name patterns than bits for their answers");
    return quint64(1) << number;
}

// Plain searching: names and words are short.
bool holds(QStringView name, QByteArrayView word)
{
    const auto isSame = [](QChar a, char b) { return a.unicode() == uchar(b); };
    return !std::ranges::search(name, word, isSame).empty();
}

bool mayHoldTopics(const LetterPairs &pairs)
{
    return (pairs.has(u't', u'a') && pairs.has(u'a', u'g'))
        || (pairs.has(u'c', u'a') && pairs.has(u'g', u'o'));
}

// Without the words by which WordPress repeats an article's own topics there: "tag-sponsoring".
QString withoutTopics(QString name)
{
    if (name.contains("category-"_L1) || name.contains("tag-"_L1)) {
        static const Expression topic(u"(?<!\\S)(?:category|tag)-\\S+"_s);
        return topic.removedFrom(name);
    }
    return name;
}

// The questions that the name does not answer at once, a bit for each; fills its pairs, and makes
// its ASCII letters small.
quint64 openQuestions(HtmlElementName &name)
{
    quint64 open = ~withWords.load(std::memory_order_acquire);
    char16_t before = 0;
    for (QChar &character : name.folded) {
        char16_t c = character.unicode();
        if (c >= u'A' && c <= u'Z') {
            c += u'a' - u'A';
            character = QChar(c);
        }
        const std::size_t pair = LetterPairs::numberOf(before, c);
        name.pairs.add(pair);
        open |= beginnings[pair].load(std::memory_order_relaxed);
        before = c;
    }
    return open;
}

// Before the first question.
void prepare(HtmlElementName &name)
{
    const bool isAscii = std::ranges::all_of(name.text, [](QChar c) { return c.unicode() < 0x80; });
    name.folded = isAscii ? name.text : name.text.toLower();
    quint64 open = openQuestions(name);
    if (mayHoldTopics(name.pairs)) {
        name.folded = withoutTopics(name.folded);
        name.pairs = {};
        open = openQuestions(name);
    }
    name.asked = ~open;
}

} // namespace

NamePattern::NamePattern(const QString &expression)
    : m_expression(expression), m_words(neededWordsIn(expression.toUtf8())), m_bit(nextBit())
{
    // Words with bars between them need no matching.
    const QList<QByteArray> words = expression.toUtf8().split('|');
    m_isPlain = m_words.size() == std::size_t(words.size())
        && std::ranges::all_of(words, [](const QByteArray &word) {
                    return std::ranges::all_of(word, [](char c) {
                        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                    });
                });
    for (std::size_t i = 0; m_isPlain && i < m_words.size(); ++i)
        m_words[i].text = words[qsizetype(i)];
    for (const NeededWord &word : m_words)
        beginnings[word.pairs[0]].fetch_or(m_bit, std::memory_order_relaxed);
    if (!m_words.empty())
        withWords.fetch_or(m_bit, std::memory_order_release);
}

// Most names have none of the words, and a look at pairs of letters tells most of those.
bool NamePattern::holdsWord(const HtmlElementName &name) const
{
    return m_words.empty() || std::ranges::any_of(m_words, [&name](const NeededWord &word) {
               return word.mayBeIn(name.pairs) && holds(name.folded, word.text);
           });
}

bool NamePattern::ask(HtmlElementName &name) const
{
    if (name.folded.isEmpty())
        prepare(name);
    if (name.asked & m_bit)
        return name.yes & m_bit;
    name.asked |= m_bit;
    const bool isIt = holdsWord(name)
        && (m_isPlain || m_expression.isIn(name.folded, Expression::Text::WellFormed));
    name.yes |= isIt ? m_bit : 0;
    return isIt;
}

bool NamePattern::matches(const QString &name) const
{
    HtmlElementName alone{name, {}, {}, 0, 0};
    return !name.isEmpty() && ask(alone);
}
