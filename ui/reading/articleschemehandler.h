#pragma once
// Serves the current article, its page and its pictures, from memory or from the pictures' files,
// and nothing else that is on this machine. One a profile; GUI thread.
//
//   article:/page/7        the whole page of the seventh article
//   article:/picture/7/0  its first picture
//
// The slash is needed: without it Chromium takes a picture's address as relative to the page's.
// An address of an article that is no longer the current one is not found.

#include "app/article/article.h"

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

    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    void replyWithPicture(QWebEngineUrlRequestJob *job, const ArticleImage &picture);

    quint64 m_number = 0; // of the current article
    QByteArray m_page;
    QList<ArticleImage> m_pictures;
};
