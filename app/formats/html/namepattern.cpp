#include "app/formats/html/namepattern.h"

#include <QHash>

#include <algorithm>
#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 20'000; // kept, a few megabytes; then from the start

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

bool mayHoldTopics(const LetterPairs &pairs)
{
    return (pairs.has('t', 'a') && pairs.has('a', 'g'))
        || (pairs.has('c', 'a') && pairs.has('g', 'o'));
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
    LetterPairs pairs;
    quint64 asked = 0; // a bit for each pattern
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
        answers->pairs = LetterPairs(answers->name);
        if (mayHoldTopics(answers->pairs)) {
            answers->name = withoutTopics(answers->name);
            answers->pairs = LetterPairs(answers->name);
        }
    }
    return answers;
}

} // namespace

NamePattern::NamePattern(const QString &expression)
    : m_expression(expression), m_words(neededWordsIn(expression.toUtf8())), m_bit(nextBit())
{
    Q_ASSERT(m_expression.isValid());
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
}

// Most names have none of the words, and a look at pairs of letters tells most of those.
bool NamePattern::holdsWord(const NameAnswers &answers) const
{
    return m_words.empty() || std::ranges::any_of(m_words, [&answers](const NeededWord &word) {
               return word.mayBeIn(answers.pairs)
                   && answers.name.contains(QLatin1StringView(word.text));
           });
}

bool NamePattern::matches(NameAnswers &answers) const
{
    if (!(answers.asked & m_bit)) {
        answers.asked |= m_bit;
        // Attributes come out of UTF-8: that their text is well-formed is known.
        if (holdsWord(answers)
            && (m_isPlain
                || m_expression
                       .match(answers.name, 0, QRegularExpression::NormalMatch,
                              QRegularExpression::DontCheckSubjectStringMatchOption)
                       .hasMatch()))
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
