#pragma once
// Everything that the window can do, each with its words, its keys and its picture, and where it
// stands in the menus and on the toolbar. What an action does is the window's. GUI thread; owned by
// the window.

#include <QAction>
#include <QIcon>
#include <QList>
#include <QObject>

class QMainWindow;
class QMenu;
class QToolBar;
class SearchBar;

// What the window is doing, as far as it decides what can be done.
struct WindowState
{
    bool hasArticle = false;
    bool isArticleShown = false; // in a pane, which can print it and search it
    bool hasSelection = false;
    bool hasAddress = false;
    bool isPage = false; // a saved one, which can be shown as it was
    bool isFinding = false;
    bool canGoBack = false;
    bool canGoForward = false;
    bool canStepForward = false;
    bool canStepBackward = false;
    bool canZoomIn = false;
    bool canZoomOut = false;
};

class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow *window);

    QAction *openFile, *openFolder, *addFolder, *exportPdf, *printPreview, *print, *printSelection,
        *closeWindow, *quit;
    QAction *copy, *selectAll, *find, *findNext, *findPrevious, *search, *preferences;
    QAction *zoomIn, *zoomOut, *zoomReset, *showShelf, *showList, *showRelated, *showStatusBar,
        *fullScreen, *reload;
    QAction *goBack, *goForward, *nextArticle, *previousArticle, *pageDown, *pageUp, *nextPane,
        *previousPane, *goToRelated, *earlierInStory, *laterInStory;
    QAction *originalPage, *openOriginal, *note, *properties;
    QAction *shortcuts, *about;
    QAction *leave; // Esc: the find bar, then the full screen

    QMenu *recentMenu() const { return m_recent; }
    QToolBar *toolBar() const { return m_toolBar; }
    SearchBar *searchBar() const { return m_searchBar; } // in the middle of the tool bar

    // The menus in their order, for the list of shortcuts.
    const QList<QMenu *> &menus() const { return m_menus; }

    // What cannot act now is disabled.
    void follow(const WindowState &state);

    // Once, after the first frame.
    void fillMenus();

    // Pictures are looked for and drawn after the first frame, and for every new palette.
    void loadIcons();

private:
    QAction *add(const QString &text, const QList<QKeySequence> &keys, const char *icon = nullptr);
    void makeFileActions();
    void makeEditActions();
    void makeViewActions();
    void makeGoActions();
    void makeMenus();
    void fillToolBar();

    QMainWindow *m_window;
    QMenu *m_recent;
    QToolBar *m_toolBar;
    SearchBar *m_searchBar;
    QList<QMenu *> m_menus;
    QList<std::pair<QAction *, QString>> m_iconNames;
};
