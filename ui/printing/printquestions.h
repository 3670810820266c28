#pragma once
// What is asked before articles go to a printer or into a file. The questions are open while the
// window goes on; the answer goes to the ArticlePrinter, which tells how it went. GUI thread.

#include "ui/printing/printmatter.h"

#include <QList>
#include <QPageLayout>

class ArticlePrinter;
class QWidget;

// The system's print dialog; in a sandbox the desktop's, through its portal. `printer` must outlive
// `parent`.
void askAndPrint(ArticlePrinter &printer, const PrintMatter &matter, const QPageLayout &paper,
                 QWidget *parent);

// Where to save the PDF; the headline is proposed for a name.
void askAndExport(ArticlePrinter &printer, const PrintMatter &matter, const QPageLayout &paper,
                  QWidget *parent);

// A headline as the name of a file: no separators, no control characters, not too long.
QString pdfFileName(const Article &article);
