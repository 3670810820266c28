#pragma once
// broadsheet-cli add: puts folders and files into the library, with progress, and ends when every
// word can be found. For the one thread of the program, which runs its event loop meanwhile.

#include "app/library/libraryplaces.h"

#include <QByteArray>
#include <QList>

// `arguments` are what follows the command's name, as the system gave them. Returns the exit
// status.
int add(const LibraryPlaces &places, const QList<QByteArray> &arguments);
