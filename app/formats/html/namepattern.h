#pragma once
// A question that is asked of the class and the id of every element of a page, and whose answer is
// kept beside the name: pages use few of them many times. Any thread, one at a time for a document.

#include "app/formats/html/expression.h"
#include "app/formats/html/neededwords.h"
#include "app/html/document.h"

#include <vector>

class NamePattern final
{
public:
    // In lower case; that of names does not matter. At most 64 patterns in a program, all of them
    // static.
    explicit NamePattern(const QString &expression);

    // Of the class and the id, a blank between them; false for an element that has neither.
    bool matches(const HtmlNode &element) const
    {
        HtmlElementName *name = element.elementName;
        return name && (name->asked & m_bit ? name->yes & m_bit : ask(*name));
    }
    bool matches(const QString &name) const;

private:
    bool holdsWord(const HtmlElementName &name) const;
    bool ask(HtmlElementName &name) const;

    Expression m_expression;
    std::vector<NeededWord> m_words; // every match holds one of them; empty: nobody knows
    bool m_isPlain = false;          // and one is all it needs
    quint64 m_bit;                   // its own, in the answers kept
};
