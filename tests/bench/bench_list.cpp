// bench_list [ROWS [RUNS]]: the list over a library of its own making with ROWS articles
// (1,000,000), RUNS times (7), and with 10 for comparison. bench_list --library DIR [RUNS]: over
// the library that is kept in DIR. Prints in median
//
//   first      ms from asking for a list to its first rows painted, with their words
//   whole      ms until the list has every row; gui: of that, the longest time that keys waited
//   middle     ms from moving the scroll bar to the middle to the right rows painted
//   sort       ms from choosing another order to its first rows painted
//   unread     ms from asking for unread only to the first rows painted
//   arrive     ms that the window is busy with one article more, near the top
//   scattered  ms that it is busy with a thousand articles more, everywhere
//   memory     MB (PSS) of a process with the list, scrolled and sorted, and that of one with 10
//              rows: each is started anew
//
// Use a release build and a screen (xvfb-run will do).
#include "app/library/library.h"
#include "app/session/librarysession.h"
#include "ui/articlelist/articlelist.h"
#include "ui/articlelist/articlelistview.h"
#include "ui/articlelist/listheader.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtConcurrent>

#include <algorithm>
#include <cstdio>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

double median(std::vector<double> values)
{
    if (values.empty())
        return -1;
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

double proportionalMegabytes()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray rollup = file.readAll();
    const qsizetype at = rollup.indexOf("\nPss:");
    return rollup.mid(at + 5, rollup.indexOf("kB", at) - at - 5).trimmed().toDouble() / 1024;
}

// A library in memory: its orders cost their copy and no more, so that what is measured is the
// window's. Answers come from another thread, as a session's do.
class MadeLibrary
{
public:
    explicit MadeLibrary(qsizetype rows)
    {
        std::mt19937 random(1);
        const auto today = qint32(QDate::currentDate().toJulianDay());
        for (qsizetype row = 0; row < rows; ++row) {
            m_byDate.ids.append(ArticleId{quint64(rows - row)});
            m_byDate.days.append(today - qint32(row * 5'000 / rows)); // of some fourteen years
        }
        m_byDate.total = rows;
        m_byName = m_byDate;
        std::ranges::shuffle(m_byName.ids, random);
        for (qsizetype row = 0; row < rows; row += std::max<qsizetype>(1, rows / 300))
            m_byName.groups.append({row, u"Publisher %1"_s.arg(row)});
        for (qsizetype row = 0; row < rows; ++row) {
            if (row % 3 == 0) {
                m_unread.ids.append(m_byDate.ids.at(row));
                m_unread.days.append(m_byDate.days.at(row));
            }
        }
        m_unread.total = m_unread.ids.size();
    }

    ListSources sources()
    {
        const auto order = [this](const ListRequest &request, qsizetype atMost) {
            return QtConcurrent::run([this, request, atMost]() -> Result<ArticleOrder> {
                return beginning(request, atMost);
            });
        };
        const auto summaries = [](const QList<ArticleId> &ids) {
            return QtConcurrent::run([ids] { return summariesOf(ids); });
        };
        const auto snippets = [](const SearchQuery &, const QList<ArticleId> &) {
            return QtFuture::makeReadyFuture(QList<Snippet>());
        };
        return {order, summaries, snippets};
    }

    // As many articles more, from the top to the end, evenly.
    void add(qsizetype articles)
    {
        const qsizetype step = m_byDate.ids.size() / articles;
        for (qsizetype i = 0; i < articles; ++i) {
            m_byDate.ids.insert(i * step + 3, ArticleId{++m_newest});
            m_byDate.days.insert(i * step + 3, m_byDate.days.at(i * step + 3));
        }
        m_byDate.total += articles;
    }

private:
    ArticleOrder beginning(const ListRequest &request, qsizetype atMost) const
    {
        const ArticleOrder &whole = request.query.kind != SearchQuery::Kind::Everything ? m_unread
            : request.sortBy == SortBy::Date                                            ? m_byDate
                                                                                        : m_byName;
        if (atMost >= whole.ids.size()) { // a catalogue makes its answer anew
            ArticleOrder copy = whole;
            copy.ids.detach();
            copy.days.detach();
            return copy;
        }
        ArticleOrder order;
        order.ids = whole.ids.first(atMost);
        order.days = whole.days.first(atMost);
        order.groups = whole.groups;
        order.total = whole.total;
        return order;
    }

    static QList<ArticleSummary> summariesOf(const QList<ArticleId> &ids)
    {
        QList<ArticleSummary> found;
        for (const ArticleId id : ids) {
            ArticleSummary summary;
            summary.id = id;
            summary.path = u"/news/%1.txt"_s.arg(quint64(id));
            summary.headline = u"Harbour council votes on number %1 of its many roofs"_s.arg(
                quint64(id));
            summary.source = u"The Harbour Post"_s;
            summary.date = *dateFromIso(u"2031-05-02"_s);
            summary
                .firstWords = u"The harbour office said on the telephone that nothing would sail "
                              "before the storm had passed the outer islands, it was said."_s;
            found.append(summary);
        }
        return found;
    }

    ArticleOrder m_byDate;
    ArticleOrder m_byName;
    ArticleOrder m_unread;
    quint64 m_newest = 1'000'000'000;
};

// A list on the screen, and what it takes until its rows can be read.
class Watched final : public QObject
{
public:
    explicit Watched(const ListSources &sources) : list(sources)
    {
        list.resize(340, 800);
        static_cast<QWidget &>(list).show();
        list.view()->viewport()->installEventFilter(this);
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }

    // Milliseconds until rows are painted with all their words and `isRight`.
    double untilPainted(const std::function<void()> &act, const std::function<bool()> &isRight)
    {
        QElapsedTimer clock;
        clock.start();
        m_isRight = isRight;
        m_isPainted = false;
        act();
        while (!m_isPainted && clock.elapsed() < 60'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return double(clock.nsecsElapsed()) / 1e6;
    }

    // Milliseconds until the list has every row.
    double untilFilled(const std::function<void()> &act)
    {
        QSignalSpy filled(&list, &ArticleList::filled);
        QElapsedTimer clock;
        clock.start();
        act();
        while (filled.isEmpty() && clock.elapsed() < 60'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return double(clock.nsecsElapsed()) / 1e6;
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_isRight && areAllKnown() && m_isRight())
            m_isPainted = true; // in a moment, in this same event
        return false;
    }

    ArticleList list;

private:
    bool areAllKnown() const
    {
        const ArticleListView *view = list.view();
        const ArticleListModel *articles = list.articles();
        for (int y = 40; y < view->viewport()->height(); y += 30) {
            const QModelIndex index = view->indexAt({60, y});
            if (index.isValid() && !articles->knownSummary(articles->idAt(index.row())))
                return false;
        }
        return articles->rowCount() > 0;
    }

    std::function<bool()> m_isRight;
    bool m_isPainted = false;
};

// Notes how long each event takes the window's thread.
class Busy final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        QElapsedTimer clock;
        clock.start();
        ++m_depth;
        const bool result = QApplication::notify(receiver, event);
        if (--m_depth == 0)
            longest = std::max(longest, double(clock.nsecsElapsed()) / 1e6);
        return result;
    }

    double longest = 0;

private:
    int m_depth = 0;
};

struct Times
{
    std::vector<double> first, whole, gui, middle, sort, unread;
};

void measure(Watched &watched, Busy &busy, Times &times)
{
    ArticleList &list = watched.list;
    bool isOpened = false;
    const auto connection = QObject::connect(&list, &ArticleList::opened, &list,
                                             [&isOpened] { isOpened = true; });
    const auto opened = [&isOpened] { return isOpened; };
    const auto settle = [&] {
        while (list.articles()->rowCount() < list.total())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    };

    times.first.push_back(watched.untilPainted([&] { list.open({}); }, opened));
    settle();
    busy.longest = 0;
    times.whole.push_back(watched.untilFilled([&] { list.open({}); }));
    times.gui.push_back(busy.longest);

    QScrollBar *bar = list.view()->verticalScrollBar();
    times.middle.push_back(watched.untilPainted([&] { bar->setValue(bar->maximum() / 2); },
                                                [&] { return bar->value() > 0; }));
    isOpened = false;
    times.sort.push_back(
        watched.untilPainted([&] { Q_EMIT list.header()->sortChosen(SortBy::Publisher); }, opened));
    settle();
    Q_EMIT list.header()->sortChosen(SortBy::Date);
    settle();
    isOpened = false;
    times.unread.push_back(
        watched.untilPainted([&] { list.header()->unreadOnly()->trigger(); }, opened));
    settle();
    list.header()->unreadOnly()->trigger();
    settle();
    QObject::disconnect(connection);
}

void print(const char *what, const std::vector<double> &values, const char *unit = "ms")
{
    std::printf("  %-10s %8.1f %s\n", what, median(values), unit);
}

void print(const Times &times)
{
    print("first", times.first);
    print("whole", times.whole);
    print("gui", times.gui);
    print("middle", times.middle);
    print("sort", times.sort);
    print("unread", times.unread);
}

void measureMade(Busy &busy, qsizetype rows, int runs)
{
    MadeLibrary library(rows);
    Watched watched(library.sources());
    Times times;
    for (int run = 0; run < runs; ++run)
        measure(watched, busy, times);
    std::printf("%lld rows, %d runs\n", static_cast<long long>(rows), runs);
    print(times);

    for (const auto &[what, articles] : {std::pair{"arrive", 1}, std::pair{"scattered", 1'000}}) {
        if (articles > rows)
            continue;
        std::vector<double> values;
        for (int run = 0; run < runs; ++run) {
            library.add(articles);
            busy.longest = 0;
            watched.untilFilled([&] { watched.list.askSoon(); });
            values.push_back(busy.longest);
        }
        print(what, values);
    }
}

// What a process has that shows so many rows; the made library itself is taken off.
void sayMemory(qsizetype rows)
{
    MadeLibrary library(rows);
    const double before = proportionalMegabytes();
    Watched watched(library.sources());
    watched.untilFilled([&] { watched.list.open({}); });
    QScrollBar *bar = watched.list.view()->verticalScrollBar();
    for (int step = 0; step <= 50; ++step)
        watched.untilPainted([&] { bar->setValue(bar->maximum() / 50 * step); },
                             [] { return true; });
    watched.untilFilled([&] { Q_EMIT watched.list.header()->sortChosen(SortBy::Publisher); });
    watched.list.view()->selectAll();
    watched.untilPainted([&] { watched.list.view()->viewport()->update(); }, [] { return true; });
    std::printf("%.1f\n", proportionalMegabytes() - before);
}

double memoryOf(qsizetype rows)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--memory"_s, QString::number(rows)});
    process.waitForFinished(-1);
    return process.readAllStandardOutput().trimmed().toDouble();
}

void measureKept(Busy &busy, const QString &directory, int runs)
{
    Library library(directory);
    LibrarySession session(library);
    Watched watched({[&](const ListRequest &request, qsizetype atMost) {
                         return session.list(request, atMost);
                     },
                     [&](const QList<ArticleId> &ids) { return session.summaries(ids); },
                     [&](const SearchQuery &query, const QList<ArticleId> &ids) {
                         return session.snippets(query, ids);
                     }});
    Times times;
    for (int run = 0; run < runs; ++run)
        measure(watched, busy, times);
    std::printf("%s: %lld rows, %d runs\n", qPrintable(directory),
                static_cast<long long>(watched.list.total()), runs);
    print(times);
}

} // namespace

int main(int argc, char *argv[])
{
    Busy busy(argc, argv);
    QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.value(0) == u"--memory"_s) {
        sayMemory(arguments.value(1).toLongLong());
        return 0;
    }
    if (arguments.value(0) == u"--library"_s) {
        measureKept(busy, arguments.value(1), arguments.value(2, u"7"_s).toInt());
        return 0;
    }
    const qsizetype rows = arguments.value(0, u"1000000"_s).toLongLong();
    const int runs = arguments.value(1, u"7"_s).toInt();
    measureMade(busy, 10, runs);
    measureMade(busy, rows, runs);
    const double few = memoryOf(10);
    const double many = memoryOf(rows);
    std::printf("memory, MB: %.1f with 10 rows, %.1f with %lld: %.1f more\n", few, many,
                static_cast<long long>(rows), many - few);
    return 0;
}
