#include "ui/printing/paperprintingplugin.h"

#include "ui/printing/dialogprintshop.h"
#include "ui/printing/pdfcommand.h"

std::unique_ptr<PrintShop> PaperPrintingPlugin::createPrintShop(PaperPress &press, QWidget *window)
{
    return std::make_unique<DialogPrintShop>(press, window);
}

void PaperPrintingPlugin::writePdf(PaperPress &press, const QString &output,
                                   const QStringList &files, QObject *parent,
                                   const std::function<void(int)> &then)
{
    auto *command = new PdfCommand(press, output, files, parent);
    QObject::connect(command, &PdfCommand::finished, parent, then);
    command->start();
}
