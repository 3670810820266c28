#include "app/library/libraryplaces.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

// Not AppDataLocation: it names the program, and the command line tool is another program.
LibraryPlaces LibraryPlaces::ofReader()
{
    const QString name = u"/broadsheet"_s;
    return {QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + name,
            QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + name};
}

LibraryPlaces LibraryPlaces::below(const QString &directory)
{
    return {directory + u"/state"_s, directory + u"/cache"_s};
}
