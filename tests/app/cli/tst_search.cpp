// Runs the program as a script would.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

class tst_Search final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void findsTheBestFirst();
    void printsOneObjectALine();
    void printsForPeople();
    void marksHitsOnATerminalOnly();
    void printsAsManyAsAreAskedFor();
    void printsTheNewestFirst();
    void takesFieldsAndNegations();
    void findsNothingWithoutComplaint();
    void suggestsWhatMayHaveBeenMeant();
    void leavesOutWhatTheLibraryHasNoMore();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void saysHowItIsUsed();
    void looksIntoEveryTextForARarePhrase();

private:
    struct Ended
    {
        int status = -1;
        QByteArray output;
        QByteArray errors;
    };
    QString program() const
    {
        return QCoreApplication::applicationDirPath() + u"/broadsheet-cli"_s;
    }
    Ended run(const QString &command, const QStringList &arguments) const;
    void write(const QString &name, const QByteArray &headline, const QByteArray &date,
               const QByteArray &text) const;
    QStringList headlines(const QStringList &arguments) const;

    QTemporaryDir m_home;
};

tst_Search::Ended tst_Search::run(const QString &command, const QStringList &arguments) const
{
    QProcess process;
    process.start(program(),
                  QStringList{u"--library"_s, m_home.filePath(u"library"_s), command} + arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void tst_Search::write(const QString &name, const QByteArray &headline, const QByteArray &date,
                       const QByteArray &text) const
{
    QFile file(m_home.filePath(u"news/"_s + name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(headline + "\nPage last updated at 15:33 GMT, " + date + "\n\n" + text + '\n');
}

void tst_Search::initTestCase()
{
    QVERIFY(QDir().mkpath(m_home.filePath(u"news"_s)));
    write(u"ferry.txt"_s, "Ferry crews walk out", "Sunday, 29 March 2009",
          "The ferries stay in harbour, said the union. The harbour master waits for them.");
    write(u"owls.txt"_s, "Museum shows owls", "Monday, 30 March 2009",
          "Paintings of birds are shown. One of them was brought by the evening ferry.");
    write(u"budget.txt"_s, "Budget passes", "Wednesday, 1 April 2009",
          "The harbour gets a new wall, and the master of the port thanked everyone.");
    QCOMPARE(run(u"add"_s, {m_home.filePath(u"news"_s)}).status, 0);
}

QStringList tst_Search::headlines(const QStringList &arguments) const
{
    QStringList headlines;
    const Ended ended = run(u"search"_s, QStringList{u"--json"_s} + arguments);
    for (const QByteArray &line : ended.output.split('\n')) {
        if (!line.isEmpty())
            headlines.append(QJsonDocument::fromJson(line)[u"headline"_s].toString());
    }
    return headlines;
}

void tst_Search::findsTheBestFirst()
{
    QCOMPARE(headlines({u"ferry"_s}),
             (QStringList{u"Ferry crews walk out"_s, u"Museum shows owls"_s}));
    QCOMPARE(headlines({u"\"harbour master\""_s}), QStringList{u"Ferry crews walk out"_s});
    QCOMPARE(headlines({u"ferry"_s, u"birds"_s}), QStringList{u"Museum shows owls"_s});
}

void tst_Search::printsOneObjectALine()
{
    const Ended ended = run(u"search"_s, {u"--json"_s, u"ferries"_s});

    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.errors, QByteArray());
    QCOMPARE(ended.output.count('\n'), 2);
    const QJsonObject first = QJsonDocument::fromJson(ended.output.split('\n').first()).object();
    QCOMPARE(first[u"@type"_s].toString(), u"NewsArticle"_s);
    QCOMPARE(first[u"datePublished"_s].toString().left(10)
                 + first[u"dateModified"_s].toString().left(10),
             u"2009-03-29"_s);
    QCOMPARE(first[u"broadsheet:path"_s].toString(), m_home.filePath(u"news/ferry.txt"_s));
    QVERIFY(first[u"score"_s].toDouble() > 0);
    const QString snippet = first[u"snippet"_s].toString();
    const QJsonArray mark = first[u"marks"_s].toArray().first().toArray();
    QCOMPARE(snippet.mid(mark.at(0).toInt(), mark.at(1).toInt()), u"ferries"_s);
}

void tst_Search::printsForPeople()
{
    const Ended ended = run(u"search"_s, {u"birds"_s});

    QCOMPARE(ended.output,
             "Museum shows owls\n30 Mar 2009 | BBC | "
                 + m_home.filePath(u"news/owls.txt"_s).toUtf8()
                 + "\nPaintings of birds are shown. One of them was brought by the evening ferry."
                   "\n\n");
}

void tst_Search::marksHitsOnATerminalOnly()
{
    QVERIFY(!run(u"search"_s, {u"birds"_s}).output.contains('\x1b'));

    const QByteArray name = program().toLocal8Bit();
    const QByteArray library = m_home.filePath(u"library"_s).toLocal8Bit();
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        ::execl(name.constData(), name.constData(), "--library", library.constData(), "search",
                "birds", nullptr);
        ::_exit(127);
    }
    QByteArray output;
    char bytes[4096];
    for (ssize_t got = 0; (got = ::read(terminal, bytes, sizeof bytes)) > 0;)
        output.append(bytes, qsizetype(got));
    ::close(terminal);
    ::waitpid(child, nullptr, 0);

    QVERIFY2(output.contains("Paintings of \x1b[1mbirds\x1b[0m are"), output.constData());
}

void tst_Search::printsAsManyAsAreAskedFor()
{
    QCOMPARE(headlines({u"-n"_s, u"1"_s, u"the"_s}).size(), 1);
    QCOMPARE(headlines({u"-n"_s, u"0"_s, u"the"_s}).size(), 3);
}

void tst_Search::printsTheNewestFirst()
{
    QCOMPARE(headlines({u"--newest"_s, u"harbour OR ferry"_s}),
             (QStringList{u"Budget passes"_s, u"Museum shows owls"_s, u"Ferry crews walk out"_s}));
    QCOMPARE(headlines({u"date:2009-03"_s}), // where there are no words
             (QStringList{u"Museum shows owls"_s, u"Ferry crews walk out"_s}));
}

void tst_Search::takesFieldsAndNegations()
{
    QCOMPARE(headlines({u"ferry"_s, u"-birds"_s}), QStringList{u"Ferry crews walk out"_s});
    QCOMPARE(headlines({u"title:ferry"_s}), QStringList{u"Ferry crews walk out"_s});
    QCOMPARE(headlines({u"harbour"_s, u"is:unread"_s, u"date:2009-04"_s}),
             QStringList{u"Budget passes"_s});
    QCOMPARE(headlines({u"harbour"_s, u"is:read"_s}), QStringList());
}

void tst_Search::findsNothingWithoutComplaint()
{
    const Ended ended = run(u"search"_s, {u"xylophone"_s});

    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.output, QByteArray());
    QCOMPARE(ended.errors, QByteArray());
}

void tst_Search::suggestsWhatMayHaveBeenMeant()
{
    const Ended ended = run(u"search"_s, {u"harbor"_s});

    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.errors, "broadsheet-cli: did you mean harbour\n");
}

void tst_Search::leavesOutWhatTheLibraryHasNoMore()
{
    write(u"gone.txt"_s, "Zebra seen", "Thursday, 2 April 2009", "A zebra walked over the bridge.");
    QCOMPARE(run(u"add"_s, {m_home.filePath(u"news"_s)}).status, 0);
    QCOMPARE(headlines({u"zebra"_s}).size(), 1);

    QVERIFY(QFile::remove(m_home.filePath(u"news/gone.txt"_s)));
    QCOMPARE(run(u"add"_s, {m_home.filePath(u"news"_s)}).status, 0);

    QCOMPARE(headlines({u"zebra"_s}).size(), 0);
}

void tst_Search::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("no query") << QStringList{};
    QTest::newRow("an empty query") << QStringList{u" "_s};
    QTest::newRow("no such option") << QStringList{u"--xml"_s, u"ferry"_s};
    QTest::newRow("no number") << QStringList{u"-n"_s, u"many"_s, u"ferry"_s};
    QTest::newRow("less than nothing") << QStringList{u"-n"_s, u"-1"_s, u"ferry"_s};
    QTest::newRow("number missing") << QStringList{u"ferry"_s, u"-n"_s};
}

void tst_Search::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);

    const Ended ended = run(u"search"_s, arguments);

    QCOMPARE(ended.status, 2);
    QCOMPARE(ended.output, QByteArray());
    QVERIFY(ended.errors.contains("Usage: broadsheet-cli"));
}

void tst_Search::saysHowItIsUsed()
{
    const Ended ended = run(u"search"_s, {u"--help"_s});

    QCOMPARE(ended.status, 0);
    QVERIFY(ended.output.startsWith("Usage: broadsheet-cli [--library DIR] search"));
}

// 2,000 texts are looked into at first; the one that has the phrase is the longest.
void tst_Search::looksIntoEveryTextForARarePhrase()
{
    for (int i = 0; i < 2'050; ++i)
        write(u"coal%1.txt"_s.arg(i), "Coal is dear", "Monday, 30 March 2009",
              "Coal: its price " + QByteArray::number(i) + " times asked.");
    write(u"long.txt"_s, "Council meets", "Monday, 30 March 2009",
          QByteArray("The council met about other things. ").repeated(300)
              + "Then the coal price fell.");
    QCOMPARE(run(u"add"_s, {m_home.filePath(u"news"_s)}).status, 0);

    QCOMPARE(headlines({u"\"coal price\""_s}), QStringList{u"Council meets"_s});
    QCOMPARE(headlines({u"-n"_s, u"1"_s, u"ferry OR \"coal price\""_s}).size(), 1);
}

QTEST_GUILESS_MAIN(tst_Search)
#include "tst_search.moc"
