#pragma once
// What the first bytes of a picture tell about it, without a decoder. Pure; any thread.

#include <QByteArrayView>
#include <QSize>

// Of a kind made of dots that we show.
bool isPicture(QByteArrayView bytes);

// An SVG that is a chart or a map by its size and by what it draws, and no icon, nor the field that
// holds a picture's place. It can hold scripts: only an img element, which runs none, may show it.
bool isDrawing(QByteArrayView bytes);

// In pixels; invalid when the bytes at hand do not tell.
QSize pictureSize(QByteArrayView bytes);
