// Kills broadsheet-cli add again and again, and looks at what it has left behind each time.
// BROADSHEET_CRASHES sets how often (200), BROADSHEET_SEED another course of events.
#include "app/library/library.h"
#include "app/search/indexcheck.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int files = 240;
constexpr int longestLife = 220; // ms; an undisturbed add takes about as long

template <typename Value>
Value orDie(const Result<Value> &result)
{
    if (!result.has_value())
        qFatal("%s: %s", qPrintable(result.error().subject), qPrintable(result.error().detail));
    return result.value();
}

bool never()
{
    return false;
}

} // namespace

class tst_AddCrash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void losesNothingWhenItIsKilled();

private:
    void write(int number, int version);
    void changeSome();
    void mark();
    void killOnce();
    bool addUndisturbed(const QString &library);
    void checkAfterCrash();
    void checkMarks();
    static QStringList asked(const QString &file, const QString &question);
    QMap<QString, QString> contents(Library &library);
    QString home(const QString &name) const { return m_home->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_home;
    QRandomGenerator m_random;
    QHash<int, int> m_versions;
    QMap<QString, QString> m_tags; // by headline: what the reader did, and must find again
};

void tst_AddCrash::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(home(u"news"_s)));
    const int seed = qEnvironmentVariableIntValue("BROADSHEET_SEED");
    m_random.seed(seed ? quint32(seed) : 20310501);
    for (int i = 0; i < files; ++i)
        write(i, 0);
}

// Each version has a word of its own, so that old words can be told from new ones.
void tst_AddCrash::write(int number, int version)
{
    m_versions[number] = version;
    QFile file(home(u"news/%1.txt"_s.arg(number)));
    const QByteArray name = QByteArray::number(number);
    const QByteArray text = "Harbour report " + name + " of year " + QByteArray::number(version)
        + "\n\nThe ferry left the harbour in the morning with cargo" + name + "x"
        + QByteArray::number(version) + " on board.\n\n"
        + QByteArray("Nobody saw it come back at night before the storm.\n\n")
              .repeated(version % 4 + 1);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write into the test's own folder");
}

void tst_AddCrash::changeSome()
{
    for (int i = 0; i < 30; ++i) {
        const int number = int(m_random.bounded(files));
        const auto what = m_random.bounded(4);
        if (what == 0) {
            QFile::remove(home(u"news/%1.txt"_s.arg(number)));
            m_versions.remove(number);
        } else {
            write(number, m_versions.value(number, 0) + 1);
        }
    }
}

// What a reader does between two crashes.
void tst_AddCrash::mark()
{
    Library library(home(u"library"_s));
    orDie(library.folders()); // makes what a kill at the very beginning has left unmade
    const ArticleOrder order = orDie(library.list({}, 100'000, never));
    if (order.ids.isEmpty())
        return;
    const ArticleId id = order.ids.at(m_random.bounded(order.ids.size()));
    const ArticleSummary summary = orDie(library.summaries({id})).first();
    const QString tag = u"tag%1"_s.arg(m_random.bounded(1000));
    orDie(library.setTag({id}, tag, true));
    m_tags.insert(summary.headline, tag);
}

void tst_AddCrash::killOnce()
{
    QProcess program;
    program.setStandardOutputFile(QProcess::nullDevice());
    program.setStandardErrorFile(QProcess::nullDevice());
    program.start(QCoreApplication::applicationDirPath() + u"/broadsheet-cli"_s,
                  {u"--library"_s, home(u"library"_s), u"add"_s, home(u"news"_s)});
    QVERIFY(program.waitForStarted());
    static_cast<void>(program.waitForFinished(int(m_random.bounded(longestLife))));
    program.kill();
    program.waitForFinished();
}

bool tst_AddCrash::addUndisturbed(const QString &library)
{
    return QProcess::execute(QCoreApplication::applicationDirPath() + u"/broadsheet-cli"_s,
                             {u"--library"_s, library, u"add"_s, home(u"news"_s)})
        == 0;
}

// Path and headline, with the tags of each, and whether its own word finds it.
QMap<QString, QString> tst_AddCrash::contents(Library &library)
{
    QMap<QString, QString> contents;
    const ArticleOrder order = orDie(library.list({}, 100'000, never));
    for (const ArticleSummary &summary : orDie(library.summaries(order.ids))) {
        const QString name = summary.path.section(u'/', -1).section(u'.', 0, 0);
        const QString word = u"cargo%1x%2"_s.arg(name, summary.headline.section(u' ', -1));
        const ArticleOrder found = orDie(library.list({SearchQuery::parsed(word)}, 10, never));
        contents.insert(summary.path,
                        summary.headline + u" found "_s + QString::number(found.ids.size())
                            + (found.ids == QList{summary.id} ? u" itself"_s : u" another"_s));
    }
    return contents;
}

// The first column of a question to one of the library's files, opened as it was left.
QStringList tst_AddCrash::asked(const QString &file, const QString &question)
{
    QStringList answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"check"_s);
        database.setDatabaseName(file);
        if (!QFile::exists(file) || !database.open())
            return {u"there is no "_s + file};
        QSqlQuery query(database);
        if (!query.exec(question))
            answer.append(query.lastError().text());
        while (query.next())
            answer.append(query.value(0).toString());
    }
    QSqlDatabase::removeDatabase(u"check"_s);
    return answer;
}

// Before anybody has opened the library again, who might mend it.
void tst_AddCrash::checkAfterCrash()
{
    const LibraryPlaces places = LibraryPlaces::below(home(u"library"_s));
    const QString catalogue = places.cache + u"/catalogue.sqlite"_s;
    if (!QFile::exists(catalogue)) // it was killed before it had made one
        return;
    QCOMPARE(asked(catalogue, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
    if (asked(catalogue, u"SELECT name FROM sqlite_schema WHERE name = 'article'"_s).isEmpty())
        return; // or before it had made the tables, which the next start does
    const QString state = places.state + u"/reading.sqlite"_s;
    QCOMPARE(asked(state, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});

    const auto index = checkedIndex(places.cache + u"/index"_s, CheckDepth::EveryByte);
    QVERIFY2(index.has_value(), index.has_value() ? "" : qPrintable(index.error().detail));
    QVERIFY2(index.value().problems.isEmpty(), qPrintable(index.value().problems.join(u'\n')));
    // What the catalogue says has its words in the index has them there.
    const QSet<ArticleId> found(index.value().ids.cbegin(), index.value().ids.cend());
    for (const QString &id : asked(catalogue, u"SELECT id FROM article WHERE words = 1"_s))
        QVERIFY2(found.contains(ArticleId{id.toULongLong()}), qPrintable(id));
}

// What was marked is marked still, wherever it is listed.
void tst_AddCrash::checkMarks()
{
    Library library(home(u"library"_s));
    orDie(library.folders()); // as above
    const ArticleOrder order = orDie(library.list({}, 100'000, never));
    for (const ArticleSummary &summary : orDie(library.summaries(order.ids))) {
        const auto tag = m_tags.constFind(summary.headline);
        if (tag != m_tags.cend())
            QVERIFY2(summary.tags.contains(*tag), qPrintable(summary.headline));
    }
}

void tst_AddCrash::losesNothingWhenItIsKilled()
{
    const int asked = qEnvironmentVariableIntValue("BROADSHEET_CRASHES");
    const int crashes = asked > 0 ? asked : 200;
    for (int crash = 0; crash < crashes; ++crash) {
        killOnce();
        checkAfterCrash();
        checkMarks();
        if (QTest::currentTestFailed())
            return;
        mark();
        changeSome();
        if (crash % 50 == 49) // the cache may be deleted at any time
            QVERIFY(QDir(LibraryPlaces::below(home(u"library"_s)).cache).removeRecursively());
    }

    QVERIFY(addUndisturbed(home(u"library"_s)));
    QVERIFY(addUndisturbed(home(u"undisturbed"_s)));

    Library library(home(u"library"_s));
    Library undisturbed(home(u"undisturbed"_s));
    QCOMPARE(contents(library), contents(undisturbed));
    checkAfterCrash();
    checkMarks();
    QVERIFY(crashes < 50 || !m_tags.isEmpty());
}

QTEST_GUILESS_MAIN(tst_AddCrash)
#include "tst_addcrash.moc"
