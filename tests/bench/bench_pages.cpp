// bench_pages [--runs N] FILE|FOLDER...: reads saved web pages (or any files of articles), all of
// them in memory, N times (5), in one thread, as the library and the command line do. Prints
//
//   pages     how many, how many have no article, their size in MB
//   all       pages a second: the median of the runs, the slowest and the fastest; the first of
//             them, where every expression is compiled and every cache is empty
//   cpu       the same of processor time: what a busy machine cannot falsify as much
//   one       ms a page: median, 95th percentile, and the three slowest pages by name
//   memory    MB resident at the most, the files themselves among them
//
// Use a release build.
#include "app/base/sourcefile.h"
#include "app/formats/formats.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSysInfo>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

double share(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[std::size_t(part * double(values.size() - 1))];
}

double processorSeconds()
{
    rusage usage;
    ::getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

double mostMegabytes()
{
    rusage usage;
    ::getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

QStringList filesIn(const QStringList &names)
{
    QStringList files;
    for (const QString &name : names) {
        if (!QFileInfo(name).isDir()) {
            files.append(name);
            continue;
        }
        for (QDirIterator each(name, QDir::Files, QDirIterator::Subdirectories); each.hasNext();)
            files.append(each.next());
    }
    files.sort();
    return files;
}

struct Measured
{
    std::vector<double> all; // pages a second of each run
    std::vector<double> cpu;
    std::vector<double> one; // ms of each page, its best run
    int failed = 0;          // pages without an article
};

void run(const std::vector<SourceFile> &pages, Measured &measured)
{
    QElapsedTimer whole;
    whole.start();
    const double cpu = processorSeconds();
    measured.failed = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        QElapsedTimer timer;
        timer.start();
        measured.failed += !readArticles(pages[i]).has_value();
        const double took = double(timer.nsecsElapsed()) / 1e6;
        if (measured.one.size() <= i)
            measured.one.push_back(took);
        measured.one[i] = std::min(measured.one[i], took);
    }
    measured.all.push_back(double(pages.size()) * 1e9 / double(whole.nsecsElapsed()));
    measured.cpu.push_back(double(pages.size()) / std::max(1e-6, processorSeconds() - cpu));
}

void print(const std::vector<SourceFile> &pages, const Measured &measured)
{
    const auto rate = [](const char *name, const std::vector<double> &values) {
        std::printf("%-8s %8.0f pages/s   %.0f to %.0f; first %.0f\n", name, share(values, 0.5),
                    share(values, 0), share(values, 1), values.front());
    };
    rate("all", measured.all);
    rate("cpu", measured.cpu);
    std::printf("%-8s %8.2f ms        p95 %.2f\n", "one", share(measured.one, 0.5),
                share(measured.one, 0.95));
    std::vector<std::size_t> order(pages.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, std::greater(), [&](std::size_t i) { return measured.one[i]; });
    for (std::size_t i = 0; i < std::min<std::size_t>(3, order.size()); ++i)
        std::printf("         %8.2f ms        %s, %.2f MB\n", measured.one[order[i]],
                    qPrintable(pages[order[i]].path), double(pages[order[i]].bytes.size()) / 1e6);
    std::printf("%-8s %8.0f MB\n", "memory", mostMegabytes());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption runs(u"runs"_s, u"How often all pages are read."_s, u"N"_s, u"5"_s);
    parser.addOption(runs);
    parser.addHelpOption();
    parser.addPositionalArgument(u"FILE"_s, u"Pages, or folders of them."_s, u"FILE..."_s);
    parser.process(application);

    std::vector<SourceFile> pages;
    double bytes = 0;
    for (const QString &name : filesIn(parser.positionalArguments())) {
        const Result<SourceFile> file = readSourceFile(name);
        if (!file.has_value())
            continue;
        pages.push_back(file.value());
        bytes += double(file.value().bytes.size());
    }
    if (pages.empty())
        parser.showHelp(2);
    Measured measured;
    for (int i = 0; i < std::max(1, parser.value(runs).toInt()); ++i)
        run(pages, measured);
    std::printf("machine  %s, %s\n", qPrintable(QSysInfo::prettyProductName()),
                qPrintable(QSysInfo::currentCpuArchitecture()));
    std::printf("pages    %8zu           without an article %d, %.1f MB\n", pages.size(),
                measured.failed, bytes / 1e6);
    print(pages, measured);
    return 0;
}
