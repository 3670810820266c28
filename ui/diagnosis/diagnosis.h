#pragma once
// What a bug report needs to know of this machine and this library, without a word of the reader's:
// no headline, no text, no name of a file. Needs a QGuiApplication; it reads files at once, so it
// is for a program that shows no window.

#include "app/base/result.h"
#include "app/library/libraryplaces.h"

#include <QString>

// Lines of "name: value" below headings. Makes nothing where there is no library. `settings` is
// their file; `engine` the versions of the web engine, `printing` what there is to print with, or
// why they could not be loaded; `isDistrusted` whether the graphics processor failed once.
struct Outfit
{
    Result<QString> engine;
    Result<QString> printing;
    bool isDistrusted = false;
};
QString diagnosis(const LibraryPlaces &places, const QString &settings, const Outfit &outfit);
