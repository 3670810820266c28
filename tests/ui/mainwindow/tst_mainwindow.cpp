#include "tests/support/testwindow.h"
#include "ui/mainwindow/findbar.h"
#include "ui/related/relatedsidebar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>

using namespace Qt::StringLiterals;

class tst_MainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { w.reset(); }
    void walksThroughTheListByKeyboard_data();
    void walksThroughTheListByKeyboard();
    void turnsPagesBySpaceAndThenGoesOn();
    void goesBackAndForward();
    void goesBackByTheMouse();
    void asksBeforeItLeavesForTheInternet();
    void findsWordsInTheArticle();
    void keepsSingleLettersOutOfTextFields();
    void zoomsByKeyboard();
    void followsADarkPalette();
    void remembersItsStateAndRecentFiles();
    void cyclesThroughItsPanes();
    void hasNoTwoActionsOnOneKey();
    void namesEverythingThatTakesTheFocus();

private:
    std::unique_ptr<TestWindow> w;
};

void tst_MainWindow::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    w = std::make_unique<TestWindow>();
}

void tst_MainWindow::walksThroughTheListByKeyboard_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("headline");
    const auto none = Qt::KeyboardModifiers();
    QTest::newRow("down") << int(Qt::Key_Down) << none << u"Storm on its way"_s;
    QTest::newRow("up") << int(Qt::Key_Up) << none << u"Captain speaks"_s;
    QTest::newRow("j") << int(Qt::Key_J) << none << u"Storm on its way"_s;
    QTest::newRow("k") << int(Qt::Key_K) << none << u"Captain speaks"_s;
    QTest::newRow("n") << int(Qt::Key_N) << none << u"Storm on its way"_s;
    QTest::newRow("p") << int(Qt::Key_P) << none << u"Captain speaks"_s;
    QTest::newRow("Alt+Down") << int(Qt::Key_Down) << Qt::KeyboardModifiers(Qt::AltModifier)
                              << u"Storm on its way"_s;
}

void tst_MainWindow::walksThroughTheListByKeyboard()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(QString, headline);
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->listed(), 3);
    QTRY_VERIFY(w->actions()->nextArticle->isEnabled());

    QTest::keyClick(w->list(), Qt::Key(key), modifiers);

    QTRY_COMPARE(w->lastShown(), headline);
    QCOMPARE(w->selected(), headline);
}

void tst_MainWindow::turnsPagesBySpaceAndThenGoesOn()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->listed(), 3);

    QTest::keyClick(w->list(), Qt::Key_Space);
    QCOMPARE(w->pane()->pages, 1);
    QCOMPARE(w->selected(), u"Ferry stays in port"_s);
    QTest::keyClick(w->list(), Qt::Key_Space); // the second one reaches the end

    QTRY_COMPARE(w->lastShown(), u"Storm on its way"_s);
}

void tst_MainWindow::goesBackAndForward()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->listed(), 3);
    QVERIFY(!w->actions()->goBack->isEnabled());
    QTest::keyClick(w->list(), Qt::Key_J);
    QTRY_COMPARE(w->lastShown(), u"Storm on its way"_s);

    QTest::keyClick(w->list(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(w->lastShown(), u"Ferry stays in port"_s);
    QCOMPARE(w->selected(), u"Ferry stays in port"_s);
    QTest::keyClick(w->list(), Qt::Key_Right, Qt::AltModifier);

    QTRY_COMPARE(w->lastShown(), u"Storm on its way"_s);
    QVERIFY(!w->actions()->goForward->isEnabled());
}

void tst_MainWindow::goesBackByTheMouse()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->listed(), 3);
    QTest::keyClick(w->list(), Qt::Key_J);
    QTRY_COMPARE(w->lastShown(), u"Storm on its way"_s);

    QTest::mouseClick(w->window()->windowHandle(), Qt::BackButton, {}, QPoint(60, 200));

    QTRY_COMPARE(w->lastShown(), u"Ferry stays in port"_s);
}

void tst_MainWindow::asksBeforeItLeavesForTheInternet()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->lastShown(), u"Ferry stays in port"_s);
    QVERIFY(!w->actions()->openOriginal->isEnabled()); // its page does not say where it was

    Q_EMIT w->pane()->linkActivated(QUrl(u"https://post.example/a?b=c"_s));

    auto *question = w->window()->findChild<QMessageBox *>();
    QVERIFY(question && question->isVisible());
    QVERIFY(question->informativeText().contains(u"https://post.example/a?b=c"_s));
    question->reject();
}

void tst_MainWindow::findsWordsInTheArticle()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_VERIFY(w->actions()->find->isEnabled());
    auto *bar = w->window()->findChild<FindBar *>();

    QTest::keyClick(w->list(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(bar->findChild<QLineEdit *>(), u"jk"_s);
    QTest::keyClick(w->window(), Qt::Key_F3, Qt::ShiftModifier);

    QCOMPARE(bar->findChild<QLabel *>()->text(), u"3 of 12"_s);
    QCOMPARE(w->pane()->finds.size(), 3);
    QCOMPARE(w->pane()->finds.last().first, u"jk"_s);
    QCOMPARE(w->pane()->finds.last().second, ReadingPane::Direction::Backward);
    QTest::keyClick(bar->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QCOMPARE(w->pane()->finds.last().first, QString());
}

void tst_MainWindow::keepsSingleLettersOutOfTextFields()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->listed(), 3);
    QTest::keyClick(w->list(), Qt::Key_Slash);
    auto *words = w->window()->findChild<FindBar *>()->findChild<QLineEdit *>();
    QVERIFY(words->hasFocus());

    for (const char letter : {'j', 'k', 'n', 'p', 'b', '/', ' ', '?'})
        QTest::keyClick(w->window()->windowHandle(), letter);

    QCOMPARE(words->text(), u"jknpb/ ?"_s);
    QCOMPARE(w->selected(), u"Ferry stays in port"_s);
}

void tst_MainWindow::zoomsByKeyboard()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_VERIFY(w->actions()->zoomIn->isEnabled());

    QTest::keyClick(w->list(), Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(w->list(), Qt::Key_Equal, Qt::ControlModifier);
    QTest::keyClick(w->list(), Qt::Key_Plus, Qt::ControlModifier | Qt::KeypadModifier);
    QCOMPARE(w->pane()->zoom(), 130);
    QTest::keyClick(w->list(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(w->pane()->zoom(), 120);
    QTest::keyClick(w->list(), Qt::Key_0, Qt::ControlModifier);

    QCOMPARE(w->pane()->zoom(), 100);
}

void tst_MainWindow::followsADarkPalette()
{
    w->open({});
    QVERIFY(!w->pane()->isDark);
    const QPalette light = QGuiApplication::palette();

    QApplication::setPalette(QPalette(QColor(40, 42, 46)));
    QTRY_VERIFY(w->pane()->isDark);
    QApplication::setPalette(light);

    QTRY_VERIFY(!w->pane()->isDark);
}

void tst_MainWindow::remembersItsStateAndRecentFiles()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_VERIFY(w->actions()->zoomIn->isEnabled());
    w->window()->resize(1010, 700);
    w->actions()->showRelated->trigger();
    w->actions()->zoomIn->trigger();
    const WindowSettings settings = w->window()->settings();
    QCOMPARE(settings.recentPaths, QStringList{w->path(u"middle.txt"_s)});

    w->open({}, settings);

    QCOMPARE(w->window()->size(), QSize(1010, 700));
    QVERIFY(!w->window()->findChild<RelatedSidebar *>()->isVisible());
    QCOMPARE(w->pane()->zoom(), 110);
    Q_EMIT w->actions()->recentMenu()->aboutToShow();
    w->actions()->recentMenu()->actions().first()->trigger();
    QTRY_COMPARE(w->lastShown(), u"Ferry stays in port"_s);
}

void tst_MainWindow::cyclesThroughItsPanes()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_VERIFY(w->actions()->find->isEnabled());
    w->pane()->setFocusPolicy(Qt::StrongFocus);
    w->list()->setFocus();

    QTest::keyClick(w->window(), Qt::Key_F6);
    QVERIFY(w->pane()->hasFocus());
    QTest::keyClick(w->window(), Qt::Key_F6, Qt::ShiftModifier);

    QVERIFY(w->list()->hasFocus());
}

void tst_MainWindow::hasNoTwoActionsOnOneKey()
{
    w->open({});
    QHash<QKeySequence, QString> taken;
    for (const QAction *action : w->window()->findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(
                !taken.contains(key),
                qPrintable(key.toString() + u": "_s + taken.value(key) + u", "_s + action->text()));
            taken.insert(key, action->text());
        }
    }
    QVERIFY(taken.size() > 40);
}

void tst_MainWindow::namesEverythingThatTakesTheFocus()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    for (const QWidget *widget : w->window()->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty()
            || (button && !button->text().isEmpty());
        const bool isInner = widget->objectName().startsWith(u"qt_"_s);
        if (widget->focusPolicy() & Qt::TabFocus && !isInner && widget != w->pane()
            && widget->isVisibleTo(w->window()))
            QVERIFY2(isNamed, widget->metaObject()->className());
    }
    for (const QAction *action : w->actions()->findChildren<QAction *>())
        QVERIFY2(!action->text().isEmpty(), "an action without words");
    for (const QMenu *menu : w->actions()->menus()) {
        for (const QAction *entry : menu->actions())
            QVERIFY2(entry->isSeparator() || entry->text().contains(u'&'),
                     qPrintable(entry->text()));
    }
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
