#pragma once
// The catalogue and the reading state, open for writing together: what changes both changes both or
// neither. Write lane; only while the library's lock is held.

#include "app/library/cataloguearticles.h"
#include "app/library/database.h"
#include "app/library/folderchanges.h"
#include "app/library/libraryplaces.h"
#include "app/library/readerfolders.h"
#include "app/library/statewriter.h"

#include <memory>

class CatalogueWriter final
{
public:
    CatalogueWriter(const LibraryPlaces &places, const QByteArray &readerVersion);

    // Makes what is not there. What is damaged is set aside and made again; `notices` says so.
    Outcome open(QList<Error> &notices);
    bool isNew() const { return m_isNew; } // open() has made an empty catalogue

    // Everything between these happens or does not.
    void begin();
    Outcome commit();

    // Whether much is being added, which is quicker with many pages in memory.
    void setBusy(bool busy);

    Database &database() { return m_database; }
    CatalogueArticles &articles() { return m_articles; }
    StateWriter &state() { return m_state; }
    ReaderFolders &folders() { return m_folders; }
    FolderChanges folderChanges(LibraryChanges &changes);
    qint64 reader() const { return m_reader; }

    // Of the articles with these ids the index has the words.
    void markIndexed(const QList<ArticleId> &ids);
    // It has none but those.
    void markLostWords(const QList<ArticleId> &left);
    // Those that are not in the catalogue.
    QList<ArticleId> absentOf(const QList<ArticleId> &ids);

    // Whether another program has changed the catalogue since this was last asked.
    bool haveOthersWritten();

    Outcome backUp(); // the reading state

private:
    Outcome openTables();
    void noteOthersChanges();
    void followClock();

    LibraryPlaces m_places;
    QByteArray m_readerVersion;
    Database m_database;
    CatalogueArticles m_articles;
    StateWriter m_state;
    ReaderFolders m_folders;
    qint64 m_reader = 0;
    qint64 m_version = 0;     // of the catalogue's file, as other connections change it
    qint64 m_toldVersion = 0; // of which haveOthersWritten() has told
    bool m_isNew = false;
    bool m_isBusy = false;
};

// The files, below LibraryPlaces.
QString catalogueFile(const LibraryPlaces &places);
QString stateFile(const LibraryPlaces &places);
QString indexFolder(const LibraryPlaces &places);
QString lockFile(const LibraryPlaces &places);
