// How quick the catalogue is by itself: made rows and no files. bench_catalogue [ARTICLES], on a
// release build. Times are medians of five; processor time is of this one thread.
#include "app/library/library.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

constexpr int articlesInABatch = 1000;
constexpr qsizetype firstRows = 200;

const QStringList words{u"harbour"_s,  u"ferry"_s,  u"budget"_s,   u"minister"_s, u"storm"_s,
                        u"school"_s,   u"market"_s, u"river"_s,    u"council"_s,  u"railway"_s,
                        u"election"_s, u"museum"_s, u"hospital"_s, u"court"_s,    u"fishing"_s,
                        u"energy"_s,   u"bridge"_s, u"festival"_s, u"police"_s,   u"weather"_s};

QString sentence(QRandomGenerator &random, int count)
{
    QStringList chosen;
    for (int i = 0; i < count; ++i)
        chosen.append(words.at(random.bounded(words.size())));
    return chosen.join(u' ');
}

// Newest first, as a scan brings them, and dated some days beside the time of their files.
ParsedFile made(int number, QRandomGenerator &random)
{
    const QDate written = QDate(2026, 1, 1).addDays(-number / 150);
    const QString path = u"/archive/%1/%2/article-%3.txt"_s.arg(written.year())
                             .arg(written.month(), 2, 10, QLatin1Char('0'))
                             .arg(number);
    ParsedArticle article;
    article.summary.path = path;
    article.summary.headline = sentence(random, 8);
    article.summary.section = u"Section %1"_s.arg(random.bounded(20));
    article.summary.firstWords = sentence(random, 30).left(220);
    const QDate printed = written.addDays(-random.bounded(5));
    article.summary.date.moment = QDateTime(printed, QTime(random.bounded(24), random.bounded(60)),
                                            Qt::UTC);
    article.summary.date.hasTime = true;
    article.summary.date.hasZone = true;
    article.summary.date.zone = u"GMT"_s;
    article.publisher = u"Publisher %1"_s.arg(random.bounded(60));
    article.authors = {u"Author %1"_s.arg(random.bounded(2000))};
    article.language = u"en"_s;
    article.digest.resize(20);
    random.generate(reinterpret_cast<quint32 *>(article.digest.data()),
                    reinterpret_cast<quint32 *>(article.digest.data()) + 5);
    const qint64 modified = written.startOfDay(Qt::UTC).toMSecsSinceEpoch() * 1'000'000;
    return {{path, 2400, modified, quint64(number) + 1}, {article}, std::nullopt};
}

double processorTime() // ms
{
    timespec time;
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

class Bench final
{
public:
    explicit Bench(int articles) : m_articles(articles), m_library(m_home.path()) { }

    void run()
    {
        add();
        markSomeRead();
        m_out << "\nlist, by                          first 200      whole   articles\n";
        for (const char *typed :
             {"", "is:unread", "is:read", "is:starred", "tag:few", "tag:many",
              "folder:\"/archive/2020/05\"", "folder:\"/archive/2020\"", "from:\"publisher 7\"",
              "section:\"section 3\"", "author:\"author 9\"", "date:2020-05",
              "is:unread section:\"section 3\""})
            measure(QString::fromLatin1(typed), SortBy::Date);
        for (const char *typed : {"", "is:unread", "is:read", "folder:\"/archive/2020\""}) {
            measure(QString::fromLatin1(typed), SortBy::Headline);
            measure(QString::fromLatin1(typed), SortBy::Publisher);
        }
        m_out << "\noverview " << time([&] { Q_UNUSED(m_library.overview(never).has_value()); })
              << " ms\n";
    }

private:
    static bool never() { return false; }

    void add()
    {
        QRandomGenerator random(1);
        QElapsedTimer wall;
        double spent = 0;
        qint64 waited = 0;
        for (int from = 0; from < m_articles; from += articlesInABatch) {
            QList<ParsedFile> batch;
            for (int i = from; i < qMin(m_articles, from + articlesInABatch); ++i)
                batch.append(made(i, random));
            wall.start();
            const double before = processorTime();
            const auto added = m_library.add(batch);
            spent += processorTime() - before;
            waited += wall.elapsed();
            if (!added.has_value())
                qFatal("%s", qPrintable(added.error().detail));
            m_ids += added.value().added;
        }
        m_library.closeWriting();
        const qint64 bytes = QFileInfo(m_home.filePath(u"cache/catalogue.sqlite"_s)).size();
        m_out << m_articles << " articles in batches of " << articlesInABatch << ": "
              << spent / m_articles << " ms processor time an article, " << waited << " ms in all; "
              << bytes / m_articles << " bytes an article\n";
        m_out.flush();
    }

    // A hundredth is read, a handful starred; one tag has a thousandth, one a tenth.
    void markSomeRead()
    {
        const auto every = [this](qsizetype step) {
            QList<ArticleId> some;
            for (qsizetype i = 0; i < m_ids.size(); i += step)
                some.append(m_ids.at(i));
            return some;
        };
        const QList<ArticleId> tenth = every(10);
        m_out << "mark " << tenth.size() << " read "
              << once([&] { Q_UNUSED(m_library.setRead(tenth, true).has_value()); })
              << " ms, and unread "
              << once([&] { Q_UNUSED(m_library.setRead(tenth, false).has_value()); }) << " ms, one "
              << once([&] { Q_UNUSED(m_library.setRead({m_ids.at(5)}, true).has_value()); })
              << " ms\n";
        Q_UNUSED(m_library.setRead(every(100), true).has_value());
        Q_UNUSED(m_library.setStarred(every(5000), true).has_value());
        Q_UNUSED(m_library.setTag(every(1000), u"few"_s, true).has_value());
        Q_UNUSED(m_library.setTag(every(10), u"many"_s, true).has_value());
    }

    static double once(const std::function<void()> &work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        return double(timer.nsecsElapsed()) / 1e6;
    }

    static double time(const std::function<void()> &work)
    {
        QList<double> times;
        for (int i = 0; i < 5; ++i)
            times.append(once(work));
        std::ranges::sort(times);
        return times.at(2);
    }

    void measure(const QString &typed, SortBy sortBy)
    {
        static const QStringList names{u"date"_s, u"headline"_s, u"publisher"_s};
        const ListRequest request{SearchQuery::parsed(typed), sortBy, false};
        qsizetype total = 0;
        const double first = time(
            [&] { total = m_library.list(request, firstRows, never).value().total; });
        const double whole = time(
            [&] { Q_UNUSED(m_library.list(request, m_articles, never).has_value()); });
        m_out << u"%1 %2 %3 ms %4 ms %5\n"_s.arg(names.at(int(sortBy)), -9)
                     .arg(typed, -30)
                     .arg(first, 7, 'f', 1)
                     .arg(whole, 7, 'f', 1)
                     .arg(total, 10);
        m_out.flush();
    }

    int m_articles;
    QTemporaryDir m_home;
    Library m_library;
    QList<ArticleId> m_ids;
    QTextStream m_out{stdout};
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    const int articles = QCoreApplication::arguments().value(1, u"100000"_s).toInt();
    Bench(articles).run();
    return 0;
}
