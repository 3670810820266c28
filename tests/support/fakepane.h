#pragma once
// A reading pane that says what it was told, and the plug-in that brings it. For tests only.

#include "ui/reading/readingpane.h"
#include "ui/reading/readingplugin.h"
#include "ui/support/paperpress.h"

#include <QPointer>

// Says what a pane is told, and shows an article when the test lets it.
class FakePane final : public ReadingPane
{
public:
    using ReadingPane::ReadingPane;

    void showArticle(const Article &article) override
    {
        shown.append(article.headline);
        bodies.append(article.bodyHtml);
        if (isPrompt)
            QMetaObject::invokeMethod(this, &ReadingPane::articleShown, Qt::QueuedConnection);
    }
    void showNothing() override { }
    void showOriginal(const OriginalPage &page) override { originals.append(page.html); }
    QList<QUrl> refusedRequests() const override { return {}; }
    void setDark(bool dark) override { isDark = dark; }
    void setZoom(int percent) override
    {
        m_zoom = qBound(smallestZoom, percent, largestZoom);
        Q_EMIT zoomChanged(m_zoom);
    }
    int zoom() const override { return m_zoom; }
    void find(const QString &text, Direction direction) override
    {
        finds.append({text, direction});
        Q_EMIT found(text.isEmpty() ? 0 : 3, text.isEmpty() ? 0 : 12);
    }
    void mark(const QStringList &words) override { marked = words; }
    void goToMark(Direction direction) override
    {
        markSteps += direction == Direction::Forward ? 1 : -1;
    }
    void copySelection() override { ++copies; }
    void selectAll() override { }
    bool hasSelection() const override { return !selection.isEmpty(); }
    void askSelection(const std::function<void(const QString &html)> &then) override
    {
        then(selection);
    }
    void scrollByPage(Direction direction) override
    {
        ++pages;
        if (pages % 2 == 0)
            Q_EMIT endReached(direction);
    }

    void scrollTo(double position) override { scrolls.append(position); }

    static inline bool isPrompt = true;
    QStringList shown;
    QStringList bodies; // of the same articles
    QStringList originals;
    QList<std::pair<QString, Direction>> finds;
    QStringList marked;
    int markSteps = 0;
    bool isDark = false;
    int copies = 0;
    QString selection; // as the page has it
    QList<double> scrolls;
    int pages = 0;

private:
    int m_zoom = 100;
};

class FakePlugin final : public ReadingPlugin
{
public:
    ReadingPane *createReadingPane(QWidget *parent) override
    {
        pane = new FakePane(parent);
        return pane;
    }
    PaperPress *createPaperPress(QObject *) override { return nullptr; }
    QString engineVersion() const override { return {}; }

    QPointer<FakePane> pane;
};
