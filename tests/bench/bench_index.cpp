// bench_index FOLDER [SHARD]: takes every article under FOLDER into an index of its own, on one
// thread, SHARD articles at a time (2,000), and prints for each stage its time in all, microseconds
// an article and articles a second:
//
//   read      the file, its format, its articles
//   summary   the row of the list, and the digest
//   words     the article's words, names and language, and its text packed
//   build     shards of them
//   merge     shards made one, as the library merges them, and once more in the end
//
// then the bytes on the disk against those of the text, before and after the last merge, and the
// most memory that was resident. The catalogue's rows are not in it: bench_add has the whole.
//
// Use a release build. Each stage has the processor's caches to itself, as it has in a batch.
#include "app/formats/formats.h"
#include "app/library/folderfiles.h"
#include "app/library/parsedfile.h"
#include "app/search/searchindexwriter.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

double processorSeconds()
{
    rusage usage;
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return double(time.tv_sec) + double(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

struct Stage
{
    const char *name;
    double seconds = 0;

    template <typename Work>
    void take(Work work)
    {
        const double from = processorSeconds();
        work();
        seconds += processorSeconds() - from;
    }
};

bool neverCancelled()
{
    return false;
}

bool isTold(const Outcome &failed)
{
    if (failed)
        std::fprintf(stderr, "%s: %s\n", qPrintable(failed->subject), qPrintable(failed->detail));
    return failed.has_value();
}

qint64 bytesUnder(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

class Run
{
public:
    explicit Run(const QString &index) : m_writer(index), m_directory(index) { }

    bool begin() { return !isTold(m_writer.open()); }
    bool take(const QStringList &paths);
    bool merge(SearchIndexWriter::Merge when);
    void print(qint64 textBytes) const;

private:
    SearchIndexWriter m_writer;
    QString m_directory;
    WordIndexer m_indexer;
    quint64 m_articles = 0;
    Stage m_read{"read"}, m_summary{"summary"}, m_words{"words"}, m_build{"build"},
        m_merge{"merge"};
};

bool Run::take(const QStringList &paths)
{
    QList<Article> articles;
    m_read.take([&] {
        for (const QString &path : paths) {
            const auto read = readArticles(path);
            if (read.has_value())
                articles += read.value();
        }
    });
    QList<IndexedArticle> indexed;
    m_words.take([&] {
        for (const Article &article : std::as_const(articles))
            indexed.append({ArticleId(++m_articles), m_indexer.words(article)});
    });
    m_summary.take([&] {
        for (qsizetype i = 0; i < articles.size(); ++i) {
            QString &text = indexed[i].words.text;
            const ArticleSummary summary = summaryOf(articles.at(i), text);
            const QByteArray digest = contentDigest(articles.at(i), text);
            text.clear();
        }
    });
    articles.clear();
    bool isDone = false;
    m_build.take([&] {
        const auto shard = buildShard(m_directory, indexed, neverCancelled);
        isDone = shard.has_value() ? !isTold(m_writer.adopt(shard.value()))
                                   : !isTold(shard.error());
    });
    return isDone && merge(SearchIndexWriter::Merge::WhileAdding);
}

bool Run::merge(SearchIndexWriter::Merge when)
{
    bool isDone = true;
    m_merge.take([&] {
        while (const auto next = m_writer.nextMerge(when)) {
            const auto merged = mergeShards(*next, neverCancelled);
            isDone = merged.has_value() ? !isTold(m_writer.adopt(merged.value()))
                                        : !isTold(merged.error());
            if (!isDone)
                break;
        }
    });
    return isDone;
}

void Run::print(qint64 textBytes) const
{
    double all = 0;
    std::printf("%-8s %8s %10s %10s\n", "stage", "s", "us each", "a second");
    const auto line = [this](const char *name, double seconds) {
        std::printf("%-8s %8.2f %10.1f %10.0f\n", name, seconds, seconds * 1e6 / double(m_articles),
                    double(m_articles) / seconds);
    };
    for (const Stage *stage : {&m_read, &m_summary, &m_words, &m_build, &m_merge}) {
        line(stage->name, stage->seconds);
        all += stage->seconds;
    }
    line("all", all);
    const double index = double(bytesUnder(m_directory));
    rusage usage;
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("%llu articles, text %.1f MB, index %.1f MB (%.2f of the text) in %lld shards, "
                "%.0f MB resident at most\n",
                static_cast<unsigned long long>(m_articles), double(textBytes) / 1e6, index / 1e6,
                index / double(textBytes), static_cast<long long>(m_writer.shardCount()),
                double(usage.ru_maxrss) / 1e3);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: bench_index FOLDER [SHARD]\n");
        return 2;
    }
    const qsizetype shard = arguments.value(2, QString::number(articlesInAShard)).toInt();
    qint64 textBytes = 0;
    QStringList paths;
    QDirIterator files(arguments.at(1), {u"*.txt"_s, u"*.html"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        paths += files.next();
        textBytes += files.fileInfo().size();
    }
    QTemporaryDir directory;
    Run run(directory.filePath(u"index"_s));
    bool isDone = run.begin();
    for (qsizetype i = 0; isDone && i < paths.size(); i += shard)
        isDone = run.take(paths.mid(i, shard));
    run.print(textBytes);
    isDone = isDone && run.merge(SearchIndexWriter::Merge::Settled);
    std::printf("\nand settled:\n");
    run.print(textBytes);
    return isDone ? 0 : 1;
}
