#pragma once
// UTF-8 with wrong bytes in it: counted, and decoded without losing the rest. Pure; any thread.

#include <QByteArrayView>
#include <QString>

struct Utf8Census
{
    qsizetype sequences = 0;   // characters of two bytes and more
    qsizetype wrongPlaces = 0; // maximal pieces that are no UTF-8
};

Utf8Census utf8Census(QByteArrayView bytes);

struct Utf8Text
{
    QString text;
    qsizetype wrongPlaces = 0;
};

// A wrong byte that stands alone between ASCII and is a letter or a mark of windows-1252 becomes
// that character: texts put together from two sources have such. Every other wrong piece becomes
// one U+FFFD, as the Unicode standard recommends (maximal subparts).
Utf8Text decodedUtf8(QByteArrayView bytes);
