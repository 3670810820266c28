#include "ui/mainwindow/articlememory.h"

#include "tests/support/readingtable.h"
#include "ui/mainwindow/notepanel.h"
#include "ui/mainwindow/windowactions.h"

#include <QDir>
#include <QFile>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_ArticleMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anArticleComesBackWhereItWasLeft();
    void anotherArticleShownAsideHasNoPlaceInIt();
    void theTopIsNoPlaceToGoTo();
    void aNoteComesBackWithItsArticle();
    void aNoteIsKeptWhenTheWindowGoes();
    void aNoteWaitsUntilTheLibraryKnowsTheArticle();

private:
    Article named(const QString &name);
    void show(const Article &article);
    void write(const QString &words);
    ReadingState state(ArticleId id);

    std::unique_ptr<ReadingTable> m_table;
    std::unique_ptr<QMainWindow> m_window;
    WindowActions *m_actions = nullptr;
    NotePanel *m_note = nullptr;
    QHash<QString, ArticleId> m_ids;
};

void tst_ArticleMemory::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_table = std::make_unique<ReadingTable>();
    const QDir folder(m_table->filePath(u"news"_s));
    QVERIFY(folder.mkpath(u"."_s));
    for (const QString &name : {u"ferry"_s, u"bridge"_s}) {
        QFile file(folder.filePath(name + u".txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly)
                && file.write(name.toUtf8() + " opens\n\nThe town came to see it.\n") > 0);
    }
    QSignalSpy finished(&m_table->session, &LibrarySession::scanFinished);
    m_table->session.addFolder(folder.path());
    QVERIFY(finished.wait(10000));
    for (const QString &name : {u"ferry"_s, u"bridge"_s}) {
        const auto found = m_table->session.articlesOfFile(folder.filePath(name + u".txt"_s))
                               .result();
        QCOMPARE(found.size(), 1);
        m_ids[name] = found.first().id;
    }
    m_window = std::make_unique<QMainWindow>();
    m_actions = new WindowActions(m_window.get());
    m_note = new NotePanel(m_window.get());
    auto *memory = new ArticleMemory(m_table->session, m_table->current, m_note, *m_actions,
                                     m_window.get());
    memory->setPane(&m_table->pane);
}

void tst_ArticleMemory::cleanup()
{
    m_window.reset();
    m_table.reset();
}

Article tst_ArticleMemory::named(const QString &name)
{
    Article article;
    article.headline = name;
    article.path = m_table->filePath(u"news/%1.txt"_s.arg(name));
    article.id = m_ids.value(name);
    return article;
}

// Until its memory has come back too.
void tst_ArticleMemory::show(const Article &article)
{
    QSignalSpy shown(&m_table->current, &CurrentArticle::shown);
    m_table->current.present(article);
    QVERIFY(shown.wait(10000));
    m_table->session.readingState(article.id).waitForFinished();
    QCoreApplication::processEvents();
}

void tst_ArticleMemory::write(const QString &words)
{
    m_actions->note->setChecked(true);
    QTest::keyClicks(m_note->findChild<QPlainTextEdit *>(), words);
}

ReadingState tst_ArticleMemory::state(ArticleId id)
{
    return m_table->session.readingState(id).result().value();
}

void tst_ArticleMemory::anArticleComesBackWhereItWasLeft()
{
    show(named(u"ferry"_s));
    QVERIFY(m_table->pane.scrolls.isEmpty());
    Q_EMIT m_table->pane.scrolled(0.25);
    Q_EMIT m_table->pane.scrolled(0.5);
    show(named(u"bridge"_s));
    QTRY_COMPARE(state(m_ids[u"ferry"_s]).scroll, 0.5);
    QVERIFY(m_table->pane.scrolls.isEmpty());
    show(named(u"ferry"_s));
    QTRY_COMPARE(m_table->pane.scrolls, QList<double>{0.5});
}

void tst_ArticleMemory::anotherArticleShownAsideHasNoPlaceInIt()
{
    show(named(u"ferry"_s));
    Q_EMIT m_table->pane.scrolled(0.5);
    m_table->current.showAside(named(u"bridge"_s));
    Q_EMIT m_table->pane.scrolled(0); // on the way
    QSignalSpy shown(&m_table->current, &CurrentArticle::shown);
    QVERIFY(shown.wait(10000));
    Q_EMIT m_table->pane.scrolled(0.9);
    QVERIFY(m_table->current.leaveAside());
    QVERIFY(shown.wait(10000));
    QCOMPARE(m_table->pane.scrolls, QList<double>{0.5});
    show(named(u"bridge"_s));
    QTRY_COMPARE(state(m_ids[u"ferry"_s]).scroll, 0.5);
    QCOMPARE(state(m_ids[u"bridge"_s]).scroll, 0.0);
}

void tst_ArticleMemory::theTopIsNoPlaceToGoTo()
{
    show(named(u"ferry"_s));
    Q_EMIT m_table->pane.scrolled(0.001);
    show(named(u"bridge"_s));
    QTRY_COMPARE(state(m_ids[u"ferry"_s]).scroll, 0.001);
    show(named(u"ferry"_s));
    show(named(u"bridge"_s));
    QVERIFY(m_table->pane.scrolls.isEmpty());
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
    QSignalSpy shown(&m_table->current, &CurrentArticle::shown);
    m_table->current.present(ferry);
    QVERIFY(shown.wait(10000));
    write(u"Early"_s);
    m_table->current.identify(m_ids[u"ferry"_s]);
    QTRY_COMPARE(state(m_ids[u"ferry"_s]).note, u"Early"_s);
    QCOMPARE(m_note->text(), u"Early"_s);
}

QTEST_MAIN(tst_ArticleMemory)
#include "tst_articlememory.moc"
