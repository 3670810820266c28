// bench_folder [FILES|FOLDER [RUNS]]: opens one file of a folder of FILES plain-text articles of
// its own making (20,000), or of FOLDER, RUNS times (3), as the window does, and then the same
// again with the library that has read it. Prints for each run and in median
//
//   opened    ms from asking for the file to having its article
//   first     ms until the list has its first rows
//   full      ms until the list has every row
//   words     ms until every word can be found
//   again     ms from opening the folder a second time until it has been looked through
//   cpu       ms of processor time a file, all threads: what a busy machine cannot falsify as much
//   late p95  ms by which a 10 ms timer on the window's thread came late during the scan; max
//   related   ms for the related stories, asked again with each batch; median, and at the end
//   memory    MB resident at the end, and before
//
// Use a release build. The words are drawn by Zipf's law from a vocabulary of its own, so that the
// index is as large as one of real news.
#include "app/library/library.h"
#include "app/session/librarysession.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFutureWatcher>
#include <QLocale>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int vocabulary = 60'000; // words
constexpr int wordsInAnArticle = 560;

double median(std::vector<double> values, double share = 0.5)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values.at(size_t(share * double(values.size() - 1)));
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(::getpagesize()) / 1e6;
}

double processorMilliseconds()
{
    rusage usage;
    ::getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &time) {
        return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

// Makes articles that differ as news differs: each of a story that others are of too.
class Newsroom
{
public:
    Newsroom()
    {
        const QByteArray consonants = "bcdfghklmnprstvw";
        const QByteArray vowels = "aeiou";
        double sum = 0;
        for (int rank = 1; rank <= vocabulary; ++rank) {
            QByteArray word;
            const int syllables = rank < 200 ? 1 : 2 + int(m_random() % 3);
            for (int i = 0; i < syllables; ++i) {
                word += consonants.at(qsizetype(m_random() % size_t(consonants.size())));
                word += vowels.at(qsizetype(m_random() % size_t(vowels.size())));
            }
            if (m_random() % 2)
                word += consonants.at(qsizetype(m_random() % size_t(consonants.size())));
            m_words.push_back(word);
            sum += 1.0 / rank;
            m_sums.push_back(sum);
        }
    }

    QByteArray article(int number)
    {
        const QDateTime when = QDateTime(QDate(2008, 1, 1), QTime(6, 0), Qt::UTC)
                                   .addSecs(number * 1800LL);
        m_topic.clear();
        m_random.seed(unsigned(number / 5)); // five articles tell one story
        for (int i = 0; i < 12; ++i)
            m_topic.push_back(m_words.at(300 + m_random() % (vocabulary - 300)));
        m_random.seed(unsigned(number + 1'000'000));

        QByteArray text = sentence(7).chopped(1) + '\n' + "Page last updated at "
            + QLocale::c().toString(when, u"HH:mm 'GMT', dddd, d MMMM yyyy"_s).toUtf8() + "\n\n";
        for (int words = 0; words < wordsInAnArticle; words += 28)
            text += sentence(14) + ' ' + sentence(14) + "\n\n";
        return text;
    }

private:
    QByteArray word()
    {
        if (m_random() % 10 == 0) {
            QByteArray word = m_topic.at(m_random() % m_topic.size());
            word[0] = m_random() % 2 ? char(std::toupper(word.at(0))) : word.at(0);
            return word;
        }
        const double at = std::uniform_real_distribution(0.0, m_sums.back())(m_random);
        return m_words.at(size_t(std::ranges::lower_bound(m_sums, at) - m_sums.begin()));
    }

    QByteArray sentence(int words)
    {
        QByteArray text = word();
        text[0] = char(std::toupper(text.at(0)));
        for (int i = 1; i < words; ++i)
            text += ' ' + word();
        return text + '.';
    }

    std::mt19937 m_random{1};
    std::vector<QByteArray> m_words;
    std::vector<double> m_sums; // of 1/rank: Zipf's law
    std::vector<QByteArray> m_topic;
};

QString writeFolder(const QTemporaryDir &parent, int files)
{
    Newsroom newsroom;
    const QString folder = parent.filePath(u"articles"_s);
    QDir().mkpath(folder);
    for (int i = 0; i < files; ++i) {
        QFile file(folder + u"/%1.txt"_s.arg(i, 6, 10, QChar(u'0')));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the articles");
        file.write(newsroom.article(i));
    }
    return folder;
}

struct Run
{
    double opened = 0, first = 0, full = 0, words = 0, again = 0, cpu = 0; // ms
    std::vector<double> late, related;                                     // ms
    double before = 0, after = 0;                                          // MB
    qsizetype listed = 0;
};

// The window of this run: hears the session, fetches the rows it would show, asks for the stories
// related to its article with every batch.
class Window : public QObject
{
public:
    Window(LibrarySession &session, Run &run) : m_session(session), m_run(run)
    {
        connect(&m_session, &LibrarySession::changed, this, &Window::take);
        connect(&m_session, &LibrarySession::scanFinished, this, [this](const auto &problems) {
            if (!problems.isEmpty())
                std::printf("PROBLEM: %s %s\n", qPrintable(problems.first().subject),
                            qPrintable(problems.first().detail));
            m_run.words = ms();
            askRelated(true);
        });
        m_ticks.setTimerType(Qt::PreciseTimer);
        m_ticks.setInterval(10);
        connect(&m_ticks, &QTimer::timeout, this, [this] {
            const double now = ms();
            m_run.late.push_back(std::max(0.0, now - m_lastTick - 10));
            m_lastTick = now;
        });
    }

    void open(const QString &path, const QString &folder)
    {
        m_clock.start();
        auto *watcher = new QFutureWatcher<Result<QList<Article>>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
            m_article = watcher->result().value().first();
            m_run.opened = ms();
        });
        watcher->setFuture(m_session.readFile(path));
        m_session.visitFolder(folder, Depth::ThisFolderOnly);
        m_lastTick = ms();
        m_ticks.start();
    }

private:
    double ms() const { return double(m_clock.nsecsElapsed()) / 1e6; }

    void take(const LibraryChanges &changes)
    {
        if (!changes.added.isEmpty() && m_run.first == 0)
            m_run.first = ms();
        if (!changes.added.isEmpty())
            m_run.full = ms();
        m_run.listed += changes.added.size();
        m_session.list({}, 100);
        m_session.summaries(changes.added.mid(0, 100));
        askRelated(false);
    }

    void askRelated(bool isLast)
    {
        const double asked = ms();
        auto *watcher = new QFutureWatcher<RelatedStories>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, asked, isLast] {
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0)
                m_run.related.push_back(ms() - asked);
            if (isLast)
                QCoreApplication::quit();
        });
        watcher->setFuture(m_session.related(m_article));
    }

    LibrarySession &m_session;
    Run &m_run;
    Article m_article;
    QElapsedTimer m_clock;
    QTimer m_ticks;
    double m_lastTick = 0;
};

Run measured(const QStringList &files, const QString &library)
{
    Run run;
    const QString &asked = files.at(files.size() / 2);
    Library opened(library);
    run.before = residentMegabytes();
    LibrarySession session(opened);
    Window window(session, run);
    const double cpu = processorMilliseconds();
    window.open(asked, QFileInfo(asked).path());
    QCoreApplication::exec();
    if (run.listed != 0 && run.listed != files.size())
        std::printf("PROBLEM: %d of %d listed\n", int(run.listed), int(files.size()));
    run.cpu = processorMilliseconds() - cpu;
    run.after = residentMegabytes();
    return run;
}

Run measuredTwice(const QStringList &files)
{
    const QTemporaryDir library;
    Run run = measured(files, library.path());
    run.again = measured(files, library.path()).words;
    return run;
}

void print(const char *name, qsizetype files, const Run &run)
{
    std::printf("%-6s  opened %.1f  first %.1f  full %.0f  words %.0f  again %.0f  cpu %.2f"
                "  late p95 %.1f max %.1f  related %.1f, at the end %.1f  memory %.0f,"
                " before %.0f\n",
                name, run.opened, run.first, run.full, run.words, run.again,
                run.cpu / double(files), median(run.late, 0.95), median(run.late, 1),
                median(run.related), run.related.empty() ? 0 : run.related.back(), run.after,
                run.before);
    std::fflush(stdout);
}

// Of each number its median over the runs.
Run middle(const std::vector<Run> &runs)
{
    const auto over = [&](auto number) {
        std::vector<double> values;
        for (const Run &run : runs)
            values.push_back(number(run));
        return median(values);
    };
    Run run;
    run.opened = over([](const Run &one) { return one.opened; });
    run.first = over([](const Run &one) { return one.first; });
    run.full = over([](const Run &one) { return one.full; });
    run.words = over([](const Run &one) { return one.words; });
    run.again = over([](const Run &one) { return one.again; });
    run.cpu = over([](const Run &one) { return one.cpu; });
    run.before = over([](const Run &one) { return one.before; });
    run.after = over([](const Run &one) { return one.after; });
    run.related = {over([](const Run &one) { return median(one.related); }),
                   over([](const Run &one) { return one.related.back(); })};
    for (const Run &one : runs)
        run.late.insert(run.late.end(), one.late.begin(), one.late.end());
    return run;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    const QString what = program.arguments().value(1, u"20000"_s);
    const int runs = argc > 2 ? std::max(1, program.arguments().at(2).toInt()) : 3;
    const QTemporaryDir parent;
    const bool isFolder = QFileInfo(what).isDir();
    const QString folder = isFolder ? what : writeFolder(parent, std::max(1, what.toInt()));
    QStringList files;
    const FolderFiles found = filesIn(folder, Depth::ThisFolderOnly, [] { return false; });
    for (const FoundFile &file : found.files.list())
        files.append(file.path);

    std::printf("%d files, %d runs\n", int(files.size()), runs);
    std::vector<Run> all;
    for (int i = 0; i < runs; ++i) {
        all.push_back(measuredTwice(files));
        print("run", files.size(), all.back());
    }
    print("median", files.size(), middle(all));
    return 0;
}
