#include "tests/support/testwindow.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/rowactions.h"
#include "ui/related/relatedmodel.h"
#include "ui/related/relatedsidebar.h"

#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class tst_RelatedDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatBelongsBesideTheArticle();
    void goesThereAndBackByF8();
    void goesEarlierAndLaterInTheStory();
    void listsTheStory();
    void comparesTwoVersionsAndComesBack();
    void closesAComparisonByItsButton();
    void dismissesAStoryAndTakesItBack();
    void marksAnArticleOfTheListAsRelated();
    void asksForANewWindow();

private:
    RelatedSidebar *sidebar() const { return w->window()->findChild<RelatedSidebar *>(); }
    const QAbstractItemModel *rows() const { return sidebar()->list()->model(); }
    QStringList shown() const
    {
        QStringList all;
        for (int row = 0; row < rows()->rowCount(); ++row)
            all.append(rows()->index(row, 0).data().toString());
        return all;
    }
    std::optional<ArticleSummary> story(const QString &headline) const
    {
        const auto *model = static_cast<const RelatedModel *>(rows());
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto story = model->storyAt(row);
            if (story && story->headline == headline)
                return story;
        }
        return std::nullopt;
    }

    std::unique_ptr<TestWindow> w;
};

void tst_RelatedDesk::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    w = std::make_unique<TestWindow>();
    const auto write = [this](const QString &name, const QByteArray &headline,
                              const QByteArray &day, const QByteArray &more) {
        w->write(
            name,
            headline + "\n\nPublished: " + day
                + "\n\nFerry crews in Port Ellery walked out over their pay, and Mara Lindqvist "
                  "of the Seafarers Union said that the ferries would stay in harbour until "
                  "the owners returned to the table.\n\n"
                + more + '\n');
    };
    write(u"strike.txt"_s, "Ferry crews walk out", "2031-05-02",
          "Nobody knew how long that would take.");
    write(u"before.txt"_s, "Crews threaten to walk out", "2031-05-01",
          "The owners had until midnight to answer a letter that was six pages long and that "
          "listed what had gone wrong since the winter, and they had not read it.");
    write(u"after.txt"_s, "Talks fail in Port Ellery", "2031-05-03",
          "Both sides left by different doors after eleven hours, and the arbitrator said that "
          "she would go home and sleep before she said anything else about it.");
    w->write(u"owls.txt"_s,
             "Owls in oil\n\nPublished: 2031-05-02\n\nA museum in Varga shows "
             "paintings of birds, and visitors like them.\n");
    w->open({w->path(u"strike.txt"_s)});
    QTRY_COMPARE(w->listed(), 4);
    QTRY_COMPARE(
        shown(),
        (QStringList{u"This story"_s, u"1–3 May 2031"_s, u"Crews threaten to walk out"_s,
                     u"This article: Ferry crews walk out"_s, u"Talks fail in Port Ellery"_s}));
}

void tst_RelatedDesk::showsWhatBelongsBesideTheArticle()
{
    QTest::mouseClick(sidebar()->list()->viewport(), Qt::LeftButton, {},
                      sidebar()->list()->visualRect(rows()->index(4, 0)).center());

    QTRY_COMPARE(w->lastShown(), u"Talks fail in Port Ellery"_s);
    QTRY_COMPARE(shown().value(4), u"This article: Talks fail in Port Ellery"_s);
}

void tst_RelatedDesk::goesThereAndBackByF8()
{
    QTest::keyClick(w->list(), Qt::Key_F8);
    QTRY_VERIFY(sidebar()->list()->hasFocus());
    QCOMPARE(sidebar()->list()->currentIndex().row(), 2);

    QTest::keyClick(sidebar()->list(), Qt::Key_F8);
    QTRY_VERIFY(!sidebar()->list()->hasFocus());

    QTest::keyClick(w->window(), Qt::Key_F8, Qt::ShiftModifier);
    QTRY_VERIFY(!sidebar()->isVisible());
    QTest::keyClick(w->window(), Qt::Key_F8);
    QTRY_VERIFY(sidebar()->isVisible());
    QVERIFY(sidebar()->list()->hasFocus());
}

void tst_RelatedDesk::goesEarlierAndLaterInTheStory()
{
    w->actions()->earlierInStory->trigger();
    QTRY_COMPARE(w->lastShown(), u"Crews threaten to walk out"_s);
    QTRY_COMPARE(shown().value(2), u"This article: Crews threaten to walk out"_s);

    w->actions()->laterInStory->trigger();
    QTRY_COMPARE(w->lastShown(), u"Ferry crews walk out"_s);
}

void tst_RelatedDesk::listsTheStory()
{
    QTest::mouseClick(sidebar()->list()->viewport(), Qt::LeftButton, {},
                      sidebar()->list()->visualRect(rows()->index(1, 0)).center());

    QTRY_COMPARE(w->headlines(),
                 (QStringList{u"Talks fail in Port Ellery"_s, u"Ferry crews walk out"_s,
                              u"Crews threaten to walk out"_s}));
    QCOMPARE(w->lastShown(), u"Ferry crews walk out"_s);
}

void tst_RelatedDesk::comparesTwoVersionsAndComesBack()
{
    const qsizetype before = w->pane()->shown.size();
    Q_EMIT sidebar()->comparisonWanted(*story(u"Crews threaten to walk out"_s));

    QTRY_COMPARE(w->pane()->shown.size(), before + 1);
    QVERIFY(w->pane()->bodies.last().contains(u"<ins>"_s));
    QVERIFY(w->pane()->bodies.last().contains(u"<del>"_s));
    QCOMPARE(w->lastShown(), u"Ferry crews walk out"_s); // the later of the two
    auto *bar = w->window()->findChild<MessageBar *>();
    QVERIFY2(bar->isVisible() && bar->message().contains(u"2031"_s), qPrintable(bar->message()));
    QTest::keyClick(w->window(), Qt::Key_Escape);

    QTRY_COMPARE(w->pane()->shown.size(), before + 2);
    QVERIFY(!w->pane()->bodies.last().contains(u"<ins>"_s));
    QVERIFY(!bar->isVisible());
}

void tst_RelatedDesk::closesAComparisonByItsButton()
{
    const qsizetype before = w->pane()->shown.size();
    Q_EMIT sidebar()->comparisonWanted(*story(u"Crews threaten to walk out"_s));
    QTRY_COMPARE(w->pane()->shown.size(), before + 1);

    auto *bar = w->window()->findChild<MessageBar *>();
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);

    QTRY_COMPARE(w->pane()->shown.size(), before + 2);
    QVERIFY(!bar->isVisible());
}

void tst_RelatedDesk::dismissesAStoryAndTakesItBack()
{
    Q_EMIT sidebar()->notRelated(*story(u"Crews threaten to walk out"_s));

    QTRY_VERIFY(!shown().contains(u"Crews threaten to walk out"_s));
    QVERIFY(shown().contains(u"Talks fail in Port Ellery"_s));
    QVERIFY(w->message().contains(u"will not be shown beside this article again"_s));
    w->window()->findChild<MessageBar *>()->findChild<QPushButton *>()->click();

    QTRY_VERIFY(shown().contains(u"Crews threaten to walk out"_s));
    QVERIFY(w->message().isEmpty());
}

void tst_RelatedDesk::marksAnArticleOfTheListAsRelated()
{
    QTest::keyClick(w->list(), Qt::Key_Home);
    QTRY_VERIFY(w->lastShown() != u"Ferry crews walk out"_s); // the list's keys read as they go
    w->actions()->goBack->trigger();
    QTRY_COMPARE(w->lastShown(), u"Ferry crews walk out"_s);
    const int owls = int(w->headlines().indexOf(u"Owls in oil"_s));
    w->list()->selectionModel()->select(w->list()->model()->index(owls, 0),
                                        QItemSelectionModel::ClearAndSelect);

    w->window()->findChild<RowActions *>()->markRelated->trigger();

    QTRY_VERIFY(shown().contains(u"Marked by you"_s));
    QCOMPARE(shown().last(), u"Owls in oil"_s);
}

void tst_RelatedDesk::asksForANewWindow()
{
    QSignalSpy wanted(w->window(), &MainWindow::newWindowWanted);

    QTest::mouseClick(sidebar()->list()->viewport(), Qt::MiddleButton, {},
                      sidebar()->list()->visualRect(rows()->index(2, 0)).center());

    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(0).value<ArticleSummary>().headline, u"Crews threaten to walk out"_s);
}

QTEST_MAIN(tst_RelatedDesk)
#include "tst_relateddesk.moc"
