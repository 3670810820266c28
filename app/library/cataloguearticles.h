#pragma once
// The catalogue's articles: one row a story, whatever the number of files that hold it. Write lane,
// within a transaction; then writeCounts().

#include "app/library/cataloguecounts.h"
#include "app/library/cataloguefiles.h"
#include "app/library/cataloguenames.h"
#include "app/library/parsedfile.h"

struct LibraryChanges;
struct RowState;

class CatalogueArticles final
{
public:
    explicit CatalogueArticles(Database &catalogue);

    // The articles of these files as they are now; their words are wanted for `toIndex`. A story
    // keeps its id while its file is changed, moved, or away for a time; a file whose story the
    // catalogue has already is another place of it.
    struct ToIndex
    {
        ArticleId id{};
        const ParsedArticle *article = nullptr;
    };
    void put(const QList<ParsedFile> &files, qint64 reader, LibraryChanges &changes,
             QList<ToIndex> &toIndex);
    // With the file.
    void remove(qint64 fileRow, LibraryChanges &changes);
    void move(qint64 fileRow, const QString &newPath, LibraryChanges &changes);

    void writeCounts() { m_counts.write(m_catalogue); }
    CatalogueCounts &counts() { return m_counts; }
    CatalogueFiles &files() { return m_files; }
    void forget(); // after a rollback, or when another program has written

private:
    struct Batch;
    struct Old; // a row as it was

    Batch lookUp(const QList<ParsedFile> &files);
    void lookUpDigests(Batch &batch, const QList<QByteArray> &digests);
    void putFile(const ParsedFile &file, Batch &batch);
    void putArticle(const ParsedFile &file, qint64 fileRow, const ParsedArticle &article,
                    qint64 before, bool isReadAgain, Batch &batch);
    void addPlace(qint64 fileRow, qint64 folder, const QString &part, qint64 article, Batch &batch);
    void insert(const ParsedFile &file, qint64 fileRow, const ParsedArticle &article, Batch &batch);
    void update(const ParsedFile &file, qint64 fileRow, const ParsedArticle &article,
                const Old &before, bool isReadAgain, Batch &batch);
    void removePlace(qint64 fileRow, const QString &part, qint64 article, LibraryChanges &changes);
    bool passOn(const Old &article);
    void removeArticle(const Old &article);
    void carryState(const Old &before, const ParsedArticle &article, bool isReadAgain);
    RowState stateOf(const QByteArray &digest);
    void putBylines(qint64 article, const QList<qint64> &authors);
    void putLinks(qint64 article, const QList<RelatedLink> &links);
    Old old(qint64 article);
    QHash<QString, qint64> articlesOf(qint64 fileRow);

    Database &m_catalogue;
    CatalogueFiles m_files;
    CatalogueNames m_names;
    CatalogueCounts m_counts;
};
