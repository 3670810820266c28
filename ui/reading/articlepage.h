#pragma once
// A page of the web engine that goes nowhere but where we send it, and tells which link was
// clicked instead of following it. GUI thread.

#include <QWebEnginePage>

class ReadingProfile;

class ArticlePage final : public QWebEnginePage
{
    Q_OBJECT

public:
    explicit ArticlePage(ReadingProfile *profile, QObject *parent = nullptr);

    // The one address that the page may go to.
    void show(const QUrl &address);
    // `html` in the place of what is at `address`, which takes half the time: the engine stays in
    // the process that it has. As large a page as fitsIntoAddress().
    void show(const QString &html, const QUrl &address);
    static bool fitsIntoAddress(const QString &html);

    // Runs one of our scripts (pagescripts.h) beside the page.
    void run(const QString &script, const std::function<void(const QVariant &)> &then = {});
    // A word that only our own scripts can know, for said().
    QString secret(const QString &word) const { return m_secret + word; }

Q_SIGNALS:
    void linkActivated(const QUrl &url); // http, https or mailto
    void said(const QString &word);      // by a script of ours
    void frameRefused(const QUrl &url);  // which a page wanted in a frame

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &oldFiles,
                            const QStringList &acceptedMimeTypes) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message,
                                  int lineNumber, const QString &sourceId) override;

private:
    void activate(const QUrl &url);

    QUrl m_address;
    bool m_isHtmlComing = false; // which comes as an address itself
    QString m_secret;
};
