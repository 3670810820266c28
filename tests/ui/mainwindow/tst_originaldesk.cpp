#include "ui/mainwindow/originaldesk.h"

#include "app/library/library.h"
#include "app/session/librarysession.h"
#include "tests/support/fakepane.h"
#include "ui/mainwindow/currentarticle.h"
#include "ui/mainwindow/windowactions.h"

#include <QFile>
#include <QMainWindow>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_OriginalDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsThePageAndTheArticleInTurn();
    void givesWayToAnotherArticle();
    void anAnswerThatComesTooLateIsNotShown();
    void saysWhenThePageHasGone();

private:
    Article saved(const QString &name)
    {
        QFile file(m_home->filePath(name));
        if (!file.open(QIODevice::WriteOnly)
            || file.write("<!DOCTYPE html><h1>" + name.toUtf8() + "</h1>") < 0)
            qFatal("cannot write into the test's own folder");
        Article article;
        article.headline = name;
        article.path = file.fileName();
        article.encodingFormat = u"text/html"_s;
        return article;
    }

    QAction *toggle() const { return m_actions->originalPage; }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<LibrarySession> m_session;
    std::unique_ptr<FakePane> m_pane;
    std::unique_ptr<CurrentArticle> m_current;
    std::unique_ptr<QMainWindow> m_window;
    WindowActions *m_actions = nullptr;
    OriginalDesk *m_desk = nullptr;
};

void tst_OriginalDesk::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(m_home->filePath(u"library"_s));
    m_session = std::make_unique<LibrarySession>(*m_library);
    m_pane = std::make_unique<FakePane>();
    m_current = std::make_unique<CurrentArticle>(*m_session);
    m_current->setPane(m_pane.get());
    m_window = std::make_unique<QMainWindow>();
    m_actions = new WindowActions(m_window.get());
    m_desk = new OriginalDesk(*m_session, *m_current, *m_actions, m_window.get());
}

void tst_OriginalDesk::cleanup()
{
    m_window.reset();
    m_current.reset();
    m_pane.reset();
    m_session.reset();
    m_library.reset();
    m_home.reset();
}

void tst_OriginalDesk::showsThePageAndTheArticleInTurn()
{
    m_current->present(saved(u"Ferry.html"_s));
    toggle()->trigger();
    QTRY_COMPARE(m_pane->originals.size(), 1);
    QVERIFY(m_pane->originals.first().contains(u"<h1>Ferry.html</h1>"_s));
    toggle()->trigger();
    QCOMPARE(m_pane->shown, (QStringList{u"Ferry.html"_s, u"Ferry.html"_s}));
    QVERIFY(!toggle()->isChecked());
}

void tst_OriginalDesk::givesWayToAnotherArticle()
{
    m_current->present(saved(u"Ferry.html"_s));
    toggle()->trigger();
    QTRY_COMPARE(m_pane->originals.size(), 1);
    m_current->present(saved(u"Bridge.html"_s));
    QVERIFY(!toggle()->isChecked());
    QCOMPARE(m_pane->shown.last(), u"Bridge.html"_s);
}

void tst_OriginalDesk::anAnswerThatComesTooLateIsNotShown()
{
    m_current->present(saved(u"Ferry.html"_s));
    toggle()->trigger(); // reads
    m_current->present(saved(u"Bridge.html"_s));
    toggle()->trigger();
    QTRY_COMPARE(m_pane->originals.size(), 1);
    QVERIFY(m_pane->originals.first().contains(u"<h1>Bridge.html</h1>"_s));
}

void tst_OriginalDesk::saysWhenThePageHasGone()
{
    const Article ferry = saved(u"Ferry.html"_s);
    m_current->present(ferry);
    QVERIFY(QFile::remove(ferry.path));
    QSignalSpy failed(m_desk, &OriginalDesk::failed);
    toggle()->trigger();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::NotFound);
    QVERIFY(!toggle()->isChecked());
    QCOMPARE(m_pane->shown.size(), 1); // the article stays
}

QTEST_MAIN(tst_OriginalDesk)
#include "tst_originaldesk.moc"
