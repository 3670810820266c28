#pragma once
// Articles onto paper or into a PDF. Jobs run one at a time, later ones wait; each ends with
// exactly one signal. Owned by MainWindow, or by a PrintCommand; GUI thread.

#include "app/base/result.h"
#include "ui/printing/printmatter.h"
#include "ui/printing/printsettings.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPageLayout>
#include <QPageRanges>
#include <QString>

#include <functional>
#include <memory>

class PaperPress;
class QPrinter;

enum class PrintJobId : int {};

// Pages for somebody who takes them to a printer.
struct PrintErrand
{
    // Answers once, later. What is under way lives under `context`, which goes when the job does.
    using Carrier = std::function<void(const QByteArray &pdf, QObject *context,
                                       const std::function<void(const Outcome &)> &then)>;

    QPageLayout paper;
    QPageRanges pages; // empty for all
    QString printerName;
    Carrier carry;
};

// Why nothing was written to `file`: an article lies there.
Error wouldOverwrite(const QString &file);

class ArticlePrinter final : public QObject
{
    Q_OBJECT

public:
    // `press` must outlive the printer, and is used by nobody else.
    explicit ArticlePrinter(PaperPress &press, QObject *parent = nullptr);
    ~ArticlePrinter() override;

    // How articles are set and what the running lines say, of jobs that are asked for from now on.
    void setSettings(const PrintSettings &settings) { m_settings = settings; }
    const PrintSettings &settings() const { return m_settings; }

    PrintJobId toPdf(const PrintMatter &matter, const QPageLayout &paper);

    // The file is there whole or not at all, and never one of the articles' own.
    PrintJobId exportPdf(const PrintMatter &matter, const QString &file, const QPageLayout &paper);

    // As `printer` was set up by its dialog; one that prints into a PDF file exports.
    PrintJobId print(const PrintMatter &matter, std::unique_ptr<QPrinter> printer);

    PrintJobId print(const PrintMatter &matter, const PrintErrand &errand);

    void cancel(PrintJobId job);
    bool isBusy() const;

Q_SIGNALS:
    void progressed(PrintJobId job, int laidOut, int articles); // of several articles
    void pdfReady(PrintJobId job, const QByteArray &pdf);
    void exported(PrintJobId job, const QString &file);
    // With its queue; where that is stopped, it waits there. The name may be empty.
    void printed(PrintJobId job, const QString &printerName, bool isStopped);
    void failed(PrintJobId job, const Error &error); // also Error::Kind::Cancelled
    void busyChanged(bool busy);

private:
    struct Job;

    PrintJobId queue(std::unique_ptr<Job> job);
    void startNext();
    void layOutNext();
    bool isAnswered();
    void takePages(const QByteArray &pdf);
    Outcome findFirstPages(const QByteArray &pdf);
    void layOutContents();
    void takeContents(const QByteArray &pdf);
    void bind();
    void deliver(const QByteArray &pdf);
    void save(const QByteArray &pdf);
    void sendToPrinter(const QByteArray &pdf);
    void handOn(const QByteArray &pdf);
    std::function<void(const Outcome &)> answerOf(const QString &printerName);
    void finish();
    void fail(const Error &error);

    PaperPress &m_press;
    PrintSettings m_settings;
    bool m_pressRuns = false;   // it owes an answer, be it to a job that was given up
    std::unique_ptr<Job> m_job; // the one that runs
    std::vector<std::unique_ptr<Job>> m_waiting;
    int m_lastId = 0;
};
