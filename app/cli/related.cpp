#include "app/cli/related.h"

#include "app/cli/output.h"
#include "app/formats/formats.h"
#include "app/library/library.h"
#include "app/related/relatedstories.h"
#include "app/render/datetext.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

using Relation = RelatedStory::Relation;

constexpr const char *usage =
    "Usage: broadsheet-cli [--library DIR] related [--json] [-n N] FILE|ID...\n"
    "Finds the stories of the library that belong beside an article, and says why: those that its\n"
    "page lists, the pages that list it, the same text again, and the stories most like it. The\n"
    "article need not be in the library; ID is the number of one that is.\n"
    "\n"
    "  --json  one JSON object a line, with the names of schema.org's NewsArticle\n"
    "  -n N    the N stories most like it, however little; else at most 10 that are much like it\n"
    "  --help  this text\n"
    "\n"
    "Exit status: 0 done, 1 some files failed (each named on standard error), 2 wrong usage.\n";

struct Request
{
    bool asJson = false;
    RelatedOptions options;
    QList<QByteArray> articles;
};

void tell(const QByteArray &argument, const char *problem)
{
    std::fprintf(stderr, "broadsheet-cli: %s: %s\n", argument.constData(), problem);
}

// Nothing when the arguments make no sense; says why on standard error.
std::optional<Request> requestOf(const QList<QByteArray> &arguments)
{
    Request request;
    bool areOptions = true;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QByteArray &argument = arguments.at(i);
        if (!areOptions || !argument.startsWith('-') || argument.size() < 2) {
            request.articles.append(argument);
        } else if (argument == "--") {
            areOptions = false;
        } else if (argument == "--json") {
            request.asJson = true;
        } else if (argument == "-n") {
            bool isNumber = false;
            request.options.atMost = arguments.value(++i).toLongLong(&isNumber);
            request.options.takeAll = true;
            if (!isNumber || request.options.atMost < 1) {
                tell(argument, "how many stories?");
                return std::nullopt;
            }
        } else {
            tell(argument, "there is no such option");
            return std::nullopt;
        }
    }
    if (request.articles.isEmpty()) {
        std::fputs("broadsheet-cli: related to which article?\n", stderr);
        return std::nullopt;
    }
    return request;
}

QString relationName(Relation relation)
{
    switch (relation) {
    case Relation::Linked:
        return u"linked"_s;
    case Relation::LinksHere:
        return u"links here"_s;
    case Relation::Marked:
        return u"marked"_s;
    case Relation::Duplicate:
        return u"duplicate"_s;
    case Relation::EarlierVersion:
        return u"earlier version"_s;
    case Relation::LaterVersion:
        return u"later version"_s;
    case Relation::Similar:
        break;
    }
    return u"similar"_s;
}

QString kindName(RelatedReason::Kind kind)
{
    switch (kind) {
    case RelatedReason::Kind::Listed:
        return u"listed"_s;
    case RelatedReason::Kind::Lists:
        return u"lists"_s;
    case RelatedReason::Kind::Marked:
        return u"marked"_s;
    case RelatedReason::Kind::SameText:
        return u"same text"_s;
    case RelatedReason::Kind::Version:
        return u"version"_s;
    case RelatedReason::Kind::Names:
        return u"names"_s;
    case RelatedReason::Kind::Words:
        break;
    }
    return u"words"_s;
}

// The page's own words for a story that it lists and that is not here.
QString headlineOf(const RelatedStory &story)
{
    return story.here ? story.here->headline : story.printed.headline;
}

PrintedDate dateOf(const RelatedStory &story)
{
    return story.here ? story.here->date : story.printed.datePublished;
}

QByteArray asJson(const QString &of, const RelatedStory &story)
{
    QJsonObject object{{u"@context"_s, u"https://schema.org"_s},
                       {u"@type"_s, u"NewsArticle"_s},
                       {u"broadsheet:of"_s, of},
                       {u"relation"_s, relationName(story.relation)},
                       {u"headline"_s, headlineOf(story)}};
    const auto put = [&object](const QString &key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    if (story.here) {
        put(u"broadsheet:path"_s, story.here->path);
        put(u"broadsheet:part"_s, story.here->part);
    } else {
        put(u"url"_s, story.printed.url.toString(QUrl::FullyEncoded));
    }
    put(u"datePublished"_s, dateOf(story).toIso());
    if (story.score > 0)
        object.insert(u"score"_s, story.score);
    QJsonArray reasons;
    for (const RelatedReason &reason : story.reasons) {
        QJsonObject one{{u"kind"_s, kindName(reason.kind)}};
        if (!reason.text.isEmpty())
            one.insert(u"text"_s, reason.text);
        reasons.append(one);
    }
    object.insert(u"reasons"_s, reasons);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

// One line each: what comes from a file may hold anything.
QByteArray lineOf(const QString &text)
{
    QString line = text.simplified();
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return line.toUtf8() + '\n';
}

QByteArray asText(const RelatedStory &story)
{
    QStringList credits{relationName(story.relation)};
    if (story.score > 0)
        credits.append(QString::number(story.score, 'f', 2));
    for (const RelatedReason &reason : story.reasons) {
        if (!reason.text.isEmpty())
            credits.append(reason.text);
    }
    const QString date = shortDateText(dateOf(story), QLocale::c());
    if (!date.isEmpty())
        credits.append(date);
    credits.append(story.here ? story.here->path : u"not in the library"_s);
    return lineOf(headlineOf(story)) + lineOf(u"  "_s + credits.join(u" | "_s)).prepend("  ");
}

// Those of one article, the copies of a story behind it.
QList<RelatedStory> inOneList(const RelatedStories &stories)
{
    QList<RelatedStory> all = stories.linked + stories.linksHere + stories.marked
        + stories.sameText;
    for (const RelatedStory &story : stories.similar) {
        all.append(story);
        all += story.copies;
    }
    return all;
}

Result<QList<Article>> articlesOf(const QByteArray &name, Library &library)
{
    const QString path = QDir::cleanPath(QDir().absoluteFilePath(QFile::decodeName(name)));
    bool isNumber = false;
    const quint64 id = name.toULongLong(&isNumber);
    if (!isNumber || QFile::exists(path))
        return readArticles(path);
    const auto article = library.article(ArticleId{id});
    return article.has_value() ? Result<QList<Article>>(QList{article.value()}) : article.error();
}

bool printRelated(const Article &article, Library &library, const Request &request)
{
    const RelatedStories stories = relatedStories(article, library, request.options);
    if (!request.asJson && request.articles.size() > 1 && !print(lineOf(article.headline)))
        return false;
    return std::ranges::all_of(inOneList(stories), [&](const RelatedStory &story) {
        return print(request.asJson ? asJson(article.path, story) : asText(story));
    });
}

} // namespace

int related(const LibraryPlaces &places, const QList<QByteArray> &arguments)
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
    Library library(places);
    int status = Done;
    for (const QByteArray &name : request->articles) {
        const auto articles = articlesOf(name, library);
        if (!articles.has_value()) {
            printProblem(name, articles.error());
            status = SomeFailed;
            continue;
        }
        for (const Article &article : articles.value()) {
            if (!printRelated(article, library, *request))
                return SomeFailed;
        }
    }
    return finishPrinting() ? status : SomeFailed;
}
