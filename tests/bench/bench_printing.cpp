// bench_printing [RUNS]: how long an article takes onto paper beside the bare printToPdf() of the
// same HTML, how many articles of a batch are through in a second, and how soon the preview shows
// another choice.
//
// bench_printing memory FILES: how much the program grows when it makes so many PDFs in one run.
//
// Writes its own articles.
#include "app/render/paperpage.h"
#include "tests/bench/measured.h"
#include "tests/ui/reading/startedengine.h"
#include "ui/printing/articleprinter.h"
#include "ui/printing/paperlayout.h"
#include "ui/printing/printpreview.h"
#include "ui/reading/webpaperpress.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPdfDocument>
#include <QPdfView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int paragraphsAPage = 9;
constexpr int patience = 120000; // ms

Article articleOf(int pages)
{
    Article article;
    article.headline = u"Ferry to return in June"_s;
    article.publisher = u"The Northern Courier"_s;
    article.datePublished = *dateFromIso(u"2024-03-30");
    article.inLanguage = u"en"_s;
    article.path = u"ferry.txt"_s;
    const QString
        sentence = u"The ferry that crosses the sound returns, the harbour board said. "_s;
    for (int i = 0; i < pages * paragraphsAPage; ++i)
        article.bodyHtml += u"<p>%1. %2</p>\n"_s.arg(i).arg(sentence.repeated(5));
    return article;
}

QPageLayout paper()
{
    return layoutOf(PrintSettings{});
}

// The floor: a page of the same engine, given the same HTML and printed, no more.
double bareMs(QWebEnginePage &page, const QString &html)
{
    QElapsedTimer timer;
    timer.start();
    QSignalSpy loaded(&page, &QWebEnginePage::loadFinished);
    page.setHtml(html);
    if (!loaded.wait(patience) || !loaded.first().first().toBool())
        qFatal("the page does not load");
    QEventLoop printing; // no qWaitFor(): it sleeps between the engine's many events
    page.printToPdf([&printing](const QByteArray &pdf) { printing.exit(pdf.isEmpty() ? 1 : 0); },
                    textLayout(paper()));
    if (printing.exec() != 0)
        qFatal("the page does not print");
    return double(timer.nsecsElapsed()) / 1e6;
}

double ourMs(ArticlePrinter &printer, const Article &article)
{
    QElapsedTimer timer;
    timer.start();
    QSignalSpy ready(&printer, &ArticlePrinter::pdfReady);
    printer.toPdf({article}, paper());
    if (!ready.wait(patience))
        qFatal("the article does not print");
    return double(timer.nsecsElapsed()) / 1e6;
}

// In turns, so that what else the machine does meets both.
void measureArticle(int pages, int runs)
{
    QWebEngineProfile profile;
    QWebEnginePage page(&profile);
    WebPaperPress press;
    ArticlePrinter printer(press);
    const Article article = articleOf(pages);
    const QString html = paperPage({article}, QLocale());
    QList<double> bare, ours;
    for (int run = 0; run <= runs; ++run) {
        const double floor = bareMs(page, html);
        const double mine = ourMs(printer, article);
        if (run == 0)
            continue; // warms up
        bare += floor;
        ours += mine;
    }
    printLine(u"an article of %1 pages"_s.arg(pages), ours, bare, u"ms"_s, 1.25);
}

void measureBatch(int count)
{
    WebPaperPress press;
    ArticlePrinter printer(press);
    const QTemporaryDir folder;
    QSignalSpy exported(&printer, &ArticlePrinter::exported);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i)
        printer.exportPdf({articleOf(1 + i % 3)}, folder.filePath(u"%1.pdf"_s.arg(i)), paper());
    while (exported.size() < count) {
        if (!exported.wait(patience))
            qFatal("the batch does not end");
    }
    std::printf("%d articles of 1 to 3 pages into a PDF each: %.1f articles/s (asked: 4)\n", count,
                count * 1000.0 / double(timer.elapsed()));
}

// From the click to other pixels of the pages, in the window of the preview.
double previewMs(PrintPreview &preview)
{
    auto *view = preview.findChild<QPdfView *>();
    const QList<QPushButton *> buttons = preview.findChildren<QPushButton *>();
    const QImage before = view->viewport()->grab().toImage();
    QCheckBox *twoColumns = preview.findChildren<QCheckBox *>().value(0);
    QElapsedTimer timer;
    timer.start();
    twoColumns->click();
    const auto isShown = [&] {
        return std::ranges::all_of(buttons, [](QPushButton *one) { return one->isEnabled(); })
            && view->viewport()->grab().toImage() != before;
    };
    while (!isShown() && timer.elapsed() < patience)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    if (!isShown())
        qFatal("the preview does not change");
    return double(timer.nsecsElapsed()) / 1e6;
}

void measurePreview(int runs)
{
    WebPaperPress press;
    ArticlePrinter printer(press);
    auto *preview = new PrintPreview(printer, {articleOf(3)});
    preview->show();
    const auto *document = preview->findChild<QPdfView *>()->document();
    if (!QTest::qWaitFor([&] { return document->pageCount() > 0; }, patience))
        qFatal("the preview stays empty");
    QList<double> times;
    for (int run = 0; run <= runs; ++run) {
        const double ms = previewMs(*preview);
        if (run > 0)
            times += ms;
    }
    delete preview;
    std::printf(
        "another choice in the preview of 3 pages, until its pixels: %.0f ms (asked: 300)\n",
        median(times));
}

// As `broadsheet --pdf FOLDER FILE…` does it.
int measureMemory(int count)
{
    const QTemporaryDir folder;
    const QString out = folder.filePath(u"out"_s);
    QDir().mkpath(out);
    QDir().mkpath(folder.filePath(u"in"_s));
    QStringList arguments{u"--pdf"_s, out};
    for (int i = 0; i < count; ++i) {
        QFile file(folder.filePath(u"in/%1.html"_s.arg(i)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the articles");
        file.write(paperPage({articleOf(1 + i % 3)}, QLocale()).toUtf8());
        arguments += file.fileName();
    }
    const auto written = [&out] { return QDir(out).entryList(QDir::Files).size(); };
    qint64 first = 0, later = 0, last = 0;
    QElapsedTimer timer;
    timer.start();
    const StartedProgram program(QApplication::applicationDirPath() + u"/broadsheet"_s, arguments,
                                 folder.path());
    while (program.isRunning() && written() < count) {
        const qsizetype done = written();
        const qint64 now = program.memory();
        qint64 &most = done <= 100 ? first : later;
        most = std::max(most, now);
        last = now > 0 ? now : last;
        (void)QTest::qWaitFor([&] { return written() >= done + 10; }, 1000);
    }
    std::printf("%lld of %d articles, %.1f articles/s: %lld MB at most in the first hundred, "
                "%lld MB at most after that, %lld MB at the end: %.2f times (asked: 1.3)\n",
                static_cast<long long>(written()), count,
                double(written()) * 1000 / double(timer.elapsed()),
                static_cast<long long>(first / 1024), static_cast<long long>(later / 1024),
                static_cast<long long>(last / 1024),
                double(later) / double(std::max<qint64>(1, first)));
    return written() == count ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    registerArticleScheme();
    QQuickWindow::setGraphicsApi(drawsInSoftware() ? QSGRendererInterface::Software
                                                   : QSGRendererInterface::OpenGL);
    QApplication program(argc, argv);
    const QStringList arguments = QApplication::arguments();
    std::printf("machine: %d cores\n", QThread::idealThreadCount());
    if (arguments.value(1) == u"memory"_s)
        return measureMemory(std::max(200, arguments.value(2, u"1000"_s).toInt()));
    const int runs = std::max(5, arguments.value(1, u"11"_s).toInt());
    std::printf("work: medians of %d runs, in turns\n", runs);
    if (!startEngine())
        qFatal("the web engine does not start");
    measureArticle(3, runs);
    measureArticle(60, runs);
    measureBatch(100);
    measurePreview(runs);
    return 0;
}
