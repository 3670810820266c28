#include "ui/printing/printcommand.h"

#include "app/formats/formats.h"
#include "ui/printing/paperlayout.h"
#include "ui/problems/problemtext.h"

#include <QDir>
#include <QFileInfo>
#include <QPrinter>
#include <QPrinterInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void say(const QString &sentence)
{
    std::fputs(qPrintable(u"broadsheet: %1\n"_s.arg(sentence)), stderr);
}

} // namespace

PrintCommand::PrintCommand(PaperPress &press, const PrintOrder &order, QObject *parent)
    : QObject(parent), m_printer(press), m_order(order)
{
    PrintSettings settings;
    settings.hasContents = false; // what was asked for, and nothing else
    m_printer.setSettings(settings);
    connect(&m_printer, &ArticlePrinter::exported, this, &PrintCommand::jobIsDone);
    connect(&m_printer, &ArticlePrinter::printed, this,
            [this](PrintJobId, const QString &name, bool isStopped) {
                if (isStopped) // no failure: it is with CUPS
                    say(u"“%1” is stopped: what was sent to it waits there"_s.arg(name));
                jobIsDone();
            });
    connect(&m_printer, &ArticlePrinter::failed, this, [this](PrintJobId, const Error &error) {
        complain(error);
        jobIsDone();
    });
}

void PrintCommand::start()
{
    QMetaObject::invokeMethod(this, &PrintCommand::run, Qt::QueuedConnection);
}

void PrintCommand::run()
{
    m_isFolder = !m_order.output.isEmpty() && QFileInfo(m_order.output).isDir();
    if (m_isFolder)
        writeNext();
    else
        printAll();
}

void PrintCommand::printAll()
{
    if (wouldWriteOver()) {
        Q_EMIT finished(m_exitStatus);
        return;
    }
    QList<Article> articles;
    for (const QString &file : std::as_const(m_order.files)) {
        const Result<QList<Article>> read = readArticles(file);
        if (read.has_value())
            articles += read.value();
        else
            complain(read.error());
    }
    if (articles.isEmpty())
        Q_EMIT finished(m_exitStatus = 1);
    else if (m_order.output.isEmpty())
        send(articles);
    else
        m_printer.exportPdf(articles, m_order.output, usualLayout());
}

bool PrintCommand::wouldWriteOver()
{
    const QString target = QFileInfo(m_order.output).canonicalFilePath(); // empty: not there
    for (const QString &file : std::as_const(m_order.files)) {
        if (!target.isEmpty() && QFileInfo(file).canonicalFilePath() == target) {
            complain(wouldOverwrite(file));
            return true;
        }
    }
    return false;
}

// One after another, and only the one under way in memory.
void PrintCommand::writeNext()
{
    while (m_next < m_order.files.size()) {
        const QString file = m_order.files.at(m_next++);
        const Result<QList<Article>> read = readArticles(file);
        if (read.has_value() && !read.value().isEmpty()) {
            m_printer.exportPdf(read.value(), freeName(file), usualLayout());
            return;
        }
        if (!read.has_value())
            complain(read.error());
    }
    Q_EMIT finished(m_exitStatus);
}

// "strike.pdf" for "strike.html"; a second "strike" of this order is "strike-2.pdf".
QString PrintCommand::freeName(const QString &file)
{
    const QString base = QFileInfo(file).completeBaseName();
    QString name = base + u".pdf"_s;
    for (int number = 2; m_names.contains(name); ++number)
        name = u"%1-%2.pdf"_s.arg(base).arg(number);
    m_names.insert(name);
    return QDir(m_order.output).filePath(name);
}

void PrintCommand::send(const QList<Article> &articles)
{
    const QPrinterInfo info = m_order.printer.isEmpty()
        ? QPrinterInfo::defaultPrinter()
        : QPrinterInfo::printerInfo(m_order.printer);
    if (info.isNull()) {
        complain({Error::Kind::NoPrinter, m_order.printer, {}});
        Q_EMIT finished(m_exitStatus);
        return;
    }
    auto printer = std::make_unique<QPrinter>(info, QPrinter::HighResolution);
    printer->setPageLayout(usualLayout());
    m_printer.print(articles, std::move(printer));
}

void PrintCommand::jobIsDone()
{
    if (m_isFolder)
        writeNext();
    else
        Q_EMIT finished(m_exitStatus);
}

void PrintCommand::complain(const Error &error)
{
    say(problemText(error).simplified());
    m_exitStatus = 1;
}
