#include "ui/printing/cupsqueue.h"

#include <QPageRanges>
#include <QPrintEngine>
#include <QPrinter>
#include <QProcess>
#include <QStandardPaths>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

// Where Qt's CUPS pages of the print dialog leave what was chosen there: name, value, name, value …
// (PPK_CupsOptions in qtbase/src/printsupport/kernel/qprint_p.h)
constexpr auto cupsOptionsKey = QPrintEngine::PrintEnginePropertyKey(0xfe00);

QString lpProgram()
{
    return QStandardPaths::findExecutable(u"lp"_s);
}

// The names of PWG 5101.1, which every CUPS queue knows, for the papers an article is printed on;
// else its size.
QString mediaName(const QPageSize &size)
{
    switch (size.id()) {
    case QPageSize::A3:
    case QPageSize::A4:
    case QPageSize::A5:
    case QPageSize::B5:
    case QPageSize::Letter:
    case QPageSize::Legal:
        return QPageSize::key(size.id()); // not what the printer's own list calls it
    default: {
        const QSizeF millimetres = size.size(QPageSize::Millimeter);
        return u"Custom.%1x%2mm"_s.arg(millimetres.width()).arg(millimetres.height());
    }
    }
}

void addDialogOptions(QStringList &arguments, const QPrinter &printer)
{
    const QStringList options = printer.printEngine()
        ? printer.printEngine()->property(cupsOptionsKey).toStringList()
        : QStringList();
    for (qsizetype i = 0; i + 1 < options.size(); i += 2)
        arguments << u"-o"_s << options[i] + u'=' + options[i + 1];
}

} // namespace

QString cupsSides(QPrinter::DuplexMode mode, QPageLayout::Orientation orientation)
{
    switch (mode) {
    case QPrinter::DuplexNone:
        return u"one-sided"_s;
    case QPrinter::DuplexAuto:
        return orientation == QPageLayout::Landscape ? u"two-sided-short-edge"_s
                                                     : u"two-sided-long-edge"_s;
    case QPrinter::DuplexLongSide:
        return u"two-sided-long-edge"_s;
    case QPrinter::DuplexShortSide:
        return u"two-sided-short-edge"_s;
    }
    return u"one-sided"_s;
}

bool isCupsQueue(const QPrinter &printer)
{
    // Everywhere but on Windows and macOS, Qt's printers are those of CUPS.
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return false;
#else
    return printer.outputFormat() == QPrinter::NativeFormat && !printer.printerName().isEmpty()
        && printer.outputFileName().isEmpty() && !lpProgram().isEmpty();
#endif
}

QStringList cupsArguments(const QPrinter &printer, const QString &title)
{
    const QPageLayout layout = printer.pageLayout();
    QStringList arguments{u"-d"_s, printer.printerName(), u"-t"_s, title.simplified().left(120)};
    if (printer.copyCount() > 1) {
        arguments << u"-n"_s << QString::number(printer.copyCount());
        arguments << u"-o"_s << (printer.collateCopies() ? u"collate=true"_s : u"collate=false"_s);
    }
    if (printer.printRange() == QPrinter::PageRange && !printer.pageRanges().isEmpty())
        arguments << u"-o"_s << u"page-ranges="_s + printer.pageRanges().toString();
    arguments << u"-o"_s << u"media="_s + mediaName(layout.pageSize());
    arguments << u"-o"_s << u"sides="_s + cupsSides(printer.duplex(), layout.orientation());
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        arguments << u"-o"_s << u"outputorder=reverse"_s;
    if (printer.colorMode() == QPrinter::GrayScale)
        arguments << u"-o"_s << u"print-color-mode=monochrome"_s;
    addDialogOptions(arguments, printer);
    return arguments << u"--"_s << u"-"_s;
}

void sendToCups(const QByteArray &pdf, const QStringList &arguments, QObject *context,
                std::function<void(const Outcome &)> then)
{
    const QString program = lpProgram();
    if (program.isEmpty()) {
        const Error missing{Error::Kind::Failed, u"lp"_s, u"there is no program “lp”"_s};
        QMetaObject::invokeMethod(
            context, [then, missing] { then(missing); }, Qt::QueuedConnection);
        return;
    }
    auto *lp = new QProcess; // its own owner: it goes when the program has ended
    const auto answer = [lp, context, then](const Outcome &outcome) {
        lp->disconnect();
        lp->deleteLater();
        QMetaObject::invokeMethod(
            context, [then, outcome] { then(outcome); }, Qt::QueuedConnection);
    };
    QObject::connect(context, &QObject::destroyed, lp, &QProcess::kill);
    QObject::connect(lp, &QProcess::finished, lp, &QObject::deleteLater);
    QObject::connect(lp, &QProcess::errorOccurred, context,
                     [lp, answer](QProcess::ProcessError what) {
                         if (what == QProcess::FailedToStart)
                             answer(Error{Error::Kind::Failed, u"lp"_s, lp->errorString()});
                     });
    QObject::connect(lp, &QProcess::finished, context,
                     [lp, answer](int status, QProcess::ExitStatus how) {
                         if (how == QProcess::NormalExit && status == 0)
                             return answer({});
                         const QString said = QString::fromLocal8Bit(lp->readAllStandardError());
                         answer(Error{Error::Kind::Failed, u"lp"_s, said.simplified()});
                     });
    lp->start(program, arguments);
    lp->write(pdf);
    lp->closeWriteChannel();
}
