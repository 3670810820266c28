// Runs the program as a script would.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

class tst_Add final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsAFolderAndKnowsItAgain();
    void addsFilesByTheirNames();
    void namesEachUnreadableInputOnce();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void saysHowItIsUsed();
    void writesPlainLinesIntoAFile();
    void writesOneLineOnATerminal();
    void goesOnAfterAnInterrupt();

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
    QStringList command(const QStringList &names) const
    {
        return QStringList{u"--library"_s, m_home->filePath(u"library"_s), u"add"_s} + names;
    }
    Ended run(const QStringList &arguments) const;
    QString write(const QString &name, const QByteArray &bytes);
    void writeMany(int count);
    QString news() const { return m_home->filePath(u"news"_s); }

    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_Add::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(news()));
}

tst_Add::Ended tst_Add::run(const QStringList &arguments) const
{
    QProcess process;
    process.start(program(), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString tst_Add::write(const QString &name, const QByteArray &bytes)
{
    QFile file(news() + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's own file");
    return file.fileName();
}

void tst_Add::writeMany(int count)
{
    for (int i = 0; i < count; ++i)
        write(QString::number(i) + u".txt"_s,
              "Harbour report " + QByteArray::number(i) + "\n\nThe ferry left in the morning.\n");
}

void tst_Add::addsAFolderAndKnowsItAgain()
{
    writeMany(3);

    const Ended first = run(command({news()}));
    const Ended second = run(command({news()}));

    QCOMPARE(first.errors, QByteArray());
    QVERIFY2(first.output.contains("\nAdded 3 articles in "), first.output);
    QCOMPARE(first.status, 0);
    QVERIFY2(second.output.startsWith("Added 0 articles in "), second.output);
    QCOMPARE(second.status, 0);
}

void tst_Add::addsFilesByTheirNames()
{
    writeMany(3);

    const Ended ended = run(command({news() + u"/1.txt"_s, u"--"_s, news() + u"/2.txt"_s}));

    QVERIFY2(ended.output.contains("Added 2 articles in "), ended.output);
    QCOMPARE(ended.status, 0);
}

void tst_Add::namesEachUnreadableInputOnce()
{
    writeMany(2);
    const QString empty = write(u"empty.txt"_s, {});
    const QString gone = m_home->filePath(u"gone"_s);

    const Ended ended = run(command({gone, news(), gone}));

    QCOMPARE(ended.errors.count('\n'), 2);
    QVERIFY2(ended.errors.contains(gone.toUtf8() + ": there is no such file\n"), ended.errors);
    QVERIFY2(ended.errors.contains(empty.toUtf8() + ": this file is empty\n"), ended.errors);
    QVERIFY2(ended.output.contains("Added 2 articles in "), ended.output);
    QCOMPARE(ended.status, 1);
}

void tst_Add::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("nothing to add") << QStringList{u"add"_s};
    QTest::newRow("no such option") << QStringList{u"add"_s, u"--quickly"_s, u"."_s};
    QTest::newRow("a library without a name") << QStringList{u"add"_s, u"."_s, u"--library"_s};
    QTest::newRow("an empty one") << QStringList{u"--library="_s, u"add"_s, u"."_s};
}

void tst_Add::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);

    const Ended ended = run(arguments);

    QCOMPARE(ended.status, 2);
    QCOMPARE(ended.output, QByteArray());
    QVERIFY(ended.errors.startsWith("broadsheet-cli: "));
}

void tst_Add::saysHowItIsUsed()
{
    const Ended ended = run({u"add"_s, u"--help"_s});

    QCOMPARE(ended.status, 0);
    QVERIFY(ended.output.startsWith("Usage: broadsheet-cli [--library DIR] add "));
}

void tst_Add::writesPlainLinesIntoAFile()
{
    writeMany(200);

    const Ended ended = run(command({news()}));

    QVERIFY(!ended.output.contains('\r'));
    QVERIFY(!ended.output.contains('\x1b'));
    QVERIFY2(ended.output.contains("200 of 200 files"), ended.output);
}

void tst_Add::writesOneLineOnATerminal()
{
    writeMany(200);
    const QList<QByteArray> words{program().toLocal8Bit(), "--library",
                                  m_home->filePath(u"library"_s).toLocal8Bit(), "add",
                                  news().toLocal8Bit()};
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        QList<char *> arguments;
        for (const QByteArray &word : words)
            arguments.append(const_cast<char *>(word.constData()));
        arguments.append(nullptr);
        ::execv(arguments.first(), arguments.data());
        ::_exit(127);
    }
    QByteArray shown;
    char buffer[4096];
    for (ssize_t size; (size = ::read(terminal, buffer, sizeof(buffer))) > 0;)
        shown.append(buffer, size);
    int status = -1;
    ::waitpid(child, &status, 0);
    ::close(terminal);

    QCOMPARE(status, 0);
    QVERIFY2(shown.startsWith('\r'), shown);
    QCOMPARE(shown.count('\n'), 1); // of the last line alone
    QVERIFY2(shown.mid(shown.lastIndexOf("\x1b[K")).contains("Added 200 articles in "), shown);
}

void tst_Add::goesOnAfterAnInterrupt()
{
    writeMany(3000);
    QProcess process;
    process.start(program(), command({news()}));
    QVERIFY(process.waitForReadyRead()); // a first line of progress
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    const QByteArray output = process.readAllStandardOutput();
    const QByteArray errors = process.readAllStandardError();

    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY2(errors.contains("goes on from here"), errors);

    const Ended rest = run(command({news()}));

    QCOMPARE(rest.status, 0);
    const auto added = [](const QByteArray &text) {
        const qsizetype at = text.indexOf("Added ") + 6;
        return text.mid(at, text.indexOf(' ', at) - at).replace(',', "").toInt();
    };
    QCOMPARE(added(output) + added(rest.output), 3000);
    QVERIFY(added(output) > 0);
}

QTEST_GUILESS_MAIN(tst_Add)
#include "tst_add.moc"
