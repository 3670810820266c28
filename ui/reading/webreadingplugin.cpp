#include "ui/reading/webreadingplugin.h"

#include "ui/reading/articleschemehandler.h"
#include "ui/reading/graphics.h"
#include "ui/reading/webpaperpress.h"
#include "ui/reading/webreadingpane.h"

#include <QQuickWindow>

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
