#include "app/library/librarycheck.h"

#include "app/library/cataloguecounts.h"
#include "app/library/cataloguewriter.h"
#include "app/library/database.h"
#include "app/library/librarylock.h"
#include "app/search/indexcheck.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Rule
{
    const char16_t *broken; // counts the rows that break it
    const char16_t *finding;
};

constexpr Rule rules[] = {
    {u"SELECT count(*) FROM article WHERE file NOT IN (SELECT id FROM file)",
     u"%1 articles are in no file"},
    {u"SELECT count(*) FROM file WHERE folder NOT IN (SELECT id FROM folder)",
     u"%1 files are in no folder"},
    {u"SELECT count(*) FROM article JOIN file ON file.id = file"
     " WHERE file.folder <> article.folder",
     u"%1 articles are in another folder than their files"},
    {u"SELECT count(*) FROM place JOIN file ON file.id = file WHERE file.folder <> place.folder",
     u"%1 other places are in another folder than their files"},
    {u"SELECT count(*) FROM place WHERE article NOT IN (SELECT id FROM article)"
     " OR file NOT IN (SELECT id FROM file)",
     u"%1 other places are of no article or in no file"},
    {u"SELECT count(*) FROM byline WHERE article NOT IN (SELECT id FROM article)",
     u"%1 bylines are of no article"},
    {u"SELECT count(*) FROM link WHERE article NOT IN (SELECT id FROM article)",
     u"%1 related links are of no article"},
    {u"SELECT count(*) FROM problem WHERE file NOT IN (SELECT id FROM file)",
     u"%1 problems are of no file"},
    {u"SELECT count(*) FROM (SELECT 1 FROM article GROUP BY digest HAVING count(*) > 1)",
     u"%1 stories are listed twice"},
    {u"SELECT count(*) FROM article LEFT JOIN state.reading AS r ON r.digest = article.digest"
     " WHERE article.read <> coalesce(r.read, 0) OR article.starred <> coalesce(r.starred, 0)"
     " OR article.opened IS NOT r.opened",
     u"%1 articles are listed otherwise than the reader left them"},
    {u"SELECT count(*) FROM state.tagged WHERE tag NOT IN (SELECT id FROM state.tag)",
     u"%1 articles have a tag without a name"},
};

void checkFile(Database &database, const QString &schema, const QString &path,
               QStringList &findings)
{
    database.eachOnce(u"PRAGMA %1.integrity_check(10)"_s.arg(schema), {},
                      [&](const QSqlQuery &row) {
                          const QString finding = row.value(0).toString();
                          if (finding != u"ok")
                              findings.append(path + u": "_s + finding);
                      });
    if (const Outcome failed = database.takeFailure())
        findings.append(path + u": "_s + failed->detail);
}

void checkRows(Database &database, QStringList &findings)
{
    for (const Rule &rule : rules) {
        qint64 broken = 0;
        database.eachOnce(QString::fromUtf16(rule.broken), {},
                          [&](const QSqlQuery &row) { broken = row.value(0).toLongLong(); });
        if (broken > 0)
            findings.append(QString::fromUtf16(rule.finding).arg(broken));
    }
    const QString count = CatalogueCounts::contradiction(database);
    if (!count.isEmpty())
        findings.append(u"a count is wrong: "_s + count);
    if (const Outcome failed = database.takeFailure())
        findings.append(failed->subject + u": "_s + failed->detail);
}

// Words of articles that have left are dropped by every search; words that are missing are not
// found by any.
void checkWords(Database &database, const LibraryPlaces &places, LibraryCheck &check)
{
    const auto checked = checkedIndex(indexFolder(places), CheckDepth::EveryByte);
    if (!checked.has_value())
        return check.findings.append(checked.error().subject + u": "_s + checked.error().detail);
    const IndexCheck &index = checked.value();
    check.findings += index.problems;
    check.shards = index.shards;
    qsizetype missing = 0;
    database.eachOnce(u"SELECT id FROM article WHERE words = 1"_s, {}, [&](const QSqlQuery &row) {
        ++check.withWords;
        if (!std::ranges::binary_search(index.ids, ArticleId{row.value(0).toULongLong()}))
            ++missing;
    });
    check.articles = database.number(u"SELECT count(*) FROM article"_s);
    if (!index.doubles.isEmpty())
        check.findings.append(
            u"the index has the words of %1 articles twice"_s.arg(index.doubles.size()));
    if (missing > 0)
        check.findings.append(u"the index lacks the words of %1 articles"_s.arg(missing));
    if (const Outcome failed = database.takeFailure())
        check.findings.append(failed->subject + u": "_s + failed->detail);
}

} // namespace

Result<LibraryCheck> checkLibrary(const LibraryPlaces &places)
{
    LibraryCheck check;
    const QString catalogue = catalogueFile(places);
    if (!QFile::exists(catalogue) || !QFile::exists(stateFile(places)))
        return check; // nothing has been added yet
    LibraryLock lock;
    if (const Outcome failed = lock.take(lockFile(places)))
        return *failed;
    Database database(catalogue, Database::Access::Read);
    Outcome failed = database.open();
    if (!failed) {
        database.attach(stateFile(places), u"state"_s);
        failed = database.takeFailure();
    }
    if (failed) {
        check.findings.append(failed->subject + u": "_s + failed->detail);
        return check;
    }
    checkFile(database, u"main"_s, catalogue, check.findings);
    checkFile(database, u"state"_s, stateFile(places), check.findings);
    if (check.findings.isEmpty())
        checkRows(database, check.findings);
    checkWords(database, places, check);
    return check;
}

Outcome discardCache(const LibraryPlaces &places)
{
    if (!QDir().mkpath(places.cache))
        return Error{Error::Kind::Unreadable, places.cache, {}};
    LibraryLock lock;
    if (const Outcome failed = lock.take(lockFile(places)))
        return failed;
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s}) {
        const QString path = catalogueFile(places) + ending;
        if (QFile::exists(path) && !QFile::remove(path))
            return Error{Error::Kind::Unreadable, path, u"it cannot be removed"_s};
    }
    if (!QDir(indexFolder(places)).removeRecursively())
        return Error{Error::Kind::Unreadable, indexFolder(places), u"it cannot be removed"_s};
    return {};
}
