#pragma once
// What a text must hold for an expression to match in it: one of a few words. Looking for those is
// much cheaper than matching. Pure; any thread.

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

// Of an expression for lower case text, with groups, alternatives, classes, looks around and
// quantifiers: words of two letters a to z or more, of which every match holds at least one. Empty
// when none can be told.
QList<QByteArray> neededWords(QByteArrayView expression);
