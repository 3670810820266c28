#pragma once
// Articles to paper, as far as the window may know: it says which, the shop asks how and says how
// it went. The shop itself needs the libraries of PDF and printing and lives in the plug-in
// (printingplugin.h), which is loaded when something is printed first. GUI thread.

#include "app/base/result.h"
#include "ui/printing/printmatter.h"
#include "ui/printing/printsettings.h"

#include <QObject>

class PrintShop : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void setSettings(const PrintSettings &settings) = 0;

    // Each opens its question over the window and returns; what is printed must not be empty.
    virtual void print(const PrintMatter &matter) = 0;
    virtual void preview(const PrintMatter &matter) = 0;
    virtual void exportPdf(const PrintMatter &matter) = 0;

Q_SIGNALS:
    void settingsChanged(const PrintSettings &settings);      // by the reader
    void printed(const QString &printerName, bool isStopped); // and waits, where it is
    void exported(const QString &file);
    void failed(const Error &error); // not for what the reader gave up
};
