#pragma once
// What a text must hold for an expression to match in it: one of a few words. Looking for those is
// much cheaper than matching. Pure; any thread.

#include "app/html/letterpairs.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <array>
#include <vector>

// Of an expression for lower case text, with groups, alternatives, classes, looks around and
// quantifiers: words of two letters a to z or more, of which every match holds at least one. Empty
// when none can be told.
QList<QByteArray> neededWords(QByteArrayView expression);

// One of those words.
struct NeededWord
{
    QByteArray text;
    std::array<quint16, 4> pairs; // of letters in it

    bool mayBeIn(const LetterPairs &letters) const
    {
        return letters.has(pairs[0]) && letters.has(pairs[1]) && letters.has(pairs[2])
            && letters.has(pairs[3]);
    }
};

// The same with their pairs; each match of `expression` holds one of them. Empty when nobody knows.
std::vector<NeededWord> neededWordsIn(QByteArrayView expression);
