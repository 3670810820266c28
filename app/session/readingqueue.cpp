#include "app/session/readingqueue.h"

#include <algorithm>

namespace {

constexpr qsizetype firstBatch = 50;      // files: what fills the list on the screen
constexpr qsizetype filesInAFirstRun = 8; // so that the first batch is soon together
constexpr qsizetype filesInARun = 32;     // read by one thread
constexpr qint64 bytesInARun = 1'000'000; // or not many more
constexpr qsizetype mostFilesOut = 8'000; // what is kept in memory of a scan,
constexpr qint64
    mostBytesOut = 32'000'000;          // counted in bytes of files; words take several times that
constexpr qint64 batchTime = 250;       // ms: so that signals do not flood
constexpr qsizetype mostInABatch = 500; // files: so that whoever writes waits for no long batch
constexpr qint64 paceTime = 10'000;     // ms that the time left is judged by

} // namespace

void ReadingQueue::add(const QString &root, const FileTable &files)
{
    const QMutexLocker locked(&m_mutex);
    if (const auto before = m_sources.find(root); before != m_sources.end())
        drop(before);
    addInFront(root, files);
}

void ReadingQueue::addChanged(const QString &root, const FileTable &files)
{
    const QMutexLocker locked(&m_mutex);
    for (qsizetype row = 0; row < files.size(); ++row)
        m_changed.insert(files.at(row).path, m_lastRun);
    addInFront(root, files);
}

// What comes later is newer, or is to be read again.
void ReadingQueue::addInFront(const QString &root, const FileTable &files)
{
    if (files.isEmpty())
        return;
    if (!m_clock.isValid())
        m_clock.start();
    if (m_done == m_total) { // another piece of work
        m_done = m_total = 0;
        m_pace.clear();
        notePace();
    }
    m_sources[root].push_back({files, 0});
    m_total += files.size();
}

void ReadingQueue::drop(std::map<QString, Source>::iterator source)
{
    for (const Part &part : source->second)
        m_total -= part.left();
    m_sources.erase(source);
}

void ReadingQueue::dropParsed(const std::function<bool(const ParsedFile &)> &isDropped)
{
    m_parsed.removeIf([&](const ParsedFile &file) {
        if (!isDropped(file))
            return false;
        --m_total;
        --m_filesOut;
        m_bytesOut -= file.file.size;
        return true;
    });
}

void ReadingQueue::forget(const QString &root)
{
    const QMutexLocker locked(&m_mutex);
    if (const auto source = m_sources.find(root); source != m_sources.end())
        drop(source);
    dropParsed([&](const ParsedFile &file) { return file.file.path.startsWith(root + u'/'); });
    for (auto &[number, active] : m_active)
        active.isForgotten = active.isForgotten || active.root == root;
}

void ReadingQueue::forgetAll()
{
    const QMutexLocker locked(&m_mutex);
    while (!m_sources.empty())
        drop(m_sources.begin());
    dropParsed([](const ParsedFile &) { return true; });
    for (auto &[number, active] : m_active)
        active.isForgotten = true;
}

void ReadingQueue::setPaused(bool paused)
{
    const QMutexLocker locked(&m_mutex);
    m_isPaused = paused;
    m_pace.clear();
    if (m_clock.isValid())
        notePace();
}

bool ReadingQueue::isPaused() const
{
    const QMutexLocker locked(&m_mutex);
    return m_isPaused;
}

bool ReadingQueue::isHung(const QString &root) const
{
    return std::ranges::any_of(
        m_active, [&](const auto &run) { return run.second.isHung && run.second.root == root; });
}

std::map<QString, ReadingQueue::Source>::iterator ReadingQueue::newestSource()
{
    const auto modified = [](const Source &source) {
        return source.back().files.at(source.back().next).modified;
    };
    auto newest = m_sources.end();
    for (auto at = m_sources.begin(); at != m_sources.end(); ++at) {
        if (!isHung(at->first)
            && (newest == m_sources.end() || modified(at->second) > modified(newest->second)))
            newest = at;
    }
    return newest;
}

ReadingQueue::Run ReadingQueue::takeRun()
{
    const QMutexLocker locked(&m_mutex);
    if (m_isPaused || isFull())
        return {};
    const auto source = newestSource();
    if (source == m_sources.end())
        return {};

    Run run{++m_lastRun, source->first, {}};
    Active active{run.root, 0, 0, m_clock.elapsed(), false, false};
    const qsizetype most = m_done + m_filesOut < firstBatch ? filesInAFirstRun : filesInARun;
    Source &parts = source->second;
    while (!parts.empty() && run.files.size() < most && active.bytes < bytesInARun) {
        Part &part = parts.back();
        run.files.append(part.files.at(part.next++));
        active.bytes += run.files.last().size;
        if (part.left() == 0)
            parts.pop_back();
    }
    active.files = run.files.size();
    m_filesOut += active.files;
    m_bytesOut += active.bytes;
    m_active.emplace(run.number, active);
    if (parts.empty())
        m_sources.erase(source);
    return run;
}

bool ReadingQueue::goesOn(quint64 run)
{
    const QMutexLocker locked(&m_mutex);
    Active &active = m_active.at(run);
    active.askedAt = m_clock.elapsed();
    active.isHung = false;
    return !active.isForgotten;
}

void ReadingQueue::put(quint64 run, const QList<ParsedFile> &parsed)
{
    const QMutexLocker locked(&m_mutex);
    const Active active = m_active.at(run);
    m_active.erase(run);
    qsizetype kept = 0;
    qint64 bytes = 0;
    for (const ParsedFile &file : parsed) {
        if (active.isForgotten || m_changed.value(file.file.path) >= run)
            continue;
        m_parsed.append(file);
        ++kept;
        bytes += file.file.size;
    }
    m_filesOut -= active.files - kept;
    m_bytesOut -= active.bytes - bytes;
    m_total -= active.files - kept;
    if (m_active.empty())
        m_changed.clear();
}

bool ReadingQueue::isFull() const
{
    return m_filesOut >= mostFilesOut || m_bytesOut >= mostBytesOut;
}

bool ReadingQueue::isReadingOver() const
{
    return std::ranges::all_of(m_active, [](const auto &run) { return run.second.isHung; })
        && std::ranges::all_of(m_sources, [this](const auto &one) { return isHung(one.first); });
}

// Not with the first run: a list of eight would be followed by another at once.
bool ReadingQueue::isWorthWriting() const
{
    const bool isLast = isReadingOver() || (m_active.empty() && (m_isPaused || isFull()));
    return isLast || m_clock.elapsed() - m_takenAt > batchTime || m_parsed.size() >= mostInABatch
        || (m_done == 0 && m_parsed.size() >= firstBatch);
}

QList<ParsedFile> ReadingQueue::takeParsed()
{
    const QMutexLocker locked(&m_mutex);
    if (m_parsed.isEmpty() || !isWorthWriting())
        return {};
    QList<ParsedFile> taken = m_parsed.mid(0, m_done == 0 ? firstBatch : mostInABatch);
    m_parsed.remove(0, taken.size());
    m_takenAt = m_clock.elapsed();
    m_done += taken.size();
    notePace();
    return taken;
}

void ReadingQueue::settle(qsizetype files, qint64 bytes)
{
    const QMutexLocker locked(&m_mutex);
    m_filesOut -= files;
    m_bytesOut -= bytes;
}

void ReadingQueue::notePace()
{
    const qint64 now = m_clock.elapsed();
    m_pace.emplace_back(now, m_done);
    while (m_pace.size() > 2 && now - m_pace.front().first > paceTime)
        m_pace.pop_front();
}

ReadingQueue::Counts ReadingQueue::counts() const
{
    const QMutexLocker locked(&m_mutex);
    Counts counts{m_done, m_total, -1};
    if (m_pace.size() < 2)
        return counts;
    const qint64 time = m_pace.back().first - m_pace.front().first;
    const qsizetype files = m_pace.back().second - m_pace.front().second;
    if (time > 0 && files > 0)
        counts.msLeft = time * (m_total - m_done) / files;
    return counts;
}

bool ReadingQueue::isIdle() const
{
    const QMutexLocker locked(&m_mutex);
    return m_parsed.isEmpty() && isReadingOver();
}

QStringList ReadingQueue::newlyHung(qint64 milliseconds)
{
    const QMutexLocker locked(&m_mutex);
    QStringList roots;
    for (auto &[number, active] : m_active) {
        if (active.isHung || m_clock.elapsed() - active.askedAt < milliseconds)
            continue;
        active.isHung = true;
        roots.append(active.root);
    }
    return roots;
}
