// The program as it is installed, driven from outside: keys are typed into its window, and what it
// does is seen by its title, its picture on the screen, its files and its exit status.
#include "tests/support/programsession.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

// What a program said, but not what the engine says where tests run without its sandbox.
QStringList complaintsOf(const Outcome &outcome)
{
    QStringList lines = outcome.errors.split(u'\n', Qt::SkipEmptyParts);
    lines.removeAll(u"Sandboxing disabled by user."_s);
    return lines;
}

// Every name, date and byte below a folder.
QByteArray stateOf(const QString &folder)
{
    QStringList entries;
    QDirIterator each(folder, QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo info = each.nextFileInfo();
        QByteArray bytes;
        QFile file(info.filePath());
        if (info.isFile() && file.open(QIODevice::ReadOnly))
            bytes = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex();
        entries += info.filePath() + u' ' + info.lastModified().toString(Qt::ISODateWithMs) + u' '
            + QString::fromLatin1(bytes);
    }
    entries.sort();
    return entries.join(u'\n').toUtf8();
}

void copyFolder(const QString &from, const QString &to)
{
    QVERIFY(QDir().mkpath(to));
    QDirIterator each(from, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        const QString target = to + u'/' + QDir(from).relativeFilePath(path);
        QVERIFY(QDir().mkpath(QFileInfo(target).path()));
        QVERIFY(QFile::copy(path, target));
    }
}

int countOf(const QImage &picture, const std::function<bool(QColor)> &counts)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            count += counts(picture.pixelColor(x, y)) ? 1 : 0;
    }
    return count;
}

int lightOf(const QImage &picture)
{
    return countOf(picture, [](QColor colour) { return colour.lightness() > 190; });
}

int darkOf(const QImage &picture)
{
    return countOf(picture, [](QColor colour) { return colour.lightness() < 90; });
}

bool isInkOnGround(int ink, int ground, const QImage &picture)
{
    const int all = picture.width() * picture.height();
    return ground > all / 2 && ink > all / 200;
}

bool isDarkOnLight(const QImage &picture)
{
    return isInkOnGround(darkOf(picture), lightOf(picture), picture);
}

bool isLightOnDark(const QImage &picture)
{
    return isInkOnGround(lightOf(picture), darkOf(picture), picture);
}

} // namespace

class tst_Program final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsASampleAndItsFolder();
    void walksByKeyboard();
    void marksWhatIsFound();
    void followsADarkDesktop();
    void goesOnAfterABadFile_data();
    void goesOnAfterABadFile();
    void opensLaterFilesInTheSameWindow();
    void isNotStoppedByACrashedOne();
    void bringsBackWhatWasOpenAfterACrash();
    void goesOnWithoutItsRenderer();
    void searchesAndTagsByKeyboard();
    void choosesAFolderInTheTree();
    void writesAPdfWithoutAWindow();
    void tellsByItsExitStatus();

private:
    QString program(const QString &name = u"broadsheet"_s) const
    {
        return m_prefix.filePath(u"bin/"_s + name);
    }
    QString news(const QString &name) const { return m_news->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    void writeTwoStories() const;
    Outcome ask(const QStringList &arguments) const
    {
        return run(program(), arguments, m_environment);
    }

    QTemporaryDir m_prefix; // where it is installed
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_news;
    QProcessEnvironment m_environment;
};

void tst_Program::initTestCase()
{
    const QString build = QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/.."_s);
    const Outcome installed = run(u"cmake"_s,
                                  {u"--install"_s, build, u"--prefix"_s, m_prefix.path()});
    QVERIFY2(installed.status == 0, qPrintable(installed.errors));
    QVERIFY(QFileInfo(program()).isExecutable());
}

void tst_Program::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    m_news = std::make_unique<QTemporaryDir>();
    m_environment = environmentAt(m_home->path());
}

void tst_Program::cleanup()
{
    m_news.reset();
    m_home.reset();
}

void tst_Program::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(news(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

// With two, a key that goes to the next one does so once, however often it is pressed.
void tst_Program::writeTwoStories() const
{
    write(u"new.txt"_s, storyOf("Ferry stays in port", "2031-05-02"));
    write(u"old.txt"_s, storyOf("Storm on its way", "2031-05-01"));
}

void tst_Program::showsASampleAndItsFolder()
{
    copyFolder(QStringLiteral(SOURCE_ROOT "/resources/samples"), m_news->path());
    const QByteArray before = stateOf(m_news->path());

    Session session(program(), {news(u"bridge-closed.txt"_s)}, m_environment);
    QVERIFY(session.waitForWindow());
    QVERIFY(session.waitForTitle(u"Cracks close Carrow Bridge"_s));
    QVERIFY(QTest::qWaitFor([&] { return isDarkOnLight(session.picture()); }, patience));
    QVERIFY(session.pressUntil(
        u"k"_s, [&] { return !session.title().startsWith(u"Cracks close Carrow Bridge"_s); }));

    QVERIFY(session.title().endsWith(u"Broadsheet"_s));
    QVERIFY(QTest::qWaitFor([&] { return isDarkOnLight(session.picture()); }, patience));
    QCOMPARE(session.statusAfter(u"ctrl+q"_s), 0);
    QCOMPARE(stateOf(m_news->path()), before);
}

void tst_Program::walksByKeyboard()
{
    writeTwoStories();
    Session session(program(), {news(u"new.txt"_s)}, m_environment);
    QVERIFY(session.waitForWindow());
    QVERIFY(session.waitForTitle(u"Ferry stays in port"_s));

    QVERIFY(session.pressUntilTitle(u"j"_s, u"Storm on its way"_s));
    QVERIFY(session.pressUntilTitle(u"alt+Left"_s, u"Ferry stays in port"_s));
    QVERIFY(session.pressUntilTitle(u"Down"_s, u"Storm on its way"_s));
    QVERIFY(session.pressUntilTitle(u"k"_s, u"Ferry stays in port"_s));

    // One page on, and not yet the next article.
    QVERIFY(QTest::qWaitFor([&] { return isDarkOnLight(session.picture()); }, patience));
    const QImage top = session.picture();
    QVERIFY(session.pressUntil(u"space"_s, [&] { return session.picture() != top; }));
    QVERIFY(session.title().startsWith(u"Ferry stays in port"_s));
    QVERIFY(session.pressUntilTitle(u"space"_s, u"Storm on its way"_s));
    QCOMPARE(session.statusAfter(u"ctrl+w"_s), 0);
}

void tst_Program::marksWhatIsFound()
{
    writeTwoStories();
    Session session(program(), {news(u"new.txt"_s)}, m_environment);
    QVERIFY(session.waitForWindow());
    QVERIFY(session.waitForTitle(u"Ferry stays in port"_s));
    QVERIFY(QTest::qWaitFor([&] { return isDarkOnLight(session.picture()); }, patience));
    // As the engine paints them: all hits yellow, the current one orange.
    const auto marks = [&] {
        return countOf(session.picture(), [](QColor colour) {
            return colour.red() > 240 && colour.green() > 130 && colour.blue() < 70;
        });
    };
    QCOMPARE(marks(), 0);

    session.press({u"ctrl+f"_s, u"s"_s, u"t"_s, u"o"_s, u"r"_s, u"m"_s});
    QVERIFY(QTest::qWaitFor([&] { return marks() > 500; }, patience));
    session.press({u"Escape"_s});

    QVERIFY(QTest::qWaitFor([&] { return marks() == 0; }, patience));
    QCOMPARE(session.statusAfter(u"ctrl+q"_s), 0);
}

// A desktop's colours as Qt itself reads them, with nothing of that desktop installed.
void tst_Program::followsADarkDesktop()
{
    writeTwoStories();
    QFile colours(m_home->filePath(u"config_home/kdeglobals"_s));
    QVERIFY(colours.open(QIODevice::WriteOnly));
    for (const char *group : {"Window", "View", "Button", "Selection", "Tooltip"}) {
        colours.write(QByteArray("[Colors:") + group
                      + "]\nBackgroundNormal=35,38,41\nForegroundNormal=239,240,241\n");
    }
    colours.close();
    m_environment.insert(u"QT_QPA_PLATFORMTHEME"_s, u"kde"_s);
    m_environment.insert(u"KDE_SESSION_VERSION"_s, u"5"_s);

    Session session(program(), {news(u"new.txt"_s)}, m_environment);
    QVERIFY(session.waitForWindow());

    QVERIFY(session.waitForTitle(u"Ferry stays in port"_s));
    QVERIFY(QTest::qWaitFor([&] { return isLightOnDark(session.picture()); }, patience));
    QCOMPARE(session.statusAfter(u"ctrl+q"_s), 0);
}

void tst_Program::goesOnAfterABadFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("empty") << u"empty.txt"_s << u"“empty.txt” is empty."_s;
    QTest::newRow("binary") << u"binary.txt"_s << u"“binary.txt” is not a text"_s;
    QTest::newRow("gone") << u"gone.txt"_s << u"“gone.txt” is not there"_s;
    QTest::newRow("link") << u"link.txt"_s << u"“link.txt” is not there"_s;
    QTest::newRow("fifo") << u"fifo.txt"_s << u"“fifo.txt” is not a file"_s;
}

void tst_Program::goesOnAfterABadFile()
{
    QFETCH(QString, name);
    QFETCH(QString, sentence);
    writeTwoStories();
    write(u"empty.txt"_s, {});
    write(u"binary.txt"_s,
          QByteArray("\x7f"
                     "ELF\x02\x01\x01\0\0\0\0\0\xff\xfe\0\x01",
                     16)
              .repeated(64));
    QVERIFY(QFile::link(u"nowhere"_s, news(u"link.txt"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(news(u"fifo.txt"_s)).constData(), 0600), 0);
    const QByteArray before = stateOf(m_news->path());

    const Outcome pdf = ask({u"--pdf"_s, m_home->filePath(u"out.pdf"_s), news(name)});
    Session session(program(), {news(name)}, m_environment);
    QVERIFY(session.waitForWindow());
    QVERIFY(session.pressUntilTitle(u"j"_s, u"Storm on its way"_s)); // the last in the list
    QCOMPARE(session.statusAfter(u"ctrl+q"_s), 0);

    QCOMPARE(pdf.status, 1);
    QCOMPARE(complaintsOf(pdf).size(), 1);
    QVERIFY2(complaintsOf(pdf).first().startsWith(u"broadsheet: "_s + sentence),
             qPrintable(pdf.errors));
    QVERIFY(!QFileInfo::exists(m_home->filePath(u"out.pdf"_s)));
    QCOMPARE(stateOf(m_news->path()), before);
}

void tst_Program::opensLaterFilesInTheSameWindow()
{
    writeTwoStories();
    Session session(program(), {news(u"new.txt"_s)}, m_environment);
    QVERIFY(session.waitForWindow());
    QVERIFY(session.waitForTitle(u"Ferry stays in port"_s));

    const Outcome second = ask({news(u"old.txt"_s)});
    QCOMPARE(second.status, 0);
    QCOMPARE(second.errors, QString()); // it did not so much as start the engine
    QVERIFY(session.waitForTitle(u"Storm on its way"_s));
    QCOMPARE(session.titles().size(), 1);

    QCOMPARE(ask({u"--new-window"_s, news(u"new.txt"_s)}).status, 0);
    QVERIFY(QTest::qWaitFor(
        [&] {
            QStringList titles = session.titles();
            titles.sort();
            return titles.size() == 2 && titles.first().startsWith(u"Ferry stays in port"_s)
                && titles.last().startsWith(u"Storm on its way"_s);
        },
        patience));

    // When the newest has been closed, the other one goes on.
    QCOMPARE(session.closeWindowCalled(u"Ferry stays in port"_s), true);
    QVERIFY(QTest::qWaitFor([&] { return session.titles().size() == 1; }, patience));
    QCOMPARE(ask({news(u"new.txt"_s)}).status, 0);
    QVERIFY(QTest::qWaitFor(
        [&] { return session.titles().value(0).startsWith(u"Ferry stays in port"_s); }, patience));
    QCOMPARE(session.titles().size(), 1);

    // Another library is another program.
    QTemporaryDir other;
    Session apart(program(), {u"--library"_s, other.path(), news(u"old.txt"_s)}, m_environment);
    QVERIFY(apart.waitForWindow());
}

void tst_Program::isNotStoppedByACrashedOne()
{
    writeTwoStories();
    {
        Session crashed(program(), {news(u"new.txt"_s)}, m_environment);
        QVERIFY(crashed.waitForWindow());
        crashed.kill();
    }
    Session session(program(), {news(u"old.txt"_s)}, m_environment);
    QVERIFY(session.waitForWindow());
    QVERIFY(session.waitForTitle(u"Storm on its way"_s));
    QCOMPARE(ask({news(u"new.txt"_s)}).status, 0); // and it listens in its turn
    QVERIFY(session.waitForTitle(u"Ferry stays in port"_s));
}

void tst_Program::bringsBackWhatWasOpenAfterACrash()
{
    writeTwoStories();
    {
        Session crashed(program(), {news(u"new.txt"_s)}, m_environment);
        QVERIFY(crashed.waitForWindow());
        QVERIFY(crashed.waitForTitle(u"Ferry stays in port"_s));
        QVERIFY(crashed.pressUntilTitle(u"j"_s, u"Storm on its way"_s));
        const QString record = m_environment.value(u"XDG_DATA_HOME"_s)
            + u"/broadsheet/session.json"_s;
        QVERIFY(QTest::qWaitFor(
            [&] {
                QFile file(record);
                return file.open(QIODevice::ReadOnly) && file.readAll().contains("old.txt");
            },
            patience));
        crashed.kill();
    }
    {
        Session session(program(), {}, m_environment);
        QVERIFY(session.waitForWindow());
        QVERIFY(session.waitForTitle(u"Storm on its way"_s));
        QCOMPARE(session.statusAfter(u"ctrl+q"_s), 0);
    }
    Session next(program(), {}, m_environment);
    QVERIFY(next.waitForWindow());
    QCOMPARE(next.title(), u"Broadsheet"_s); // that one ended as it should
}

void tst_Program::goesOnWithoutItsRenderer()
{
    writeTwoStories();
    Session session(program(), {news(u"new.txt"_s)}, m_environment);
    QVERIFY(session.waitForWindow());
    QVERIFY(session.waitForTitle(u"Ferry stays in port"_s));
    QVERIFY(QTest::qWaitFor([&] { return isDarkOnLight(session.picture()); }, patience));

    for (int time = 0; time < 2; ++time)
        QVERIFY(QTest::qWaitFor([&] { return session.killRenderers() > 0; }, patience));

    // A warning stands above the article, which can still be read and walked on from.
    const auto amber = [&] {
        return countOf(session.picture(-60), [](QColor colour) {
            return colour.hue() > 25 && colour.hue() < 60 && colour.saturation() > 30;
        });
    };
    QVERIFY(QTest::qWaitFor([&] { return amber() > 2000; }, patience));
    QVERIFY(QTest::qWaitFor([&] { return isDarkOnLight(session.picture()); }, patience));
    QCOMPARE(session.killRenderers(), 0);
    QVERIFY(session.pressUntilTitle(u"j"_s, u"Storm on its way"_s));
    QCOMPARE(session.statusAfter(u"ctrl+q"_s), 0);
}

void tst_Program::searchesAndTagsByKeyboard()
{
    writeTwoStories();
    Session session(program(), {news(u"new.txt"_s)}, m_environment);
    QVERIFY(session.waitForWindow());
    QVERIFY(session.waitForTitle(u"Ferry stays in port"_s));
    const auto answer = [&](const QString &query) {
        return run(program(u"broadsheet-cli"_s), {u"search"_s, query}, m_environment).output;
    };
    QVERIFY(QTest::qWaitFor([&] { return answer(u"ferry"_s).contains(u"new.txt"_s); }, patience));

    session.press({u"ctrl+k"_s});
    session.press({u"w"_s, u"a"_s, u"y"_s, u"Return"_s}); // "Storm on its way"
    QVERIFY(session.pressUntilTitle(u"Down"_s, u"Storm on its way"_s));
    session.press({u"t"_s});
    session.press({u"i"_s, u"c"_s, u"e"_s, u"Return"_s});

    QVERIFY(QTest::qWaitFor([&] { return answer(u"tag:ice"_s).contains(u"old.txt"_s); }, patience));
    QVERIFY(!answer(u"tag:ice"_s).contains(u"new.txt"_s));
}

void tst_Program::choosesAFolderInTheTree()
{
    for (const auto &[folder, headline, day] :
         {std::tuple("north", "Ferry stays in port", "2031-05-02"),
          std::tuple("south", "Storm on its way", "2031-05-01")}) {
        QVERIFY(QDir(m_news->path()).mkdir(QString::fromLatin1(folder)));
        write(QString::fromLatin1(folder) + u"/story.txt"_s, storyOf(headline, day));
    }
    run(program(u"broadsheet-cli"_s), {u"add"_s, news(u"north"_s), news(u"south"_s)},
        m_environment);
    Session session(program(), {}, m_environment);
    QVERIFY(session.waitForWindow());
    QVERIFY(session.pressUntilTitle(u"End"_s, u"Storm on its way"_s)); // of all
    QVERIFY(session.pressUntilTitle(u"Home"_s, u"Ferry stays in port"_s));
    const auto goTo = [&](const QString &row) { // and back to the list
        for (const QString &key : {u"shift+F6"_s, row, u"F6"_s})
            session.press({key});
    };
    goTo(u"End"_s);
    QVERIFY(session.pressUntilTitle(u"Home"_s, u"Storm on its way"_s));
    goTo(u"Home"_s);
    QVERIFY(session.pressUntilTitle(u"Home"_s, u"Ferry stays in port"_s));
    QCOMPARE(session.statusAfter(u"ctrl+q"_s), 0);
}

void tst_Program::writesAPdfWithoutAWindow()
{
    copyFolder(QStringLiteral(SOURCE_ROOT "/resources/samples"), m_news->path());
    const QByteArray before = stateOf(m_news->path());
    const QString pdf = m_home->filePath(u"out.pdf"_s);

    for (const QString &name : {u"bridge-closed.txt"_s, u"herring-quota.html"_s}) {
        const Outcome printed = ask({u"--pdf"_s, pdf, news(name)});
        QVERIFY2(printed.status == 0, qPrintable(printed.errors));
        const QString text = run(u"pdftotext"_s, {pdf, u"-"_s}).output.simplified();
        const QJsonObject article = QJsonDocument::fromJson(
                                        run(program(u"broadsheet-cli"_s),
                                            {u"show"_s, u"--json"_s, news(name)}, m_environment)
                                            .output.toUtf8())
                                        .object();
        const QString headline = article.value(u"headline"_s).toString();
        const QStringList paragraphs = article.value(u"articleBody"_s)
                                           .toString()
                                           .split(u"\n\n"_s, Qt::SkipEmptyParts);
        QVERIFY(!headline.isEmpty() && paragraphs.size() > 5);
        QVERIFY2(text.contains(headline), qPrintable(headline));
        QVERIFY(text.contains(u"Page 1 of "_s));
        qsizetype at = 0;
        for (const QString &paragraph : paragraphs) {
            const QString words = paragraph.simplified().section(u' ', 0, 3);
            at = text.indexOf(words, at);
            QVERIFY2(at >= 0, qPrintable(words));
        }
    }
    QCOMPARE(stateOf(m_news->path()), before);
}

void tst_Program::tellsByItsExitStatus()
{
    const Outcome help = ask({u"--help"_s});
    QCOMPARE(help.status, 0);
    QVERIFY(help.output.contains(u"--pdf"_s));
    const Outcome version = ask({u"--version"_s});
    QCOMPARE(version.status, 0);
    QVERIFY(version.output.contains(QStringLiteral(BROADSHEET_VERSION)));
    const Outcome unknown = ask({u"--no-such-option"_s});
    QCOMPARE(unknown.status, 2);
    QCOMPARE(complaintsOf(unknown).size(), 1);
    const Outcome nothing = ask({u"--pdf"_s, m_home->filePath(u"out.pdf"_s)});
    QCOMPARE(nothing.status, 2);
}

QTEST_MAIN(tst_Program)
#include "tst_program.moc"
