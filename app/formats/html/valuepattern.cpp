#include "app/formats/html/valuepattern.h"

#include <algorithm>

ValuePattern::ValuePattern(const QString &expression)
    : m_expression(expression, QRegularExpression::CaseInsensitiveOption)
    , m_words(neededWordsIn(expression.toUtf8()))
{
    Q_ASSERT(m_expression.isValid());
}

bool ValuePattern::matches(QByteArrayView utf8) const
{
    if (utf8.isEmpty())
        return false;
    const LetterPairs pairs(utf8);
    const auto mayBeIn = [&pairs](const NeededWord &word) { return word.mayBeIn(pairs); };
    // Out of UTF-8 comes no text that is not well-formed.
    return (m_words.empty() || std::ranges::any_of(m_words, mayBeIn))
        && m_expression
               .match(QString::fromUtf8(utf8), 0, QRegularExpression::NormalMatch,
                      QRegularExpression::DontCheckSubjectStringMatchOption)
               .hasMatch();
}
