#include "ui/reading/webreadingpane.h"

#include "tests/ui/reading/shownpane.h"
#include "tests/ui/reading/startedengine.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <csignal>
#include <sys/types.h>

using namespace Qt::StringLiterals;

namespace {

bool killRenderer(ShownPane &shown)
{
    const qint64 process = shown.page()->renderProcessPid();
    return process > 1 && ::kill(pid_t(process), SIGKILL) == 0;
}

} // namespace

class tst_WebReadingPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startEngine()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void showsAnArticle()
    {
        ShownPane shown;

        QVERIFY(shown.show(article(u"Harbour reopens"_s, u"<p>Boats left at dawn.</p>"_s)));

        QCOMPARE(shown.value(u"document.querySelector('h1').textContent"_s).toString(),
                 u"Harbour reopens"_s);
        QVERIFY(shown.value(u"document.body.textContent"_s)
                    .toString()
                    .contains(u"Boats left at dawn."_s));
    }

    void swapsTheNextArticleIntoTheLivingPage()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"First"_s, paragraphs(100))));
        shown.value(u"document.documentElement.living = 'still'; scrollTo(0, 500); scrollY"_s);
        QSignalSpy loaded(shown.page(), &QWebEnginePage::loadFinished);

        QVERIFY(shown.show(article(u"Second"_s, paragraphs(100))));

        QCOMPARE(shown.value(u"document.querySelector('h1').textContent"_s).toString(),
                 u"Second"_s);
        QCOMPARE(shown.value(u"document.documentElement.living"_s).toString(), u"still"_s);
        QCOMPARE(shown.value(u"scrollY"_s).toInt(), 0);
        QCOMPARE(loaded.count(), 0);
        QCOMPARE(shown.page()->title(), u"Second"_s);
    }

    void showsOnlyTheLastOfManyArticlesAskedForAtOnce()
    {
        ShownPane shown;
        QSignalSpy pixels(shown.pane, &ReadingPane::articleShown);

        for (int number = 0; number < 20; ++number)
            shown.pane->showArticle(article(u"Story %1"_s.arg(number), paragraphs(3)));

        QVERIFY(pixels.wait(20000));
        QCOMPARE(shown.value(u"document.querySelector('h1').textContent"_s).toString(),
                 u"Story 19"_s);
    }

    void neverRunsAScriptOfThePage()
    {
        ShownPane shown;
        const QString
            hostile = u"<p>x</p><script>document.title='owned'</script>"
                      "<img src=\"article:none\" onerror=\"document.title='owned'\">"
                      "<svg onload=\"document.title='owned'\"></svg>"
                      "<iframe srcdoc=\"<script>top.document.title='owned'</script>\"></iframe>"_s;

        QVERIFY(shown.show(article(u"Navigated"_s, hostile)));
        QVERIFY(shown.show(article(u"Swapped"_s, hostile)));
        shown.value(u"document.querySelector('img').getBoundingClientRect().width"_s);

        QCOMPARE(shown.page()->title(), u"Swapped"_s);
        QCOMPARE(shown.value(u"document.title"_s).toString(), u"Swapped"_s);
    }

    void countsTheHitsOfFind()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Report"_s, paragraphs(7))));
        QSignalSpy found(shown.pane, &ReadingPane::found);

        shown.pane->find(u"council"_s, ReadingPane::Direction::Forward);
        QVERIFY(found.wait());
        QCOMPARE(found.last(), (QVariantList{1, 7}));
        shown.pane->find(u"council"_s, ReadingPane::Direction::Forward);
        QVERIFY(found.wait());
        QCOMPARE(found.last(), (QVariantList{2, 7}));
        shown.pane->find(u"council"_s, ReadingPane::Direction::Backward);
        QVERIFY(found.wait());
        QCOMPARE(found.last(), (QVariantList{1, 7}));
        shown.pane->find(u"zebra"_s, ReadingPane::Direction::Forward);
        QVERIFY(found.wait());
        QCOMPARE(found.last(), (QVariantList{0, 0}));
    }

    void forgetsTheMarksWithTheArticle()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Report"_s, paragraphs(7))));
        QSignalSpy found(shown.pane, &ReadingPane::found);
        shown.pane->find(u"council"_s, ReadingPane::Direction::Forward);
        QVERIFY(found.wait());

        QVERIFY(shown.show(article(u"Next"_s, paragraphs(2))));
        QTRY_COMPARE(found.last(), (QVariantList{0, 0}));
        found.clear();
        shown.pane->find(u"council"_s, ReadingPane::Direction::Forward);
        QVERIFY(found.wait());
        QCOMPARE(found.last(), (QVariantList{1, 2}));
    }

    void looksFromTheTopOfAnArticleThatHasJustCome()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"First"_s, paragraphs(7))));
        QSignalSpy found(shown.pane, &ReadingPane::found);

        for (int round = 0; round < 5; ++round) {
            for (int hit = 0; hit < 1 + round; ++hit) {
                shown.pane->find(u"council"_s, ReadingPane::Direction::Forward);
                QVERIFY(found.wait());
                QCOMPARE(found.last(), (QVariantList{1 + hit, 7}));
            }
            QVERIFY(shown.show(article(u"Another"_s, paragraphs(7))));
        }
    }

    void findsTheSameHitAgainWhenTheSearchIsTakenUpAgain()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Report"_s, paragraphs(7))));
        QSignalSpy found(shown.pane, &ReadingPane::found);
        for (int hit = 0; hit < 3; ++hit) {
            shown.pane->find(u"council"_s, ReadingPane::Direction::Forward);
            QVERIFY(found.wait());
        }
        QCOMPARE(found.last(), (QVariantList{3, 7}));

        shown.pane->find({}, ReadingPane::Direction::Forward);
        QCOMPARE(found.last(), (QVariantList{0, 0}));
        shown.pane->find(u"council"_s, ReadingPane::Direction::Forward);

        QVERIFY(found.wait());
        QCOMPARE(found.last(), (QVariantList{3, 7}));
    }

    void dropsASearchThatIsGivenUpAtOnce()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Report"_s, paragraphs(7))));
        QSignalSpy found(shown.pane, &ReadingPane::found);

        shown.pane->find(u"council"_s, ReadingPane::Direction::Forward);
        shown.pane->find({}, ReadingPane::Direction::Forward);
        shown.pane->find(u"matter"_s, ReadingPane::Direction::Forward);
        shown.pane->find(u"matter"_s, ReadingPane::Direction::Forward);
        QTRY_COMPARE(found.last(), (QVariantList{2, 7}));

        QCOMPARE(found.first(), (QVariantList{0, 0}));
        QCOMPARE(shown.value(u"getSelection().toString()"_s).toString(), QString());
    }

    void offersOnlyWhatActsOnTheThingClicked()
    {
        ShownPane shown;
        QVERIFY(shown.show(
            article(u"Menu"_s, u"<p><a href=\"https://example.com/a\">all of it</a></p>"_s)));
        const auto menuAt = [&](const QString &element) {
            const QVariantList
                at = shown
                         .value(u"(r => [r.x + 5, r.y + 5])"
                                "(document.querySelector('%1').getBoundingClientRect())"_s.arg(
                                    element))
                         .toList();
            const QPoint point(at.value(0).toInt(), at.value(1).toInt());
            QTest::mouseMove(shown.view()->focusProxy(), point);
            QTest::mouseClick(shown.view()->focusProxy(), Qt::RightButton, {}, point);
            QMenu *menu = nullptr;
            [[maybe_unused]] const bool came = QTest::qWaitFor([&] {
                menu = shown.view()->findChild<QMenu *>();
                return menu && menu->isVisible();
            });
            QStringList texts;
            for (const QAction *action : menu ? menu->actions() : QList<QAction *>()) {
                if (!action->isSeparator())
                    texts += QString(action->text()).remove(u'&');
            }
            delete menu;
            return texts;
        };

        QCOMPARE(menuAt(u"a"_s),
                 (QStringList{u"Open Link in Browser…"_s, u"Copy Link"_s, u"Select All"_s}));
        QCOMPARE(menuAt(u"h1"_s), QStringList{u"Select All"_s});
    }

    void keepsTheZoomWithinItsBounds()
    {
        ShownPane shown;
        QSignalSpy changed(shown.pane, &ReadingPane::zoomChanged);

        shown.pane->setZoom(1000);
        QCOMPARE(shown.pane->zoom(), 300);
        shown.pane->setZoom(0);
        QCOMPARE(shown.pane->zoom(), 50);
        shown.pane->setZoom(120);

        QCOMPARE(changed.count(), 3);
        QVERIFY(shown.show(article(u"Zoomed"_s, paragraphs(1))));
        QCOMPARE(qRound(shown.view()->zoomFactor() * 100), 120);
    }

    void zoomsByTheWheelWithControl()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Wheel"_s, paragraphs(50))));
        QSignalSpy changed(shown.pane, &ReadingPane::zoomChanged);
        QWidget *target = shown.view()->focusProxy();
        const QPointF at(200, 200);
        QWheelEvent up(at, target->mapToGlobal(at), QPoint(), QPoint(0, 120), Qt::NoButton,
                       Qt::ControlModifier, Qt::NoScrollPhase, false);

        QApplication::sendEvent(target, &up);

        QCOMPARE(shown.pane->zoom(), 110);
        QCOMPARE(changed.count(), 1);
    }

    void tellsTheMouseButtonsForBackAndForward()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Buttons"_s, paragraphs(1))));
        QSignalSpy back(shown.pane, &ReadingPane::backRequested);
        QSignalSpy forward(shown.pane, &ReadingPane::forwardRequested);
        QWidget *target = shown.view()->focusProxy();

        QTest::mouseClick(target, Qt::BackButton);
        QTest::mouseClick(target, Qt::ForwardButton);

        QCOMPARE(back.count(), 1);
        QCOMPARE(forward.count(), 1);
    }

    void leavesTheWindowItsShortcutsWhileItHasTheFocus_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        for (const char *keys : {"J", "Space", "Ctrl+C", "Ctrl+A", "Ctrl+F", "F3", "Ctrl+P",
                                 "Alt+Left", "Ctrl++", "Escape", "Return", "Ctrl+Z"})
            QTest::newRow(keys) << QKeySequence(QString::fromLatin1(keys));
    }
    void leavesTheWindowItsShortcutsWhileItHasTheFocus()
    {
        QFETCH(QKeySequence, keys);
        ShownPane shown;
        QVERIFY(shown.show(article(u"Keys"_s, paragraphs(3))));
        QShortcut shortcut(keys, &shown.window);
        QSignalSpy activated(&shortcut, &QShortcut::activated);
        shown.window.activateWindow();
        shown.pane->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        QTRY_VERIFY(QApplication::focusWidget() == shown.view()->focusProxy());

        QTest::keySequence(shown.view()->focusProxy(), keys);

        QTRY_COMPARE(activated.count(), 1);
    }

    void scrollsByAPageAndSaysWhenItIsAtTheEnd()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Long"_s, paragraphs(40))));
        QSignalSpy ended(shown.pane, &ReadingPane::endReached);

        shown.pane->scrollByPage(ReadingPane::Direction::Backward);
        QVERIFY(ended.wait());
        QCOMPARE(ended.takeFirst().first().value<ReadingPane::Direction>(),
                 ReadingPane::Direction::Backward);
        shown.pane->scrollByPage(ReadingPane::Direction::Forward);
        const int after = shown.value(u"scrollY"_s).toInt();
        QVERIFY2(after > 200 && after < 500, QByteArray::number(after).constData());
        QCOMPARE(ended.count(), 0);
        shown.value(u"scrollTo(0, 1e6)"_s);
        shown.pane->scrollByPage(ReadingPane::Direction::Forward);
        QVERIFY(ended.wait());
    }

    void tellsAClickedLinkAndStaysWhereItIs()
    {
        ShownPane shown;
        QVERIFY(shown.show(
            article(u"Link"_s, u"<p><a href=\"https://example.com/a\">all of it</a></p>"_s)));
        QSignalSpy activated(shown.pane, &ReadingPane::linkActivated);
        const QVariantList at = shown
                                    .value(
                                        u"(r => [r.x + 5, r.y + 5])"
                                        "(document.querySelector('a').getBoundingClientRect())"_s)
                                    .toList();
        const QPoint point(at.value(0).toInt(), at.value(1).toInt());

        QTest::mouseMove(shown.view()->focusProxy(), point);
        QTest::mouseClick(shown.view()->focusProxy(), Qt::LeftButton, {}, point);

        QVERIFY(activated.wait());
        QCOMPARE(activated.first().first().toUrl(), QUrl(u"https://example.com/a"_s));
        QCOMPARE(shown.page()->url().scheme(), u"article"_s);
    }

    void tellsWhatOfTheStoryIsSelected()
    {
        ShownPane shown;
        QVERIFY(shown.show(
            article(u"Ferry"_s, u"<p>One <em>two</em> three.</p><p>Four.</p><p>Five.</p>"_s)));
        const auto selected = [&shown] {
            QString answer;
            bool came = false;
            shown.pane->askSelection([&](const QString &html) {
                answer = html;
                came = true;
            });
            [[maybe_unused]] const bool inTime = QTest::qWaitFor([&] { return came; }, 20000);
            return answer.simplified();
        };
        QCOMPARE(selected(), QString());
        shown.value(u"const p = document.querySelectorAll('.story p');"
                    "getSelection().setBaseAndExtent(p[0].firstChild, 2, p[1].firstChild, 4)"_s);
        QCOMPARE(selected(), u"<p>e <em>two</em> three.</p><p>Four</p>"_s);
        shown.value(u"getSelection().selectAllChildren(document.body)"_s); // the headline too
        QVERIFY(selected().startsWith(u"<p>One"_s) && selected().endsWith(u"Five.</p>"_s));
        shown.value(u"getSelection().selectAllChildren(document.querySelector('h1'))"_s);
        QCOMPARE(selected(), QString());
    }

    void copiesWhatIsSelected()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Copy"_s, u"<p>Only these words.</p>"_s)));
        QSignalSpy selected(shown.pane, &ReadingPane::selectionChanged);
        QVERIFY(!shown.pane->hasSelection());
        shown.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));

        shown.pane->selectAll();
        QVERIFY(selected.wait());
        QVERIFY(shown.pane->hasSelection());
        shown.pane->copySelection();

        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"Only these words."_s));
    }

    void comesBackOnceWhenItsProcessDies()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Survivor"_s, paragraphs(100))));
        QSignalSpy scrolled(shown.pane, &ReadingPane::scrolled);
        shown.pane->scrollTo(0.5);
        QTRY_VERIFY(!scrolled.isEmpty() && scrolled.last().at(0).toDouble() > 0.4);
        QSignalSpy pixels(shown.pane, &ReadingPane::articleShown);
        QSignalSpy restored(shown.pane, &ReadingPane::restored);

        QVERIFY(killRenderer(shown));

        QVERIFY(pixels.wait(20000));
        QCOMPARE(shown.value(u"document.querySelector('h1').textContent"_s).toString(),
                 u"Survivor"_s);
        QVERIFY(shown.value(u"scrollY"_s).toInt() > 500);
        QCOMPARE(restored.count(), 1);
    }

    void givesUpWhenItsProcessDiesAgainSoon()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"First"_s, paragraphs(3))));
        QSignalSpy restored(shown.pane, &ReadingPane::restored);
        QSignalSpy lost(shown.pane, &ReadingPane::lost);
        QVERIFY(killRenderer(shown));
        QVERIFY(restored.wait(20000));
        QVERIFY(shown.show(article(u"Second"_s, paragraphs(3)))); // be it with another article

        QVERIFY(killRenderer(shown));

        QVERIFY(lost.wait(20000));
        QCOMPARE(restored.count(), 1);
    }

    void leavesDropsToTheWindow()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Drop"_s, paragraphs(1))));

        QVERIFY(!shown.view()->acceptDrops());
        QVERIFY(!shown.view()->focusProxy()->acceptDrops());
    }

    void hasThePaperOfItsThemeBeforeAnyPage()
    {
        ShownPane shown;

        shown.pane->setDark(true);

        QCOMPARE(shown.page()->backgroundColor().name(), screenPaper(true));
        QVERIFY(shown.show(article(u"Night"_s, paragraphs(1))));
        QCOMPARE(shown.value(u"document.documentElement.dataset.theme"_s).toString(), u"dark"_s);
        shown.pane->setDark(false);
        QCOMPARE(shown.value(u"document.documentElement.dataset.theme"_s).toString(), u"light"_s);
    }
    void marksWhatASearchFoundAndWalksThroughIt();
};

void tst_WebReadingPane::marksWhatASearchFoundAndWalksThroughIt()
{
    ShownPane shown;
    QVERIFY(shown.show(article(u"Ferry stays"_s,
                               u"<p>The ferry, the <em>FERRIES</em> and a ferryman; "
                               u"C++ (a.b) and 渡轮停航.</p>"_s)));
    const auto marks = [&shown] {
        return shown
            .value(u"Array.from(document.querySelectorAll('mark.hit'), m => m.textContent)"
                   ".join('|')"_s)
            .toString();
    };
    const QString before = shown.value(u"document.querySelector('main').innerText"_s).toString();

    shown.pane->mark({u"ferry"_s, u"ferries"_s, u"C++ (a.b)"_s, u"渡轮"_s});

    QCOMPARE(marks(), u"Ferry|ferry|FERRIES|C++ (a.b)|渡轮"_s);
    shown.pane->goToMark(ReadingPane::Direction::Forward);
    shown.pane->goToMark(ReadingPane::Direction::Forward);
    QCOMPARE(shown.value(u"document.querySelector('.now').textContent"_s).toString(), u"ferry"_s);
    shown.pane->mark({});
    QCOMPARE(marks(), QString());
    QCOMPARE(shown.value(u"document.querySelector('main').innerText"_s).toString(), before);
}

ENGINE_TEST_MAIN(tst_WebReadingPane)
#include "tst_webreadingpane.moc"
