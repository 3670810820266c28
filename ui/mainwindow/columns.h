#pragma once
// The window's columns from left to right: the article list, the article, the related stories;
// which of them are shown and how wide. They never know each other. Owned by the window; GUI
// thread.

#include "ui/mainwindow/windowsettings.h"

#include <QSplitter>

class ArticleColumn;
class ArticleList;
class LibrarySession;
class RelatedSidebar;
class WindowActions;

class Columns final : public QSplitter
{
    Q_OBJECT

public:
    Columns(LibrarySession &session, const WindowActions &actions, QWidget *parent);

    ArticleList *list() const { return m_list; }
    ArticleColumn *article() const { return m_article; }
    RelatedSidebar *related() const { return m_related; }

    // The window has its size; the shown columns and their widths follow.
    void restore(const WindowSettings &settings, int width);

    // Moves the focus to the next one that is shown.
    void cycle(int step);

private:
    const WindowActions &m_actions;
    ArticleList *m_list;
    ArticleColumn *m_article;
    RelatedSidebar *m_related;
};
