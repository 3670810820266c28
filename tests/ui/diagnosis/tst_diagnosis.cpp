// The program as a bug report asks for it, driven from outside.
#include "tests/support/programrun.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Diagnosis final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void countsArticlesAndNamesNone();
    void saysThatTheListOfShardsIsDamaged();
    void makesNoLibraryWhereThereIsNone();

private:
    static QString program(const QString &name)
    {
        return QCoreApplication::applicationDirPath() + u'/' + name;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment;
};

void tst_Diagnosis::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(u"HOME"_s, m_home->path());
    for (const QString &folder : QStringList{u"CONFIG"_s, u"DATA"_s, u"CACHE"_s})
        m_environment.remove(u"XDG_"_s + folder + u"_HOME"_s);
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
}

void tst_Diagnosis::countsArticlesAndNamesNone()
{
    QVERIFY(QDir(m_home->path()).mkdir(u"news"_s));
    QFile file(m_home->filePath(u"news/secretname.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(storyOf("Ferry stays in port", "2031-05-02"));
    file.close();
    const Outcome added = run(program(u"broadsheet-cli"_s), {u"add"_s, m_home->filePath(u"news"_s)},
                              m_environment);
    QCOMPARE(added.status, 0);

    const Outcome told = run(program(u"broadsheet"_s), {u"--diagnose"_s}, m_environment);

    QCOMPARE(told.status, 0);
    const QStringList lines = told.output.split(u'\n');
    for (const QString &expected :
         QStringList{u"Broadsheet"_s, u"Sandbox"_s, u"Articles: 1"_s, u"Articles with words: 1"_s,
                     u"Index shards: 1"_s, u"Folders: 1"_s, u"Graphics processor failed once: no"_s,
                     u"State: ~/.local/share/broadsheet"_s, u"Platform plug-in: offscreen"_s})
        QVERIFY2(lines.contains(expected), qPrintable(expected + u'\n' + told.output));
    QVERIFY(told.output.contains(
        QRegularExpression(u"\nWeb engine: Qt WebEngine 6\\.\\S+, Chromium \\d+"_s)));
    for (const QString &reader :
         QStringList{u"Ferry"_s, u"harbour"_s, u"secretname"_s, m_home->path()})
        QVERIFY2(!told.output.contains(reader), qPrintable(reader + u'\n' + told.output));
}

void tst_Diagnosis::saysThatTheListOfShardsIsDamaged()
{
    const QString index = m_home->filePath(u".cache/broadsheet/index"_s);
    QVERIFY(QDir().mkpath(index));
    QFile list(index + u"/shards"_s);
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("no list at all\n");
    list.close();

    const Outcome told = run(program(u"broadsheet"_s), {u"--diagnose"_s}, m_environment);

    QCOMPARE(told.status, 0);
    QVERIFY2(told.output.contains(u"\nIndex shards: list is damaged\n"_s), qPrintable(told.output));
}

void tst_Diagnosis::makesNoLibraryWhereThereIsNone()
{
    const Outcome told = run(program(u"broadsheet"_s), {u"--diagnose"_s}, m_environment);

    QCOMPARE(told.status, 0);
    QVERIFY(told.output.contains(u"\nArticles: 0\n"_s));
    QVERIFY(told.output.contains(u"\nIndex shards: 0\n"_s));
    for (const QString &place :
         QStringList{u".local/share"_s, u".cache/broadsheet"_s, u".config"_s})
        QVERIFY2(!QFileInfo::exists(m_home->filePath(place)), qPrintable(place));
}

QTEST_GUILESS_MAIN(tst_Diagnosis)
#include "tst_diagnosis.moc"
