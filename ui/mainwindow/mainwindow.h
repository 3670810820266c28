#pragma once
// The window: it introduces the panes to one another and decides which article is on the screen.
// Opening is done by Opening, back and forward by CurrentArticle, keys and menus by WindowActions.
// GUI thread.

#include "app/article/articlesummary.h"
#include "app/base/result.h"
#include "ui/mainwindow/readinghistory.h"
#include "ui/mainwindow/windowsettings.h"
#include "ui/reading/readingpane.h"

#include <QMainWindow>

#include <functional>

class ArticleColumn;
class ArticleList;
class ArticleListView;
class Columns;
class CurrentArticle;
class LibrarySession;
class Opening;
struct LibraryChanges;
class ProblemNotices;
class ReadingDesk;
class ArticleMemory;
class ReadingPlugin;
class RecentFiles;
class RelatedDesk;
class RowActions;
class RowDeeds;
class ScanDesk;
class SearchDesk;
class ShelfDesk;
class WindowActions;

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    // Brings the plug-in with the web engine; called once, after the first paint.
    using LoadPlugin = std::function<Result<ReadingPlugin *>()>;

    // Begins to read `paths` at once, before anything is built.
    MainWindow(LibrarySession &session, LoadPlugin loadPlugin, const WindowSettings &settings,
               const QStringList &paths, QWidget *parent = nullptr);

    void open(const QStringList &paths);
    void openArticle(const ArticleSummary &story);
    void goTo(const ReadingPlace &place); // and the list to it, where it shows that article

    ReadingPlace place() const; // of the article on the screen; empty for none
    // One sentence and one thing to do about it; none where `button` is empty.
    void offer(const QString &sentence, const QString &button, const std::function<void()> &act);

    // As it is now, to be remembered.
    WindowSettings settings() const;

Q_SIGNALS:
    void newWindowWanted(const ArticleSummary &story); // with that article
    void placeChanged();
    void settled(); // an article is on the screen
    void closed();
    void settingsChanged(); // the recent files, or everything when the window closes

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    // Building, once.
    void buildPanes();
    void takeSettings();
    void connectOpening();
    void connectArticle();
    void connectSession();
    void connectPanes();
    void connectLibrary();
    void connectDesk();
    void connectRelated();
    void connectFileActions();
    void connectViewActions();
    void connectGoActions();
    void finishAfterFirstPaint();

    // Who hears what.
    void presentOpened(const Article &article);
    void follow(const Article &article);
    void settleDown();
    void followOverview();
    void showListed(ArticleId id);
    void articleIsListed(ArticleId id);
    void followLibrary(const LibraryChanges &changes);
    void followList();
    void step(ReadingPane::Direction direction);
    void turnPage(ReadingPane::Direction direction);

    // What the reader sees.
    void updateActions();
    void say(const QString &sentence); // in the status bar, for a moment
    void applyPalette();
    void leave();

    LibrarySession &m_session;
    const LoadPlugin m_loadPlugin;
    Opening *m_opening;
    CurrentArticle *m_current;
    WindowSettings m_settings; // as they were given; settings() tells those of now

    WindowActions *m_actions = nullptr;
    Columns *m_columns = nullptr;
    ArticleList *m_articles = nullptr;
    ArticleListView *m_list = nullptr;
    ArticleColumn *m_column = nullptr;
    ArticleMemory *m_memory = nullptr;
    ReadingDesk *m_desk = nullptr;
    RowDeeds *m_deeds = nullptr;
    RowActions *m_rows = nullptr;
    RelatedDesk *m_related = nullptr;
    RecentFiles *m_recent = nullptr;
    ProblemNotices *m_problems = nullptr;
    ShelfDesk *m_shelfDesk = nullptr;
    SearchDesk *m_searchDesk = nullptr;
    ScanDesk *m_scans = nullptr;

    bool m_isFirstPaintDone = false;
    bool m_tellsProblems = false;   // something was opened: what cannot be read there is said aloud
    bool m_findInList = false;      // an article was opened from outside: the list goes to it
    bool m_showFirstListed = false; // a folder was opened: its first article is to be shown
};
