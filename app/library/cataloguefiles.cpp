#include "app/library/cataloguefiles.h"

#include "app/library/database.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostKnown = 50'000; // folders kept in memory

// Of a row of `knownColumns`.
KnownFile knownFrom(const QSqlQuery &row, const QString &folderPath, qint64 folder)
{
    KnownFile known;
    known.row = row.value(0).toLongLong();
    known.folder = folder;
    known.file = {folderPath + (folderPath.endsWith(u'/') ? u""_s : u"/"_s)
                      + row.value(1).toString(),
                  row.value(2).toLongLong(), row.value(3).toLongLong(), row.value(4).toULongLong()};
    known.reader = row.value(5).toLongLong();
    known.hasWords = !row.value(6).toBool();
    return known;
}

const QString knownColumns = u"SELECT id, name, size, modified, inode, reader,"
                             " EXISTS (SELECT 1 FROM article"
                             " WHERE article.file = file.id AND words = 0) FROM file"_s;

} // namespace

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash > 0 ? path.left(slash) : u"/"_s;
}

QString fileNameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

bool isBelow(const QString &path, const QString &folder)
{
    if (!path.startsWith(folder))
        return false;
    return path.size() == folder.size() || folder.endsWith(u'/') || path.at(folder.size()) == u'/';
}

qint64 CatalogueFiles::folderNumber(const QString &path)
{
    const auto known = m_folders.constFind(path);
    if (known != m_folders.constEnd())
        return *known;
    qint64 number = m_catalogue.number(u"SELECT id FROM folder WHERE path = ?"_s, {path});
    if (number == 0) {
        m_catalogue.run(u"INSERT INTO folder (path) VALUES (?)"_s, {path});
        number = m_catalogue.lastId();
    }
    if (m_folders.size() >= mostKnown)
        m_folders.clear();
    if (!m_catalogue.hasFailed())
        m_folders.insert(path, number);
    return number;
}

// '0' is the character after '/'.
QHash<QString, qint64> CatalogueFiles::foldersBelow(const QString &path)
{
    QHash<QString, qint64> folders;
    const QString inside = path.endsWith(u'/') ? path : path + u'/';
    m_catalogue.each(u"SELECT path, id FROM folder WHERE path = ? OR (path >= ? AND path < ?)"_s,
                     {path, inside, inside.chopped(1) + u'0'}, [&](const QSqlQuery &row) {
                         folders.insert(row.value(0).toString(), row.value(1).toLongLong());
                     });
    return folders;
}

QHash<QString, qint64> CatalogueFiles::allFolders()
{
    return foldersBelow(u"/"_s);
}

QList<KnownFile> CatalogueFiles::filesIn(const QString &folderPath, qint64 folder)
{
    QList<KnownFile> files;
    eachIn(folderPath, folder, [&](const KnownFile &file) { files.append(file); });
    return files;
}

void CatalogueFiles::eachIn(const QString &folderPath, qint64 folder,
                            const std::function<void(const KnownFile &)> &file)
{
    m_catalogue.each(knownColumns + u" WHERE folder = ? ORDER BY name"_s, {folder},
                     [&](const QSqlQuery &row) { file(knownFrom(row, folderPath, folder)); });
}

QHash<QString, KnownFile> CatalogueFiles::known(const QStringList &paths)
{
    QHash<QString, QJsonArray> names; // by folder
    for (const QString &path : paths)
        names[folderOf(path)].append(fileNameOf(path));
    QHash<QString, KnownFile> known;
    for (const auto &[path, inIt] : names.asKeyValueRange()) {
        const qint64 folder = folderNumber(path);
        const QString json = QString::fromUtf8(QJsonDocument(inIt).toJson(QJsonDocument::Compact));
        m_catalogue.each(knownColumns
                             + u" WHERE folder = ? AND name IN (SELECT value FROM json_each(?))"_s,
                         {folder, json}, [&, path = path](const QSqlQuery &row) {
                             const KnownFile file = knownFrom(row, path, folder);
                             known.insert(file.file.path, file);
                         });
    }
    return known;
}

qint64 CatalogueFiles::put(const FoundFile &file, const KnownFile *before, qint64 reader)
{
    if (before) {
        m_catalogue.run(u"UPDATE file SET size = ?, modified = ?, inode = ?, reader = ?"
                        " WHERE id = ?"_s,
                        {file.size, file.modified, qint64(file.inode), reader, before->row});
        return before->row;
    }
    m_catalogue.run(u"INSERT INTO file (folder, name, size, modified, inode, reader)"
                    " VALUES (?, ?, ?, ?, ?, ?)"_s,
                    {folderNumber(folderOf(file.path)), fileNameOf(file.path), file.size,
                     file.modified, qint64(file.inode), reader});
    return m_catalogue.lastId();
}

void CatalogueFiles::putProblem(qint64 row, const Outcome &problem)
{
    if (problem)
        m_catalogue.run(u"INSERT OR REPLACE INTO problem VALUES (?, ?, ?)"_s,
                        {row, int(problem->kind), problem->detail});
    else
        m_catalogue.run(u"DELETE FROM problem WHERE file = ?"_s, {row});
}

void CatalogueFiles::move(qint64 row, const QString &newPath)
{
    m_catalogue.run(u"UPDATE file SET folder = ?, name = ? WHERE id = ?"_s,
                    {folderNumber(folderOf(newPath)), fileNameOf(newPath), row});
}

void CatalogueFiles::remove(qint64 row)
{
    m_catalogue.run(u"DELETE FROM problem WHERE file = ?"_s, {row});
    m_catalogue.run(u"DELETE FROM file WHERE id = ?"_s, {row});
}

void CatalogueFiles::forget()
{
    m_folders.clear();
}
