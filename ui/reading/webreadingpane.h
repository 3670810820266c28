#pragma once
// The ReadingPane that the plug-in makes: the page of the current article in a web view.
// GUI thread; owned by its parent.

#include "app/render/screenpage.h"

#include "ui/reading/articlepage.h"
#include "ui/reading/articleview.h"
#include "ui/reading/readingpane.h"
#include "ui/reading/readingprofile.h"

#include <QElapsedTimer>

class WebReadingPane final : public ReadingPane
{
    Q_OBJECT

public:
    explicit WebReadingPane(QWidget *parent = nullptr);
    ~WebReadingPane() override;

    void showArticle(const Article &article) override;
    void showNothing() override;
    void showOriginal(const OriginalPage &page) override;
    QList<QUrl> refusedRequests() const override { return m_refused; }
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
    // The page that one article is swapped into: not there yet, on its way, or living; or a saved
    // page in its stead.
    enum class Frame { None, Loading, Living, Original };

    void connectPage();
    void showStory(const ScreenStory &story);
    void load();
    void swap();
    void frameLoaded(bool ok);
    void frameDied();
    void noteRefused(const QUrl &url);
    QString pixelWord() const;
    void heard(const QString &word);
    void clearMarks();
    void zoomBySteps(int steps);

    ReadingProfile m_profile; // outlives the page, as the engine demands
    ArticleView m_view;
    ArticlePage m_page;
    Frame m_frame = Frame::None;
    ScreenStory m_story;         // what is, or will be, in the frame
    ScreenStory m_loadingStory;  // what is being loaded with the frame
    quint64 m_number = 0;        // of the story, so that only its own pixels count
    bool m_isArticle = false;    // and not an empty pane
    QElapsedTimer m_sinceDeath;  // of what drew the page; invalid when it never died
    double m_place = 0;          // where the reader is in the story: 0 at its top
    double m_lostPlace = 0;      // where the reader was when the page was lost
    bool m_isSearched = false;   // there may be marks
    bool m_isNewToSearch = true; // nothing has been looked for in this story yet
    quint64 m_search = 0;        // counts up when one ends, so that a late one is known
    bool m_dark = false;
    int m_zoom = 100; // percent
    QList<QUrl> m_refused;
};
