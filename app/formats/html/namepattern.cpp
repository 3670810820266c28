#include "app/formats/html/namepattern.h"

#include "app/formats/html/neededwords.h"

#include <QHash>

#include <algorithm>
#include <atomic>

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

struct Answers
{
    QString name; // in lower case, without topics
    Pairs pairs;
    quint64 asked = 0;
    quint64 yes = 0;
};

quint64 nextBit()
{
    static std::atomic<unsigned> patterns{0};
    const unsigned number = patterns.fetch_add(1);
    if (number >= 64)
        qFatal("more name patterns than bits for their answers");
    return quint64(1) << number;
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

NamePattern::NamePattern(const QString &expression) : m_expression(expression), m_bit(nextBit())
{
    Q_ASSERT(m_expression.isValid());
    m_expression.optimize();
    for (const QByteArray &word : neededWords(expression.toUtf8())) {
        Word pairs;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const qsizetype at = std::min(qsizetype(i), word.size() - 2);
            pairs[i] = quint16(pairOf(uchar(word[at]), uchar(word[at + 1])));
        }
        m_words.push_back(pairs);
    }
}

// A look at pairs of letters, before the expression is matched: most names have none of the words.
bool NamePattern::mayMatch(const std::bitset<26 * 26> &pairs) const
{
    return m_words.empty() || std::ranges::any_of(m_words, [&pairs](const Word &word) {
               return std::ranges::all_of(word, [&pairs](quint16 pair) { return pairs[pair]; });
           });
}

bool NamePattern::matches(const QString &name) const
{
    thread_local QHash<QString, Answers> known;
    if (name.isEmpty())
        return false;
    if (known.size() > mostNames)
        known.clear();
    Answers &answers = known[name];
    if (!answers.asked) {
        answers.name = withoutTopics(name.toLower());
        answers.pairs = pairsIn(answers.name);
    }
    if (!(answers.asked & m_bit)) {
        answers.asked |= m_bit;
        // Attributes come out of UTF-8: that their text is well-formed is known.
        if (mayMatch(answers.pairs)
            && m_expression
                   .match(answers.name, 0, QRegularExpression::NormalMatch,
                          QRegularExpression::DontCheckSubjectStringMatchOption)
                   .hasMatch())
            answers.yes |= m_bit;
    }
    return answers.yes & m_bit;
}

bool NamePattern::matches(const HtmlNode &element) const
{
    HtmlElementName *name = element.elementName;
    if (!name)
        return false;
    if (!(name->asked & m_bit)) {
        name->asked |= m_bit;
        if (matches(name->text))
            name->yes |= m_bit;
    }
    return name->yes & m_bit;
}
