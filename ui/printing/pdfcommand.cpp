#include "ui/printing/pdfcommand.h"

#include "app/formats/formats.h"
#include "ui/printing/paperlayout.h"
#include "ui/problems/problemtext.h"

#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

PdfCommand::PdfCommand(PaperPress &press, const QString &output, const QStringList &files,
                       QObject *parent)
    : QObject(parent), m_printer(press), m_output(output), m_files(files)
{
    PrintSettings settings;
    settings.hasContents = false; // what was asked for, and nothing else
    m_printer.setSettings(settings);
    connect(&m_printer, &ArticlePrinter::exported, this, [this] { Q_EMIT finished(m_exitStatus); });
    connect(&m_printer, &ArticlePrinter::failed, this, [this](PrintJobId, const Error &error) {
        complain(error);
        Q_EMIT finished(m_exitStatus);
    });
}

void PdfCommand::start()
{
    QMetaObject::invokeMethod(this, &PdfCommand::run, Qt::QueuedConnection);
}

void PdfCommand::run()
{
    const QString target = QFileInfo(m_output).canonicalFilePath(); // empty when it is not there
    QList<Article> articles;
    for (const QString &file : std::as_const(m_files)) {
        if (!target.isEmpty() && QFileInfo(file).canonicalFilePath() == target) {
            complain(wouldOverwrite(file));
            Q_EMIT finished(m_exitStatus);
            return;
        }
        const Result<QList<Article>> read = readArticles(file);
        if (read.has_value())
            articles += read.value();
        else
            complain(read.error());
    }
    if (articles.isEmpty())
        Q_EMIT finished(m_exitStatus = 1);
    else
        m_printer.exportPdf(articles, m_output, usualLayout());
}

void PdfCommand::complain(const Error &error)
{
    const QString line = u"broadsheet: %1\n"_s.arg(problemText(error).simplified());
    std::fputs(qPrintable(line), stderr);
    m_exitStatus = 1;
}
