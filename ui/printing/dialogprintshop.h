#pragma once
// The shop that asks with the dialogs of the system and prints with an ArticlePrinter of its own.
// Its dialogs stand over a window; GUI thread.

#include "ui/printing/articleprinter.h"
#include "ui/printing/printshop.h"

class QWidget;

class DialogPrintShop final : public PrintShop
{
    Q_OBJECT

public:
    // `press` must outlive the shop.
    DialogPrintShop(PaperPress &press, QWidget *window);

    void setSettings(const PrintSettings &settings) override;
    void print(const PrintMatter &matter) override;
    void preview(const PrintMatter &matter) override;
    void exportPdf(const PrintMatter &matter) override;

private:
    ArticlePrinter *m_printer; // the questions hold on to it while they are open
    QWidget *m_window;
};
