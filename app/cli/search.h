#pragma once
// broadsheet-cli search: the library's articles that a query finds, best first, with the words
// around the hits. For the one thread of the program.

#include "app/library/libraryplaces.h"

#include <QByteArray>
#include <QList>

// `arguments` are what follows the command's name. Returns the exit status.
int search(const LibraryPlaces &places, const QList<QByteArray> &arguments);
