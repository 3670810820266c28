#include "app/formats/html/valuepattern.h"

#include <algorithm>

ValuePattern::ValuePattern(const QString &expression)
    : m_expression(expression, Expression::Case::Insensitive)
    , m_words(neededWordsIn(expression.toUtf8()))
{
}

bool ValuePattern::matches(QByteArrayView utf8) const
{
    if (utf8.isEmpty())
        return false;
    const LetterPairs pairs(utf8);
    const auto mayBeIn = [&pairs](const NeededWord &word) { return word.mayBeIn(pairs); };
    return (m_words.empty() || std::ranges::any_of(m_words, mayBeIn))
        && m_expression.isIn(QString::fromUtf8(utf8), Expression::Text::WellFormed);
}
