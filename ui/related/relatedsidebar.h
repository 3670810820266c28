#pragma once
// The sidebar at the window's right: what belongs beside the article, from its own page and from
// the reader's own files. It says which one the reader chose. GUI thread; owned by the window.

#include "app/related/relatedstories.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QModelIndex;
class QStackedLayout;
class RelatedModel;

class RelatedSidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit RelatedSidebar(QWidget *parent = nullptr);

    // Another article is on the screen, and its related stories are being looked for. The old ones
    // leave if that takes long enough to be seen; a quick answer replaces them without a flash.
    void expect();

    // The answer. The same article's later answers (its folder is still being read) wait while the
    // pointer is over the list: no row moves from under it.
    void showStories(const RelatedStories &stories);

    void showNothing();

    // Where the keyboard goes when it comes here.
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void storyChosen(const ArticleSummary &story);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void showNow(const RelatedStories &stories);
    void showPending();
    bool isInUse() const;

    RelatedModel *m_model;
    QListView *m_list;
    QLabel *m_empty;
    QStackedLayout *m_stack;
    QTimer m_slow; // an answer that takes longer than this is waited for with an empty list
    bool m_expecting = true;
    std::optional<RelatedStories> m_pending;
};
