#include "ui/printing/paperprintingplugin.h"

#include "ui/printing/dialogprintshop.h"
#include "ui/printing/printcommand.h"

std::unique_ptr<PrintShop> PaperPrintingPlugin::createPrintShop(PaperPress &press, QWidget *window)
{
    return std::make_unique<DialogPrintShop>(press, window);
}

void PaperPrintingPlugin::carryOut(PaperPress &press, const PrintOrder &order, QObject *parent,
                                   const std::function<void(int)> &then)
{
    auto *command = new PrintCommand(press, order, parent);
    QObject::connect(command, &PrintCommand::finished, parent, then);
    command->start();
}
