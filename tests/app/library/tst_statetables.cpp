#include "app/library/statetables.h"

#include "app/library/database.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_StateTables final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesEverythingWhereThereIsNothing();
    void keepsWhatAnEarlierVersionWrote();
    void carriesOverWhatWasReadInOneFile_data();
    void carriesOverWhatWasReadInOneFile();
    void carriesOverOnlyOnce();
    void leavesTodaysFileAlone();
    void leavesTheFileOfANewerProgramAlone();
    void setsADamagedFileAsideAndTakesTheBackup();
    void beginsAnewWhereThereIsNoBackup();
    void takesTheBackupWhereTheFileIsGone();

private:
    QString file() const { return m_home->filePath(u"reading.sqlite"_s); }
    QString old() const { return m_home->filePath(u"old.sqlite"_s); }
    void make(const QString &path, const QStringList &statements) const;
    qint64 ask(const QString &question) const;
    void damage() const;

    std::unique_ptr<QTemporaryDir> m_home;
    QList<Error> m_notices;
};

void tst_StateTables::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    m_notices.clear();
}

void tst_StateTables::make(const QString &path, const QStringList &statements) const
{
    Database database(path, Database::Access::Write);
    QVERIFY(!database.open());
    for (const QString &statement : statements)
        database.runOnce(statement);
    QVERIFY(!database.takeFailure());
}

qint64 tst_StateTables::ask(const QString &question) const
{
    Database database(file(), Database::Access::Read);
    if (database.open())
        return -1;
    const qint64 answer = database.number(question);
    return database.takeFailure() ? -1 : answer;
}

void tst_StateTables::damage() const
{
    QFile::remove(file() + u"-wal"_s);
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(20'000, 'x'));
}

void tst_StateTables::makesEverythingWhereThereIsNothing()
{
    QVERIFY(!prepareState(file(), old(), m_notices));

    QCOMPARE(ask(u"SELECT count(*) FROM reading"_s), 0);
    QCOMPARE(ask(u"SELECT number FROM revision"_s), 1);
    QCOMPARE(ask(u"SELECT count(*) FROM judged"_s), 0);
    QCOMPARE(ask(u"PRAGMA user_version"_s), 2);
    QVERIFY(m_notices.isEmpty());
}

// The file as that version made it, with what a reader had done.
void tst_StateTables::keepsWhatAnEarlierVersionWrote()
{
    make(file(),
         {u"CREATE TABLE reading (digest BLOB PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0,"
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
          u"INSERT INTO revision VALUES (41)"_s,
          u"INSERT INTO reading (digest, starred, note) VALUES (X'0102', 1, 'call her')"_s,
          u"INSERT INTO tag VALUES (7, 'Harbour', 'harbour')"_s,
          u"INSERT INTO tagged VALUES (7, X'0102')"_s,
          u"INSERT INTO search VALUES ('Mine', 'is:unread')"_s, u"PRAGMA user_version = 1"_s});

    QVERIFY(!prepareState(file(), old(), m_notices));

    QCOMPARE(ask(u"PRAGMA user_version"_s), 2);
    QCOMPARE(ask(u"SELECT count(*) FROM reading WHERE starred = 1 AND note = 'call her'"_s), 1);
    QCOMPARE(ask(u"SELECT count(*) FROM tagged JOIN tag ON tag.id = tag WHERE name = 'Harbour'"_s),
             1);
    QCOMPARE(ask(u"SELECT count(*) FROM search"_s), 1);
    QCOMPARE(ask(u"SELECT number FROM revision"_s), 41);
    QCOMPARE(ask(u"SELECT count(*) FROM judged"_s), 0);
    QVERIFY(m_notices.isEmpty());
}

void tst_StateTables::carriesOverWhatWasReadInOneFile_data()
{
    QTest::addColumn<int>("version");

    QTest::newRow("before there were versions") << 0;
    QTest::newRow("the last of them") << 1;
}

void tst_StateTables::carriesOverWhatWasReadInOneFile()
{
    QFETCH(int, version);
    make(old(),
         {u"CREATE TABLE reading (digest BLOB PRIMARY KEY) WITHOUT ROWID"_s,
          u"INSERT INTO reading VALUES (X'0102'), (X'0304')"_s,
          u"PRAGMA user_version = %1"_s.arg(version)});

    QVERIFY(!prepareState(file(), old(), m_notices));

    QCOMPARE(ask(u"SELECT count(*) FROM reading WHERE read = 1"_s), 2);
    QCOMPARE(ask(u"SELECT count(*) FROM reading WHERE digest = X'0304'"_s), 1);
}

void tst_StateTables::carriesOverOnlyOnce()
{
    make(old(),
         {u"CREATE TABLE reading (digest BLOB PRIMARY KEY) WITHOUT ROWID"_s,
          u"INSERT INTO reading VALUES (X'0102')"_s});
    QVERIFY(!prepareState(file(), old(), m_notices));
    make(file(), {u"UPDATE reading SET read = 0"_s});

    QVERIFY(!prepareState(file(), old(), m_notices));

    QCOMPARE(ask(u"SELECT sum(read) FROM reading"_s), 0);
}

void tst_StateTables::leavesTodaysFileAlone()
{
    QVERIFY(!prepareState(file(), old(), m_notices));
    make(file(),
         {u"INSERT INTO reading (digest, note) VALUES (X'01', 'call her')"_s,
          u"INSERT INTO search VALUES ('Mine', 'is:unread')"_s});

    QVERIFY(!prepareState(file(), old(), m_notices));

    QCOMPARE(ask(u"SELECT count(*) FROM reading WHERE note = 'call her'"_s), 1);
    QCOMPARE(ask(u"SELECT count(*) FROM search"_s), 1);
}

void tst_StateTables::leavesTheFileOfANewerProgramAlone()
{
    make(file(),
         {u"CREATE TABLE reading (digest BLOB PRIMARY KEY, mood TEXT)"_s,
          u"PRAGMA user_version = 1000"_s});

    const Outcome failed = prepareState(file(), old(), m_notices);

    QCOMPARE(failed.value_or(Error{}).kind, Error::Kind::Unsupported);
    QCOMPARE(ask(u"PRAGMA user_version"_s), 1000);
    QVERIFY(m_notices.isEmpty());
}

void tst_StateTables::setsADamagedFileAsideAndTakesTheBackup()
{
    QVERIFY(!prepareState(file(), old(), m_notices));
    make(file(), {u"INSERT INTO reading (digest, starred) VALUES (X'01', 1)"_s});
    Database state(m_home->filePath(u"catalogue.sqlite"_s), Database::Access::Write);
    QVERIFY(!state.open());
    state.attach(file(), u"state"_s);
    QVERIFY(!backUpState(state, file()));
    damage();

    QVERIFY(!prepareState(file(), old(), m_notices));

    QCOMPARE(ask(u"SELECT sum(starred) FROM reading"_s), 1);
    QCOMPARE(m_notices.size(), 1);
    QCOMPARE(m_notices.first().kind, Error::Kind::StateSetAside);
    QCOMPARE(QFileInfo(m_notices.first().subject).size(), 20'000);
}

void tst_StateTables::beginsAnewWhereThereIsNoBackup()
{
    damage();

    QVERIFY(!prepareState(file(), old(), m_notices));

    QCOMPARE(ask(u"SELECT count(*) FROM reading"_s), 0);
    QCOMPARE(QFileInfo(m_notices.value(0).subject).size(), 20'000);
}

void tst_StateTables::takesTheBackupWhereTheFileIsGone()
{
    QVERIFY(!prepareState(file(), old(), m_notices));
    make(file(), {u"INSERT INTO reading (digest, starred) VALUES (X'01', 1)"_s});
    QVERIFY(QFile::copy(file(), file() + u".backup"_s));
    QVERIFY(QFile::remove(file()));

    QVERIFY(!prepareState(file(), old(), m_notices));

    QCOMPARE(ask(u"SELECT sum(starred) FROM reading"_s), 1);
    QCOMPARE(m_notices.size(), 1);
}

QTEST_GUILESS_MAIN(tst_StateTables)
#include "tst_statetables.moc"
