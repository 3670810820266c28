#include "app/formats/html/namepattern.h"

#include "app/formats/html/neededwords.h"

#include <QHash>

#include <algorithm>
#include <atomic>
#include <bitset>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 20'000; // kept, a few megabytes; then from the start

// Which two letters stand side by side in a name.
using Pairs = std::bitset<26 * 26>;

bool isLetter(char16_t c)
{
    return c >= u'a' && c <= u'z';
}

std::size_t pairOf(char16_t first, char16_t second)
{
    return std::size_t(first - u'a') * 26 + std::size_t(second - u'a');
}

Pairs pairsIn(QStringView name)
{
    Pairs pairs;
    for (qsizetype i = 1; i < name.size(); ++i) {
        const char16_t first = name[i - 1].unicode();
        const char16_t second = name[i].unicode();
        if (isLetter(first) && isLetter(second))
            pairs.set(pairOf(first, second));
    }
    return pairs;
}

quint64 nextBit()
{
    static std::atomic<unsigned> patterns{0};
    const unsigned number = patterns.fetch_add(1);
    if (number >= 64)
        qFatal("more name patterns than bits for their answers");
    return quint64(1) << number;
}

QString lowerCase(const QString &name)
{
    const bool isAscii = std::ranges::all_of(name, [](QChar c) { return c.unicode() < 0x80; });
    if (!isAscii)
        return name.toLower();
    QString lower = name;
    for (QChar &c : lower)
        c = c >= u'A' && c <= u'Z' ? QChar(c.unicode() + 32) : c;
    return lower;
}

bool mayHoldTopics(const Pairs &pairs)
{
    return (pairs[pairOf(u't', u'a')] && pairs[pairOf(u'a', u'g')])
        || (pairs[pairOf(u'c', u'a')] && pairs[pairOf(u'g', u'o')]);
}

// Without the words by which WordPress repeats an article's own topics there: "tag-sponsoring".
QString withoutTopics(QString name)
{
    if (name.contains("category-"_L1) || name.contains("tag-"_L1)) {
        static const QRegularExpression topic(u"(?<!\\S)(?:category|tag)-\\S+"_s);
        name.remove(topic);
    }
    return name;
}

} // namespace

struct NameAnswers
{
    QString name; // in lower case, without topics
    Pairs pairs;
    quint64 asked = 0;
    quint64 yes = 0;
};

namespace {

SharedAnswers answersAbout(const QString &name)
{
    thread_local QHash<QString, SharedAnswers> known;
    if (known.size() > mostNames)
        known.clear();
    SharedAnswers &answers = known[name];
    if (!answers) {
        answers = std::make_shared<NameAnswers>();
        answers->name = lowerCase(name);
        answers->pairs = pairsIn(answers->name);
        if (mayHoldTopics(answers->pairs)) {
            answers->name = withoutTopics(answers->name);
            answers->pairs = pairsIn(answers->name);
        }
    }
    return answers;
}

} // namespace

NamePattern::NamePattern(const QString &expression) : m_expression(expression), m_bit(nextBit())
{
    Q_ASSERT(m_expression.isValid());
    m_expression.optimize();
    for (const QByteArray &word : neededWords(expression.toUtf8())) {
        Word &needed = m_words.emplace_back(Word{word, {}});
        for (std::size_t i = 0; i < needed.pairs.size(); ++i) {
            const qsizetype at = std::min(qsizetype(i), word.size() - 2);
            needed.pairs[i] = quint16(pairOf(uchar(word[at]), uchar(word[at + 1])));
        }
    }
}

// Most names have none of the words, and a look at pairs of letters tells most of those.
bool NamePattern::mayMatch(const NameAnswers &answers) const
{
    return m_words.empty() || std::ranges::any_of(m_words, [&answers](const Word &word) {
               return std::ranges::all_of(word.pairs,
                                          [&](quint16 pair) { return answers.pairs[pair]; })
                   && answers.name.contains(QLatin1StringView(word.text));
           });
}

bool NamePattern::matches(NameAnswers &answers) const
{
    if (!(answers.asked & m_bit)) {
        answers.asked |= m_bit;
        // Attributes come out of UTF-8: that their text is well-formed is known.
        if (mayMatch(answers)
            && m_expression
                   .match(answers.name, 0, QRegularExpression::NormalMatch,
                          QRegularExpression::DontCheckSubjectStringMatchOption)
                   .hasMatch())
            answers.yes |= m_bit;
    }
    return answers.yes & m_bit;
}

bool NamePattern::matches(const QString &name) const
{
    return !name.isEmpty() && matches(*answersAbout(name));
}

bool NamePattern::matches(const HtmlNode &element) const
{
    HtmlElementName *name = element.elementName;
    if (!name)
        return false;
    if (!name->answers)
        name->answers = answersAbout(name->text);
    return matches(*name->answers);
}
