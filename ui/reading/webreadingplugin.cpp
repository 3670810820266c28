#include "ui/reading/webreadingplugin.h"

#include "ui/reading/articleschemehandler.h"
#include "ui/reading/graphics.h"
#include "ui/reading/webpaperpress.h"
#include "ui/reading/webreadingpane.h"

#include <QQuickWindow>
#include <QtWebEngineCore>

using namespace Qt::StringLiterals;

// The engine starts with the first profile; both must be said before.
WebReadingPlugin::WebReadingPlugin()
{
    registerArticleScheme();
    QQuickWindow::setGraphicsApi(drawsInSoftware() ? QSGRendererInterface::Software
                                                   : QSGRendererInterface::OpenGL);
}

ReadingPane *WebReadingPlugin::createReadingPane(QWidget *parent)
{
    return new WebReadingPane(parent);
}

PaperPress *WebReadingPlugin::createPaperPress(QObject *parent)
{
    return new WebPaperPress(parent);
}

QString WebReadingPlugin::engineVersion() const
{
    return u"Qt WebEngine %1, Chromium %2"_s.arg(QLatin1StringView(qWebEngineVersion()),
                                                 QLatin1StringView(qWebEngineChromiumVersion()));
}
