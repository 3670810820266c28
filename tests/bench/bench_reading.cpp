// From start to the list, from start to the article, from one article to the next, and the memory:
// our program beside its floors, by turns and seen by the same eye.
//
//   bench_reading [--runs N] [FOLDER of articles]
//   bench_reading [--runs N] --libraries LARGE SMALL
//   bench_reading [--runs N] --beside LIBRARY
//
// The second compares the start into two libraries, without a file to open, and the window's memory
// with their lists. The third reads on in a library and looks when the related stories beside an
// article stand still: after the key, and after the article's own first pixels.
//
// Needs an X display with nothing else on it: xvfb-run -s "-screen 0 1600x1000x24" bench_reading
#include "app/formats/formats.h"
#include "app/render/screenpage.h"
#include "tests/bench/measured.h"
#include "tests/bench/screenwatch.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

// Where to look, in a window of 1200 by 800 at the top left corner: the list below the tool bar and
// right of the shelf, which comes after the first frame, and the middle of the page.
constexpr QRect listPart(210, 120, 220, 200);
constexpr QRect pagePart(530, 130, 300, 420);
constexpr QRect sidePart(960, 90, 220, 160); // the first of the stories beside it
constexpr int listInk = 150;                 // pixels of text that make a row or two
constexpr int pageInk = 5000;                // and a page

constexpr int patience = 20000; // ms
constexpr int mostPages = 20;

struct Numbers
{
    QList<double> list;   // ms
    QList<double> page;   // ms
    QList<double> next;   // ms
    QList<double> memory; // MiB
};

double milliseconds(qint64 nanoseconds)
{
    return double(nanoseconds) / 1e6;
}

void add(QList<double> &values, qint64 nanoseconds)
{
    if (nanoseconds >= 0)
        values += milliseconds(nanoseconds);
}

// The page stands still: nothing in it has changed for a while.
void settle(const ScreenWatch &screen, int quiet)
{
    QByteArray last = screen.pixels(pagePart);
    qint64 since = ScreenWatch::now();
    const qint64 start = since;
    screen.waitUntil(
        [&] {
            const QByteArray now = screen.pixels(pagePart);
            if (now != last) {
                last = now;
                since = ScreenWatch::now();
            }
            return ScreenWatch::now() - since > qint64(quiet) * 1000000;
        },
        start, patience);
}

void measureNext(const ScreenWatch &screen, int presses, Numbers &numbers)
{
    // The first file by its name may stand last in a list by date: go up, down, up.
    const quint8 keys[] = {screen.keycode('k'), screen.keycode('j')};
    for (int press = 0; press < presses; ++press) {
        settle(screen, 250);
        const QByteArray before = screen.pixels(pagePart);
        const qint64 start = ScreenWatch::now();
        screen.press(keys[press % 2]);
        add(numbers.next,
            screen.waitUntil([&] { return screen.pixels(pagePart) != before; }, start, 3000));
    }
}

void measure(const ScreenWatch &screen, const QString &program, const QStringList &arguments,
             const QString &home, bool hasPage, Numbers &numbers)
{
    const StartedProgram started(program, arguments, home);
    add(numbers.list,
        screen.waitUntil([&] { return screen.ink(listPart) > listInk; }, started.startedAt(),
                         patience));
    if (!hasPage)
        return;
    add(numbers.page,
        screen.waitUntil([&] { return screen.ink(pagePart) > pageInk; }, started.startedAt(),
                         patience));
    settle(screen, 1500);
    numbers.memory += double(started.memory()) / 1024;
    measureNext(screen, 3, numbers);
}

// The pages that we would show, for the bare view to show.
QStringList pagesOf(const QStringList &files, const QString &folder)
{
    QStringList pages;
    for (const QString &path : files) {
        const auto source = readSourceFile(path);
        if (!source.has_value())
            continue;
        const auto articles = readArticles(source.value());
        if (!articles.has_value())
            continue;
        QFile page(folder + u"/%1.html"_s.arg(pages.size()));
        if (page.open(QIODevice::WriteOnly)) {
            page.write(screenPage(screenStory(articles.value().first(), {}), false).toUtf8());
            pages += page.fileName();
        }
    }
    return pages;
}

int measureAll(const ScreenWatch &screen, const QString &folder, int runs, bool listOnly)
{
    const QDir articles(folder);
    // A bare view of so many is enough; the program gets the whole folder.
    QStringList files = articles.entryList({u"*.txt"_s}, QDir::Files, QDir::Name).mid(0, mostPages);
    std::transform(files.begin(), files.end(), files.begin(),
                   [&](const QString &name) { return articles.absoluteFilePath(name); });
    const QTemporaryDir home;
    const QStringList pages = pagesOf(files, home.path());
    if (pages.isEmpty()) {
        std::fprintf(stderr, "no articles in %s\n", qPrintable(folder));
        return 1;
    }

    const QDir here(QCoreApplication::applicationDirPath());
    Numbers ours;
    Numbers window;
    Numbers view;
    for (int run = -1; run < runs; ++run) { // the first one warms the disk's cache
        if (run == 0)
            ours = window = view = {};
        measure(screen, here.filePath(u"floor_window"_s), {}, home.path(), false, window);
        if (!listOnly)
            measure(screen, here.filePath(u"floor_view"_s), pages, home.path(), true, view);
        measure(screen, here.filePath(u"broadsheet"_s), {files.first()}, home.path(), !listOnly,
                ours);
    }
    printLine(u"start to first painted list"_s, ours.list, window.list, u"ms"_s, 1.3);
    if (listOnly)
        return 0;
    printLine(u"start to the article's first pixels"_s, ours.page, view.page, u"ms"_s, 1.2);
    printLine(u"next article, key to pixels"_s, ours.next, view.next, u"ms"_s, 35.0 / 17.0);
    printLine(u"memory with one article (PSS)"_s, ours.memory, view.memory, u"MiB"_s, 1.15);
    return 0;
}

int measureLibraries(const ScreenWatch &screen, const QStringList &libraries, int runs)
{
    const QTemporaryDir home;
    const QString program = QDir(QCoreApplication::applicationDirPath()).filePath(u"broadsheet"_s);
    Numbers large;
    Numbers small;
    for (int run = -1; run < runs; ++run) {
        if (run == 0)
            large = small = {};
        for (Numbers *numbers : {&large, &small}) {
            const QString &library = libraries.at(numbers == &large ? 0 : 1);
            const StartedProgram started(program, {u"--library"_s, library}, home.path());
            add(numbers->list,
                screen.waitUntil([&] { return screen.ink(listPart) > listInk; },
                                 started.startedAt(), patience));
            settle(screen, 3000); // the whole list, the shelf and its counts
            numbers->memory += double(started.memory()) / 1024;
        }
    }
    printLine(u"start to first painted list"_s, large.list, small.list, u"ms"_s, 1.3);
    const double floor = median(small.memory);
    printLine(u"memory with the list (PSS)"_s, large.memory, small.memory, u"MiB"_s,
              (floor + 64) / floor);
    return 0;
}

struct Changes // nanoseconds since a key; -1: none
{
    qint64 list = -1; // the first
    qint64 page = -1; // the first
    qint64 side = -1; // the last, before all stood still
};

Changes changesAfter(const ScreenWatch &screen, quint8 key)
{
    constexpr qint64 quiet = 600'000'000; // nanoseconds
    const QByteArray list = screen.pixels(listPart);
    const QByteArray page = screen.pixels(pagePart);
    QByteArray side = screen.pixels(sidePart);
    const qint64 start = ScreenWatch::now();
    Changes at;
    screen.press(key);
    screen.waitUntil(
        [&] {
            if (at.list < 0 && screen.pixels(listPart) != list)
                at.list = ScreenWatch::now() - start;
            if (at.page < 0 && screen.pixels(pagePart) != page)
                at.page = ScreenWatch::now() - start;
            if (const QByteArray now = screen.pixels(sidePart); now != side) {
                side = now;
                at.side = ScreenWatch::now() - start;
            }
            return ScreenWatch::now() - start > std::max(at.page, at.side) + quiet;
        },
        start, 3000);
    return at;
}

int measureBeside(const ScreenWatch &screen, const QString &library, int runs)
{
    const QTemporaryDir home;
    const QString program = QDir(QCoreApplication::applicationDirPath()).filePath(u"broadsheet"_s);
    const StartedProgram started(program, {u"--library"_s, library}, home.path());
    screen.waitUntil([&] { return screen.ink(listPart) > listInk; }, started.startedAt(), patience);
    settle(screen, 3000);
    const quint8 next = screen.keycode('j');
    changesAfter(screen, next); // the engine starts with the first one
    settle(screen, 3000);
    QList<double> list, page, side, after;
    for (int run = 0; run < runs; ++run) {
        const Changes at = changesAfter(screen, next);
        add(list, at.list);
        add(page, at.page);
        add(side, at.side);
        if (at.page >= 0 && at.side >= 0)
            after += milliseconds(at.side - at.page);
    }
    printLine(u"key to the list's pixels"_s, list, u"ms"_s);
    printLine(u"key to the article's pixels"_s, page, u"ms"_s);
    printLine(u"key to the stories beside it"_s, side, u"ms"_s);
    printLine(u"from the article to them"_s, after, u"ms"_s);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"runs"_s, u"Runs of each program."_s, u"N"_s, u"10"_s});
    parser.addOption({u"list-only"_s, u"Only the start to the first painted list."_s});
    parser.addOption({u"libraries"_s, u"Starts into two libraries instead: LARGE SMALL."_s});
    parser.addOption({u"beside"_s, u"Reads on in a library instead."_s, u"LIBRARY"_s});
    parser.addPositionalArgument(u"folder"_s, u"Articles to show."_s, u"[FOLDER]"_s);
    parser.process(application);

    const ScreenWatch screen;
    if (!screen.isOpen()) {
        std::fputs("no X display: use xvfb-run\n", stderr);
        return 2;
    }
    if (parser.isSet(u"beside"_s))
        return measureBeside(screen, parser.value(u"beside"_s), parser.value(u"runs"_s).toInt());
    const QStringList folders = parser.positionalArguments();
    if (parser.isSet(u"libraries"_s) && folders.size() == 2)
        return measureLibraries(screen, folders, parser.value(u"runs"_s).toInt());
    return measureAll(screen, folders.value(0, QStringLiteral(SAMPLES)),
                      parser.value(u"runs"_s).toInt(), parser.isSet(u"list-only"_s));
}
