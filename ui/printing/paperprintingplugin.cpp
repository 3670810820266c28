#include "ui/printing/paperprintingplugin.h"

#include "ui/printing/dialogprintshop.h"
#include "ui/printing/printcommand.h"

#include <QPrinterInfo>

#include <qpdf/DLL.h>

using namespace Qt::StringLiterals;

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

QString PaperPrintingPlugin::outfit() const
{
    const qsizetype printers = QPrinterInfo::availablePrinterNames().size();
    const QString usual = QPrinterInfo::defaultPrinterName();
    return u"qpdf %1; %2 printers, the default one is %3"_s.arg(QLatin1StringView(QPDF_VERSION))
        .arg(printers)
        .arg(usual.isEmpty() ? u"none"_s : u"“%1”"_s.arg(usual));
}
