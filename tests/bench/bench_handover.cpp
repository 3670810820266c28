// bench_handover [RUNS]: from the start of a second program to its request in the first one. Beside
// it, the floor: the start of a program that does nothing (true).
#include "ui/handover/handoverlistener.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10000; // ms

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.isEmpty() ? -1 : values[values.size() / 2];
}

double largest(const QList<double> &values)
{
    return values.isEmpty() ? -1 : *std::ranges::max_element(values);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    const int runs = argc > 1 ? QByteArray(argv[1]).toInt() : 50;
    QTemporaryDir folder;
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path()));
    const QString library = folder.filePath(u"library"_s);
    HandoverListener listener;
    // As LibraryPlaces::below() has it.
    if (!listener.listen(handoverAddress(library + u"/state"_s))) {
        std::fputs("bench_handover: cannot listen\n", stderr);
        return 1;
    }
    const QString reader = QCoreApplication::applicationDirPath() + u"/broadsheet"_s;
    QList<double> handovers;
    QList<double> floors;
    for (int run = 0; run < runs; ++run) {
        QEventLoop waits;
        QElapsedTimer time;
        QObject::connect(&listener, &HandoverListener::asked, &waits, [&] {
            handovers.append(double(time.nsecsElapsed()) / 1e6);
            waits.quit();
        });
        QProcess second;
        time.start();
        second.start(reader, {u"--library"_s, library, u"/news/ferry.html"_s});
        waits.exec();
        second.waitForFinished(patience);

        QProcess nothing;
        time.restart();
        nothing.start(u"/bin/true"_s, {});
        nothing.waitForFinished(patience);
        floors.append(double(time.nsecsElapsed()) / 1e6);
    }
    std::printf("%s, %d cores, %d runs\n", qPrintable(QSysInfo::prettyProductName()),
                QThread::idealThreadCount(), runs);
    std::printf("request heard after: median %.1f ms, worst %.1f ms\n", median(handovers),
                largest(handovers));
    std::printf("a program that does nothing: median %.1f ms\n", median(floors));
    return 0;
}
