#pragma once
// The tables of the catalogue. All of them can be made again from the articles, so another schema
// is no reason to convert anything: the file is made anew. Write lane.

#include <QByteArray>

class Database;

// Whether `catalogue` has the tables of this version of the program.
bool hasTables(Database &catalogue);

// Makes them in an empty file, in one step.
void makeTables(Database &catalogue);

// A number of this catalogue's own: its other numbers mean nothing in another one. 0 in one that
// was made before there were such marks.
qint64 catalogueMark(Database &catalogue);

// The number under which files read by this version of the reader are known (file.reader).
qint64 readerNumber(Database &catalogue, const QByteArray &readerVersion);
