#pragma once
// What the reader does to the article on the screen: its size, its search, its selection, and what
// the pane has to say to that. Owned by the window; GUI thread.

#include "app/search/searchquery.h"
#include "ui/reading/readingpane.h"

#include <QObject>
#include <QUrl>

class CurrentArticle;
class FindBar;
class WindowActions;

class ReadingDesk final : public QObject
{
    Q_OBJECT

public:
    ReadingDesk(CurrentArticle &current, const WindowActions &actions, FindBar *find, int zoom,
                QObject *window);

    // It comes after the first frame; the desk waits for it.
    void setPane(ReadingPane *pane);
    void setDark(bool dark);

    void setZoom(int percent);
    int zoom() const { return m_zoom; } // percent
    bool isFinding() const;

    // What of every article is marked, once it is on the screen; Everything marks nothing.
    void setSearched(const SearchQuery &query);
    bool hasMarks() const { return m_hasMarks; }

Q_SIGNALS:
    void changed();                                   // what can be done now is something else
    void said(const QString &sentence, int duration); // milliseconds; 0 is until the next one
    void endReached(ReadingPane::Direction direction);
    void linkActivated(const QUrl &url);
    void findClosed();

private:
    void connectZoom(const WindowActions &actions);
    void connectFind(const WindowActions &actions);
    void connectPane(ReadingPane *pane);
    void mark();
    void goOn(ReadingPane::Direction direction);

    CurrentArticle &m_current;
    const WindowActions &m_actions;
    FindBar *m_find;
    int m_zoom;
    SearchQuery m_searched;
    bool m_hasMarks = false;
    bool m_isDark = false;
    QUrl m_hovered; // the link under the pointer; empty for none
};
