#pragma once
// broadsheet-cli status, check and rebuild: what the library holds, whether it is whole, and how it
// is made anew. For the one thread of the program.

#include "app/library/libraryplaces.h"

#include <QByteArray>
#include <QList>

// `arguments` are what follows the command's name. Each returns the exit status.
int status(const LibraryPlaces &places, const QList<QByteArray> &arguments);
int check(const LibraryPlaces &places, const QList<QByteArray> &arguments);
int rebuild(const LibraryPlaces &places, const QList<QByteArray> &arguments);
