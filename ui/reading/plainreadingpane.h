#pragma once
// The ReadingPane that needs no web engine: the article's text, without its pictures, in Qt's own
// text view. For when the engine cannot be had, or keeps failing. GUI thread; owned by its parent.

#include "ui/reading/plainbrowser.h"
#include "ui/reading/readingpane.h"

#include <QList>
#include <QTextCursor>

#include <optional>

class PlainReadingPane final : public ReadingPane
{
    Q_OBJECT

public:
    explicit PlainReadingPane(QWidget *parent = nullptr);

    void showArticle(const Article &article) override;
    void showNothing() override;
    bool showsOriginals() const override { return false; }
    void showOriginal(const OriginalPage &) override { } // see showsOriginals()
    QList<QUrl> refusedRequests() const override { return {}; }
    void setDark(bool dark) override;
    void setZoom(int percent) override;
    int zoom() const override { return m_zoom; }

    void find(const QString &text, Direction direction) override;
    void mark(const QStringList &words) override;
    void goToMark(Direction direction) override;
    void copySelection() override;
    void selectAll() override;
    bool hasSelection() const override;
    void askSelection(const std::function<void(const QString &html)> &then) override;
    void scrollByPage(Direction direction) override;
    void scrollTo(double position) override;

private:
    void connectView();
    void fill(); // with the article as it is to look now
    void keepMeasure();
    void activate(const QUrl &url);
    void goTo(const QTextCursor &hit);
    void colourHits();
    double place() const;

    PlainBrowser m_view;
    std::optional<Article> m_article;
    bool m_isPaintDue = false; // of an article that was just filled in
    QString m_sought;
    QList<QTextCursor> m_hits;  // of find(), in order
    QList<QTextCursor> m_marks; // of mark(), in order
    qsizetype m_hit = -1;       // the one that find() stands at
    qsizetype m_mark = -1;
    bool m_dark = false;
    int m_zoom = 100; // percent
};
