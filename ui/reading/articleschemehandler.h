#pragma once
// Serves the current article, its page and its pictures, from memory or from the pictures' files,
// and nothing else that is on this machine. One a profile; GUI thread.
//
//   article:/page/7        the whole page of the seventh article
//   article:/picture/7/0  its first picture
//   article:/original/7/page        the saved page that it was found in, and beside it
//   article:/original/7/part/3      what the page's container holds, or
//   article:/original/7/x_files/a   a picture, a style sheet or letters from the page's folder
//
// The slash is needed: without it Chromium takes a picture's address as relative to the page's.
// An address of an article that is no longer the current one is not found.

#include "app/article/article.h"
#include "app/formats/originalpage.h"

#include <QWebEngineUrlSchemeHandler>

// To be called before the web engine starts.
void registerArticleScheme();

class ArticleSchemeHandler final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    using QWebEngineUrlSchemeHandler::QWebEngineUrlSchemeHandler;

    // Begins the next article: forgets the one before. Answers what stands before the number of a
    // picture in its address.
    QString setPictures(const QList<ArticleImage> &pictures);
    // The current article's page, and its address.
    QUrl setPage(const QString &html);

    // The saved page, in the place of the current article; and its address.
    QUrl setOriginal(const OriginalPage &page);

    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    void replyWithPicture(QWebEngineUrlRequestJob *job, const ArticleImage &picture);
    void replyWithPart(QWebEngineUrlRequestJob *job, const QString &name);

    quint64 m_number = 0; // of the current article
    QByteArray m_page;
    QList<ArticleImage> m_pictures;
    OriginalPage m_original;
};
