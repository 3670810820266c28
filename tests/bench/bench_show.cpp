// bench_show [FILES [RUNS]]: how many files a second `broadsheet-cli show --json` reads in one
// process, beside the floor of opening and reading the same files and doing nothing with them.
// Writes its own articles, in the shape of a news page of 2009 saved as text.
#include "app/base/sourcefile.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr int vocabulary = 4000; // different words

QString words(QRandomGenerator &random, int count)
{
    static constexpr const char *syllables[] = {"ba",  "ken", "lo",  "mer", "ni",
                                                "pra", "stu", "vil", "dor", "es"};
    QStringList text;
    for (int i = 0; i < count; ++i) {
        // Common words are common: the square favours low numbers.
        const int rank = int(random.generateDouble() * random.generateDouble() * vocabulary);
        QString word;
        for (int n = rank + 10; n > 0; n /= 10)
            word += QLatin1StringView(syllables[n % 10]);
        text.append(word);
    }
    text.first()[0] = text.first()[0].toUpper();
    return text.join(u' ');
}

QString article(QRandomGenerator &random)
{
    QString text = words(random, 6)
        + u"\nPage last updated at %1:%2 GMT, Monday, %3 March 2009\n\n"_s
              .arg(random.bounded(10, 24))
              .arg(random.bounded(10, 60))
              .arg(random.bounded(1, 32));
    const int paragraphs = random.bounded(5, 16);
    for (int i = 0; i < paragraphs; ++i) {
        if (i > 0 && i % 5 == 0)
            text += u'\'' + words(random, 3) + u"'\n\n"_s;
        text += words(random, random.bounded(15, 40)) + u".\n\n"_s;
    }
    text += u"Print Sponsor\n\n"_s;
    for (int i = 0; i < 3; ++i)
        text += words(random, 5) + u"\n29 Mar 09 | Americas\n"_s;
    return text + u"\nThe BBC is not responsible for the content of external internet sites\n"_s;
}

// Writes the files and returns their names and their size in bytes.
QStringList writeArticles(const QTemporaryDir &folder, int count, qint64 &size)
{
    QRandomGenerator random(1);
    QStringList paths;
    for (int i = 0; i < count; ++i) {
        QFile file(folder.filePath(u"%1.txt"_s.arg(i)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the articles");
        size += file.write(article(random).toUtf8());
        paths.append(file.fileName());
    }
    return paths;
}

// Milliseconds, the median of the runs after one that warms up.
double median(int runs, const std::function<void()> &work)
{
    QList<double> times;
    for (int run = 0; run <= runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        if (run > 0)
            times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

QByteArray processorName()
{
    QFile file(u"/proc/cpuinfo"_s);
    if (!file.open(QIODevice::ReadOnly))
        return "unknown processor";
    const QByteArrayList all = file.readAll().split('\n');
    for (const QByteArray &line : all) {
        if (line.startsWith("model name"))
            return line.mid(line.indexOf(':') + 1).trimmed();
    }
    return "unknown processor";
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int count = arguments.value(1, u"2000"_s).toInt();
    const int runs = std::max(10, arguments.value(2, u"11"_s).toInt());
    const QTemporaryDir folder;
    qint64 size = 0;
    const QStringList paths = writeArticles(folder, count, size);

    const double floor = median(runs, [&] {
        for (const QString &path : paths) {
            if (!readSourceFile(path).has_value())
                qFatal("an article is gone");
        }
    });
    const double shown = median(runs, [&] {
        QProcess show;
        show.setStandardOutputFile(QProcess::nullDevice());
        show.start(QCoreApplication::applicationDirPath() + u"/broadsheet-cli"_s,
                   QStringList{u"show"_s, u"--json"_s} + paths);
        if (!show.waitForFinished(-1) || show.exitCode() != 0)
            qFatal("broadsheet-cli did not show the articles");
    });

    std::printf("machine: %d cores, %s\n", QThread::idealThreadCount(),
                processorName().constData());
    std::printf("work: %d files, %.1f KB each, median of %d runs\n", count,
                double(size) / 1024 / count, runs);
    std::printf("reading the bytes alone: %.1f ms, %.0f files/s\n", floor, count / floor * 1000);
    std::printf("broadsheet-cli show --json: %.1f ms, %.0f files/s\n", shown, count / shown * 1000);
    return 0;
}
