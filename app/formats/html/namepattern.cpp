#include "app/formats/html/namepattern.h"

#include <QHash>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 20'000; // kept, a few megabytes; then from the start

struct Answers
{
    QString name; // in lower case, without topics
    quint32 asked = 0;
    quint32 yes = 0;
};

std::atomic<unsigned> patterns{0};

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

NamePattern::NamePattern(const QString &expression)
    : m_expression(expression), m_bit(quint32(1) << patterns.fetch_add(1))
{
    Q_ASSERT(m_bit != 0 && m_expression.isValid());
    m_expression.optimize();
}

bool NamePattern::matches(const QString &name) const
{
    thread_local QHash<QString, Answers> known;
    if (name.isEmpty())
        return false;
    if (known.size() > mostNames)
        known.clear();
    Answers &answers = known[name];
    if (!answers.asked)
        answers.name = withoutTopics(name.toLower());
    if (!(answers.asked & m_bit)) {
        answers.asked |= m_bit;
        // Attributes come out of UTF-8: that their text is well-formed is known.
        if (m_expression
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
