// bench_search ARTICLES INDEX [QUERIES [KIND]]: asks QUERIES questions of each kind (200), or of
// those whose name has KIND in it, drawn from the words of the articles under the folder ARTICLES,
// and prints for each kind how long the first 50 hits took with their snippets: median, 95th
// percentile, the longest, and the snippets' share of the median; all in ms, warm: every question
// has been asked once before. In the folder INDEX is the index of those articles; where it is
// empty, it is made first, on one thread.
//
// Common words are in more than a fifth of the articles, middling ones in one of a hundred to one
// of ten, rare ones in fewer than one of five hundred. Words, phrases and beginnings are taken from
// one article, so that there is something to be found.
//
// Use a release build.
#include "app/formats/formats.h"
#include "app/library/folderfiles.h"
#include "app/library/parsedfile.h"
#include "app/search/searchindex.h"
#include "app/search/searchindexwriter.h"
#include "app/search/wordsplitter.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sampled = 3'000; // articles that questions are drawn from

bool never()
{
    return false;
}

bool isTold(const Outcome &failed)
{
    if (failed)
        std::fprintf(stderr, "%s: %s\n", qPrintable(failed->subject), qPrintable(failed->detail));
    return failed.has_value();
}

QStringList filesUnder(const QString &folder)
{
    QStringList files;
    QDirIterator each(folder, {u"*.txt"_s, u"*.html"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(each.next());
    files.sort();
    return files;
}

FoundFile found(const QString &path)
{
    FoundFile file;
    file.path = path;
    return file;
}

bool makeIndex(const QStringList &files, const QString &directory)
{
    SearchIndexWriter writer(directory);
    if (isTold(writer.open()))
        return false;
    if (!writer.isNew())
        return true;
    WordIndexer indexer;
    QList<IndexedArticle> articles;
    quint64 id = 0;
    const auto adopt = [&] {
        const auto shard = buildShard(directory, articles, never);
        articles.clear();
        return shard.has_value() && !isTold(writer.adopt(shard.value()));
    };
    for (const QString &file : files) {
        const ParsedFile parsed = indexedFile(found(file), indexer);
        for (const ParsedArticle &article : parsed.articles)
            articles.append({ArticleId(++id), article.words});
        if (articles.size() >= articlesInAShard && !adopt())
            return false;
    }
    if (!adopt())
        return false;
    while (const auto merge = writer.nextMerge(SearchIndexWriter::Merge::Settled)) {
        const auto merged = mergeShards(*merge, never);
        if (!merged.has_value() || isTold(writer.adopt(merged.value())))
            return false;
    }
    return true;
}

enum class Band { Common, Middling, Rare, Any };

// The words of some articles, in their order, and how many of the articles each is in.
class Vocabulary final
{
public:
    explicit Vocabulary(const QStringList &files)
    {
        const qsizetype step = qMax(qsizetype(1), files.size() / sampled);
        for (qsizetype i = 0; i < files.size(); i += step)
            read(files.at(i));
    }

    // Words of one article, of which each is of its band.
    QStringList words(const QList<Band> &bands)
    {
        for (;;) {
            const QStringList &article = anyArticle();
            QStringList words;
            for (const Band band : bands) {
                const QString word = wordOf(article, band);
                if (!word.isEmpty())
                    words.append(word);
            }
            if (words.size() == bands.size())
                return words;
        }
    }

    // Words that stand side by side.
    QString phrase(int length)
    {
        for (;;) {
            const QStringList &article = anyArticle();
            if (article.size() <= length)
                continue;
            const int at = m_random.bounded(int(article.size()) - length);
            return article.mid(at, length).join(u' ');
        }
    }

    int bounded(int most) { return m_random.bounded(most); }

private:
    void read(const QString &file)
    {
        const Result<QList<Article>> articles = readArticles(file);
        if (!articles.has_value())
            return;
        for (const Article &article : articles.value()) {
            const QString text = article.headline + u'\n' + searchedText(article);
            QStringList words;
            WordSplitter splitter(text);
            SplitWord place;
            while (splitter.next(place))
                words.append(text.mid(place.at, place.length));
            QSet<QString> once;
            for (const QString &word : words)
                once.insert(word.toLower());
            for (const QString &word : once)
                ++m_articlesWith[word];
            m_articles.append(words);
        }
    }

    const QStringList &anyArticle() { return m_articles.at(m_random.bounded(m_articles.size())); }

    bool isOf(const QString &word, Band band) const
    {
        const double share = m_articlesWith.value(word.toLower()) / double(m_articles.size());
        switch (band) {
        case Band::Common:
            return share > 0.2;
        case Band::Middling:
            return share > 0.01 && share < 0.1;
        case Band::Rare:
            return share < 0.002;
        case Band::Any:
            break;
        }
        return true;
    }

    QString wordOf(const QStringList &article, Band band)
    {
        for (int tries = 0; tries < 50 && !article.isEmpty(); ++tries) {
            const QString &word = article.at(m_random.bounded(article.size()));
            if (isOf(word, band))
                return word;
        }
        return {};
    }

    QList<QStringList> m_articles;
    QHash<QString, int> m_articlesWith;
    QRandomGenerator m_random{2009};
};

struct Kind
{
    const char *name;
    std::function<QString()> question;
    SearchOptions::Sort sortBy = SearchOptions::Sort::Relevance;
};

// Of this thread, in ms.
double processorTime()
{
    timespec time;
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double share(QList<double> values, double part)
{
    std::ranges::sort(values);
    return values.isEmpty() ? 0 : values.at(qsizetype(part * double(values.size() - 1)));
}

// Half of the library has been read.
Result<IdSet> idsOf(const SearchQuery &)
{
    static const IdSet read = [] {
        IdSet set;
        for (quint64 id = 1; id < 1'000'000; id += 2)
            set.ids.append(ArticleId{id});
        set.isComplement = true;
        return set;
    }();
    return read;
}

class Run final
{
public:
    explicit Run(const QString &directory) : m_index(directory) { }

    bool measure(const Kind &kind, int questions)
    {
        QStringList asked;
        for (int i = 0; i < questions; ++i)
            asked.append(kind.question());
        QList<double> clock, processor, snippets, hits;
        QString slowest;
        for (const bool counts : {false, true}) {
            for (const QString &question : std::as_const(asked)) {
                if (!ask(question, kind.sortBy))
                    return false;
                if (!counts)
                    continue;
                if (processor.isEmpty() || m_processor > *std::ranges::max_element(processor))
                    slowest = question;
                clock.append(m_clock);
                processor.append(m_processor);
                snippets.append(m_snippets);
                hits.append(m_hits);
            }
        }
        std::printf("%-24s %7.2f %7.2f %7.2f  %7.2f %7.2f %7.2f  %8.2f %5.0f  %s\n", kind.name,
                    share(clock, 0.5), share(clock, 0.95), share(clock, 1), share(processor, 0.5),
                    share(processor, 0.95), share(processor, 1), share(snippets, 0.5),
                    share(hits, 0.5), qPrintable(slowest.left(40)));
        std::fflush(stdout);
        return true;
    }

private:
    bool ask(const QString &question, SearchOptions::Sort sortBy)
    {
        QElapsedTimer timer;
        timer.start();
        const double begin = processorTime();
        SearchOptions options;
        options.sortBy = sortBy;
        const SearchQuery query = SearchQuery::parsed(question);
        const auto answer = m_index.search(query, options, idsOf, never);
        if (!answer.has_value())
            return !isTold(answer.error());
        QList<ArticleId> ids;
        for (const SearchHit &hit : answer.value().hits)
            ids.append(hit.id);
        const double found = processorTime();
        const auto snippets = m_index.snippets(query, ids, never);
        if (!snippets.has_value() || snippets.value().size() != ids.size())
            return false;
        const double end = processorTime();
        m_clock = double(timer.nsecsElapsed()) / 1e6;
        m_processor = end - begin;
        m_snippets = end - found;
        m_hits = double(ids.size());
        return true;
    }

    SearchIndex m_index;
    double m_clock = 0; // of the last question
    double m_processor = 0;
    double m_snippets = 0;
    double m_hits = 0;
};

using Sort = SearchOptions::Sort;

std::function<QString()> words(Vocabulary &vocabulary, QList<Band> bands,
                               const QString &pattern = u"%1"_s)
{
    return
        [&vocabulary, bands, pattern] { return pattern.arg(vocabulary.words(bands).join(u' ')); };
}

std::function<QString()> phrase(Vocabulary &vocabulary, int length)
{
    return [&vocabulary, length] { return u'"' + vocabulary.phrase(length) + u'"'; };
}

std::function<QString()> beginning(Vocabulary &vocabulary, int length)
{
    return
        [&vocabulary, length] { return vocabulary.words({Band::Any}).first().left(length) + u'*'; };
}

QList<Kind> kinds(Vocabulary &from)
{
    const QList<Band> any{Band::Any};
    const QList<Band> common{Band::Common};
    const QList<Band> middling{Band::Middling};
    return {{"1 word, rare", words(from, {Band::Rare})},
            {"1 word, middling", words(from, middling)},
            {"1 word, common", words(from, common)},
            {"2 words, any", words(from, any + any)},
            {"2 words, common", words(from, common + common)},
            {"3 words, any", words(from, any + any + any)},
            {"3 words, middling", words(from, middling + middling + middling)},
            {"3 words, common", words(from, common + common + common)},
            {"either of 2, common",
             [&from] {
                 return from.words({Band::Common, Band::Common}).join(u" OR "_s);
             }},
            {"phrase of 2", phrase(from, 2)},
            {"phrase of 3", phrase(from, 3)},
            {"phrase of 5", phrase(from, 5)},
            {"title: 1 word", words(from, any, u"title:%1"_s)},
            {"1 word and lang:", words(from, any, u"%1 lang:en"_s)},
            {"1 word in a month", words(from, any, u"%1 date:2009-03"_s)},
            {"2 words from a year on", words(from, any + any, u"%1 date:2009.."_s)},
            {"1 word, unread", words(from, any, u"%1 is:unread"_s)},
            {"beginning of 2 letters", beginning(from, 2)},
            {"beginning of 3 letters", beginning(from, 3)},
            {"beginning of 5 letters", beginning(from, 5)},
            {"1 word by date, middling", words(from, middling), Sort::Date},
            {"1 word by date, common", words(from, common), Sort::Date},
            {"misspelt word",
             [&from] { return from.words({Band::Middling}).first().insert(3, u'q'); }}};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        std::fputs("bench_search ARTICLES INDEX [QUERIES [KIND]]\n", stderr);
        return 2;
    }
    const QStringList files = filesUnder(arguments.at(1));
    if (files.isEmpty() || !makeIndex(files, arguments.at(2)))
        return 1;
    std::printf("%lld articles; %d processors, %s, Qt %s\n", static_cast<long long>(files.size()),
                QThread::idealThreadCount(), qPrintable(QSysInfo::prettyProductName()), qVersion());
    std::printf("%-24s %23s  %23s\n", "", "by the clock", "in processor time");
    std::printf("%-24s %7s %7s %7s  %7s %7s %7s  %8s %5s  %s\n", "ms", "median", "p95", "longest",
                "median", "p95", "longest", "snippets", "hits", "slowest");
    Vocabulary vocabulary(files);
    Run run(arguments.at(2));
    const int questions = arguments.size() > 3 ? arguments.at(3).toInt() : 200;
    const QString wanted = arguments.value(4);
    for (const Kind &kind : kinds(vocabulary)) {
        if (!QString::fromLatin1(kind.name).contains(wanted))
            continue;
        if (!run.measure(kind, qMax(1, questions)))
            return 1;
    }
    return 0;
}
