#include "app/library/librarystatus.h"

#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "app/search/indexcheck.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

qint64 bytesOfFile(const QString &path)
{
    qint64 bytes = 0;
    for (const QString &ending : {u""_s, u"-wal"_s})
        bytes += QFileInfo(path + ending).size();
    return bytes;
}

qint64 bytesOfFolder(const QString &path)
{
    qint64 bytes = 0;
    QDirIterator files(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace

Result<LibraryStatus> libraryStatus(const LibraryPlaces &places)
{
    LibraryStatus status;
    status.stateBytes = bytesOfFile(stateFile(places));
    status.catalogueBytes = bytesOfFile(catalogueFile(places));
    status.indexBytes = bytesOfFolder(indexFolder(places));
    status.indexShards = shardCount(indexFolder(places));
    if (!QFile::exists(catalogueFile(places)) || !QFile::exists(stateFile(places)))
        return status;
    Database database(catalogueFile(places), Database::Access::Read);
    if (const Outcome failed = database.open())
        return *failed;
    database.attach(stateFile(places), u"state"_s);
    status.stateVersion = database.number(u"PRAGMA state.user_version"_s);
    status.catalogueVersion = database.number(u"PRAGMA main.user_version"_s);
    const qint64 wordless = database.number(u"SELECT count(*) FROM article WHERE words = 0"_s);
    if (const Outcome failed = database.takeFailure())
        return *failed;
    CatalogueReader reader(places);
    if (const Outcome failed = reader.open())
        return *failed;
    status.overview = reader.overview();
    status.problems = reader.problems();
    status.withWords = status.overview.articles - wordless;
    if (const Outcome failed = reader.takeFailure())
        return *failed;
    return status;
}

Result<QStringList> chosenFolders(const LibraryPlaces &places)
{
    QStringList chosen;
    if (!QFile::exists(stateFile(places)))
        return chosen;
    Database database(stateFile(places), Database::Access::Read);
    if (const Outcome failed = database.open())
        return *failed;
    database.attach(stateFile(places), u"state"_s);
    const QList<ReaderFolder> folders = ReaderFolders(database).all();
    if (const Outcome failed = database.takeFailure())
        return *failed;
    for (const ReaderFolder &folder : folders) {
        if (!folder.isVisited)
            chosen.append(folder.path);
    }
    return chosen;
}
