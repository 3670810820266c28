#pragma once
// The rendered article: what the window knows of the pane that shows it. The pane itself needs the
// web engine and lives in the plug-in (readingplugin.h), which is loaded after the first frame.
// A widget: GUI thread; owned by its parent.

#include "app/article/article.h"
#include "app/formats/originalpage.h"

#include <QWidget>

#include <functional>

class ReadingPane : public QWidget
{
    Q_OBJECT

public:
    enum class Direction { Forward, Backward };

    static constexpr int smallestZoom = 50; // percent
    static constexpr int largestZoom = 300; // percent

    using QWidget::QWidget;

    // Shows `article` from its top. The next one is swapped into the living page.
    virtual void showArticle(const Article &article) = 0;
    virtual void showNothing() = 0;
    // Whether it can show the saved page itself.
    virtual bool showsOriginals() const { return true; }
    // The saved page itself, without its scripts and without a network, until the next article.
    virtual void showOriginal(const OriginalPage &page) = 0;
    // What the page on the screen asked for and did not get: each once, a thousand at most.
    virtual QList<QUrl> refusedRequests() const = 0;
    virtual void setDark(bool dark) = 0;
    virtual void setZoom(int percent) = 0; // brought into 50-300
    virtual int zoom() const = 0;

    // Marks every hit and goes to the next one; an empty text clears the marks.
    virtual void find(const QString &text, Direction direction) = 0;
    // Marks these words in the article on the screen, as what a search found in it; the next
    // article has none, and an empty list takes them away.
    virtual void mark(const QStringList &words) = 0;
    // Brings the next marked word into sight; behind the last one comes the first.
    virtual void goToMark(Direction direction) = 0;
    virtual void copySelection() = 0;
    virtual void selectAll() = 0;
    virtual bool hasSelection() const = 0;
    // What of the story is selected, as the page has it; empty when nothing is. Answers later.
    virtual void askSelection(const std::function<void(const QString &html)> &then) = 0;

    // One screenful on; at the end (or the start) emits endReached() instead.
    virtual void scrollByPage(Direction direction) = 0;
    virtual void scrollTo(double position) = 0; // of the article: 0 at its top, 1 at its end

Q_SIGNALS:
    void articleShown();                // its pixels are on the screen
    void found(int current, int total); // of find(); 0 of 0 when there is none
    void scrolled(double position);     // the article, to there: 0 at its top, 1 at its end
    void endReached(ReadingPane::Direction direction);
    void selectionChanged(bool hasSelection);
    void linkHovered(const QUrl &url);   // empty when the pointer leaves it
    void linkActivated(const QUrl &url); // http, https or mailto: the window decides
    void zoomChanged(int percent);
    void backRequested(); // the mouse's own buttons
    void forwardRequested();
    void restored(); // what drew the page has died, and the page is drawn again
    void lost();     // it has died again within a minute: this pane is of no more use
    void requestsRefused(int count); // what the page asked for and did not get, since it was shown
};
