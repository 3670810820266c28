#pragma once
// A printer of CUPS gets the PDF itself, by `lp`: vector text, and copies, page ranges and sides
// are done by those who know how. GUI thread.

#include "app/base/result.h"

#include <QByteArray>
#include <QPageLayout>
#include <QPrinter>
#include <QString>
#include <QStringList>

#include <functional>

class QObject;

// Whether `printer` is a queue of CUPS and there is an `lp` to reach it.
bool isCupsQueue(const QPrinter &printer);

// The value of CUPS's option "sides".
QString cupsSides(QPrinter::DuplexMode mode, QPageLayout::Orientation orientation);

// For `lp`, which reads the PDF from its standard input.
QStringList cupsArguments(const QPrinter &printer, const QString &title);

// Hands `pdf` to `lp`; `then` hears how that went, unless `context` has gone.
void sendToCups(const QByteArray &pdf, const QStringList &arguments, QObject *context,
                std::function<void(const Outcome &)> then);
