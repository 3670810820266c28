#pragma once
// What an article remembers of its reader: how far it was read, and the note on it. Both come back
// with the article and are kept while it is read, without a word. Owned by the window; GUI thread.

#include "app/article/articleid.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

class CurrentArticle;
class LibrarySession;
class NotePanel;
class ReadingPane;
class WindowActions;

class ArticleMemory final : public QObject
{
    Q_OBJECT

public:
    ArticleMemory(LibrarySession &session, CurrentArticle &current, NotePanel *note,
                  const WindowActions &actions, QObject *window);
    ~ArticleMemory() override; // what is not kept yet is kept now

    void setPane(ReadingPane *pane);

private:
    void follow();
    void settle();
    void recall();
    void keep();
    void showNote(bool wanted);
    void setNoteShown(bool shown);

    LibrarySession &m_session;
    CurrentArticle &m_current;
    NotePanel *m_note;
    const WindowActions &m_actions;
    QTimer m_soon;
    ArticleId m_id{};       // whose memory this is; none, while the library does not know it
    double m_place = 0;     // in the article: 0 at its top, 1 at its end
    bool m_isMoved = false; // since that was kept
    bool m_isShown = false; // its pixels are there
    bool m_isRecalled = false;
    std::optional<QString> m_edited; // the note, not kept yet
};
