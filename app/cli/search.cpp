#include "app/cli/search.h"

#include "app/cli/output.h"
#include "app/library/library.h"
#include "app/render/datetext.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <optional>
#include <utility>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

struct Request
{
    QString query;
    SearchOptions options;
    bool asJson = false;
};

constexpr qsizetype usualHits = 20;

bool never()
{
    return false;
}

constexpr char usage[] =
    "Usage: broadsheet-cli [--library DIR] search [--json] [--newest] [-n N] QUERY...\n"
    "Finds articles of the library, best first.\n"
    "\n"
    "  --json    one JSON object a line, with the names of schema.org's NewsArticle\n"
    "  --newest  newest first\n"
    "  -n N      at most N articles (20); 0 for all\n"
    "  --help    this text\n"
    "\n"
    "QUERY is what the search bar of the window takes:\n"
    "\n"
    "  ghost net         both words           \"ghost net\"       the phrase\n"
    "  ghost OR net      either               ghost -net        without\n"
    "  ghost*            any ending           (ghost OR net) x  together\n"
    "  title:ghost  author:smith  from:\"the times\"  section:world  lang:en  tag:budget\n"
    "  date:2009-03..2009-04  date:2009  date:today  is:unread  is:starred  folder:/home/a\n"
    "\n"
    "Exit status: 0 done, also when nothing is found; 1 the library cannot be asked; 2 wrong "
    "usage.\n";

void tell(const QByteArray &argument, const char *problem)
{
    std::fprintf(stderr, "broadsheet-cli: %s: %s\n", argument.constData(), problem);
}

// Nothing when the arguments make no sense; says why on standard error. A word that begins with one
// minus is of the query: what must not be there.
std::optional<Request> requestOf(const QList<QByteArray> &arguments)
{
    Request request;
    request.options.atMost = usualHits;
    QStringList words;
    bool areOptions = true;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QByteArray &argument = arguments.at(i);
        if (areOptions && argument == "--") {
            areOptions = false;
        } else if (areOptions && argument == "--json") {
            request.asJson = true;
        } else if (areOptions && argument == "--newest") {
            request.options.sortBy = SearchOptions::Sort::Date;
        } else if (areOptions && argument == "-n") {
            bool isNumber = false;
            const qlonglong count = arguments.value(++i).toLongLong(&isNumber);
            if (!isNumber || count < 0) {
                tell(argument, "how many articles?");
                return std::nullopt;
            }
            request.options.atMost = count == 0 ? SearchOptions::all : qsizetype(count);
        } else if (areOptions && argument.startsWith("--")) {
            tell(argument, "there is no such option");
            return std::nullopt;
        } else {
            words.append(QString::fromUtf8(argument));
        }
    }
    request.query = words.join(u' ');
    if (request.query.trimmed().isEmpty()) {
        std::fputs("broadsheet-cli: search for what?\n", stderr);
        return std::nullopt;
    }
    return request;
}

// What may come from a file and reach a terminal.
QString withoutControls(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return text;
}

QString withBoldMarks(const Snippet &snippet)
{
    QString text = withoutControls(snippet.text);
    for (auto mark = snippet.marks.rbegin(); mark != snippet.marks.rend(); ++mark) {
        text.insert(mark->first + mark->second, u"\x1b[0m"_s);
        text.insert(mark->first, u"\x1b[1m"_s);
    }
    return text;
}

QByteArray asText(const ArticleSummary &article, const Snippet &snippet, bool isTerminal)
{
    QStringList credits;
    for (const QString &credit : {shortDateText(article.date, QLocale::c()), article.source}) {
        if (!credit.isEmpty())
            credits.append(credit);
    }
    credits.append(article.part.isEmpty() ? article.path : article.path + u'#' + article.part);
    const QString words = isTerminal ? withBoldMarks(snippet) : withoutControls(snippet.text);
    return (withoutControls(article.headline) + u'\n' + withoutControls(credits.join(u" | "_s))
            + u'\n' + (words.isEmpty() ? QString() : words + u'\n') + u'\n')
        .toUtf8();
}

QByteArray asJson(const ArticleSummary &article, const SearchHit &hit, const Snippet &snippet)
{
    QJsonObject object{{u"@context"_s, u"https://schema.org"_s},
                       {u"@type"_s, u"NewsArticle"_s},
                       {u"headline"_s, article.headline},
                       {u"broadsheet:path"_s, article.path},
                       {u"score"_s, hit.score}};
    const auto put = [&object](const QString &key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    put(u"datePublished"_s, article.date.toIso());
    put(u"articleSection"_s, article.section);
    if (article.source != article.section) // else it stands in for a publisher nobody knows
        put(u"publisher"_s, article.source);
    put(u"broadsheet:part"_s, article.part);
    put(u"snippet"_s, snippet.text);
    QJsonArray marks;
    for (const auto &[at, length] : snippet.marks)
        marks.append(QJsonArray{at, length});
    if (!marks.isEmpty())
        object.insert(u"marks"_s, marks);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

// What the index finds, without what has left the library since.
class Finder final
{
public:
    explicit Finder(const LibraryPlaces &places)
        : m_library(places), m_index(m_library.indexDirectory())
    {
    }

    Result<SearchAnswer> find(const Request &request, const SearchQuery &query)
    {
        SearchOptions options = request.options;
        if (!query.asksForWords()) // nothing makes one article better than another
            options.sortBy = SearchOptions::Sort::Date;
        Result<SearchAnswer> found = ask(query, options);
        // A window shows first what is quickly found; here, what is there is to be found at once.
        const bool isShort = found.has_value() && !found.value().isExact
            && found.value().hits.size() < options.atMost;
        if (!isShort || options.atMost == SearchOptions::all)
            return found;
        const qsizetype wanted = std::exchange(options.atMost, SearchOptions::all);
        found = ask(query, options);
        if (found.has_value() && found.value().hits.size() > wanted)
            found.value().hits.resize(wanted);
        return found;
    }

    Outcome printHits(const SearchQuery &query, const QList<SearchHit> &hits, bool json)
    {
        constexpr qsizetype page = 200; // so that a long list needs little memory
        for (qsizetype from = 0; from < hits.size(); from += page) {
            if (const Outcome failed = printPage(query, hits.mid(from, page), json))
                return failed;
        }
        return {};
    }

private:
    Result<SearchAnswer> ask(const SearchQuery &query, const SearchOptions &options)
    {
        return m_index.search(
            query, options, [this](const SearchQuery &leaf) { return m_library.idsOf(leaf); },
            never);
    }

    Outcome printPage(const SearchQuery &query, const QList<SearchHit> &hits, bool json)
    {
        QList<ArticleId> ids;
        for (const SearchHit &hit : hits)
            ids.append(hit.id);
        const auto summaries = m_library.summaries(ids);
        if (!summaries.has_value())
            return summaries.error();
        const auto snippets = m_index.snippets(query, ids, never);
        if (!snippets.has_value())
            return snippets.error();

        QHash<ArticleId, ArticleSummary> articles;
        for (const ArticleSummary &summary : summaries.value())
            articles.insert(summary.id, summary);
        QHash<ArticleId, Snippet> words;
        for (const Snippet &snippet : snippets.value())
            words.insert(snippet.id, snippet);
        for (const SearchHit &hit : hits) {
            if (!articles.contains(hit.id))
                continue;
            const ArticleSummary article = articles.value(hit.id);
            const Snippet snippet = words.value(hit.id);
            if (!print(json ? asJson(article, hit, snippet)
                            : asText(article, snippet, m_isTerminal)))
                break;
        }
        return {};
    }

    Library m_library;
    SearchIndex m_index;
    bool m_isTerminal = ::isatty(STDOUT_FILENO) == 1;
};

} // namespace

int search(const LibraryPlaces &places, const QList<QByteArray> &arguments)
{
    if (arguments.contains("--help") || arguments.contains("-h")) {
        print(usage);
        return finishPrinting() ? Done : SomeFailed;
    }
    const std::optional<Request> request = requestOf(arguments);
    if (!request) {
        std::fputs(usage, stderr);
        return WrongUsage;
    }

    const SearchQuery query = SearchQuery::parsed(request->query);
    Finder finder(places);
    const auto answer = finder.find(*request, query);
    Outcome failed;
    if (answer.has_value())
        failed = finder.printHits(query, answer.value().hits, request->asJson);
    else
        failed = answer.error();
    if (failed) {
        printProblem(QFile::encodeName(failed->subject), *failed);
        return SomeFailed;
    }
    if (!finishPrinting())
        return SomeFailed;
    if (const QString suggestion = answer.value().suggestion; !suggestion.isEmpty())
        std::fprintf(stderr, "broadsheet-cli: did you mean %s\n",
                     withoutControls(suggestion).toUtf8().constData());
    return Done;
}
