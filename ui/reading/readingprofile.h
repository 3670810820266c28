#pragma once
// The web engine as we allow it to be: off the record, without scripts, network, plug-ins or
// stores. The pane and the press have one each, so that neither sees the other's article.
// GUI thread.

#include "ui/reading/articleschemehandler.h"
#include "ui/reading/requestblocker.h"

#include <QWebEngineProfile>

class ReadingProfile final : public QWebEngineProfile
{
    Q_OBJECT

public:
    explicit ReadingProfile(QObject *parent = nullptr);

    ArticleSchemeHandler &articles() { return m_articles; }
    RequestBlocker &blocker() { return m_blocker; }

private:
    ArticleSchemeHandler m_articles;
    RequestBlocker m_blocker;
};
