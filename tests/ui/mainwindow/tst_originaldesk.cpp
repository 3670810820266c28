#include "ui/mainwindow/originaldesk.h"

#include "tests/support/readingtable.h"
#include "ui/mainwindow/windowactions.h"

#include <QFile>
#include <QMainWindow>
#include <QRegularExpression>
#include <QSignalSpy>
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
        QFile file(m_table->filePath(name));
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

    std::unique_ptr<ReadingTable> m_table;
    std::unique_ptr<QMainWindow> m_window;
    WindowActions *m_actions = nullptr;
    OriginalDesk *m_desk = nullptr;
};

void tst_OriginalDesk::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_table = std::make_unique<ReadingTable>();
    m_window = std::make_unique<QMainWindow>();
    m_actions = new WindowActions(m_window.get());
    m_desk = new OriginalDesk(m_table->session, m_table->current, *m_actions, m_window.get());
}

void tst_OriginalDesk::cleanup()
{
    m_window.reset();
    m_table.reset();
}

void tst_OriginalDesk::showsThePageAndTheArticleInTurn()
{
    m_table->current.present(saved(u"Ferry.html"_s));
    toggle()->trigger();
    QTRY_COMPARE(m_table->pane.originals.size(), 1);
    QVERIFY(m_table->pane.originals.first().contains(u"<h1>Ferry.html</h1>"_s));
    toggle()->trigger();
    QCOMPARE(m_table->pane.shown, (QStringList{u"Ferry.html"_s, u"Ferry.html"_s}));
    QVERIFY(!toggle()->isChecked());
}

void tst_OriginalDesk::givesWayToAnotherArticle()
{
    m_table->current.present(saved(u"Ferry.html"_s));
    toggle()->trigger();
    QTRY_COMPARE(m_table->pane.originals.size(), 1);
    m_table->current.present(saved(u"Bridge.html"_s));
    QVERIFY(!toggle()->isChecked());
    QCOMPARE(m_table->pane.shown.last(), u"Bridge.html"_s);
}

void tst_OriginalDesk::anAnswerThatComesTooLateIsNotShown()
{
    m_table->current.present(saved(u"Ferry.html"_s));
    toggle()->trigger(); // reads
    m_table->current.present(saved(u"Bridge.html"_s));
    toggle()->trigger();
    QTRY_COMPARE(m_table->pane.originals.size(), 1);
    QVERIFY(m_table->pane.originals.first().contains(u"<h1>Bridge.html</h1>"_s));
}

void tst_OriginalDesk::saysWhenThePageHasGone()
{
    const Article ferry = saved(u"Ferry.html"_s);
    m_table->current.present(ferry);
    QVERIFY(QFile::remove(ferry.path));
    QSignalSpy failed(m_desk, &OriginalDesk::failed);
    toggle()->trigger();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::NotFound);
    QVERIFY(!toggle()->isChecked());
    QCOMPARE(m_table->pane.shown.size(), 1); // the article stays
}

QTEST_MAIN(tst_OriginalDesk)
#include "tst_originaldesk.moc"
