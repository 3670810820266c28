#include "app/cli/addprogress.h"

#include "app/cli/output.h"

#include <QLocale>

namespace {

constexpr qint64 betweenOnTerminal = 200; // ms
constexpr qint64 betweenInFile = 5'000;

} // namespace

QByteArray withCommas(qint64 number)
{
    return QLocale(QLocale::English).toString(number).toLatin1();
}

QByteArray durationOf(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + 500) / 1000;
    if (milliseconds < 9'950)
        return QByteArray::number(double(milliseconds) / 1000, 'f', 1) + " s";
    if (seconds < 60)
        return QByteArray::number(seconds) + " s";
    if (seconds < 3600)
        return QByteArray::number(seconds / 60) + " min " + QByteArray::number(seconds % 60) + " s";
    return QByteArray::number(seconds / 3600) + " h " + QByteArray::number(seconds / 60 % 60)
        + " min";
}

AddProgress::AddProgress(Place place) : m_place(place) { }

QByteArray AddProgress::line(const LibrarySession::ScanProgress &progress)
{
    QByteArray line = withCommas(progress.done) + " of " + withCommas(progress.total) + " files";
    const qint64 left = progress.total - progress.done;
    if (left == 0)
        return line + ", putting the index in order";
    if (progress.msLeft > 0)
        line += ", " + withCommas(left * 1000 / progress.msLeft) + " a second, "
            + durationOf((progress.msLeft + 999) / 1000 * 1000) + " left";
    return line;
}

void AddProgress::show(const LibrarySession::ScanProgress &progress)
{
    const qint64 between = m_place == Place::Terminal ? betweenOnTerminal : betweenInFile;
    const bool isLast = progress.done == progress.total;
    if (m_shown.isValid() && !m_shown.hasExpired(between) && !isLast)
        return;
    m_shown.start();
    // "Erase to the end of the line" is understood wherever a carriage return is.
    print(m_place == Place::Terminal ? '\r' + line(progress) + "\x1b[K" : line(progress) + '\n');
    finishPrinting();
    m_isOnScreen = m_place == Place::Terminal;
}

void AddProgress::clear()
{
    if (std::exchange(m_isOnScreen, false)) {
        print("\r\x1b[K");
        finishPrinting();
    }
}
