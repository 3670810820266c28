#include "ui/mainwindow/articlememory.h"

#include "app/library/library.h"
#include "app/session/librarysession.h"
#include "tests/support/fakepane.h"
#include "ui/mainwindow/currentarticle.h"
#include "ui/mainwindow/notepanel.h"
#include "ui/mainwindow/windowactions.h"

#include <QDir>
#include <QFile>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_ArticleMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anArticleComesBackWhereItWasLeft();
    void theTopIsNoPlaceToGoTo();
    void aNoteComesBackWithItsArticle();
    void aNoteIsKeptWhenTheWindowGoes();
    void aNoteWaitsUntilTheLibraryKnowsTheArticle();

private:
    Article named(const QString &name);
    void show(const Article &article);
    void write(const QString &words);
    ReadingState state(ArticleId id);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<LibrarySession> m_session;
    std::unique_ptr<FakePane> m_pane;
    std::unique_ptr<CurrentArticle> m_current;
    std::unique_ptr<QMainWindow> m_window;
    WindowActions *m_actions = nullptr;
    NotePanel *m_note = nullptr;
    QHash<QString, ArticleId> m_ids;
};

void tst_ArticleMemory::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    const QDir folder(m_home->filePath(u"news"_s));
    QVERIFY(folder.mkpath(u"."_s));
    for (const QString &name : {u"ferry"_s, u"bridge"_s}) {
        QFile file(folder.filePath(name + u".txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly)
                && file.write(name.toUtf8() + " opens\n\nThe town came to see it.\n") > 0);
    }
    m_library = std::make_unique<Library>(m_home->filePath(u"library"_s));
    m_session = std::make_unique<LibrarySession>(*m_library);
    QSignalSpy finished(m_session.get(), &LibrarySession::scanFinished);
    m_session->addFolder(folder.path());
    QVERIFY(finished.wait(10000));
    for (const QString &name : {u"ferry"_s, u"bridge"_s}) {
        const auto found = m_session->articlesOfFile(folder.filePath(name + u".txt"_s)).result();
        QCOMPARE(found.size(), 1);
        m_ids[name] = found.first().id;
    }
    m_pane = std::make_unique<FakePane>();
    m_current = std::make_unique<CurrentArticle>(*m_session);
    m_current->setPane(m_pane.get());
    m_window = std::make_unique<QMainWindow>();
    m_actions = new WindowActions(m_window.get());
    m_note = new NotePanel(m_window.get());
    auto *memory = new ArticleMemory(*m_session, *m_current, m_note, *m_actions, m_window.get());
    memory->setPane(m_pane.get());
}

void tst_ArticleMemory::cleanup()
{
    m_window.reset();
    m_current.reset();
    m_pane.reset();
    m_session.reset();
    m_library.reset();
    m_home.reset();
}

Article tst_ArticleMemory::named(const QString &name)
{
    Article article;
    article.headline = name;
    article.path = m_home->filePath(u"news/%1.txt"_s.arg(name));
    article.id = m_ids.value(name);
    return article;
}

// Until its memory has come back too.
void tst_ArticleMemory::show(const Article &article)
{
    QSignalSpy shown(m_current.get(), &CurrentArticle::shown);
    m_current->present(article);
    QVERIFY(shown.wait(10000));
    m_session->readingState(article.id).waitForFinished();
    QCoreApplication::processEvents();
}

void tst_ArticleMemory::write(const QString &words)
{
    m_actions->note->setChecked(true);
    QTest::keyClicks(m_note->findChild<QPlainTextEdit *>(), words);
}

ReadingState tst_ArticleMemory::state(ArticleId id)
{
    return m_session->readingState(id).result().value();
}

void tst_ArticleMemory::anArticleComesBackWhereItWasLeft()
{
    show(named(u"ferry"_s));
    QVERIFY(m_pane->scrolls.isEmpty());
    Q_EMIT m_pane->scrolled(0.25);
    Q_EMIT m_pane->scrolled(0.5);
    show(named(u"bridge"_s));
    QTRY_COMPARE(state(m_ids[u"ferry"_s]).scroll, 0.5);
    QVERIFY(m_pane->scrolls.isEmpty());
    show(named(u"ferry"_s));
    QTRY_COMPARE(m_pane->scrolls, QList<double>{0.5});
}

void tst_ArticleMemory::theTopIsNoPlaceToGoTo()
{
    show(named(u"ferry"_s));
    Q_EMIT m_pane->scrolled(0.001);
    show(named(u"bridge"_s));
    QTRY_COMPARE(state(m_ids[u"ferry"_s]).scroll, 0.001);
    show(named(u"ferry"_s));
    show(named(u"bridge"_s));
    QVERIFY(m_pane->scrolls.isEmpty());
}

void tst_ArticleMemory::aNoteComesBackWithItsArticle()
{
    show(named(u"ferry"_s));
    QVERIFY(!m_actions->note->isChecked());
    write(u"Ask the captain."_s);
    show(named(u"bridge"_s));
    QVERIFY(!m_actions->note->isChecked());
    QVERIFY(m_note->isHidden());
    QCOMPARE(m_note->text(), QString());
    QTRY_COMPARE(state(m_ids[u"ferry"_s]).note, u"Ask the captain."_s);
    show(named(u"ferry"_s));
    QTRY_COMPARE(m_note->text(), u"Ask the captain."_s);
    QVERIFY(m_actions->note->isChecked());
    QVERIFY(!m_note->isHidden());
    QCOMPARE(state(m_ids[u"bridge"_s]).note, QString());
    m_actions->note->setChecked(false); // puts it away, and loses nothing
    QVERIFY(m_note->isHidden());
    QCOMPARE(state(m_ids[u"ferry"_s]).note, u"Ask the captain."_s);
}

void tst_ArticleMemory::aNoteIsKeptWhenTheWindowGoes()
{
    show(named(u"ferry"_s));
    write(u"In haste"_s);
    m_window.reset();
    QTRY_COMPARE(state(m_ids[u"ferry"_s]).note, u"In haste"_s);
}

void tst_ArticleMemory::aNoteWaitsUntilTheLibraryKnowsTheArticle()
{
    Article ferry = named(u"ferry"_s);
    ferry.id = {};
    QSignalSpy shown(m_current.get(), &CurrentArticle::shown);
    m_current->present(ferry);
    QVERIFY(shown.wait(10000));
    write(u"Early"_s);
    m_current->identify(m_ids[u"ferry"_s]);
    QTRY_COMPARE(state(m_ids[u"ferry"_s]).note, u"Early"_s);
    QCOMPARE(m_note->text(), u"Early"_s);
}

QTEST_MAIN(tst_ArticleMemory)
#include "tst_articlememory.moc"
