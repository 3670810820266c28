// The window with the real plug-in, as main() puts them together: the pane is the web engine's.
#include "app/library/library.h"
#include "app/session/librarysession.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/reading/engineenvironment.h"
#include "ui/reading/readingpane.h"
#include "ui/reading/readingplugin.h"
#include "ui/related/relatedmodel.h"
#include "ui/related/relatedsidebar.h"

#include <QApplication>
#include <QFileDialog>
#include <QListView>
#include <QPdfDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

// Two stories, the first of which names the second, and a window on the first.
struct LiveWindow
{
    LiveWindow()
    {
        write(opened,
              "Ferry stays in port\n\nPublished: 2031-05-02\n\nThe Skerra ferry stayed in port on "
              "Friday, said the harbour office.\n\nCaptain Ada Quill had a hold full of barley.\n\n"
              "SEE ALSO\nStorm on its way to the islands\n01 May 31 | Regional\n");
        write(news.filePath(u"listed.txt"_s),
              "Storm on its way to the islands\n\nPublished: 2031-05-01\n\nThe Skerra ferry may "
              "not sail, the harbour office said.\n\nThe storm was seen from the islands.\n");
        window.open({opened});
        window.show();
        QApplication::setActiveWindow(&window);
    }

    // Waits until the article is on the screen and what lies beside it is read and related.
    bool isReady()
    {
        return QTest::qWaitFor(
            [this] {
                pane = window.findChild<ReadingPane *>();
                return pane && actions->nextArticle->isEnabled()
                    && storyRow().data(RelatedModel::IsHereRole).toBool();
            },
            20000);
    }

    QModelIndex storyRow() const
    {
        const QAbstractItemModel *model = related->model();
        return model->match(model->index(0, 0), Qt::DisplayRole, u"Storm on its way"_s, 1).value(0);
    }

    QTemporaryDir home;
    QTemporaryDir news;
    QString opened = news.filePath(u"opened.txt"_s);
    Library library{home.filePath(u"library"_s)};
    LibrarySession session{library};
    MainWindow window{session, &loadReadingPlugin, {}, {}};
    WindowActions *actions = window.findChild<WindowActions *>();
    QListView *related = window.findChild<RelatedSidebar *>()->list();
    ReadingPane *pane = nullptr;
};

} // namespace

class tst_LiveWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void readsOnFromARelatedStoryAndReturns();
    void exportsTheArticleOnTheScreen();
};

// What the engine says about itself at its start fails no test.
void tst_LiveWindow::initTestCase()
{
    const auto plugin = loadReadingPlugin();
    QVERIFY(plugin.has_value());
    std::unique_ptr<ReadingPane> pane(plugin.value()->createReadingPane(nullptr));
    QSignalSpy shown(pane.get(), &ReadingPane::articleShown);
    pane->show();
    pane->showArticle(Article());
    QVERIFY(shown.wait(30000));
}

void tst_LiveWindow::readsOnFromARelatedStoryAndReturns()
{
    LiveWindow live;
    QVERIFY(live.isReady());
    QVERIFY(live.window.windowTitle().startsWith(u"Ferry stays in port"_s));
    QSignalSpy shown(live.pane, &ReadingPane::articleShown);

    QTest::mouseClick(live.related->viewport(), Qt::LeftButton, {},
                      live.related->visualRect(live.storyRow()).center());
    QTRY_VERIFY_WITH_TIMEOUT(shown.count() > 0, 20000);
    QTRY_VERIFY(live.window.windowTitle().startsWith(u"Storm on its way"_s));
    shown.clear();
    live.actions->goBack->trigger();

    QTRY_VERIFY_WITH_TIMEOUT(shown.count() > 0, 20000);
    QTRY_VERIFY(live.window.windowTitle().startsWith(u"Ferry stays in port"_s));
    live.actions->zoomIn->trigger();
    QCOMPARE(live.pane->zoom(), 110);
}

void tst_LiveWindow::exportsTheArticleOnTheScreen()
{
    LiveWindow live;
    QVERIFY(live.isReady());
    const QString pdf = live.home.filePath(u"clipping.pdf"_s);

    live.actions->exportPdf->trigger();
    auto *question = live.window.findChild<QFileDialog *>();
    QVERIFY(question);
    Q_EMIT question->fileSelected(pdf); // as the dialog does when the reader has chosen
    question->close();

    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(pdf), 30000);
    QPdfDocument paper;
    QCOMPARE(paper.load(pdf), QPdfDocument::Error::None);
    const QString text = paper.getAllText(0).text().simplified();
    QVERIFY2(text.contains(u"Ferry stays in port"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Page 1 of 1"_s), qPrintable(text));
}

int main(int argc, char *argv[])
{
    prepareEngine();
    QApplication application(argc, argv);
    tst_LiveWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_livewindow.moc"
