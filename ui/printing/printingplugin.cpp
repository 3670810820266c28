#include "ui/printing/printingplugin.h"

#include <QCoreApplication>
#include <QDir>
#include <QPluginLoader>

Result<PrintingPlugin *> loadPrintingPlugin()
{
    const QDir here(QCoreApplication::applicationDirPath());
    QPluginLoader loader(here.filePath(QStringLiteral(BROADSHEET_PRINTING_PLUGIN)));
    auto *plugin = qobject_cast<PrintingPlugin *>(loader.instance());
    if (!plugin)
        return Error{Error::Kind::Failed, loader.fileName(), loader.errorString()};
    return plugin;
}
