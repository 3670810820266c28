#pragma once
// The plug-in: makes shops, and the command that prints without a window. GUI thread.

#include "ui/printing/printingplugin.h"

#include <QObject>

class PaperPrintingPlugin final : public QObject, public PrintingPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.broadsheet.PrintingPlugin/1")
    Q_INTERFACES(PrintingPlugin)

public:
    std::unique_ptr<PrintShop> createPrintShop(PaperPress &press, QWidget *window) override;
    void carryOut(PaperPress &press, const PrintOrder &order, QObject *parent,
                  const std::function<void(int)> &then) override;
    QString outfit() const override;
};
