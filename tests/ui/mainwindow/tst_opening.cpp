#include "app/render/screenpage.h"
#include "tests/support/testwindow.h"
#include "ui/articlelist/articlelistmodel.h"
#include "ui/mainwindow/articlecolumn.h"

#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTextBrowser>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

class tst_Opening final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { w.reset(); }
    void showsTheAskedFileBeforeAnythingElseIsRead();
    void listsTheNeighboursOfAFileNewestFirstAndSelectsIt();
    void findsTheOpenedArticleAgainWhenItIsOpenedTwice();
    void findsTheArticleThatTheLibraryKnewYesterday();
    void showsTheFirstArticleOfAFolder();
    void saysSoWhenAFolderHoldsNoArticle();
    void listsExactlyTheFilesItWasGiven();
    void saysInOneSentenceWhyAFileCannotBeRead_data();
    void saysInOneSentenceWhyAFileCannotBeRead();
    void goesOnWithTheRestAfterABadFile();
    void sumsUpTheBadFilesOfAFolder();
    void opensWhatIsDroppedOnIt();
    void goesOnWithoutAPane();
    void goesOnInPlainTextWhenThePaneIsLost();
    void saysThatThePaneCameBack();
    void keepsThePanesPlaceInThePagesColour();
    void marksTheArticleAsRead();

private:
    std::unique_ptr<TestWindow> w;
};

void tst_Opening::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    w = std::make_unique<TestWindow>();
}

void tst_Opening::showsTheAskedFileBeforeAnythingElseIsRead()
{
    w->writeSomeStories();
    FakePane::isPrompt = false;
    QSignalSpy scanned(&w->session(), &LibrarySession::scanStarted);

    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->lastShown(), u"Ferry stays in port"_s);

    QCOMPARE(scanned.count(), 0);
    QCOMPARE(w->headlines(), QStringList{u"Ferry stays in port"_s});
    QCOMPARE(w->selected(), u"Ferry stays in port"_s);
    Q_EMIT w->pane()->articleShown();
    QTRY_COMPARE(w->listed(), 3);
    QCOMPARE(scanned.count(), 1);
}

void tst_Opening::listsTheNeighboursOfAFileNewestFirstAndSelectsIt()
{
    w->writeSomeStories();
    w->write(u"elsewhere/other.txt"_s, "Not a neighbour\n\nIt lies one folder further down.\n");

    w->open({w->path(u"middle.txt"_s)});

    const QStringList expected{u"Captain speaks"_s, u"Ferry stays in port"_s,
                               u"Storm on its way"_s};
    QTRY_COMPARE(w->headlines(), expected);
    QTRY_COMPARE(w->selected(), u"Ferry stays in port"_s);
    QCOMPARE(w->pane()->shown, QStringList{u"Ferry stays in port"_s});
}

void tst_Opening::findsTheOpenedArticleAgainWhenItIsOpenedTwice()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->listed(), 3);

    w->window()->open({w->path(u"oldest.txt"_s)});

    QTRY_COMPARE(w->lastShown(), u"Storm on its way"_s);
    QTRY_COMPARE(w->selected(), u"Storm on its way"_s);
}

void tst_Opening::findsTheArticleThatTheLibraryKnewYesterday()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->listed(), 3);

    w->open({w->path(u"oldest.txt"_s)}); // another window on the same library

    const QStringList expected{u"Captain speaks"_s, u"Ferry stays in port"_s,
                               u"Storm on its way"_s};
    QTRY_COMPARE(w->headlines(), expected);
    QTRY_COMPARE(w->selected(), u"Storm on its way"_s);
}

void tst_Opening::showsTheFirstArticleOfAFolder()
{
    w->writeSomeStories();
    w->write(u"deeper/down.txt"_s,
             "Further down\n\nA folder that was chosen brings its folders.\n");

    w->open({w->folder()});

    QTRY_COMPARE(w->listed(), 4);
    QTRY_VERIFY(!w->lastShown().isEmpty());
    QTRY_COMPARE(w->selected(), w->lastShown());
}

void tst_Opening::saysSoWhenAFolderHoldsNoArticle()
{
    w->open({w->folder()});

    QTRY_COMPARE(w->message(), u"There are no articles here."_s);
    QVERIFY(w->pane()->shown.isEmpty());
}

void tst_Opening::listsExactlyTheFilesItWasGiven()
{
    w->writeSomeStories();

    w->open({w->path(u"oldest.txt"_s), w->path(u"newest.txt"_s)});

    const QStringList expected{u"Captain speaks"_s, u"Storm on its way"_s};
    QTRY_COMPARE(w->headlines(), expected);
    QTRY_COMPARE(w->selected(), u"Storm on its way"_s);
    QCOMPARE(w->pane()->shown, QStringList{u"Storm on its way"_s});
}

void tst_Opening::saysInOneSentenceWhyAFileCannotBeRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << u"empty.txt"_s << u"“empty.txt” is empty"_s;
    QTest::newRow("gone") << u"gone.txt"_s << u"“gone.txt” is not there"_s;
    QTest::newRow("broken link") << u"link.txt"_s << u"“link.txt” is not there"_s;
    QTest::newRow("pipe") << u"pipe"_s << u"“pipe” is not a file"_s;
    QTest::newRow("binary") << u"binary.txt"_s << u"“binary.txt” is "_s;
    QTest::newRow("large") << u"large.txt"_s << u"“large.txt” is too large"_s;
}

void tst_Opening::saysInOneSentenceWhyAFileCannotBeRead()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    w->writeSomeStories();
    w->write(u"empty.txt"_s, {});
    w->write(u"binary.txt"_s,
             QByteArray("\x7f"
                        "ELF\0\1\2\3\0\0\0\0",
                        12)
                 .repeated(300));
    w->write(u"large.txt"_s, "x");
    QVERIFY(QFile::resize(w->path(u"large.txt"_s), 65 * 1024 * 1024));
    QVERIFY(QFile::link(w->path(u"nowhere"_s), w->path(u"link.txt"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(w->path(u"pipe"_s)).constData(), 0600), 0);

    w->open({w->path(name)});

    QTRY_VERIFY2(w->message().contains(words), qPrintable(w->message()));
    QTRY_COMPARE(w->listed(), 3); // its neighbours are there to be read
    QVERIFY(w->pane()->shown.isEmpty());
    QVERIFY(!w->window()->findChild<QMessageBox *>());
}

void tst_Opening::goesOnWithTheRestAfterABadFile()
{
    w->writeSomeStories();

    w->open({w->path(u"gone.txt"_s), w->path(u"oldest.txt"_s)});

    QTRY_COMPARE(w->lastShown(), u"Storm on its way"_s);
    QTRY_VERIFY(w->message().contains(u"gone.txt"_s));
}

void tst_Opening::sumsUpTheBadFilesOfAFolder()
{
    w->writeSomeStories();
    for (const QString &name : {u"a.txt"_s, u"b.txt"_s, u"c.txt"_s})
        w->write(name, {});

    w->open({w->folder()});

    QTRY_VERIFY2(w->message().startsWith(u"3 files"_s), qPrintable(w->message()));
}

void tst_Opening::opensWhatIsDroppedOnIt()
{
    w->writeSomeStories();
    w->open({});
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(w->path(u"oldest.txt"_s)), QUrl(u"https://post.example"_s)});
    QDragEnterEvent enter({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});

    QCoreApplication::sendEvent(w->window(), &enter);
    QCoreApplication::sendEvent(w->window(), &drop);

    QVERIFY(enter.isAccepted());
    QTRY_COMPARE(w->lastShown(), u"Storm on its way"_s);
}

void tst_Opening::goesOnWithoutAPane()
{
    w->writeSomeStories();

    w->openWithoutPane({w->path(u"middle.txt"_s)});

    QTRY_VERIFY(w->message().contains(u"the pane is missing"_s));
    QTRY_COMPARE(w->listed(), 3);
    const auto *plain = w->window()->findChild<QTextBrowser *>();
    QVERIFY(plain && plain->isVisible());
    QVERIFY(plain->toPlainText().contains(u"Captain Ada Quill had seen worse"_s));
    QVERIFY(w->actions()->print->isEnabled());
}

void tst_Opening::goesOnInPlainTextWhenThePaneIsLost()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->lastShown(), u"Ferry stays in port"_s);
    QTRY_COMPARE(w->listed(), 3);

    Q_EMIT w->pane()->lost();

    const auto *plain = w->window()->findChild<QTextBrowser *>();
    QVERIFY(plain && plain->isVisible());
    QVERIFY(plain->toPlainText().contains(u"Ferry stays in port"_s));
    QVERIFY(w->message().contains(u"twice"_s));
    QTRY_VERIFY(!w->pane());
    QTest::keyClick(w->list(), Qt::Key_J);
    QTRY_VERIFY(plain->toPlainText().contains(u"Storm on its way"_s));

    w->list()->setFocus();
    QTest::mouseClick(w->window()->findChild<MessageBar *>()->findChild<QPushButton *>(),
                      Qt::LeftButton);
    QVERIFY(w->list()->hasFocus()); // the keyboard stays where it was

    QTRY_COMPARE(w->lastShown(), u"Storm on its way"_s); // by the pane that was tried again
    QVERIFY(w->message().isEmpty());
}

void tst_Opening::saysThatThePaneCameBack()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->lastShown(), u"Ferry stays in port"_s);

    Q_EMIT w->pane()->restored();
    Q_EMIT w->pane()->linkHovered(QUrl()); // as a new page does

    QVERIFY(w->window()->statusBar()->currentMessage().contains(u"started again"_s));
}

void tst_Opening::keepsThePanesPlaceInThePagesColour()
{
    w->writeSomeStories();

    w->openWithoutPane({w->path(u"middle.txt"_s)});

    QVERIFY(!w->window()->findChild<ReadingPane *>()); // it comes after the first paint
    const QImage shown = w->window()->findChild<ArticleColumn *>()->paneHost()->grab().toImage();

    QCOMPARE(shown.pixelColor(shown.rect().center()), QColor(screenPaper(false)));
}

void tst_Opening::marksTheArticleAsRead()
{
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->listed(), 3);
    const auto unread = [this](int row) {
        return w->list()->model()->index(row, 0).data(ArticleListModel::UnreadRole).toBool();
    };

    QTRY_VERIFY(unread(0) && !unread(1) && unread(2)); // once the rows have come
    QTest::keyClick(w->list(), Qt::Key_J);

    QTRY_VERIFY(!unread(2));
    const auto opened = w->session().list({SearchQuery::parsed(u"is:opened"_s)});
    QTRY_VERIFY(opened.isFinished());
    QCOMPARE(opened.result().value().total, 2);
}

QTEST_MAIN(tst_Opening)
#include "tst_opening.moc"
