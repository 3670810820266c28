#pragma once
// The middle of the window: the message bar, the article, the note on it, the find bar. Before the
// reading pane is loaded its place already has its colour; without an article it says what to do.
// GUI thread.

#include <QColor>
#include <QWidget>

class FindBar;
class MessageBar;
class NotePanel;
class QLabel;
class QStackedLayout;
class ReadingPane;
class WindowActions;

class ArticleColumn final : public QWidget
{
    Q_OBJECT

public:
    // The welcome's buttons do these.
    explicit ArticleColumn(const WindowActions &actions, QWidget *parent = nullptr);

    void setPane(ReadingPane *pane); // becomes the column's; one before it goes
    void setGround(const QColor &colour);

    void showWelcome();
    void showIdle(); // the library has articles, and none is chosen yet
    bool isWelcoming() const;
    void showArticle(); // the pane, or its empty place until it is there

    MessageBar *messageBar() const { return m_messages; }
    FindBar *findBar() const { return m_find; }
    NotePanel *notePanel() const { return m_note; }
    QWidget *paneHost() const { return m_host; }

private:
    QWidget *makeWelcome();

    const WindowActions &m_actions;
    MessageBar *m_messages;
    FindBar *m_find;
    NotePanel *m_note;
    QWidget *m_host; // holds the welcome, the empty place or the pane
    QStackedLayout *m_stack;
    QWidget *m_ground;
    QLabel *m_idle = nullptr;
    QWidget *m_welcome = nullptr; // made when it is first shown: its picture is dear at a start
    ReadingPane *m_pane = nullptr;
};
