#pragma once
// The sidebar at the window's right: what belongs beside the article, from its own page and from
// the reader's own files. It says which one the reader chose, and what is to be done with it. GUI
// thread; owned by the window.

#include "ui/related/relatedrows.h"

#include <QTimer>
#include <QWidget>

class QHelpEvent;
class QLabel;
class QListView;
class QMenu;
class QModelIndex;
class QMouseEvent;
class QStackedLayout;
class RelatedModel;
class StoryPreview;

class RelatedSidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit RelatedSidebar(QWidget *parent = nullptr);

    // Another article is on the screen, and its related stories are being looked for. The old ones
    // leave if that takes long enough to be seen; a quick answer replaces them without a flash.
    void expect(const RelatedSubject &subject);

    // The answer. The same article's later answers (its folder is still being read) wait while the
    // pointer is over the list: no row moves from under it.
    void showStories(const RelatedStories &stories);

    void showNothing();

    const StoryThread &thread() const; // of the article, as it was last looked for

    // Sections that the reader has folded, by name, to be remembered.
    QStringList closedSections() const;
    void setClosedSections(const QStringList &names);

    // Where the keyboard goes when it comes here.
    QListView *list() const { return m_list; }
    // The first story, so that arrows and Return do what they say.
    void enter();

Q_SIGNALS:
    void storyChosen(const ArticleSummary &story);
    void newWindowWanted(const ArticleSummary &story);
    void comparisonWanted(const ArticleSummary &story);
    void notRelated(const ArticleSummary &story);
    void threadListWanted(const StoryThread &thread);
    void threadPrintWanted(const StoryThread &thread);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QListView *makeList();
    QLabel *makeNotice();
    bool pressKey(int key, Qt::KeyboardModifiers modifiers);
    bool filterMouse(QMouseEvent *event);
    bool filterHelp(const QHelpEvent *event);
    void leave();
    void act(const QModelIndex &index);
    void toggle(const QModelIndex &index);
    void click(const QModelIndex &index);
    void showMenu(const QModelIndex &index, const QPoint &place);
    void fillThreadMenu(QMenu *menu);
    void preview();
    void showNow(const RelatedStories &stories);
    void showPending();
    void sayLookedAt(const RelatedStories &stories);
    bool isInUse() const;
    void takeColours();

    RelatedModel *m_model;
    QListView *m_list;
    QLabel *m_empty;
    QLabel *m_lookedAt;
    QStackedLayout *m_stack;
    StoryPreview *m_preview = nullptr; // made when it is first shown
    QTimer m_slow;    // an answer that takes longer than this is waited for with an empty list
    QTimer m_hovered; // the pointer rests on a row
    QPoint m_pressedAt;
    RelatedSubject m_subject;
    bool m_expecting = true;
    bool m_isMenuOpen = false;
    bool m_isColouring = false;
    std::optional<RelatedStories> m_pending;
};
