#pragma once
// Which folders are on the disk as the catalogue has them: a look through a million files then
// remembers only what is otherwise. A connection of its own, made when it is first asked; for one
// thread, beside any number of others and of writers.

#include "app/library/cataloguefiles.h"
#include "app/library/database.h"
#include "app/library/libraryplaces.h"

#include <optional>

class KnownFolders final
{
public:
    KnownFolders(const LibraryPlaces &places, const QByteArray &readerVersion);

    // The folder's number in the catalogue, when its files are exactly these, as they were when
    // this reader read them, and the index has their words; else 0, as when there is no catalogue.
    qint64 settled(const QString &folder, const FileTable &files);
    // Which catalogue its numbers are of: see catalogueMark().
    qint64 catalogue() const { return m_mark; }

private:
    bool isOpen();

    QByteArray m_readerVersion;
    Database m_database;
    CatalogueFiles m_files; // of it; only to be read
    std::optional<bool> m_isOpen;
    qint64 m_reader = 0;
    qint64 m_mark = 0;
};
