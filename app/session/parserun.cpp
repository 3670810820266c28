#include "app/session/parserun.h"

#include "app/base/sourcefile.h"

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

// A file may have been written to since it was found: what is kept of it must say of which state
// it is, or a later scan would believe that it has not changed.
QList<ParsedFile> parsedRun(const QList<FoundFile> &files, WordIndexer &indexer,
                            const std::function<bool()> &cancelled)
{
    // The disk fetches the next ones while the processor is busy with the first.
    for (const FoundFile &file : files) {
        if (cancelled())
            return {};
        expectSourceFile(file.path);
    }
    QList<ParsedFile> parsed;
    for (const FoundFile &file : files) {
        if (cancelled())
            break;
        parsed.append(indexedFile(fileAt(file.path).value_or(file), indexer));
    }
    return parsed;
}
