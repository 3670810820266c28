#pragma once
// What is in the library, as an SQLite file: the truth that the index can be rebuilt from. One
// object is one connection and stays on the thread that opened it; a second one, on another
// thread, reads the same file while the first writes.

#include "app/library/parsedfile.h"

#include <QHash>

#include <map>
#include <memory>

class QSqlQuery;

class Catalogue final
{
public:
    enum class Access { Read, Write };

    // How far a file has come. The numbers are in the database.
    enum class Stage {
        Unread = 0, // or read by another version of the program: to be read again
        Listed = 1,
        Indexed = 2, // its words have reached the disk
    };
    // What the catalogue knows of a file, to tell whether it has changed.
    struct KnownFile
    {
        qint64 row = 0;
        FoundFile file;
        Stage stage = Stage::Unread;
    };
    struct Place // of an article in the list
    {
        qint64
            time = 0; // milliseconds since 1970: when it was news, else when the file was written
        ArticleId id{};
    };
    struct PutArticle
    {
        Place place;
        bool isNew = false;
    };

    Catalogue(const QString &path, Access access);
    ~Catalogue();
    Q_DISABLE_COPY_MOVE(Catalogue)

    // Writing. Everything between begin() and commit() happens or does not. After a failure
    // rollback().
    Outcome open();
    // Whether open() found no catalogue, or one of another schema, and made an empty one. What goes
    // with the old one is to be thrown away before keepVersions().
    bool isNew() const { return m_isNew; }
    // Keeps which schema and which reading its rows are of; those of another reading become Unread.
    Outcome keepVersions(const QByteArray &readerVersion);
    Outcome begin();
    Outcome commit();
    void rollback();
    // The file's articles as they are now: those of the same part keep their id. Those that it no
    // longer has go into `gone`.
    Result<QList<PutArticle>> put(const ParsedFile &parsed, QList<ArticleId> &gone);
    Result<QList<ArticleId>> remove(const KnownFile &file);
    Outcome markIndexed(const QList<FoundFile> &files); // in a transaction of its own
    Outcome markUnread();                               // every file
    Outcome setRead(ArticleId id, bool read);

    // Reading.
    Result<QList<Place>> places();
    Result<QHash<QString, KnownFile>> files();
    Result<QList<FoundFile>> withoutWords(); // last written first
    // The articles of a file as it was put, by their part; none when it has changed since.
    Result<QHash<QString, ArticleId>> articlesOf(const FoundFile &file);
    Result<QList<ArticleId>> absentOf(const QList<ArticleId> &ids);
    Result<qsizetype> count();
    Result<QList<ArticleSummary>> summaries(const QList<ArticleId> &ids); // absent ones left out
    Result<QList<ArticleSummary>> withHeadline(const QString &foldedHeadline);
    Result<QList<ArticleSummary>> withUrl(const QString &foldedUrl);
    Result<QList<ArticleSummary>> withDigest(const QByteArray &digest);
    Result<QList<ArticleSummary>> inFile(const QString &path);

private:
    QSqlQuery &prepared(const QString &statement);
    Outcome run(QSqlQuery &query);
    Outcome run(const QString &statement);
    Result<QList<ArticleSummary>> matching(const QString &condition, const QVariant &value);
    Result<PutArticle> putArticle(qint64 fileRow, const ParsedFile &file,
                                  const ParsedArticle &article,
                                  const QHash<QString, qint64> &known);
    Result<bool> holds(const FoundFile &file);
    Result<qint64> putFile(const ParsedFile &parsed);
    Outcome carryReading(qint64 article, const QByteArray &digest);
    Outcome putLinks(qint64 article, const QList<RelatedLink> &links);
    Outcome removeArticle(qint64 row);
    Error failure(const QString &detail) const;

    QString m_path;
    Access m_access;
    QString m_connection;
    bool m_hasFailed = false;
    bool m_isNew = false;
    std::map<QString, QSqlQuery> m_prepared; // by their text
};
