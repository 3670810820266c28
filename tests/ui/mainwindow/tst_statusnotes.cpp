#include "app/library/libraryoverview.h"
#include "tests/support/someoverview.h"
#include "ui/mainwindow/scanprogress.h"
#include "ui/mainwindow/statusnotes.h"
#include "ui/problems/problemlist.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class tst_StatusNotes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void saysHowFarItIs_data();
    void saysHowFarItIs();
    void pausesAndGoesOn();
    void standsStillWhileAllIsWell();
    void listsProblemsWhenAsked();
    void saysWhatCannotBeWatched();
    void saysWhatIsAway();

private:
    static QToolButton *button(const QWidget &widget, const QString &text);
};

QToolButton *tst_StatusNotes::button(const QWidget &widget, const QString &text)
{
    for (QToolButton *button : widget.findChildren<QToolButton *>()) {
        if (button->text() == text && button->isVisibleTo(&widget))
            return button;
    }
    return nullptr;
}

void tst_StatusNotes::saysHowFarItIs_data()
{
    QTest::addColumn<int>("msLeft");
    QTest::addColumn<QString>("text");
    QTest::newRow("nobody knows") << -1 << u"12,345 of 100,000 articles"_s;
    QTest::newRow("seconds") << 4'000 << u"12,345 of 100,000 articles · a few seconds left"_s;
    QTest::newRow("half a minute") << 27'000 << u"12,345 of 100,000 articles · 30 s left"_s;
    QTest::newRow("minutes") << 100'000 << u"12,345 of 100,000 articles · 2 min left"_s;
    QTest::newRow("hours") << 3'900'000 << u"12,345 of 100,000 articles · 1 h 5 min left"_s;
}

void tst_StatusNotes::saysHowFarItIs()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QFETCH(int, msLeft);
    QFETCH(QString, text);

    QCOMPARE(progressText({12'345, 100'000, msLeft}), text);
}

void tst_StatusNotes::pausesAndGoesOn()
{
    ScanProgress progress;
    progress.start(u"/news/harbour"_s);
    QCOMPARE(progress.text(), u"Reading “harbour”…"_s);
    progress.setProgress({10, 20, -1});
    QSignalSpy toggled(&progress, &ScanProgress::pauseToggled);

    progress.findChildren<QToolButton *>().first()->click();
    QCOMPARE(progress.text(), u"Paused · 10 of 20"_s);
    progress.findChildren<QToolButton *>().first()->click();

    QCOMPARE(progress.text(), u"10 of 20 articles"_s);
    QCOMPARE(toggled.size(), 2);
    QVERIFY(toggled.at(0).at(0).toBool() && !toggled.at(1).at(0).toBool());
}

void tst_StatusNotes::standsStillWhileAllIsWell()
{
    StatusNotes notes;

    notes.setProblems({});
    notes.setWatchLimit({});
    notes.setOverview(someOverview());

    QVERIFY(notes.findChildren<QToolButton *>().isEmpty());
}

void tst_StatusNotes::listsProblemsWhenAsked()
{
    StatusNotes notes;
    notes.setProblems(
        {{Error::Kind::Empty, u"/news/a.txt"_s, {}}, {Error::Kind::Binary, u"/news/b.txt"_s, {}}});

    QVERIFY(button(notes, u"2 problems"_s));
    button(notes, u"2 problems"_s)->click();

    QVERIFY(notes.findChild<ProblemList *>());
    notes.setProblems({});
    QVERIFY(!button(notes, u"2 problems"_s));
}

void tst_StatusNotes::saysWhatCannotBeWatched()
{
    StatusNotes notes;
    QSignalSpy wanted(&notes, &StatusNotes::sentenceWanted);
    LibrarySession::WatchLimit limit;
    limit.unwatched = 1200;
    limit.msBetween = 300'000;
    limit.isFull = true;
    notes.setWatchLimit(limit);

    button(notes, u"Not all folders are watched"_s)->click();

    QCOMPARE(wanted.first().at(0).toString(),
             u"1,200 folders are not watched, because the system watches no more than it does now. "
             "Broadsheet looks through them every 5 minutes instead."_s);
}

void tst_StatusNotes::saysWhatIsAway()
{
    StatusNotes notes;
    LibraryOverview overview = someOverview();
    overview.folders.first().isAway = true;

    notes.setOverview(overview);

    QVERIFY(button(notes, u"“harbour” is away"_s));
    QVERIFY(awaySentence(overview).startsWith(u"“harbour” cannot be reached now."));
    overview.folders[1].isAway = true;
    QVERIFY(
        awaySentence(overview).startsWith(u"2 folders cannot be reached now: harbour, islands"));
}

QTEST_MAIN(tst_StatusNotes)
#include "tst_statusnotes.moc"
