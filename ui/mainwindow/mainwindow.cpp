#include "ui/mainwindow/mainwindow.h"

#include "app/html/plaintext.h"
#include "app/render/screenpage.h"
#include "app/session/librarysession.h"
#include "ui/articlelist/articlelist.h"
#include "ui/articlelist/articlelistview.h"
#include "ui/mainwindow/articlecolumn.h"
#include "ui/mainwindow/articlememory.h"
#include "ui/mainwindow/columns.h"
#include "ui/mainwindow/currentarticle.h"
#include "ui/mainwindow/desktoprecents.h"
#include "ui/mainwindow/filedesk.h"
#include "ui/mainwindow/findbar.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/opening.h"
#include "ui/mainwindow/originaldesk.h"
#include "ui/mainwindow/panedesk.h"
#include "ui/mainwindow/printingdesk.h"
#include "ui/mainwindow/problemnotices.h"
#include "ui/mainwindow/readingdesk.h"
#include "ui/mainwindow/recentfiles.h"
#include "ui/mainwindow/relateddesk.h"
#include "ui/mainwindow/rowactions.h"
#include "ui/mainwindow/rowdeeds.h"
#include "ui/mainwindow/scandesk.h"
#include "ui/mainwindow/searchdesk.h"
#include "ui/mainwindow/shelfdesk.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/mainwindow/windowdialogs.h"
#include "ui/related/relatedsidebar.h"
#include "ui/searchbar/searchbar.h"
#include "ui/shelf/shelf.h"

#include <QMouseEvent>
#include <QStatusBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

MainWindow::MainWindow(LibrarySession &session, LoadPlugin loadPlugin,
                       const WindowSettings &settings, const QStringList &paths, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_loadPlugin(std::move(loadPlugin))
    , m_opening(new Opening(session, this))
    , m_current(new CurrentArticle(session, this))
    , m_settings(settings)
{
    m_opening->open(paths); // another thread reads while this one builds
    m_actions = new WindowActions(this);
    m_recent = new RecentFiles(m_actions->recentMenu(), settings.recentPaths, this);
    buildPanes();
    connectOpening();
    connectArticle();
    connectSession();
    connectPanes();
    connectLibrary();
    connectDesk();
    connectRelated();
    connectFileActions();
    connectViewActions();
    connectGoActions();
    takeSettings();
    if (paths.isEmpty() && m_settings.hasArticles)
        m_column->showIdle();
    else if (paths.isEmpty())
        m_column->showWelcome();
    applyPalette();
    updateActions();
    setWindowTitle(tr("Broadsheet"));
    m_searchDesk->showPlace(paths.isEmpty() ? SearchQuery::parsed(m_settings.place) : SearchQuery(),
                            m_settings.placeName);
    m_list->setFocus();
}

void MainWindow::buildPanes()
{
    m_columns = new Columns(m_session, *m_actions, this);
    setCentralWidget(m_columns);
    m_articles = m_columns->list();
    m_articles->setChoices(m_settings.list);
    m_list = m_articles->view();
    m_column = m_columns->article();
    m_problems = new ProblemNotices(m_column->messageBar(), this);
    m_deeds = new RowDeeds(m_session, *m_articles, this);
    m_rows = new RowActions(*m_deeds, *m_articles, m_column->messageBar(), this);
    m_scans = new ScanDesk(m_session, statusBar(), m_problems, m_column->messageBar(), this);
    m_related = new RelatedDesk(m_session, m_columns->related(), *m_current, m_column->messageBar(),
                                *m_actions, this);
    m_shelfDesk = new ShelfDesk(m_session, m_columns->shelf(), m_column->messageBar(), this);
    m_searchDesk = new SearchDesk(m_session, m_columns, m_actions->searchBar(), this);
    m_memory = new ArticleMemory(m_session, *m_current, m_column->notePanel(), *m_actions, this);
    m_desk = new ReadingDesk(*m_current, *m_actions, m_column->findBar(), m_settings.zoom, this);
}

void MainWindow::takeSettings()
{
    if (!restoreGeometry(m_settings.geometry))
        resize(1200, 800);
    restoreState(m_settings.bars);
    m_columns->restore(m_settings, width());
    m_actions->searchBar()->setRecent(m_settings.recentSearches);
    m_actions->showStatusBar->setChecked(m_settings.statusBarShown);
    statusBar()->setVisible(m_settings.statusBarShown);
}

void MainWindow::connectOpening()
{
    connect(m_opening, &Opening::articleRead, this, &MainWindow::presentOpened);
    connect(m_opening, &Opening::opened, this, [this](const QString &path) {
        m_problems->forget();
        m_recent->add(path);
        tellDesktopLater(path, this);
        m_scans->tellNext();
        m_searchDesk->showPlaceOf(path);
    });
    connect(m_opening, &Opening::failed, this, [this](const Error &error) {
        m_recent->forget(error.subject);
        m_problems->tell(error);
        if (!m_current->article() && m_articles->total() == 0)
            m_column->showWelcome();
    });
    connect(m_opening, &Opening::folderChosen, this, [this] { m_showFirstListed = true; });
    connect(m_opening, &Opening::articleListed, this, &MainWindow::articleIsListed);
    connect(m_opening, &Opening::listChanged, this, &MainWindow::followLibrary);
}

void MainWindow::connectArticle()
{
    connect(m_current, &CurrentArticle::changed, this, &MainWindow::follow);
    connect(m_current, &CurrentArticle::shown, this, &MainWindow::settleDown);
    connect(m_current, &CurrentArticle::failed, m_problems, &ProblemNotices::tell);
}

void MainWindow::connectSession()
{
    connect(&m_session, &LibrarySession::wordsFound, m_searchDesk, &SearchDesk::askFacetsSoon);
    connect(m_scans, &ScanDesk::finished, this, [this](bool wasAskedFor) {
        const bool isQuiet = m_column->messageBar()->message().isEmpty();
        if (wasAskedFor && isQuiet && m_articles->articles()->rowCount() == 0)
            m_column->messageBar()->showMessage(tr("There are no articles here."));
        m_related->ask();
    });
}

void MainWindow::connectLibrary()
{
    connect(m_actions->addFolder, &QAction::triggered, m_shelfDesk, &ShelfDesk::chooseFolder);
    connect(m_actions->search, &QAction::triggered, this, [this] {
        m_actions->toolBar()->show();
        m_actions->searchBar()->open();
    });
    connect(m_shelfDesk, &ShelfDesk::overviewCame, this, &MainWindow::followOverview);
    connect(m_shelfDesk, &ShelfDesk::folderAdded, this, [this](const QString &folder) {
        m_actions->showShelf->setChecked(true);
        m_scans->tellNext();
        m_showFirstListed = !m_current->article();
        m_searchDesk->showPlaceOf(folder);
    });
    connect(m_searchDesk, &SearchDesk::searchChanged, this,
            [this] { m_desk->setSearched(m_searchDesk->searched()); });
    connect(m_searchDesk, &SearchDesk::saveWanted, m_shelfDesk, &ShelfDesk::saveSearch);
}

void MainWindow::followOverview()
{
    const LibraryOverview &overview = m_shelfDesk->overview();
    m_searchDesk->setOverview(overview);
    m_scans->setOverview(overview);
    QStringList tags;
    for (const FacetCount &tag : overview.tags)
        tags.append(tag.value);
    m_deeds->setLibraryTags(tags);
    m_settings.hasArticles = overview.articles > 0;
    if (overview.articles > 0 && m_column->isWelcoming())
        m_column->showIdle();
}

void MainWindow::connectPanes()
{
    connect(m_articles, &ArticleList::filled, this, &MainWindow::followList);
    connect(m_articles, &ArticleList::failed, m_problems, &ProblemNotices::tell);
    connect(m_articles, &ArticleList::nothingUnread, this,
            [this] { statusBar()->showMessage(tr("No other article here is unread"), 5000); });
    connect(m_articles, &ArticleList::choicesChanged, this, &MainWindow::settingsChanged);
    connect(m_deeds, &RowDeeds::failed, m_problems, &ProblemNotices::tell);
    connect(m_deeds, &RowDeeds::failedAll, m_problems, &ProblemNotices::tellAll);
    connect(m_deeds, &RowDeeds::said, this, &MainWindow::say);
    connect(m_list, &ArticleListView::articleChosen, this, &MainWindow::showListed);
    connect(m_list, &ArticleListView::articleEntered, this, [this](ArticleId id) {
        showListed(id);
        m_column->paneHost()->setFocus();
    });
}

void MainWindow::connectRelated()
{
    connect(m_related, &RelatedDesk::listWanted, this,
            [this](const QList<ArticleId> &ids, const QString &name) {
                m_actions->showList->setChecked(true);
                m_searchDesk->showPlace(SearchQuery::ofIds(ids), name);
            });
    connect(m_related, &RelatedDesk::printWanted, m_deeds, &RowDeeds::print);
    connect(m_related, &RelatedDesk::newWindowWanted, this, &MainWindow::newWindowWanted);
    connect(m_related, &RelatedDesk::failed, m_problems, &ProblemNotices::tell);
    connect(m_related, &RelatedDesk::said, this, &MainWindow::say);
    connect(m_deeds, &RowDeeds::relatedWanted, m_related, &RelatedDesk::markRelated);
}

void MainWindow::connectDesk()
{
    connect(m_desk, &ReadingDesk::changed, this, &MainWindow::updateActions);
    connect(m_desk, &ReadingDesk::endReached, this, &MainWindow::step);
    connect(m_desk, &ReadingDesk::linkActivated, this,
            [this](const QUrl &url) { offerToOpen(this, url); });
    connect(m_desk, &ReadingDesk::said, statusBar(), &QStatusBar::showMessage);
    connect(m_desk, &ReadingDesk::findClosed, this, [this] {
        m_column->paneHost()->setFocus();
        updateActions();
    });
}

void MainWindow::connectFileActions()
{
    new FileDesk(*m_opening, *m_current, *m_recent, *m_actions, this);
    connect(m_recent, &RecentFiles::changed, this, &MainWindow::settingsChanged);
    connect(m_actions->closeWindow, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    auto *original = new OriginalDesk(m_session, *m_current, *m_actions, this);
    connect(original, &OriginalDesk::failed, m_problems, &ProblemNotices::tell);
    connectPreferences(*m_actions, *m_desk, this);
    connectHelp(*m_actions, this);
}

void MainWindow::connectViewActions()
{
    connect(m_actions->showStatusBar, &QAction::toggled, statusBar(), &QWidget::setVisible);
    connect(m_actions->fullScreen, &QAction::toggled, this, [this](bool full) {
        setWindowState(full ? windowState() | Qt::WindowFullScreen
                            : windowState() & ~Qt::WindowFullScreen);
        updateActions();
    });
    connect(m_actions->reload, &QAction::triggered, m_current, &CurrentArticle::reload);
    connect(m_actions->leave, &QAction::triggered, this, &MainWindow::leave);
}

void MainWindow::connectGoActions()
{
    connect(m_actions->goBack, &QAction::triggered, m_current, &CurrentArticle::goBack);
    connect(m_actions->goForward, &QAction::triggered, m_current, &CurrentArticle::goForward);
    connect(m_actions->nextArticle, &QAction::triggered, m_list, [this] { m_list->step(1); });
    connect(m_actions->previousArticle, &QAction::triggered, m_list, [this] { m_list->step(-1); });
    connect(m_actions->pageDown, &QAction::triggered, this,
            [this] { turnPage(ReadingPane::Direction::Forward); });
    connect(m_actions->pageUp, &QAction::triggered, this,
            [this] { turnPage(ReadingPane::Direction::Backward); });
    connect(m_actions->nextPane, &QAction::triggered, this, [this] { m_columns->cycle(1); });
    connect(m_actions->previousPane, &QAction::triggered, this, [this] { m_columns->cycle(-1); });
}

// The window is on the screen: now what made it slow to come may be fetched.
void MainWindow::finishAfterFirstPaint()
{
    m_actions->fillMenus();
    m_rows->fillMenus(*m_actions);
    m_actions->loadIcons();
    m_actions->searchBar()->build();
    m_actions->toolBar()->repaint(); // loading the engine takes longer than this
    m_shelfDesk->askSoon();
    QTimer::singleShot(2000, &m_session, &LibrarySession::followFolders); // the article comes first
    setWindowIcon(QIcon(u":/icons/org.broadsheet.Broadsheet.svg"_s));
    auto *printing = new PrintingDesk(m_session, *m_current, *m_column->notePanel(), *m_actions,
                                      m_settings.printing, this);
    connect(printing, &PrintingDesk::settingsChanged, this, [this](const PrintSettings &settings) {
        m_settings.printing = settings;
        Q_EMIT settingsChanged();
    });
    connect(printing, &PrintingDesk::failed, m_problems, &ProblemNotices::tell);
    connect(printing, &PrintingDesk::done, this, &MainWindow::say);
    connect(m_deeds, &RowDeeds::printWanted, printing, &PrintingDesk::printArticles);
    m_rows->setCanPrint(true);
    auto *panes = new PaneDesk(m_loadPlugin, m_column, *m_memory, *m_desk, *printing, this);
    connect(panes, &PaneDesk::said, this, &MainWindow::say);
    connect(panes, &PaneDesk::paneCame, this, &MainWindow::updateActions);
    panes->bringPane();
}

void MainWindow::open(const QStringList &paths)
{
    m_opening->open(paths);
}

void MainWindow::openArticle(const ArticleSummary &story)
{
    m_searchDesk->showPlaceOf(story.path);
    goTo({story.id, story.path, story.part});
}

void MainWindow::goTo(const ReadingPlace &place)
{
    m_findInList = true;
    m_current->goTo(place);
}

ReadingPlace MainWindow::place() const
{
    const Article *article = m_current->article();
    return article ? ReadingPlace{article->id, article->path, article->part} : ReadingPlace();
}

void MainWindow::offer(const QString &sentence, const QString &button,
                       const std::function<void()> &act)
{
    m_column->messageBar()->offer(sentence, button, [bar = m_column->messageBar(), act] {
        bar->hide();
        act();
    });
}

void MainWindow::presentOpened(const Article &article)
{
    m_showFirstListed = false;
    m_findInList = true;
    if (m_articles->articles()->rowCount() == 0)
        m_articles->articles()->showNewcomer(summaryOf(article, plainText(article.bodyHtml)));
    m_current->present(article);
}

// Another article: everything but its pixels, which are on their way.
void MainWindow::follow(const Article &article)
{
    m_column->showArticle();
    m_list->select(article.id);
    m_related->expect(article);
    setWindowTitle(tr("%1 — Broadsheet").arg(article.headline.simplified().left(120)));
    updateActions();
    Q_EMIT placeChanged();
}

// Its pixels are there: now what could wait.
void MainWindow::settleDown()
{
    const Article *article = m_current->article();
    if (article && article->id != ArticleId{})
        m_session.setOpened(article->id);
    m_opening->goOn();
    m_related->ask();
    Q_EMIT settled();
}

void MainWindow::showListed(ArticleId id)
{
    if (id != ArticleId{})
        m_current->goTo({id, {}, {}});
}

void MainWindow::articleIsListed(ArticleId id)
{
    m_articles->articles()->adopt(id);
    m_current->identify(id);
    m_session.setOpened(id);
}

void MainWindow::followLibrary(const LibraryChanges &changes)
{
    m_articles->follow(changes);
    if (!changes.added.isEmpty())
        m_related->askSoon();
}

// The rows are what the library has now.
void MainWindow::followList()
{
    const Article *article = m_current->article();
    if (m_showFirstListed && m_articles->articles()->rowCount() > 0) {
        m_showFirstListed = false;
        m_current->goTo({m_articles->articles()->idAt(0), {}, {}});
    } else if (article && !m_list->currentIndex().isValid()) {
        // In another list the reader looks at its beginning, wherever the article is in it.
        m_list->select(article->id,
                       m_findInList ? ArticleListView::Scroll::Into
                                    : ArticleListView::Scroll::Stay);
    }
    if (m_list->currentIndex().isValid())
        m_findInList = false;
    updateActions();
}

void MainWindow::step(ReadingPane::Direction direction)
{
    m_list->step(direction == ReadingPane::Direction::Forward ? 1 : -1);
}

void MainWindow::turnPage(ReadingPane::Direction direction)
{
    if (ReadingPane *pane = m_current->pane(); pane && m_current->article())
        pane->scrollByPage(direction);
    else
        step(direction);
}

void MainWindow::say(const QString &sentence)
{
    statusBar()->showMessage(sentence, 5000);
}

void MainWindow::updateActions()
{
    const Article *article = m_current->article();
    const ReadingPane *pane = article ? m_current->pane() : nullptr;
    const QString scheme = article ? article->url.scheme() : QString();
    WindowState state;
    state.hasArticle = article;
    state.isArticleShown = pane;
    state.hasSelection = pane && pane->hasSelection();
    state.hasAddress = scheme == u"http"_s || scheme == u"https"_s;
    state.isPage = article && article->encodingFormat != u"text/plain"_s
        && (!pane || pane->showsOriginals());
    state.isFinding = pane && (m_desk->isFinding() || m_desk->hasMarks());
    state.canGoBack = m_current->canGoBack();
    state.canGoForward = m_current->canGoForward();
    state.canStepForward = m_list->canStep(1);
    state.canStepBackward = m_list->canStep(-1);
    state.canZoomIn = m_desk->zoom() < ReadingPane::largestZoom;
    state.canZoomOut = m_desk->zoom() > ReadingPane::smallestZoom;
    m_actions->follow(state);
}

void MainWindow::applyPalette()
{
    const bool isDark = palette().color(QPalette::Window).lightness()
        < palette().color(QPalette::WindowText).lightness();
    m_column->setGround(QColor(screenPaper(isDark))); // the pane's, before it is there
    if (m_isFirstPaintDone)
        m_actions->loadIcons(); // another palette may suit the theme's icons, or not
    m_desk->setDark(isDark);
}

void MainWindow::leave()
{
    if (m_current->leaveAside())
        return;
    if (m_column->findBar()->isVisible())
        m_column->findBar()->close();
    else if (m_column->messageBar()->isVisible())
        m_column->messageBar()->hide();
    else
        m_actions->fullScreen->setChecked(false);
}

WindowSettings MainWindow::settings() const
{
    WindowSettings now = m_settings;
    m_columns->remember(now);
    now.zoom = m_desk->zoom();
    now.recentPaths = m_recent->paths();
    now.geometry = saveGeometry();
    now.bars = saveState();
    now.recentSearches = m_actions->searchBar()->recent();
    now.place = m_searchDesk->place().written();
    now.placeName = m_searchDesk->placeName();
    now.statusBarShown = m_actions->showStatusBar->isChecked();
    return now;
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (m_isFirstPaintDone)
        return;
    m_isFirstPaintDone = true;
    QTimer::singleShot(0, this, &MainWindow::finishAfterFirstPaint);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_column)
        applyPalette();
    if (event->type() == QEvent::WindowStateChange && m_actions)
        m_actions->fullScreen->setChecked(isFullScreen());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT settingsChanged();
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

void MainWindow::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton)
        m_current->goBack();
    else if (event->button() == Qt::ForwardButton)
        m_current->goForward();
    else
        QMainWindow::mousePressEvent(event);
}
