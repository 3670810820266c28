#include "ui/mainwindow/currentarticle.h"

#include "tests/support/readingtable.h"

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
    void saysWhenAnArticleIsLongInComing();

private:
    static Article called(const QString &headline)
    {
        Article article;
        article.headline = headline;
        return article;
    }

    std::unique_ptr<ReadingTable> m_table;
};

void tst_CurrentArticle::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_table = std::make_unique<ReadingTable>();
}

void tst_CurrentArticle::cleanup()
{
    m_table.reset();
}

void tst_CurrentArticle::hasNothingOnTheScreenAtFirst()
{
    QVERIFY(!m_table->current.article());
    QVERIFY(!m_table->current.onScreen());
    QVERIFY(!m_table->current.leaveAside());
}

void tst_CurrentArticle::showsOneAsideAndComesBack()
{
    QSignalSpy left(&m_table->current, &CurrentArticle::asideLeft);
    m_table->current.present(called(u"Ferries"_s));

    m_table->current.showAside(called(u"Ferries, compared"_s));

    QCOMPARE(m_table->current.article()->headline, u"Ferries"_s);
    QCOMPARE(m_table->current.onScreen()->headline,
             u"Ferries, compared"_s); // that is what is printed
    QCOMPARE(m_table->pane.shown.last(), u"Ferries, compared"_s);
    m_table->current.goBack();
    QCOMPARE(m_table->current.onScreen()->headline, u"Ferries"_s);
    QCOMPARE(m_table->pane.shown.last(), u"Ferries"_s);
    QCOMPARE(left.count(), 1);
}

void tst_CurrentArticle::leavesTheOneAsideForAnother()
{
    QSignalSpy left(&m_table->current, &CurrentArticle::asideLeft);
    m_table->current.present(called(u"Ferries"_s));
    m_table->current.showAside(called(u"Ferries, compared"_s));

    m_table->current.present(called(u"Owls"_s));

    QCOMPARE(m_table->current.onScreen()->headline, u"Owls"_s);
    QCOMPARE(left.count(), 1);
    QVERIFY(!m_table->current.leaveAside());
}

// Of 20 MB, which no disk reads within a millisecond.
void tst_CurrentArticle::saysWhenAnArticleIsLongInComing()
{
    const QTemporaryDir folder;
    QFile large(folder.filePath(u"large.txt"_s));
    QVERIFY(large.open(QIODevice::WriteOnly));
    large.write(QByteArray("Council puts the matter off\n\n")
                + QByteArray("The harbour office has not answered yet.\n\n").repeated(480'000));
    large.close();
    CurrentArticle current(m_table->session, nullptr, 1);
    QSignalSpy waiting(&current, &CurrentArticle::waiting);
    QSignalSpy changed(&current, &CurrentArticle::changed);

    current.goTo({{}, large.fileName(), {}});

    QVERIFY(changed.wait(60'000));
    QCOMPARE(waiting.size(), 2);
    QCOMPARE(waiting.first().first().toBool(), true);
    QCOMPARE(waiting.last().first().toBool(), false);

    CurrentArticle patient(m_table->session);
    QSignalSpy notWaiting(&patient, &CurrentArticle::waiting);
    QSignalSpy presented(&patient, &CurrentArticle::changed);
    patient.present(called(u"Ferries"_s));
    QCOMPARE(presented.size(), 1);
    QCOMPARE(notWaiting.size(), 0);
}

QTEST_MAIN(tst_CurrentArticle)
#include "tst_currentarticle.moc"
