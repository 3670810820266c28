#include "app/library/cataloguetables.h"

#include "app/library/database.h"

#include <QRandomGenerator>

#include <climits>

using namespace Qt::StringLiterals;

namespace {

// Raised when a table changes: an older catalogue is then made again from the files.
constexpr int schemaVersion = 3;

// `article` has one row a story, whatever the number of its files: file and part are its first
// place, `place` has the others. article.folder is the first place's; read, starred and opened
// repeat the reading state. time is when it was news, else when the file was written, in
// milliseconds since 1970 on the reader's clock (see newstime.h). words: the index has them.
// sketch: of the text, see app/search/textsketch.h. link.urlkey and sortkey are what article.url
// and sortkey are of the story that is linked. Names of publishers, sections, authors and languages
// stand once, in `name`, and are never deleted, no more than folders are: whoever knows a number
// may keep it. Counts (articles, unread) follow every change, so that nobody has to count.
const QStringList &tables()
{
    static const QStringList list{
        u"CREATE TABLE reader (id INTEGER PRIMARY KEY, version BLOB NOT NULL UNIQUE)"_s,
        u"CREATE TABLE known (stateRevision INTEGER NOT NULL, zone TEXT NOT NULL)"_s,
        u"INSERT INTO known VALUES (0, '')"_s,
        u"CREATE TABLE folder (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,"
        " away INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0,"
        " unread INTEGER NOT NULL DEFAULT 0)"_s,
        u"CREATE TABLE file (id INTEGER PRIMARY KEY, folder INTEGER NOT NULL, name TEXT NOT NULL,"
        " size INTEGER NOT NULL, modified INTEGER NOT NULL, inode INTEGER NOT NULL,"
        " reader INTEGER NOT NULL, picked INTEGER NOT NULL DEFAULT 0)"_s,
        u"CREATE TABLE name (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL,"
        " folded TEXT NOT NULL, articles INTEGER NOT NULL DEFAULT 0)"_s,
        // AUTOINCREMENT: an id is never given to another article.
        u"CREATE TABLE article (id INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER NOT NULL,"
        " part TEXT NOT NULL, folder INTEGER NOT NULL, time INTEGER NOT NULL,"
        " read INTEGER NOT NULL, starred INTEGER NOT NULL, opened INTEGER, words INTEGER NOT NULL,"
        " publisher INTEGER NOT NULL, section INTEGER NOT NULL, language INTEGER NOT NULL,"
        " authors TEXT NOT NULL, headline TEXT NOT NULL, sortkey TEXT NOT NULL,"
        " firstwords TEXT NOT NULL, moment INTEGER, offset INTEGER, precision INTEGER NOT NULL,"
        " zone TEXT NOT NULL, alsoprinted TEXT NOT NULL, url TEXT NOT NULL, digest BLOB NOT NULL,"
        " sketch BLOB NOT NULL)"_s,
        u"CREATE TABLE place (file INTEGER NOT NULL, part TEXT NOT NULL, article INTEGER NOT NULL,"
        " folder INTEGER NOT NULL, PRIMARY KEY (file, part)) WITHOUT ROWID"_s,
        u"CREATE TABLE byline (author INTEGER NOT NULL, article INTEGER NOT NULL,"
        " PRIMARY KEY (author, article)) WITHOUT ROWID"_s,
        u"CREATE TABLE month (month INTEGER PRIMARY KEY, articles INTEGER NOT NULL)"_s, // y * 12 +
                                                                                        // m
        u"CREATE TABLE link (article INTEGER NOT NULL, position INTEGER NOT NULL,"
        " headline TEXT NOT NULL, date TEXT NOT NULL, section TEXT NOT NULL, url TEXT NOT NULL,"
        " urlkey TEXT NOT NULL, sortkey TEXT NOT NULL, PRIMARY KEY (article, position)) WITHOUT ROWID"_s,
        u"CREATE TABLE problem (file INTEGER PRIMARY KEY, kind INTEGER NOT NULL,"
        " detail TEXT NOT NULL)"_s,
        // Ids of articles that have left, for the day that they come back.
        u"CREATE TABLE gone (digest BLOB PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID"_s,
    };
    return list;
}

// A list is one walk along one of these, which have all that lists are filtered by. The indexes of
// what is unread or starred or opened are for when there is little of it among much.
const QStringList &indexes()
{
    static const QStringList list{
        u"CREATE UNIQUE INDEX file_place ON file(folder, name)"_s,
        u"CREATE UNIQUE INDEX name_text ON name(kind, text)"_s,
        u"CREATE INDEX place_article ON place(article)"_s,
        u"CREATE INDEX place_folder ON place(folder)"_s,
        u"CREATE INDEX article_file ON article(file)"_s,
        u"CREATE INDEX article_digest ON article(substr(digest, 1, 8))"_s,
        u"CREATE INDEX article_url ON article(url) WHERE url <> ''"_s,
        u"CREATE INDEX link_url ON link(urlkey) WHERE urlkey <> ''"_s,
        u"CREATE INDEX link_headline ON link(sortkey) WHERE sortkey <> ''"_s,
        u"CREATE INDEX article_wordless ON article(file) WHERE words = 0"_s,
        u"CREATE INDEX article_time ON article"
        "(time DESC, read, folder, publisher, section, language)"_s,
        u"CREATE INDEX article_unread ON article(time DESC, folder) WHERE read = 0"_s,
        u"CREATE INDEX article_read ON article(time DESC, folder) WHERE read = 1"_s,
        u"CREATE INDEX article_starred ON article(time DESC) WHERE starred = 1"_s,
        u"CREATE INDEX article_opened ON article(opened DESC, time) WHERE opened IS NOT NULL"_s,
        u"CREATE INDEX article_headline ON article(sortkey, time DESC, read, folder)"_s,
        u"CREATE INDEX article_publisher ON article(publisher, time DESC, read, folder)"_s,
        u"CREATE INDEX article_folder ON article(folder, time DESC, read)"_s,
    };
    return list;
}

} // namespace

bool hasTables(Database &catalogue)
{
    return catalogue.number(u"PRAGMA user_version"_s) == schemaVersion;
}

void makeTables(Database &catalogue)
{
    for (const QString &statement : tables() + indexes())
        catalogue.runOnce(statement);
    catalogue.runOnce(u"PRAGMA user_version = %1"_s.arg(schemaVersion));
    catalogue.runOnce(
        u"PRAGMA application_id = %1"_s.arg(QRandomGenerator::global()->bounded(1, INT_MAX)));
}

qint64 catalogueMark(Database &catalogue)
{
    return catalogue.number(u"PRAGMA main.application_id"_s);
}

qint64 readerNumber(Database &catalogue, const QByteArray &readerVersion)
{
    const QVariantList version{readerVersion};
    catalogue.run(u"INSERT OR IGNORE INTO reader (version) VALUES (?)"_s, version);
    return catalogue.number(u"SELECT id FROM reader WHERE version = ?"_s, version);
}
