#include "app/base/sourcefile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

class tst_SourceFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void readsAllBytesOfAFile();
    void followsALinkToAFile();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    QString write(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_folder;
};

QString tst_SourceFile::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write into the test's own folder");
    file.write(bytes);
    return file.fileName();
}

void tst_SourceFile::readsAllBytesOfAFile()
{
    const QByteArray bytes(300'000, 'x');
    const QString path = write(u"long.txt"_s, bytes);

    const auto file = readSourceFile(path);

    QVERIFY(file.has_value());
    QCOMPARE(file.value().bytes, bytes);
    QCOMPARE(file.value().path, path);
}

void tst_SourceFile::followsALinkToAFile()
{
    const QString path = write(u"target.txt"_s, "words");
    const QString link = m_folder.filePath(u"link.txt"_s);
    QVERIFY(QFile::link(path, link));

    const auto file = readSourceFile(link);

    QVERIFY(file.has_value());
    QCOMPARE(file.value().bytes, QByteArray("words"));
}

void tst_SourceFile::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("gone") << m_folder.filePath(u"gone.txt"_s) << Error::Kind::NotFound;
    QTest::newRow("empty") << write(u"empty.txt"_s, {}) << Error::Kind::Empty;
    QTest::newRow("a directory") << m_folder.path() << Error::Kind::NotAFile;

    const QString brokenLink = m_folder.filePath(u"broken.txt"_s);
    QFile::link(m_folder.filePath(u"nowhere"_s), brokenLink);
    QTest::newRow("a broken link") << brokenLink << Error::Kind::NotFound;

    const QString pipe = m_folder.filePath(u"pipe.txt"_s);
    ::mkfifo(QFile::encodeName(pipe).constData(), 0600);
    QTest::newRow("a pipe nobody writes to") << pipe << Error::Kind::NotAFile;

    const QString large = write(u"large.txt"_s, "x");
    QFile(large).resize(maximumFileSize + 1);
    QTest::newRow("one byte too large") << large << Error::Kind::TooLarge;

    if (::geteuid() != 0) { // root may read everything
        const QString locked = write(u"locked.txt"_s, "words");
        QFile(locked).setPermissions({});
        QTest::newRow("locked") << locked << Error::Kind::Unreadable;
    }
}

void tst_SourceFile::saysWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(Error::Kind, kind);

    const auto file = readSourceFile(path);

    QVERIFY(!file.has_value());
    QCOMPARE(file.error().kind, kind);
    QCOMPARE(file.error().subject, path);
}

QTEST_GUILESS_MAIN(tst_SourceFile)
#include "tst_sourcefile.moc"
