#pragma once
// What a file beside a saved page, or in its container, may be shown as. Pure; any thread.

#include <QByteArray>
#include <QString>

// By its name: a picture, a style sheet, letters ("font/woff2"); empty for anything else.
QByteArray typeOfPart(const QString &fileName);

// By its first bytes: a picture made of dots, whatever it is called; empty for anything else.
constexpr qsizetype pictureMarkSize = 16; // bytes that tell
QByteArray typeOfPicture(const QByteArray &start);
