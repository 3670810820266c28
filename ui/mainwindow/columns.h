#pragma once
// The window's columns from left to right: the shelf, or what divides a search; the article list,
// the article, the related stories; which of them are shown and how wide. They never know each
// other. Owned by the window; GUI thread.

#include "ui/mainwindow/windowsettings.h"

#include <QSplitter>

class ArticleColumn;
class ArticleList;
class FacetPanel;
class LibrarySession;
class QStackedWidget;
class RelatedSidebar;
class Shelf;
class SuggestionLine;
class WindowActions;

class Columns final : public QSplitter
{
    Q_OBJECT

public:
    Columns(LibrarySession &session, const WindowActions &actions, QWidget *parent);

    Shelf *shelf() const { return m_shelf; }
    FacetPanel *facets(); // made when it is first asked for
    SuggestionLine *suggestion() const { return m_suggestion; }
    ArticleList *list() const { return m_list; }
    ArticleColumn *article() const { return m_article; }
    RelatedSidebar *related() const { return m_related; }

    // Which of the two the first column shows.
    void showShelf();
    void showFacets();
    // Whether the reader wants that column, even where the window is too narrow for it now.
    // The window has its size; the shown columns and their widths follow.
    void restore(const WindowSettings &settings, int width);
    void remember(WindowSettings &settings) const; // what the columns know of them

    // Moves the focus to the next one that is shown.
    void cycle(int step);

Q_SIGNALS:
    void facetsMade(FacetPanel *panel);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectActions();
    bool isShelfWanted() const; // shown, or to be shown as soon as there is room for it

    const WindowActions &m_actions;
    QStackedWidget *m_side;
    Shelf *m_shelf;
    FacetPanel *m_facets = nullptr;
    QWidget *m_listColumn;
    SuggestionLine *m_suggestion;
    ArticleList *m_list;
    ArticleColumn *m_article;
    RelatedSidebar *m_related;
    bool m_isNarrow = false;
    bool m_shelfComesBack = false; // once the window is wide enough again
};
