#include "ui/printing/printcommand.h"

#include "tests/ui/printing/pdftools.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using pdftools::contentOf;

class tst_PrintCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void writesEveryArticleOfEveryFile();
    void writesOverAnOlderPdf();
    void failsOnAFileThatIsNotThere();
    void printsTheRestWhenOneFileCannotBeRead();
    void failsWhenTheFolderIsNotThere();
    void writesEachFileIntoAFolder();
    void saysThatThereIsNoSuchPrinter();
    void neverWritesOverAnArticle();
    void failsWhenThePressFails();

private:
    QString newFile(const QString &name, const QByteArray &content) const;
    int statusOf(const QString &output, const QStringList &files, const QString &printer = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    pdftools::TestPress m_press;
    QStringList m_said; // lines on standard error
};

void tst_PrintCommand::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_press.failure.clear();
}

QString tst_PrintCommand::newFile(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

// Runs the command, its standard error caught in a file.
int tst_PrintCommand::statusOf(const QString &output, const QStringList &files,
                               const QString &printer)
{
    const QByteArray log = QFile::encodeName(m_folder->filePath(u"said"_s));
    PrintCommand command(m_press, {files, output, printer});
    QSignalSpy finished(&command, &PrintCommand::finished);
    std::fflush(stderr);
    const int standardError = dup(STDERR_FILENO);
    const int caught = open(log.constData(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
    dup2(caught, STDERR_FILENO);

    command.start();
    const bool answered = finished.isEmpty() && finished.wait(20000);

    std::fflush(stderr);
    dup2(standardError, STDERR_FILENO);
    close(standardError);
    close(caught);
    m_said = QString::fromUtf8(contentOf(QFile::decodeName(log))).split(u'\n', Qt::SkipEmptyParts);
    QFile::remove(QFile::decodeName(log));
    return answered && finished.count() == 1 ? finished.first().first().toInt() : -1;
}

void tst_PrintCommand::writesEveryArticleOfEveryFile()
{
    const QString first = newFile(u"ferry.txt"_s, "Ferry to return\n\nIt sails in June.\n");
    const QString second = newFile(u"quay.txt"_s, "Quay stands\n\nNobody saw it move.\n");
    const QString output = m_folder->filePath(u"out.pdf"_s);

    QCOMPARE(statusOf(output, {first, second}), 0);

    QCOMPARE(m_said, QStringList());
    const QStringList pages = pdftools::pagesOf(contentOf(output));
    QCOMPARE(pages.size(), 4); // of two leaves each
    QVERIFY(pages[0].contains(u"ferry.txt"_s));
    QVERIFY(pages[2].contains(u"quay.txt"_s));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
             QStringList({u"ferry.txt"_s, u"out.pdf"_s, u"quay.txt"_s}));
}

void tst_PrintCommand::writesOverAnOlderPdf()
{
    const QString file = newFile(u"ferry.txt"_s, "Ferry to return\n\nIt sails in June.\n");
    const QString output = newFile(u"out.pdf"_s, "older");

    QCOMPARE(statusOf(output, {file}), 0);

    QVERIFY(contentOf(output).startsWith("%PDF"));
}

void tst_PrintCommand::failsOnAFileThatIsNotThere()
{
    const QString output = m_folder->filePath(u"out.pdf"_s);

    QCOMPARE(statusOf(output, {m_folder->filePath(u"gone.txt"_s)}), 1);

    QCOMPARE(m_said.size(), 1);
    QVERIFY(m_said.first().startsWith(u"broadsheet: "_s));
    QVERIFY(m_said.first().contains(u"gone.txt"_s));
    QVERIFY(!QFile::exists(output));
}

void tst_PrintCommand::printsTheRestWhenOneFileCannotBeRead()
{
    const QString file = newFile(u"ferry.txt"_s, "Ferry to return\n\nIt sails in June.\n");
    const QString output = m_folder->filePath(u"out.pdf"_s);

    QCOMPARE(statusOf(output, {m_folder->filePath(u"gone.txt"_s), file}), 1);

    QCOMPARE(m_said.size(), 1);
    QCOMPARE(pdftools::pagesOf(contentOf(output)).size(), 2);
}

void tst_PrintCommand::failsWhenTheFolderIsNotThere()
{
    const QString file = newFile(u"ferry.txt"_s, "Ferry to return\n\nIt sails in June.\n");

    QCOMPARE(statusOf(m_folder->filePath(u"absent/out.pdf"_s), {file}), 1);

    QCOMPARE(m_said.size(), 1);
    QVERIFY(m_said.first().contains(u"absent"_s));
}

void tst_PrintCommand::writesEachFileIntoAFolder()
{
    const QByteArray content = "Ferry to return\n\nIt sails in June.\n";
    QVERIFY(QDir(m_folder->path()).mkdir(u"out"_s));
    QVERIFY(QDir(m_folder->path()).mkdir(u"other"_s));
    QStringList files{newFile(u"ferry.txt"_s, content), m_folder->filePath(u"gone.txt"_s),
                      newFile(u"other/ferry.txt"_s, content), newFile(u"quay.v2.txt"_s, content)};

    QCOMPARE(statusOf(m_folder->filePath(u"out"_s), files), 1);

    QCOMPARE(m_said.size(), 1);
    QVERIFY(m_said.first().contains(u"gone.txt"_s));
    const QDir out(m_folder->filePath(u"out"_s));
    QCOMPARE(out.entryList(QDir::Files),
             (QStringList{u"ferry-2.pdf"_s, u"ferry.pdf"_s, u"quay.v2.pdf"_s}));
    for (const QString &name : out.entryList(QDir::Files))
        QCOMPARE(pdftools::pagesOf(contentOf(out.filePath(name))).size(), 2);
}

void tst_PrintCommand::saysThatThereIsNoSuchPrinter()
{
    const QString file = newFile(u"ferry.txt"_s, "Ferry to return\n\nIt sails in June.\n");

    QCOMPARE(statusOf({}, {file}, u"no-such-printer"_s), 1);

    QCOMPARE(m_said.size(), 1);
    QVERIFY2(m_said.first().contains(u"no printer called “no-such-printer”"_s),
             qPrintable(m_said.first()));
}

void tst_PrintCommand::neverWritesOverAnArticle()
{
    const QByteArray content = "Ferry to return\n\nIt sails in June.\n";
    const QString file = newFile(u"ferry.txt"_s, content);

    QCOMPARE(statusOf(m_folder->path() + u"/./ferry.txt"_s, {file}), 1);

    QCOMPARE(m_said.size(), 1);
    QCOMPARE(contentOf(file), content);
}

void tst_PrintCommand::failsWhenThePressFails()
{
    const QString file = newFile(u"ferry.txt"_s, "Ferry to return\n\nIt sails in June.\n");
    m_press.failure = u"the engine stopped"_s;

    QCOMPARE(statusOf(m_folder->filePath(u"out.pdf"_s), {file}), 1);

    QCOMPARE(m_said.size(), 1);
    QVERIFY(!QFile::exists(m_folder->filePath(u"out.pdf"_s)));
}

QTEST_MAIN(tst_PrintCommand)
#include "tst_printcommand.moc"
