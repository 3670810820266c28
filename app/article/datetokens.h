#pragma once
// A line cut into the pieces that app/article/daterun.cpp reads dates from: numbers, words with
// their meaning in a date, and marks. Pure; any thread.

#include "app/article/datewords.h"

#include <QStringView>
#include <QVarLengthArray>

struct DateToken
{
    enum class Sort : quint8 { Number, Word, Mark };

    Sort sort = Sort::Mark;
    DateWord word = DateWord::Unknown; // of a word
    quint8 digits = 0;                 // of a number, as printed
    bool joined = false;               // stands right after the piece before it, without a blank
    int value = 0;                     // of a number or a word; the character of a mark
    qsizetype from = 0;
    qsizetype length = 0;

    bool isMark(char16_t mark) const { return sort == Sort::Mark && value == mark; }
    bool isWord(DateWord meaning) const { return sort == Sort::Word && word == meaning; }
    bool isNumber(int fewest, int most) const
    {
        return sort == Sort::Number && digits >= fewest && digits <= most;
    }
};

using DateTokens = QVarLengthArray<DateToken, 48>;

// The pieces of `line`, white space left out. Stops after as many as no date line has.
DateTokens dateTokens(QStringView line);
