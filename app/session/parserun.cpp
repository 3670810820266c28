#include "app/session/parserun.h"

#include <sys/resource.h>
#include <unistd.h>

namespace {

constexpr int niceness = 5;

} // namespace

// QThread's priorities do nothing under Linux's ordinary scheduler; there niceness is a thread's
// own.
void stepAside()
{
    ::setpriority(PRIO_PROCESS, id_t(::gettid()), niceness);
}

QList<ParsedFile> listedRun(const QList<FoundFile> &files, const std::function<bool()> &cancelled)
{
    stepAside();
    QList<ParsedFile> parsed;
    for (const FoundFile &file : files) {
        if (cancelled())
            break;
        parsed.append(listedFile(file));
    }
    return parsed;
}

QList<ParsedFile> indexedRun(const QList<FoundFile> &files, const std::function<bool()> &cancelled)
{
    stepAside();
    WordIndexer indexer;
    QList<ParsedFile> parsed;
    for (const FoundFile &file : files) {
        if (cancelled())
            break;
        parsed.append(indexedFile(file, indexer));
    }
    return parsed;
}
