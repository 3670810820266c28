#pragma once
// `broadsheet --pdf OUT.pdf FILE…`: every article of the files, each on a page of its own, in one
// PDF, and no window. Reads the files itself, since nobody waits at a screen. GUI thread.

#include "app/article/article.h"
#include "ui/printing/articleprinter.h"

#include <QObject>
#include <QString>
#include <QStringList>

class PdfCommand final : public QObject
{
    Q_OBJECT

public:
    // `press` must outlive the command.
    PdfCommand(PaperPress &press, const QString &output, const QStringList &files,
               QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    // Once, and never from within start(). 0: everything is in the PDF. 1: something is not, and a
    // line on standard error names each; what could be read is in the PDF all the same.
    void finished(int exitStatus);

private:
    void run();
    void complain(const Error &error);

    ArticlePrinter m_printer;
    QString m_output;
    QStringList m_files;
    int m_exitStatus = 0;
};
