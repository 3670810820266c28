#pragma once
// What a file beside a saved page, or in its container, may be shown as. Pure; any thread.

#include <QByteArray>
#include <QString>

// By its name: a picture, a style sheet, letters ("font/woff2"); empty for anything else.
QByteArray typeOfPart(const QString &fileName);
