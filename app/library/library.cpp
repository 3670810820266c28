#include "app/library/library.h"

#include "app/formats/formats.h"

#include <QDir>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString catalogueName = u"/catalogue.sqlite"_s;
const QString indexName = u"/index"_s;

// Articles between two commits of the index: more, and Xapian's changes in memory outgrow the
// processor's cache; fewer, and writing them out costs more than they do.
constexpr int articlesInACommit = 400;

bool isNewer(const Catalogue::Place &a, const Catalogue::Place &b)
{
    return a.time != b.time ? a.time > b.time : a.id < b.id;
}

} // namespace

Library::Library(const LibraryPlaces &places, const QByteArray &readerVersion)
    : m_places(places), m_readerVersion(readerVersion), m_readIndex(places.cache + indexName)
{
}

Library::Library(const QString &directory, const QByteArray &readerVersion)
    : Library(LibraryPlaces::below(directory), readerVersion)
{
}

Library::~Library()
{
    closeWriting();
}

QString Library::indexDirectory() const
{
    return m_places.cache + indexName;
}

Outcome Library::openWriting()
{
    if (m_written)
        return {};
    if (!QDir().mkpath(m_places.cache))
        return Error{Error::Kind::Unreadable, m_places.cache,
                     u"the library's folder cannot be made"_s};
    auto catalogue = std::make_unique<Catalogue>(m_places.cache + catalogueName,
                                                 Catalogue::Access::Write);
    if (const Outcome failed = catalogue->open())
        return failed;
    if (const Outcome failed = openIndex(*catalogue))
        return failed;
    if (const Outcome failed = catalogue->keepVersions(m_readerVersion))
        return failed;
    const auto places = catalogue->places();
    if (!places.has_value())
        return places.error();
    m_order.assign(places.value().begin(), places.value().end());
    std::ranges::sort(m_order, isNewer);
    m_written = std::move(catalogue);
    return {};
}

// The index can be made again from the articles: a damaged one is, as the scan goes on, and so is
// one that another catalogue has left behind, whose ids mean other articles.
Outcome Library::openIndex(Catalogue &catalogue)
{
    auto index = std::make_unique<SearchIndexWriter>(m_places.cache + indexName);
    const Outcome failed = index->open();
    if (failed && failed->kind != Error::Kind::Damaged)
        return failed;
    if (failed || catalogue.isNew()) {
        if (const Outcome stillFailed = index->startAgain())
            return stillFailed;
        if (const Outcome unmarked = catalogue.markUnread())
            return unmarked;
    }
    m_writtenIndex = std::move(index);
    return {};
}

// First the index, then the mark that it has them: after a power cut between the two the next
// scan does the work again, and never forgets it.
Outcome Library::commitWords()
{
    if (!m_written) // nothing has been added
        return {};
    if (m_writtenIndex->uncommitted() > 0) {
        if (const Outcome failed = m_writtenIndex->commit())
            return failed;
    }
    const Outcome failed = m_written->markIndexed(m_uncommitted);
    m_uncommitted.clear();
    return failed;
}

void Library::closeWriting()
{
    if (m_written)
        static_cast<void>(commitWords()); // unmarked files are read again by the next scan
    m_writtenIndex.reset();
    m_written.reset();
    m_order.clear();
}

LibraryChanges Library::changesWithOrder() const
{
    LibraryChanges changes;
    changes.order.reserve(qsizetype(m_order.size()));
    for (const Catalogue::Place &place : m_order)
        changes.order.append(place.id);
    return changes;
}

// Linear in the library, and only the batch is sorted.
void Library::place(const QList<Catalogue::Place> &places, const QList<ArticleId> &gone)
{
    QSet<ArticleId> leaving(gone.begin(), gone.end());
    for (const Catalogue::Place &place : places)
        leaving.insert(place.id);
    std::erase_if(m_order, [&](const auto &place) { return leaving.contains(place.id); });

    const auto middle = m_order.insert(m_order.end(), places.begin(), places.end());
    std::sort(middle, m_order.end(), isNewer);
    std::inplace_merge(m_order.begin(), middle, m_order.end(), isNewer);
}

Result<LibraryChanges> Library::setFiles(const QList<FoundFile> &files, QList<FoundFile> &toRead)
{
    if (const Outcome failed = openWriting())
        return *failed;
    auto known = m_written->files();
    if (!known.has_value())
        return known.error();

    toRead.clear();
    for (const FoundFile &file : files) {
        const auto before = known.value().constFind(file.path);
        if (before == known.value().constEnd() || before->file != file
            || before->stage == Catalogue::Stage::Unread)
            toRead.append(file);
        if (before != known.value().constEnd())
            known.value().erase(before);
    }

    if (const Outcome failed = m_written->begin())
        return *failed;
    QList<ArticleId> gone;
    for (const Catalogue::KnownFile &file : std::as_const(known.value())) {
        const auto removed = m_written->remove(file);
        if (!removed.has_value()) {
            m_written->rollback();
            return removed.error();
        }
        gone += removed.value();
    }
    if (const Outcome failed = m_written->commit())
        return *failed;

    for (const ArticleId id : std::as_const(gone)) {
        if (const Outcome failed = m_writtenIndex->remove(id))
            return *failed;
    }

    place({}, gone);
    LibraryChanges changes = changesWithOrder();
    changes.removed = gone;
    return changes;
}

Result<LibraryChanges> Library::add(const QList<ParsedFile> &files)
{
    if (const Outcome failed = openWriting())
        return *failed;
    if (const Outcome failed = m_written->begin())
        return *failed;
    QList<Catalogue::Place> places;
    QList<ArticleId> added, changed, gone;
    for (const ParsedFile &file : files) {
        const auto put = m_written->put(file, gone);
        if (!put.has_value()) {
            m_written->rollback();
            return put.error();
        }
        for (const Catalogue::PutArticle &article : put.value()) {
            places.append(article.place);
            (article.isNew ? added : changed).append(article.place.id);
        }
    }
    if (const Outcome failed = m_written->commit()) {
        m_written->rollback();
        return *failed;
    }
    for (const ArticleId id : std::as_const(gone)) {
        if (const Outcome failed = m_writtenIndex->remove(id))
            return *failed;
    }

    place(places, gone);
    LibraryChanges changes = changesWithOrder();
    changes.added = added;
    changes.changed = changed;
    changes.removed = gone;
    return changes;
}

Result<QList<FoundFile>> Library::withoutWords()
{
    if (const Outcome failed = openWriting())
        return *failed;
    return m_written->withoutWords();
}

Result<Library::Words> Library::addWords(const QList<ParsedFile> &files)
{
    if (const Outcome failed = openWriting())
        return *failed;
    for (const ParsedFile &file : files) {
        const auto ids = m_written->articlesOf(file.file);
        if (!ids.has_value())
            return ids.error();
        for (const ParsedArticle &article : file.articles) {
            const ArticleId id = ids.value().value(article.summary.part);
            if (id == ArticleId{}) // the file has changed since it was listed
                continue;
            if (const Outcome failed = m_writtenIndex->put(id, article.words))
                return *failed;
        }
        m_uncommitted.append(file.file);
    }
    if (m_writtenIndex->uncommitted() < articlesInACommit)
        return Words::Put;
    if (const Outcome failed = commitWords())
        return *failed;
    return Words::Committed;
}

Result<LibraryChanges> Library::setRead(const QList<ArticleId> &ids, bool read)
{
    if (const Outcome failed = openWriting())
        return *failed;
    for (const ArticleId id : ids) {
        if (const Outcome failed = m_written->setRead(id, read))
            return *failed;
    }
    LibraryChanges changes = changesWithOrder();
    changes.changed = ids;
    return changes;
}

// Nothing where there is no catalogue yet: a file is read before its folder is.
Result<Catalogue *> Library::reading()
{
    if (m_read)
        return m_read.get();
    const QString path = m_places.cache + catalogueName;
    if (!QFile::exists(path))
        return nullptr;
    auto catalogue = std::make_unique<Catalogue>(path, Catalogue::Access::Read);
    if (const Outcome failed = catalogue->open())
        return *failed;
    m_read = std::move(catalogue);
    return m_read.get();
}

void Library::closeReading()
{
    m_read.reset();
    m_readIndex.close();
}

Result<QList<SimilarArticle>> Library::similarTo(const ArticleWords &words, ArticleId self,
                                                 const QSet<ArticleId> &leaveOut, int atMost,
                                                 const std::function<bool()> &cancelled)
{
    return m_readIndex.similarTo(words, self, leaveOut, atMost, cancelled);
}

Result<qsizetype> Library::count()
{
    const auto catalogue = reading();
    if (!catalogue.has_value())
        return catalogue.error();
    return catalogue.value() ? catalogue.value()->count() : 0;
}

template <typename Value>
Result<QList<ArticleSummary>>
Library::ask(Result<QList<ArticleSummary>> (Catalogue::*question)(const Value &),
             const Value &value)
{
    const auto catalogue = reading();
    if (!catalogue.has_value())
        return catalogue.error();
    return catalogue.value() ? (catalogue.value()->*question)(value) : QList<ArticleSummary>();
}

Result<QList<ArticleSummary>> Library::summaries(const QList<ArticleId> &ids)
{
    return ask(&Catalogue::summaries, ids);
}

Result<QList<ArticleSummary>> Library::withHeadline(const QString &foldedHeadline)
{
    return ask(&Catalogue::withHeadline, foldedHeadline);
}

Result<QList<ArticleSummary>> Library::withUrl(const QString &foldedUrl)
{
    return ask(&Catalogue::withUrl, foldedUrl);
}

Result<QList<ArticleSummary>> Library::withDigest(const QByteArray &digest)
{
    return ask(&Catalogue::withDigest, digest);
}

Result<QList<ArticleSummary>> Library::inFile(const QString &path)
{
    return ask(&Catalogue::inFile, path);
}

Result<Article> Library::article(ArticleId id)
{
    const auto found = summaries({id});
    if (!found.has_value())
        return found.error();
    if (found.value().isEmpty())
        return Error{Error::Kind::NotFound, QString::number(quint64(id)), {}};
    const ArticleSummary &summary = found.value().first();

    const auto articles = readArticles(summary.path);
    if (!articles.has_value())
        return articles.error();
    const auto same = std::ranges::find(articles.value(), summary.part, &Article::part);
    if (same == articles.value().end())
        return Error{Error::Kind::NotFound, summary.path, summary.part};
    Article article = *same;
    article.id = id;
    return article;
}
