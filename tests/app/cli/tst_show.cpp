// Runs the program as a script would.
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

Outcome run(const QStringList &arguments)
{
    QProcess program;
    program.start(QCoreApplication::applicationDirPath() + u"/broadsheet-cli"_s, arguments);
    if (!program.waitForFinished() || program.exitStatus() != QProcess::NormalExit)
        return {};
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

QByteArrayList linesOf(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

} // namespace

class tst_Show final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void printsOneObjectALine();
    void printsTextForPeople();
    void printsOneHtmlDocument();
    void namesEachFileThatFailsAndGoesOn();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void saysHowItIsUsed();
    void opensAFileWhoseNameIsNoText();
    void endsQuietlyWhenNobodyReads();

private:
    QString file(const QString &name, const QByteArray &bytes);
    QTemporaryDir m_folder;
};

void tst_Show::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QVERIFY(m_folder.isValid());
}

QString tst_Show::file(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's own file");
    return file.fileName();
}

void tst_Show::printsOneObjectALine()
{
    const QString first = file(u"a.txt"_s,
                               "Fair opens\n30 March 2009\n\nThe fair \"opened\" today.\n");
    const QString second = file(u"b.txt"_s, "Fair closes\n\nThe fair closed today.\n");

    const Outcome outcome = run({u"show"_s, first, second});

    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.errors, QByteArray());
    const QByteArrayList lines = linesOf(outcome.output);
    QCOMPARE(lines.size(), 2);
    const QJsonObject article = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(article.value(u"@type"_s).toString(), u"NewsArticle"_s);
    QCOMPARE(article.value(u"headline"_s).toString(), u"Fair opens"_s);
    QCOMPARE(article.value(u"datePublished"_s).toString(), u"2009-03-30"_s);
    QCOMPARE(article.value(u"articleBody"_s).toString(), u"The fair \"opened\" today."_s);
    QCOMPARE(article.value(u"broadsheet:path"_s).toString(), first);
    QCOMPARE(run({u"show"_s, u"--json"_s, first, second}).output, outcome.output);
}

void tst_Show::printsTextForPeople()
{
    const QString path = file(
        u"a.txt"_s,
        "Fair opens\n\nBy Ann Hill\n\n30 March 2009\n\n"
        "The fair opened today, and it was the largest that the town has ever "
        "seen, with nine steam engines.\n\nPrint Sponsor\n\nFair to return\n"
        "12 Mar 09 | England\n");

    const Outcome outcome = run({u"show"_s, u"--text"_s, path});

    QCOMPARE(outcome.status, 0);
    QVERIFY(
        outcome.output.startsWith("Fair opens\n\nBy Ann Hill | 30 March 2009\n\nThe fair opened"));
    QVERIFY(outcome.output.contains("* Fair to return (12 March 2009, England)\n"));
    QVERIFY(outcome.output.contains("Not part of the story\n- Print Sponsor\n"));
    for (const QByteArray &line : linesOf(outcome.output))
        QVERIFY2(line.size() <= 80, line.constData());
}

void tst_Show::printsOneHtmlDocument()
{
    const QString path = file(u"a.txt"_s, "Fair <opens>\n\nThe fair & its engines.\n");

    const Outcome outcome = run({u"show"_s, u"--html"_s, path, path});

    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.output.count("<!DOCTYPE html>"), 1);
    QCOMPARE(outcome.output.count("<h1>Fair &lt;opens&gt;</h1>"), 2);
    QCOMPARE(outcome.output.count("<p>The fair &amp; its engines.</p>"), 2);
    QVERIFY(outcome.output.endsWith("</html>\n"));
}

void tst_Show::namesEachFileThatFailsAndGoesOn()
{
    const QString good = file(u"good.txt"_s, "Fair opens\n\nThe fair opened today.\n");
    const QStringList bad{m_folder.path(), file(u"empty.txt"_s, ""), file(u"blank.txt"_s, " \n\n"),
                          file(u"notes.bin"_s, QByteArray(64, '\0')),
                          m_folder.filePath(u"gone\nfar.txt"_s)};

    const Outcome outcome = run(QStringList{u"show"_s} + bad + QStringList{good});

    QCOMPARE(outcome.status, 1);
    QCOMPARE(linesOf(outcome.output).size(), 1);
    const QByteArrayList lines = linesOf(outcome.errors);
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], "broadsheet-cli: " + bad[0].toUtf8() + ": this is a folder, not a file");
    QCOMPARE(lines[1], "broadsheet-cli: " + bad[1].toUtf8() + ": this file is empty");
    QCOMPARE(lines[2], "broadsheet-cli: " + bad[2].toUtf8() + ": this file is empty");
    QCOMPARE(lines[3], "broadsheet-cli: " + bad[3].toUtf8() + ": this file is not text");
    QVERIFY(lines[4].endsWith("gone?far.txt: there is no such file"));
}

void tst_Show::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("no command") << QStringList{};
    QTest::newRow("no such command") << QStringList{u"shew"_s};
    QTest::newRow("no file") << QStringList{u"show"_s};
    QTest::newRow("no such option") << QStringList{u"show"_s, u"--xml"_s, u"a.txt"_s};
    QTest::newRow("two forms") << QStringList{u"show"_s, u"--text"_s, u"--html"_s, u"a.txt"_s};
}

void tst_Show::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);

    const Outcome outcome = run(arguments);

    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY(outcome.errors.contains("Usage: broadsheet-cli"));
}

void tst_Show::saysHowItIsUsed()
{
    QCOMPARE(run({u"--version"_s}).output, "broadsheet-cli " BROADSHEET_VERSION "\n");
    QVERIFY(run({u"--help"_s}).output.startsWith("Usage: broadsheet-cli [--library DIR] COMMAND"));
    const Outcome help = run({u"show"_s, u"--help"_s});
    QCOMPARE(help.status, 0);
    QVERIFY(help.output.startsWith("Usage: broadsheet-cli show"));
}

void tst_Show::opensAFileWhoseNameIsNoText()
{
    const QByteArray name = QFile::encodeName(m_folder.path()) + "/odd\xff.txt";
    std::FILE *odd = std::fopen(name.constData(), "w");
    if (!odd)
        QSKIP("this file system wants names in UTF-8");
    std::fputs("Fair opens\n\nThe fair opened today.\n", odd);
    std::fclose(odd);

    // A shell passes the bytes on as they are; QProcess would not.
    const Outcome outcome = [&] {
        const QString program = QCoreApplication::applicationDirPath() + u"/broadsheet-cli"_s;
        QProcess shell;
        shell.start(
            u"/bin/sh"_s,
            {u"-c"_s, u"cd \"$1\" && exec \"$2\" show odd*"_s, u"sh"_s, m_folder.path(), program});
        shell.waitForFinished();
        return Outcome{shell.exitCode(), shell.readAllStandardOutput(),
                       shell.readAllStandardError()};
    }();

    std::remove(name.constData()); // QTemporaryDir cannot
    QCOMPARE(outcome.errors, QByteArray());
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.output.contains("\"headline\":\"Fair opens\""));
    QVERIFY(!QJsonDocument::fromJson(outcome.output).isNull());
}

void tst_Show::endsQuietlyWhenNobodyReads()
{
    const QString path = file(u"a.txt"_s, "Fair opens\n\n" + QByteArray(200000, 'x') + "\n");
    const QString program = QCoreApplication::applicationDirPath() + u"/broadsheet-cli"_s;

    QProcess shell;
    shell.start(
        u"/bin/sh"_s,
        {u"-c"_s, u"\"$1\" show \"$2\" \"$2\" \"$2\" | head -c 10"_s, u"sh"_s, program, path});

    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QCOMPARE(shell.readAllStandardOutput().size(), 10);
}

QTEST_GUILESS_MAIN(tst_Show)
#include "tst_show.moc"
