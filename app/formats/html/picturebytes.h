#pragma once
// What the first bytes of a picture tell about it, without a decoder. Pure; any thread.

#include <QByteArrayView>
#include <QSize>

// Of a kind made of dots that we show. A drawing is none: it can hold scripts.
bool isPicture(QByteArrayView bytes);

// In pixels; invalid when the bytes at hand do not tell.
QSize pictureSize(QByteArrayView bytes);
