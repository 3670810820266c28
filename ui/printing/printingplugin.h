#pragma once
// The door to the plug-in that prints. Linked into the program, the libraries of PDF and printing
// and all that these bring along would be a third of what has to be loaded before the first frame.
// GUI thread.

#include "app/base/result.h"

#include <QStringList>
#include <QtPlugin>

#include <functional>
#include <memory>

class PaperPress;
class PrintShop;
class QObject;
class QWidget;

// What is to be printed without a window: see ui/printing/printcommand.h.
struct PrintOrder
{
    QStringList files;
    QString output;  // a PDF, or a folder for PDFs; empty: a printer
    QString printer; // empty: the default one
};

class PrintingPlugin
{
public:
    virtual ~PrintingPlugin() = default;

    // Its dialogs stand over `window`. `press` must outlive the shop, and is used by nobody else.
    virtual std::unique_ptr<PrintShop> createPrintShop(PaperPress &press, QWidget *window) = 0;

    // Does so when the event loop runs; `then` gets the exit status. `press` must outlive `parent`.
    virtual void carryOut(PaperPress &press, const PrintOrder &order, QObject *parent,
                          const std::function<void(int)> &then) = 0;

    // The libraries, and what there is to print on, for bug reports; asks the print server.
    virtual QString outfit() const = 0;
};

Q_DECLARE_INTERFACE(PrintingPlugin, "org.broadsheet.PrintingPlugin/1")

// Loads it when it is first asked for. It belongs to Qt and stays until the program ends.
Result<PrintingPlugin *> loadPrintingPlugin();
