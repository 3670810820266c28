#pragma once
// What is printed without a window, and reads its files itself, since nobody waits at a screen:
//
//   broadsheet --pdf OUT.pdf FILE…            every article, each on a page of its own, in one PDF
//   broadsheet --pdf FOLDER FILE…             each file's articles in a PDF of their own, called as
//                                             the file is; one file at a time, however many
//   broadsheet --print [--printer NAME] FILE… every article as one job for that printer, or for the
//                                             default one
//
// GUI thread.

#include "ui/printing/articleprinter.h"
#include "ui/printing/printingplugin.h"

#include <QSet>
#include <QStringList>

class PrintCommand final : public QObject
{
    Q_OBJECT

public:
    // `press` must outlive the command.
    PrintCommand(PaperPress &press, const PrintOrder &order, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    // Once, and never from within start(). 0: everything is printed. 1: something is not, and a
    // line on standard error names each; what could be read is printed all the same.
    void finished(int exitStatus);

private:
    void run();
    void printAll();
    void writeNext();
    void send(const QList<Article> &articles);
    bool wouldWriteOver();
    QString freeName(const QString &file);
    void jobIsDone();
    void complain(const Error &error);

    ArticlePrinter m_printer;
    PrintOrder m_order;
    bool m_isFolder = false;
    qsizetype m_next = 0;  // file, where each has a PDF of its own
    QSet<QString> m_names; // of the PDFs written so far
    int m_exitStatus = 0;
};
