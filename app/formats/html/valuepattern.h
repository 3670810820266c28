#pragma once
// A question that is asked of the value of an attribute of many elements, each value another one:
// addresses, styles. Any thread.

#include "app/formats/html/expression.h"
#include "app/formats/html/neededwords.h"

#include <QByteArrayView>

#include <vector>

class ValuePattern final
{
public:
    // The expression in lower case; that of values does not matter.
    explicit ValuePattern(const QString &expression);

    bool matches(QByteArrayView utf8) const;

private:
    Expression m_expression;
    std::vector<NeededWord> m_words; // every match holds one of them; empty: nobody knows
};
