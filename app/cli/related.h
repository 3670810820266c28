#pragma once
// broadsheet-cli related: the stories that belong beside an article, with their reasons. A plain
// function for the one thread of the program.

#include "app/library/libraryplaces.h"

#include <QByteArray>
#include <QList>

// `arguments` are those behind the command. Returns the exit status.
int related(const LibraryPlaces &places, const QList<QByteArray> &arguments);
