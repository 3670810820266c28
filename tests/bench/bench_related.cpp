// bench_related LIBRARY [MANIFEST [ARTICLES]]: asks for what belongs beside ARTICLES articles (200)
// of the library kept in the folder LIBRARY, drawn evenly from those of MANIFEST, or from all, and
// prints
//
//   related    ms for the sidebar's answer: median, 95th percentile, the longest; by the clock and
//              in processor time, warm: another object has asked for every article before
//   asked      of that, ms for asking the index (median)
//
// and with a MANIFEST how well the stories were found, beside the floor: the library's own index
// asked with the 25 terms that Xapian's relevance set chooses for the article (BM25). MANIFEST has
// a line of JSON a file, {"path": …, "story": …}, as a maker of test articles may write it; its
// paths are absolute or relative to it. Articles of one story are to be found from one another.
//
//   P@1 hit@5 R-prec MAP nDCG@10   over the first 100
//
// Use a release build.
#include "app/formats/formats.h"
#include "app/library/library.h"
#include "app/library/storyanswers.h"
#include "app/related/relatedstories.h"
#include "app/search/indexformat.h"

#include <xapian.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ranked = 100;

bool never()
{
    return false;
}

struct Labelled
{
    QString path;
    QString story;
};

QList<Labelled> read(const QString &manifest)
{
    QList<Labelled> all;
    QFile file(manifest);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(manifest));
    const QDir folder = QFileInfo(manifest).absoluteDir();
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        all.append({QDir::cleanPath(folder.absoluteFilePath(line[u"path"].toString())),
                    line[u"story"].toVariant().toString()});
    }
    return all;
}

double processorTime() // ms of this thread
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

struct Score
{
    double first = 0, hit = 0, recall = 0, precision = 0, gain = 0;
    int articles = 0;

    // `isRight` for each of the ranked ones, of `all` that are right.
    void add(const QList<bool> &isRight, qsizetype all)
    {
        if (all == 0)
            return;
        ++articles;
        first += isRight.value(0);
        double found = 0, sum = 0, gained = 0, ideal = 0;
        for (qsizetype i = 0; i < isRight.size(); ++i) {
            if (isRight.at(i))
                sum += ++found / double(i + 1);
            if (isRight.at(i) && i < 10)
                gained += 1 / std::log2(double(i + 2));
        }
        for (qsizetype i = 0; i < std::min<qsizetype>(all, 10); ++i)
            ideal += 1 / std::log2(double(i + 2));
        hit += isRight.first(std::min<qsizetype>(5, isRight.size())).contains(true);
        recall += double(isRight.first(std::min(all, isRight.size())).count(true)) / double(all);
        precision += sum / double(all);
        gain += gained / ideal;
    }

    void print(const char *what) const
    {
        std::printf("%-9s P@1 %.3f  hit@5 %.3f  R-prec %.3f  MAP %.3f  nDCG@10 %.3f  n=%d\n", what,
                    first / articles, hit / articles, recall / articles, precision / articles,
                    gain / articles, articles);
        std::fflush(stdout);
    }
};

// Xapian's own "more like this".
class Floor final
{
public:
    explicit Floor(const QString &index)
    {
        QFile manifest(index + u"/shards"_s);
        if (!manifest.open(QIODevice::ReadOnly))
            qFatal("there is no index in %s", qPrintable(index));
        for (const QByteArray &line : manifest.readAll().split('\n')) {
            if (line.startsWith("shard "))
                m_index.add_database(Xapian::Database(
                    (index + u'/' + QString::fromLatin1(line.split(' ').at(1))).toStdString()));
        }
    }

    QList<ArticleId> like(ArticleId id) const
    {
        const auto place = m_index.postlist_begin(indexformat::articleId
                                                  + std::to_string(quint64(id)));
        Xapian::Enquire enquire(m_index);
        Xapian::RSet relevant;
        relevant.add_document(*place);
        const Xapian::ESet terms = enquire.get_eset(25, relevant, &m_isWord);
        std::vector<std::string> chosen(terms.begin(), terms.end());
        enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, chosen.begin(), chosen.end()));
        const Xapian::MSet found = enquire.get_mset(0, ranked + 1);
        QList<ArticleId> ids;
        for (auto i = found.begin(); i != found.end(); ++i) {
            const auto other = ArticleId(
                indexformat::numberOf(i.get_document().get_value(indexformat::IdSlot)));
            if (other != id)
                ids.append(other);
        }
        return ids;
    }

private:
    struct IsWord final : Xapian::ExpandDecider
    {
        bool operator()(const std::string &term) const override
        {
            return term.front() < 'A' || term.front() > 'Z';
        }
    };

    Xapian::Database m_index;
    IsWord m_isWord;
};

class Run final
{
public:
    explicit Run(const QString &directory) : m_directory(directory), m_library(directory) { }

    QStringList everyNth(qsizetype wanted)
    {
        const auto order = m_library.list({}, std::numeric_limits<qsizetype>::max(), never);
        QStringList paths;
        const qsizetype step = std::max<qsizetype>(1, order.value().ids.size() / wanted);
        for (qsizetype i = 0; i < order.value().ids.size(); i += step)
            paths.append(m_library.summaries({order.value().ids.at(i)}).value().first().path);
        return paths;
    }

    void measureTime(const QStringList &paths)
    {
        QList<Article> articles;
        for (const QString &path : paths) {
            const auto read = readArticles(path);
            if (read.has_value())
                articles.append(read.value().first());
        }
        // Each time by a library that has been asked for other articles only: what one object
        // remembers of its own questions is no help with a new one.
        QList<double> clock, processor, asking;
        for (const bool counts : {false, true}) {
            Library library(m_directory);
            for (const Article &article : std::as_const(articles)) {
                QElapsedTimer timer;
                timer.start();
                const double begin = processorTime();
                relatedStories(article, library);
                if (counts) {
                    clock.append(double(timer.nsecsElapsed()) / 1e6);
                    processor.append(processorTime() - begin);
                }
            }
        }
        Library library(m_directory);
        for (const Article &article : std::as_const(articles)) {
            WordIndexer indexer;
            const AskedArticle asked = askedArticle(article, indexer);
            const double before = processorTime();
            const auto found = StoryAnswers(library).similarTo(asked, ranked, never);
            asking.append(found.has_value() ? processorTime() - before : -1);
        }
        std::printf(
            "related   %.1f ms, p95 %.1f, longest %.1f; in processor time %.1f, %.1f, %.1f; "
            "n=%d; the longest of %s\n",
            share(clock, 0.5), share(clock, 0.95), share(clock, 1), share(processor, 0.5),
            share(processor, 0.95), share(processor, 1), int(clock.size()),
            qPrintable(articles.value(std::ranges::max_element(clock) - clock.begin()).path));
        std::printf("asked     %.1f ms in processor time\n", share(asking, 0.5));
        std::fflush(stdout);
    }

    void measureQuality(const QList<Labelled> &labelled, const QList<Labelled> &asked)
    {
        QHash<QString, QString> storyOf;
        QHash<QString, qsizetype> sizeOf;
        for (const Labelled &one : labelled) {
            storyOf.insert(one.path, one.story);
            ++sizeOf[one.story];
        }
        const Floor floor(m_library.indexDirectory());
        Score ours, floors;
        for (const Labelled &one : asked) {
            const auto read = readArticles(one.path);
            const auto rows = StoryAnswers(m_library).inFile(one.path);
            if (!read.has_value() || one.story.isEmpty() || !rows.has_value()
                || rows.value().isEmpty())
                continue;
            const auto right = [&](const QString &path) {
                return storyOf.value(path) == one.story;
            };
            const qsizetype all = sizeOf.value(one.story) - 1;
            ours.add(found(read.value().first(), right), all);
            QList<bool> isRight;
            const auto like = m_library.summaries(floor.like(rows.value().first().id));
            for (const ArticleSummary &other : like.value())
                isRight.append(right(other.path));
            floors.add(isRight, all);
        }
        ours.print("ours");
        floors.print("floor");
    }

private:
    QList<bool> found(const Article &article, const std::function<bool(const QString &)> &right)
    {
        RelatedOptions options;
        options.atMost = ranked;
        options.takeAll = true;
        const RelatedStories stories = relatedStories(article, m_library, options);
        QList<bool> isRight;
        for (const RelatedStory &story : stories.sameText + stories.similar) {
            isRight.append(right(story.here->path));
            for (const RelatedStory &copy : story.copies)
                isRight.append(right(copy.here->path));
        }
        return isRight;
    }

    QString m_directory;
    Library m_library;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("bench_related LIBRARY [MANIFEST [ARTICLES]]\n", stderr);
        return 2;
    }
    Run run(arguments.at(1));
    const qsizetype wanted = arguments.size() > 3 ? arguments.at(3).toInt() : 200;
    std::printf("%d processors, %s, Qt %s\n", QThread::idealThreadCount(),
                qPrintable(QSysInfo::prettyProductName()), qVersion());
    if (arguments.size() < 3) {
        run.measureTime(run.everyNth(wanted));
        return 0;
    }
    const QList<Labelled> labelled = read(arguments.at(2));
    QList<Labelled> asked;
    QStringList paths;
    const qsizetype step = std::max<qsizetype>(1, labelled.size() / wanted);
    for (qsizetype i = 0; i < labelled.size(); i += step) {
        asked.append(labelled.at(i));
        paths.append(labelled.at(i).path);
    }
    run.measureTime(paths);
    run.measureQuality(labelled, asked);
    return 0;
}
