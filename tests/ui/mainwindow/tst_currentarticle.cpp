#include "ui/mainwindow/currentarticle.h"

#include "app/library/library.h"
#include "app/session/librarysession.h"
#include "tests/support/fakepane.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_CurrentArticle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hasNothingOnTheScreenAtFirst();
    void showsOneAsideAndComesBack();
    void leavesTheOneAsideForAnother();

private:
    static Article called(const QString &headline)
    {
        Article article;
        article.headline = headline;
        return article;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<LibrarySession> m_session;
    std::unique_ptr<FakePane> m_pane;
    std::unique_ptr<CurrentArticle> m_current;
};

void tst_CurrentArticle::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(m_home->filePath(u"library"_s));
    m_session = std::make_unique<LibrarySession>(*m_library);
    m_pane = std::make_unique<FakePane>();
    m_current = std::make_unique<CurrentArticle>(*m_session);
    m_current->setPane(m_pane.get());
}

void tst_CurrentArticle::cleanup()
{
    m_current.reset();
    m_pane.reset();
    m_session.reset();
    m_library.reset();
}

void tst_CurrentArticle::hasNothingOnTheScreenAtFirst()
{
    QVERIFY(!m_current->article());
    QVERIFY(!m_current->onScreen());
    QVERIFY(!m_current->leaveAside());
}

void tst_CurrentArticle::showsOneAsideAndComesBack()
{
    QSignalSpy left(m_current.get(), &CurrentArticle::asideLeft);
    m_current->present(called(u"Ferries"_s));

    m_current->showAside(called(u"Ferries, compared"_s));

    QCOMPARE(m_current->article()->headline, u"Ferries"_s);
    QCOMPARE(m_current->onScreen()->headline, u"Ferries, compared"_s); // that is what is printed
    QCOMPARE(m_pane->shown.last(), u"Ferries, compared"_s);
    m_current->goBack();
    QCOMPARE(m_current->onScreen()->headline, u"Ferries"_s);
    QCOMPARE(m_pane->shown.last(), u"Ferries"_s);
    QCOMPARE(left.count(), 1);
}

void tst_CurrentArticle::leavesTheOneAsideForAnother()
{
    QSignalSpy left(m_current.get(), &CurrentArticle::asideLeft);
    m_current->present(called(u"Ferries"_s));
    m_current->showAside(called(u"Ferries, compared"_s));

    m_current->present(called(u"Owls"_s));

    QCOMPARE(m_current->onScreen()->headline, u"Owls"_s);
    QCOMPARE(left.count(), 1);
    QVERIFY(!m_current->leaveAside());
}

QTEST_MAIN(tst_CurrentArticle)
#include "tst_currentarticle.moc"
