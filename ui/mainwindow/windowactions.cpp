#include "ui/mainwindow/windowactions.h"

#include "ui/searchbar/searchbar.h"
#include "ui/support/icons.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPixmap>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace {

constexpr int pictureSize = 20; // pixels of a tool button's picture

QList<QKeySequence> keysOf(QKeySequence::StandardKey key, QList<QKeySequence> more = {})
{
    QList<QKeySequence> keys = QKeySequence::keyBindings(key);
    for (const QKeySequence &sequence : more) {
        if (!keys.contains(sequence))
            keys.append(sequence);
    }
    return keys;
}

// Keeps the place of a picture that is drawn after the first frame.
QIcon emptyIcon()
{
    QPixmap nothing(pictureSize, pictureSize);
    nothing.fill(Qt::transparent);
    return QIcon(nothing);
}

} // namespace

WindowActions::WindowActions(QMainWindow *window) : QObject(window), m_window(window)
{
    makeFileActions();
    makeEditActions();
    makeViewActions();
    makeGoActions();
    makeMenus();
    fillToolBar();
}

QAction *WindowActions::add(const QString &text, const QList<QKeySequence> &keys, const char *icon)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    m_window->addAction(action); // its keys work even where no menu or toolbar shows it
    if (icon)
        m_iconNames.append({action, QLatin1StringView(icon)});
    return action;
}

void WindowActions::makeFileActions()
{
    openFile = add(tr("&Open…"), keysOf(QKeySequence::Open), "document-open");
    openFolder = add(tr("Open &Folder…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O}, "folder-open");
    addFolder = add(tr("&Add Folder to Library…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_A},
                    "folder-new");
    exportPdf = add(tr("&Export as PDF…"), {}, "document-export");
    printPreview = add(tr("Print Pre&view…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_P},
                       "document-print-preview");
    print = add(tr("&Print…"), keysOf(QKeySequence::Print), "document-print");
    printSelection = add(tr("Print Se&lection…"), {Qt::CTRL | Qt::ALT | Qt::Key_P});
    closeWindow = add(tr("&Close"), {Qt::CTRL | Qt::Key_W}, "window-close");
    quit = add(tr("&Quit"), {Qt::CTRL | Qt::Key_Q}, "application-exit");
    originalPage = add(tr("Original &Page"), {Qt::CTRL | Qt::Key_U}, "text-html");
    originalPage->setCheckable(true);
    openOriginal = add(tr("Open Original in &Browser…"),
                       {Qt::CTRL | Qt::SHIFT | Qt::Key_Return, Qt::Key_B}, "internet-web-browser");
    note = add(tr("&Note"), {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, "note");
    note->setCheckable(true);
    properties = add(tr("P&roperties…"), {Qt::ALT | Qt::Key_Return, Qt::ALT | Qt::Key_Enter},
                     "document-properties");
    shortcuts = add(tr("&Keyboard Shortcuts"),
                    {Qt::Key_F1, Qt::CTRL | Qt::Key_Question, QKeySequence(Qt::Key_Question)},
                    "input-keyboard");
    about = add(tr("&About Broadsheet"), {}, "help-about");
}

void WindowActions::makeEditActions()
{
    copy = add(tr("&Copy"), keysOf(QKeySequence::Copy), "edit-copy");
    selectAll = add(tr("Select &All"), {Qt::CTRL | Qt::Key_A}, "edit-select-all");
    find = add(tr("&Find…"), {Qt::CTRL | Qt::Key_F, QKeySequence(Qt::Key_Slash)}, "edit-find");
    search = add(tr("&Search the Library"), {Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::Key_L},
                 "folder-saved-search");
    findNext = add(tr("Find &Next"), {Qt::Key_F3, Qt::CTRL | Qt::Key_G});
    findPrevious = add(tr("Find &Previous"),
                       {Qt::SHIFT | Qt::Key_F3, Qt::CTRL | Qt::SHIFT | Qt::Key_G});
    preferences = add(tr("Pre&ferences…"), {Qt::CTRL | Qt::Key_Comma}, "preferences-system");
}

void WindowActions::makeViewActions()
{
    zoomIn = add(tr("Zoom &In"), keysOf(QKeySequence::ZoomIn, {Qt::CTRL | Qt::Key_Equal}),
                 "zoom-in");
    zoomOut = add(tr("Zoom &Out"), keysOf(QKeySequence::ZoomOut), "zoom-out");
    zoomReset = add(tr("&Normal Size"), {Qt::CTRL | Qt::Key_0}, "zoom-original");
    showShelf = add(tr("Li&brary"), {Qt::Key_F9}, "view-sidetree");
    showList = add(tr("Article &List"), {Qt::SHIFT | Qt::Key_F9}, "view-list");
    showRelated = add(tr("Related &Stories"), {Qt::SHIFT | Qt::Key_F8}, "view-related");
    showStatusBar = add(tr("Status &Bar"), {});
    fullScreen = add(tr("&Full Screen"), {Qt::Key_F11}, "view-fullscreen");
    reload = add(tr("&Reload"), {Qt::Key_F5, Qt::CTRL | Qt::Key_R}, "view-refresh");
    for (QAction *action : {showShelf, showList, showRelated, showStatusBar, fullScreen})
        action->setCheckable(true);
    leave = add(tr("Leave Search or Full Screen"), {Qt::Key_Escape});
}

void WindowActions::makeGoActions()
{
    goBack = add(tr("&Back"), {Qt::ALT | Qt::Key_Left, Qt::CTRL | Qt::Key_BracketLeft},
                 "go-previous");
    goForward = add(tr("&Forward"), {Qt::ALT | Qt::Key_Right, Qt::CTRL | Qt::Key_BracketRight},
                    "go-next");
    nextArticle = add(tr("&Next Article"), {Qt::ALT | Qt::Key_Down, Qt::Key_J}, "go-down");
    previousArticle = add(tr("&Previous Article"), {Qt::ALT | Qt::Key_Up, Qt::Key_K, Qt::Key_P},
                          "go-up");
    // Space presses a button that has the focus; it turns pages in the list and the article only,
    // where the window adds these two.
    pageDown = add(tr("Page &Down, then Next Article"), {Qt::Key_Space});
    pageUp = add(tr("Page &Up, then Previous Article"), {Qt::SHIFT | Qt::Key_Space});
    for (QAction *action : {pageDown, pageUp}) {
        m_window->removeAction(action);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    }
    goToRelated = add(tr("&Related Stories"), {Qt::Key_F8});
    earlierInStory = add(tr("&Earlier in This Story"), {Qt::ALT | Qt::SHIFT | Qt::Key_Left});
    laterInStory = add(tr("&Later in This Story"), {Qt::ALT | Qt::SHIFT | Qt::Key_Right});
    nextPane = add(tr("Next P&ane"), {Qt::Key_F6});
    previousPane = add(tr("Previous Pan&e"), {Qt::SHIFT | Qt::Key_F6});
}

// The bar has its titles for the first frame; nobody can open a menu before that.
void WindowActions::makeMenus()
{
    for (const QString &title :
         {tr("&File"), tr("&Edit"), tr("&View"), tr("&Go"), tr("&Article"), tr("&Help")})
        m_menus.append(m_window->menuBar()->addMenu(title));
    m_recent = new QMenu(tr("Open &Recent"), m_menus.first());
    m_toolBar = new QToolBar(tr("Tool Bar"), m_window);
}

void WindowActions::fillMenus()
{
    QAction *showToolBar = m_toolBar->toggleViewAction();
    showToolBar->setText(tr("&Tool Bar"));
    const QList<QList<QAction *>> entries{
        {openFile, openFolder, m_recent->menuAction(), addFolder, nullptr, exportPdf, printPreview,
         print, printSelection, nullptr, closeWindow, quit},
        {copy, selectAll, nullptr, search, nullptr, find, findNext, findPrevious, nullptr,
         preferences},
        {zoomIn, zoomOut, zoomReset, nullptr, showShelf, showList, showRelated, showToolBar,
         showStatusBar, nullptr, fullScreen, reload},
        {goBack, goForward, nullptr, nextArticle, previousArticle, nullptr, goToRelated,
         earlierInStory, laterInStory, nullptr, pageDown, pageUp, nullptr, nextPane, previousPane},
        {note, nullptr, originalPage, openOriginal, nullptr, properties},
        {shortcuts, nullptr, about},
    };
    for (qsizetype menu = 0; menu < entries.size(); ++menu) {
        for (QAction *entry : entries.at(menu)) {
            if (entry)
                m_menus.at(menu)->addAction(entry);
            else
                m_menus.at(menu)->addSeparator();
        }
    }
}

void WindowActions::fillToolBar()
{
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize({pictureSize, pictureSize});
    m_toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    const auto space = [this] {
        auto *widget = new QWidget(m_toolBar);
        widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        m_toolBar->addWidget(widget);
    };
    m_searchBar = new SearchBar(m_toolBar);
    const QIcon place = emptyIcon();
    for (const auto &[action, name] : std::as_const(m_iconNames))
        action->setIcon(place);
    m_toolBar->addActions({showShelf});
    m_toolBar->addSeparator();
    m_toolBar->addActions({openFile, openFolder});
    m_toolBar->addSeparator();
    m_toolBar->addActions({goBack, goForward, previousArticle, nextArticle});
    space();
    m_toolBar->addWidget(m_searchBar);
    space();
    m_toolBar->addActions({zoomOut, zoomIn, find});
    m_toolBar->addSeparator();
    m_toolBar->addActions({originalPage, openOriginal, printPreview, print});
    m_toolBar->addSeparator();
    m_toolBar->addActions({showRelated});
    m_window->addToolBar(m_toolBar);
}

void WindowActions::follow(const WindowState &state)
{
    for (QAction *action :
         {selectAll, find, pageDown, pageUp, printPreview, print, exportPdf, zoomReset})
        action->setEnabled(state.isArticleShown);
    for (QAction *action : {copy, printSelection})
        action->setEnabled(state.hasSelection);
    findNext->setEnabled(state.isFinding);
    findPrevious->setEnabled(state.isFinding);
    zoomIn->setEnabled(state.isArticleShown && state.canZoomIn);
    zoomOut->setEnabled(state.isArticleShown && state.canZoomOut);
    goBack->setEnabled(state.canGoBack);
    goForward->setEnabled(state.canGoForward);
    nextArticle->setEnabled(state.canStepForward);
    previousArticle->setEnabled(state.canStepBackward);
    reload->setEnabled(state.hasArticle);
    for (QAction *action : {note, properties})
        action->setEnabled(state.hasArticle);
    openOriginal->setEnabled(state.hasAddress);
    originalPage->setEnabled(state.isPage && state.isArticleShown);
}

void WindowActions::loadIcons()
{
    for (const auto &[action, name] : std::as_const(m_iconNames))
        action->setIcon(themedIcon(name));
    m_recent->setIcon(themedIcon(u"document-open-recent"_s));
}
