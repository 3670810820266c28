// Runs the program as a script would.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Related final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void printsOneObjectALine();
    void printsEachArticlesStories();
    void takesAnArticleOfElsewhere();
    void takesTheNumberOfAnArticle();
    void printsAsManyAsAreAskedFor();
    void printsForPeople();
    void namesWhatCannotBeReadAndGoesOn();
    void answersWithoutALibrary();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void saysHowItIsUsed();

private:
    struct Ended
    {
        int status = -1;
        QByteArray output;
        QByteArray errors;
    };
    Ended run(const QString &command, const QStringList &arguments,
              const QString &library = u"library"_s) const;
    QList<QJsonObject> objects(const QStringList &arguments) const;
    QString path(const QString &name) const { return m_home.filePath(u"news/"_s + name); }
    void write(const QString &name, const QByteArray &headline, const QByteArray &date,
               const QByteArray &text) const;

    QTemporaryDir m_home;
};

tst_Related::Ended tst_Related::run(const QString &command, const QStringList &arguments,
                                    const QString &library) const
{
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + u"/broadsheet-cli"_s,
                  QStringList{u"--library"_s, m_home.filePath(library), command} + arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QList<QJsonObject> tst_Related::objects(const QStringList &arguments) const
{
    const Ended ended = run(u"related"_s, QStringList{u"--json"_s} + arguments);
    QList<QJsonObject> objects;
    for (const QByteArray &line : ended.output.split('\n')) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

void tst_Related::write(const QString &name, const QByteArray &headline, const QByteArray &date,
                        const QByteArray &text) const
{
    QFile file(path(name));
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(headline + "\nPage last updated at 15:33 GMT, " + date + "\n\n" + text + '\n');
}

void tst_Related::initTestCase()
{
    write(u"strike.txt"_s, "Ferry crews walk out", "Sunday, 29 March 2009",
          "Ferry crews in Port Ellery walked out over pay on Sunday.\n\nMara Lindqvist of the "
          "Seafarers Union said the ferries would stay in harbour until the owners returned.");
    write(u"talks.txt"_s, "Ferry talks fail", "Monday, 30 March 2009",
          "Talks on the pay of ferry crews failed in Port Ellery.\n\nThe ferries stay in harbour, "
          "said Mara Lindqvist, who speaks for the crews.");
    write(u"owls.txt"_s, "Museum shows owls", "Monday, 30 March 2009",
          "A museum in Varga shows paintings of birds.\n\nVisitors liked the owls best.");
    QCOMPARE(run(u"add"_s, {m_home.filePath(u"news"_s)}).status, 0);
}

void tst_Related::printsOneObjectALine()
{
    const auto found = objects({path(u"strike.txt"_s)});

    QCOMPARE(found.size(), 1);
    const QJsonObject &story = found.first();
    QCOMPARE(story[u"broadsheet:of"].toString(), path(u"strike.txt"_s));
    QCOMPARE(story[u"broadsheet:path"].toString(), path(u"talks.txt"_s));
    QCOMPARE(story[u"relation"].toString(), u"similar"_s);
    QCOMPARE(story[u"headline"].toString(), u"Ferry talks fail"_s);
    QCOMPARE(story[u"datePublished"].toString().left(10), u"2009-03-30"_s);
    QVERIFY(story[u"score"].toDouble() > 0.2 && story[u"score"].toDouble() <= 1);
    const QJsonObject reason = story[u"reasons"].toArray().first().toObject();
    QCOMPARE(reason[u"kind"].toString(), u"names"_s);
    QVERIFY(reason[u"text"].toString().contains(u"Mara Lindqvist"_s));
}

void tst_Related::printsEachArticlesStories()
{
    const auto found = objects({path(u"strike.txt"_s), path(u"owls.txt"_s), path(u"talks.txt"_s)});

    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0)[u"broadsheet:of"].toString(), path(u"strike.txt"_s));
    QCOMPARE(found.at(1)[u"broadsheet:of"].toString(), path(u"talks.txt"_s));
    QCOMPARE(found.at(1)[u"broadsheet:path"].toString(), path(u"strike.txt"_s));
}

void tst_Related::takesAnArticleOfElsewhere()
{
    QFile file(m_home.filePath(u"elsewhere.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Crews of ferries wait\n\nThe ferry crews in Port Ellery wait in harbour for their "
               "pay, said Mara Lindqvist.\n");
    file.close();

    const auto found = objects({file.fileName()});

    QCOMPARE(found.size(), 2);
    QCOMPARE(found.first()[u"broadsheet:of"].toString(), file.fileName());
}

void tst_Related::takesTheNumberOfAnArticle()
{
    QStringList of;
    for (const QJsonObject &story : objects({u"1"_s, u"2"_s, u"3"_s}))
        of.append(story[u"broadsheet:of"].toString());
    of.sort();

    QCOMPARE(of, (QStringList{path(u"strike.txt"_s), path(u"talks.txt"_s)}));
    QCOMPARE(run(u"related"_s, {u"99"_s}).status, 1);
}

void tst_Related::printsAsManyAsAreAskedFor()
{
    QCOMPARE(objects({u"-n"_s, u"1"_s, path(u"strike.txt"_s)}).size(), 1);
    const auto all = objects({u"-n"_s, u"100"_s, path(u"strike.txt"_s)});

    QVERIFY(all.size() >= 1);
    for (qsizetype i = 1; i < all.size(); ++i)
        QVERIFY(all.at(i)[u"score"].toDouble() <= all.at(i - 1)[u"score"].toDouble());
}

void tst_Related::printsForPeople()
{
    const QByteArray text = run(u"related"_s, {path(u"strike.txt"_s)}).output;

    QVERIFY(text.startsWith("Ferry talks fail\n  similar | 0."));
    QVERIFY(text.contains("Mara Lindqvist"));
    QVERIFY(text.contains(path(u"talks.txt"_s).toUtf8()));
    QCOMPARE(text.count('\n'), 2);
}

void tst_Related::namesWhatCannotBeReadAndGoesOn()
{
    const Ended ended = run(u"related"_s, {u"/no/such/file.txt"_s, path(u"talks.txt"_s)});

    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.errors,
             QByteArray("broadsheet-cli: /no/such/file.txt: there is no such file\n"));
    QVERIFY(ended.output.contains("Ferry crews walk out"));
}

void tst_Related::answersWithoutALibrary()
{
    const Ended ended = run(u"related"_s, {path(u"talks.txt"_s)}, u"nothing"_s);

    QCOMPARE(ended.status, 0);
    QVERIFY(ended.output.isEmpty() && ended.errors.isEmpty());
    QVERIFY(!QFile::exists(m_home.filePath(u"nothing"_s)));
}

void tst_Related::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("no article") << QStringList{};
    QTest::newRow("no number") << QStringList{u"-n"_s};
    QTest::newRow("no stories") << QStringList{u"-n"_s, u"0"_s, u"a.txt"_s};
    QTest::newRow("not a number") << QStringList{u"-n"_s, u"x"_s, u"a.txt"_s};
    QTest::newRow("unknown") << QStringList{u"--best"_s, u"a.txt"_s};
}

void tst_Related::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);

    const Ended ended = run(u"related"_s, arguments);

    QCOMPARE(ended.status, 2);
    QVERIFY(ended.errors.contains("Usage:"));
    QVERIFY(ended.output.isEmpty());
}

void tst_Related::saysHowItIsUsed()
{
    const Ended ended = run(u"related"_s, {u"--help"_s});

    QCOMPARE(ended.status, 0);
    QVERIFY(ended.output.startsWith("Usage: broadsheet-cli"));
}

QTEST_GUILESS_MAIN(tst_Related)
#include "tst_related.moc"
