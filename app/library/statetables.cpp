#include "app/library/statetables.h"

#include "app/library/database.h"
#include "app/library/setaside.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 backupTime = 24 * 60 * 60; // seconds

// What turns a file of version n, the index, into one of version n + 1. Those of a version that
// readers have are never changed, only followed by another.
const QList<QStringList> &migrations()
{
    // `reading` is keyed by content: what was read, starred, written stays so when its file is
    // renamed, moved, or leaves the library and comes back. Moments are milliseconds since 1970.
    // revision.number is raised by every change, so that the catalogue knows whether the flags that
    // it repeats are up to date.
    static const QList<QStringList> list{
        {
            u"CREATE TABLE reading (digest BLOB PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0,"
            " starred INTEGER NOT NULL DEFAULT 0, opened INTEGER, scroll REAL NOT NULL DEFAULT 0,"
            " note TEXT NOT NULL DEFAULT '') WITHOUT ROWID"_s,
            u"CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
            " folded TEXT NOT NULL UNIQUE)"_s,
            u"CREATE TABLE tagged (tag INTEGER NOT NULL, digest BLOB NOT NULL,"
            " PRIMARY KEY (tag, digest)) WITHOUT ROWID"_s,
            u"CREATE INDEX tagged_digest ON tagged(digest)"_s,
            u"CREATE TABLE folder (path TEXT PRIMARY KEY, name TEXT NOT NULL,"
            " position INTEGER NOT NULL, visited INTEGER NOT NULL, recursive INTEGER NOT NULL)"
            " WITHOUT ROWID"_s,
            u"CREATE TABLE search (name TEXT PRIMARY KEY, query TEXT NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE revision (number INTEGER NOT NULL)"_s,
            u"INSERT INTO revision VALUES (1)"_s,
        },
        {
            // What the reader has said of two stories, a row for either.
            u"CREATE TABLE judged (digest BLOB NOT NULL, other BLOB NOT NULL,"
            " related INTEGER NOT NULL, PRIMARY KEY (digest, other)) WITHOUT ROWID"_s,
            u"CREATE INDEX judged_other ON judged(other)"_s,
        }};
    return list;
}

Outcome migrate(Database &state, const QString &oldCatalogue)
{
    const qint64 version = state.number(u"PRAGMA user_version"_s);
    if (version > migrations().size())
        return Error{Error::Kind::Unsupported, state.path(),
                     u"made by a newer version of the program"_s};
    if (version == migrations().size())
        return state.takeFailure();
    const bool carriesOver = version == 0 && QFile::exists(oldCatalogue);
    if (carriesOver)
        state.attach(oldCatalogue, u"old"_s);
    state.begin();
    for (qsizetype from = version; from < migrations().size(); ++from) {
        for (const QString &statement : migrations().at(from))
            state.runOnce(statement);
    }
    const bool hasReading = carriesOver
        && state.number(u"SELECT count(*) FROM old.sqlite_master WHERE name = 'reading'"_s) > 0;
    if (hasReading)
        state.runOnce(u"INSERT INTO reading (digest, read) SELECT digest, 1 FROM old.reading"_s);
    state.runOnce(u"PRAGMA user_version = %1"_s.arg(migrations().size()));
    return state.commit();
}

// Opened, whole and of today's schema, or why not.
Outcome openState(const QString &path, const QString &oldCatalogue)
{
    Database state(path, Database::Access::Write);
    if (const Outcome failed = state.open())
        return failed;
    state.runOnce(u"PRAGMA synchronous = FULL"_s);
    const QString finding = state.value(u"PRAGMA quick_check(1)"_s).toString();
    if (const Outcome failed = state.takeFailure())
        return failed;
    if (finding != u"ok")
        return Error{Error::Kind::Damaged, path, finding};
    return migrate(state, oldCatalogue);
}

QString backupOf(const QString &path)
{
    return path + u".backup"_s;
}

void removeWithCompanions(const QString &path)
{
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + ending);
}

} // namespace

Outcome prepareState(const QString &path, const QString &oldCatalogue, QList<Error> &notices)
{
    const QString backup = backupOf(path);
    const bool isLost = !QFile::exists(path) && QFile::exists(backup);
    Outcome failed = isLost ? Error{Error::Kind::Damaged, path, u"it is gone"_s}
                            : openState(path, oldCatalogue);
    if (!failed || failed->kind != Error::Kind::Damaged)
        return failed;
    notices.append({Error::Kind::StateSetAside, isLost ? path : setAside(path, Earlier::Keep),
                    failed->detail});
    if (QFile::copy(backup, path)) {
        if (!(failed = openState(path, oldCatalogue)))
            return {};
        setAside(path, Earlier::Keep);
    }
    return openState(path, oldCatalogue);
}

Outcome backUpState(Database &state, const QString &path)
{
    const QString backup = backupOf(path);
    const QDateTime last = QFileInfo(backup).lastModified();
    if (last.isValid() && last.secsTo(QDateTime::currentDateTime()) < backupTime)
        return {};
    const QString young = backup + u".new"_s;
    removeWithCompanions(young);
    state.runOnce(u"VACUUM state INTO ?"_s, {young});
    if (const Outcome failed = state.takeFailure())
        return failed;
    if (std::rename(QFile::encodeName(young).constData(), QFile::encodeName(backup).constData()))
        return Error{Error::Kind::Unreadable, backup, {}};
    return {};
}
