#pragma once
// The PaperPress that the plug-in makes: a page of the web engine that nobody sees. GUI thread;
// owned by its parent.

#include "ui/reading/articlepage.h"
#include "ui/reading/readingprofile.h"
#include "ui/support/paperpress.h"

#include <QTimer>

class WebPaperPress final : public PaperPress
{
    Q_OBJECT

public:
    explicit WebPaperPress(QObject *parent = nullptr);

    void layOut(const QString &html, const QList<ArticleImage> &images,
                const QPageLayout &layout) override;
    void layOutOriginal(const OriginalPage &page, const QPageLayout &layout) override;
    void cancel() override;

private:
    void begin(const QPageLayout &layout, qsizetype letters);
    void pageLoaded(bool ok);
    void heard(const QString &word);
    void print();
    void finish(const QByteArray &pdf, const QString &problem);

    ReadingProfile m_profile; // outlives the page
    ArticlePage m_page;
    QUrl m_address; // of the job's page
    QPageLayout m_layout;
    QTimer m_patience;
    quint64 m_job = 0; // the number of the latest one
    bool m_busy = false;
    bool m_loading = false;
    bool m_hasPictures = false;
    bool m_givenUp = false; // answers when the engine is through with it
};
