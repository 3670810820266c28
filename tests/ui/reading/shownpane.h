#pragma once
// A window with a pane in it that shows an article, for tests that look into its page.

#include "ui/reading/webreadingpane.h"

#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

inline Article article(const QString &headline, const QString &body)
{
    Article article;
    article.headline = headline;
    article.bodyHtml = body;
    article.path = u"/news/%1.txt"_s.arg(headline);
    return article;
}

// Hands to look into the page too.
struct ShownPane
{
    ShownPane()
    {
        window.setCentralWidget(pane);
        window.resize(700, 500);
        window.show();
    }

    bool show(const Article &story)
    {
        QSignalSpy shown(pane, &ReadingPane::articleShown);
        pane->showArticle(story);
        return shown.wait(20000);
    }

    ArticlePage *page() { return static_cast<ArticlePage *>(view()->page()); }
    ArticleView *view() { return pane->findChild<ArticleView *>(); }

    QVariant value(const QString &expression)
    {
        QVariant answer;
        bool done = false;
        page()->run(expression, [&](const QVariant &result) {
            answer = result;
            done = true;
        });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return done; }, 20000);
        return answer;
    }

    QMainWindow window;
    WebReadingPane *pane = new WebReadingPane;
};

inline QString paragraphs(int count)
{
    return u"<p>The council met again on Tuesday and put the matter off.</p>"_s.repeated(count);
}
