#include "app/library/cataloguearticles.h"

#include "app/library/articlerow.h"
#include "app/library/database.h"
#include "app/library/librarychanges.h"
#include "app/search/foldedtext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype digestsAsked = 64; // in one question

} // namespace

// What the catalogue and the reading state know of the articles of a batch.
struct CatalogueArticles::Batch
{
    qint64 reader = 0;
    LibraryChanges &changes;
    QList<ToIndex> &toIndex;
    QHash<QString, KnownFile> files;    // by path
    QHash<QByteArray, qint64> articles; // by digest
    QHash<QByteArray, qint64> gone;     // ids they had, by digest
    QHash<QByteArray, RowState> states; // by digest
    QSet<qint64> touched;               // told of already
    qint64 folder = 0;                  // of the file at hand

    void tell(QList<ArticleId> &list, qint64 id)
    {
        if (!touched.contains(id))
            list.append(ArticleId(id));
        touched.insert(id);
    }
};

struct CatalogueArticles::Old
{
    qint64 id = 0;
    qint64 file = 0;
    QString part;
    QString headline;
    QString firstWords;
    QByteArray digest;
    RowState state;
    CountedArticle counted;
};

CatalogueArticles::CatalogueArticles(Database &catalogue)
    : m_catalogue(catalogue), m_files(catalogue), m_names(catalogue)
{
}

void CatalogueArticles::forget()
{
    m_files.forget();
    m_names.forget();
    m_counts.clear();
}

void CatalogueArticles::put(const QList<ParsedFile> &files, qint64 reader, LibraryChanges &changes,
                            QList<ToIndex> &toIndex)
{
    Batch batch{reader, changes, toIndex, {}, {}, {}, {}, {}, 0};
    QStringList paths;
    QList<QByteArray> digests;
    for (const ParsedFile &file : files) {
        paths.append(file.file.path);
        for (const ParsedArticle &article : file.articles)
            digests.append(article.digest);
    }
    batch.files = m_files.known(paths);
    lookUpDigests(batch, digests);
    for (const ParsedFile &file : files)
        putFile(file, batch);
    // An article may come and go within one batch, from one file to another.
    const QSet<ArticleId> gone(changes.removed.begin(), changes.removed.end());
    toIndex.removeIf([&](const ToIndex &one) { return gone.contains(one.id); });
}

// A question for each would cost more than the writing does.
void CatalogueArticles::lookUpDigests(Batch &batch, const QList<QByteArray> &digests)
{
    static const QString marks = QStringList(digestsAsked, u"?"_s).join(u',');
    const bool hasStates = m_catalogue.number(u"SELECT EXISTS (SELECT 1 FROM state.reading)"_s);
    const bool hasGone = m_catalogue.number(u"SELECT EXISTS (SELECT 1 FROM gone)"_s);
    for (qsizetype from = 0; from < digests.size(); from += digestsAsked) {
        QVariantList whole, beginnings;
        for (qsizetype i = 0; i < digestsAsked; ++i) {
            const QByteArray &digest = digests.at(qMin(from + i, digests.size() - 1));
            whole.append(digest);
            beginnings.append(digest.left(8));
        }
        m_catalogue.each(
            u"SELECT digest, id FROM article WHERE substr(digest, 1, 8) IN (%1)"_s.arg(marks),
            beginnings, [&](const QSqlQuery &row) {
                batch.articles.insert(row.value(0).toByteArray(), row.value(1).toLongLong());
            });
        if (hasStates)
            m_catalogue.each(u"SELECT digest, read, starred, opened FROM state.reading"
                             " WHERE digest IN (%1)"_s.arg(marks),
                             whole, [&](const QSqlQuery &row) {
                                 batch.states.insert(
                                     row.value(0).toByteArray(),
                                     {row.value(1).toBool(), row.value(2).toBool(), row.value(3)});
                             });
        if (hasGone)
            m_catalogue.each(u"SELECT digest, id FROM gone WHERE digest IN (%1)"_s.arg(marks),
                             whole, [&](const QSqlQuery &row) {
                                 batch.gone.insert(row.value(0).toByteArray(),
                                                   row.value(1).toLongLong());
                             });
    }
}

void CatalogueArticles::putFile(const ParsedFile &file, Batch &batch)
{
    const auto known = batch.files.constFind(file.file.path);
    const KnownFile *before = known == batch.files.constEnd() ? nullptr : &*known;
    // As it was, and read again by another version of the program.
    const bool isReadAgain = before && before->file == file.file;
    const qint64 row = m_files.put(file.file, before, batch.reader);
    if (before || file.problem)
        m_files.putProblem(row, file.problem);
    batch.folder = m_files.folderNumber(folderOf(file.file.path));

    QHash<QString, qint64> left = before ? articlesOf(row) : QHash<QString, qint64>();
    for (const ParsedArticle &article : file.articles)
        putArticle(file, row, article, left.take(article.summary.part), isReadAgain, batch);
    for (const auto &[part, article] : left.asKeyValueRange())
        removePlace(row, part, article, batch.changes);
    if (!before) { // it may come twice in one batch
        KnownFile now{row, batch.folder, file.file, batch.reader, false};
        batch.files.insert(file.file.path, now);
    }
}

// By their part, whether this file is their first place or another.
QHash<QString, qint64> CatalogueArticles::articlesOf(qint64 fileRow)
{
    QHash<QString, qint64> articles;
    m_catalogue.each(u"SELECT part, id FROM article WHERE file = ?"
                     " UNION ALL SELECT part, article FROM place WHERE file = ?"_s,
                     {fileRow, fileRow}, [&](const QSqlQuery &row) {
                         articles.insert(row.value(0).toString(), row.value(1).toLongLong());
                     });
    return articles;
}

// `before` is the article that stood here; 0: none.
void CatalogueArticles::putArticle(const ParsedFile &file, qint64 fileRow,
                                   const ParsedArticle &article, qint64 before, bool isReadAgain,
                                   Batch &batch)
{
    const QString &part = article.summary.part;
    const qint64 same = batch.articles.value(article.digest);
    if (before != 0 && before == same) {
        const Old was = old(before);
        if (was.file == fileRow && was.part == part)
            update(file, fileRow, article, was, isReadAgain, batch);
        return;
    }
    const bool isElsewhere = before != 0
        && m_catalogue.number(u"SELECT EXISTS (SELECT 1 FROM place WHERE article = ?)"_s, {before});
    if (before != 0 && same == 0 && !isElsewhere) {
        const Old was = old(before);
        batch.articles.remove(was.digest);
        return update(file, fileRow, article, was, isReadAgain, batch);
    }
    if (before != 0) {
        const Old was = old(before);
        if (same == 0) { // a story that is known has a state of its own
            carryState(was, article, isReadAgain);
            batch.states.insert(article.digest, stateOf(article.digest));
        }
        removePlace(fileRow, part, before, batch.changes);
        if (!isElsewhere)
            batch.articles.remove(was.digest);
    }
    if (same != 0)
        addPlace(fileRow, batch.folder, part, same, batch);
    else
        insert(file, fileRow, article, batch);
}

void CatalogueArticles::addPlace(qint64 fileRow, qint64 folder, const QString &part, qint64 article,
                                 Batch &batch)
{
    m_catalogue.run(u"INSERT OR REPLACE INTO place (file, part, article, folder)"
                    " VALUES (?, ?, ?, ?)"_s,
                    {fileRow, part, article, folder});
    batch.tell(batch.changes.changed, article);
}

void CatalogueArticles::insert(const ParsedFile &file, qint64 fileRow, const ParsedArticle &article,
                               Batch &batch)
{
    ArticleRow row = articleRow(article, file.file.modified, m_names);
    row.state = batch.states.value(article.digest);
    const qint64 earlier = batch.gone.take(article.digest);
    if (earlier != 0)
        m_catalogue.run(u"DELETE FROM gone WHERE id = ?"_s, {earlier});
    const QVariant wanted = earlier != 0 ? QVariant(earlier)
                                         : QVariant(QMetaType::fromType<qint64>());
    m_catalogue.run(insertArticle(), row.values() + QVariantList{fileRow, batch.folder, wanted});
    const qint64 id = m_catalogue.lastId();
    putBylines(id, row.counted.authors);
    if (!article.relatedLinks.isEmpty())
        putLinks(id, article.relatedLinks);
    row.counted.folder = batch.folder;
    row.counted.read = row.state.read;
    m_counts.add(row.counted);
    batch.articles.insert(article.digest, id);
    batch.toIndex.append({ArticleId(id), &article});
    batch.tell(batch.changes.added, id);
}

void CatalogueArticles::update(const ParsedFile &file, qint64 fileRow, const ParsedArticle &article,
                               const Old &before, bool isReadAgain, Batch &batch)
{
    if (before.digest != article.digest)
        carryState(before, article, isReadAgain);
    ArticleRow row = articleRow(article, file.file.modified, m_names);
    row.state = stateOf(article.digest);
    m_catalogue.run(updateArticle(), row.values() + QVariantList{fileRow, batch.folder, before.id});
    if (before.counted.authors != row.counted.authors) {
        for (const qint64 author : before.counted.authors)
            m_catalogue.run(u"DELETE FROM byline WHERE author = ? AND article = ?"_s,
                            {author, before.id});
        putBylines(before.id, row.counted.authors);
    }
    m_catalogue.run(u"DELETE FROM link WHERE article = ?"_s, {before.id});
    putLinks(before.id, article.relatedLinks);
    row.counted.folder = batch.folder;
    row.counted.read = row.state.read;
    m_counts.remove(before.counted);
    m_counts.add(row.counted);
    batch.articles.insert(article.digest, before.id);
    batch.toIndex.append({ArticleId(before.id), &article});
    batch.tell(batch.changes.changed, before.id);
}

// What the reader did to the story that stood here goes along where this is the same story, put
// right or read by another version of the program. A changed one has words that nobody has read
// yet, so it is unread again; star, tags, note and the day it was opened are kept. The old text
// keeps its own state: another copy of it may be somewhere else.
void CatalogueArticles::carryState(const Old &before, const ParsedArticle &article,
                                   bool isReadAgain)
{
    const ArticleSummary &now = article.summary;
    const bool isSame = isReadAgain || foldedText(before.headline) == foldedText(now.headline)
        || (!now.firstWords.isEmpty() && before.firstWords == now.firstWords);
    if (!isSame)
        return;
    m_catalogue.run(u"INSERT OR IGNORE INTO state.reading (digest, read, starred, opened, scroll,"
                    " note) SELECT ?, CASE WHEN ? THEN read ELSE 0 END, starred, opened, scroll,"
                    " note FROM state.reading WHERE digest = ?"_s,
                    {article.digest, isReadAgain, before.digest});
    m_catalogue.run(u"INSERT OR IGNORE INTO state.tagged SELECT tag, ? FROM state.tagged"
                    " WHERE digest = ?"_s,
                    {article.digest, before.digest});
    m_catalogue.run(u"INSERT OR IGNORE INTO state.judged SELECT ?, other, related"
                    " FROM state.judged WHERE digest = ?"_s,
                    {article.digest, before.digest});
    m_catalogue.run(u"INSERT OR IGNORE INTO state.judged SELECT digest, ?, related"
                    " FROM state.judged WHERE other = ?"_s,
                    {article.digest, before.digest});
}

RowState CatalogueArticles::stateOf(const QByteArray &digest)
{
    RowState found;
    m_catalogue.each(u"SELECT read, starred, opened FROM state.reading WHERE digest = ?"_s,
                     {digest}, [&](const QSqlQuery &row) {
                         found = {row.value(0).toBool(), row.value(1).toBool(), row.value(2)};
                     });
    return found;
}

void CatalogueArticles::putBylines(qint64 article, const QList<qint64> &authors)
{
    for (const qint64 author : authors)
        m_catalogue.run(u"INSERT OR IGNORE INTO byline VALUES (?, ?)"_s, {author, article});
}

void CatalogueArticles::putLinks(qint64 article, const QList<RelatedLink> &links)
{
    for (qsizetype i = 0; i < links.size(); ++i) {
        const RelatedLink &link = links.at(i);
        m_catalogue.run(u"INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                        {article, i, link.headline, link.datePublished.toIso(), link.articleSection,
                         link.url.toString(QUrl::FullyEncoded), foldedUrl(link.url),
                         sortKey(link.headline)});
    }
}

CatalogueArticles::Old CatalogueArticles::old(qint64 article)
{
    Old old;
    m_catalogue.each(
        u"SELECT id, file, part, headline, firstwords, digest, read, starred, opened, folder,"
        " publisher, section, language, authors, time, moment FROM article WHERE id = ?"_s,
        {article}, [&](const QSqlQuery &row) {
            old.id = row.value(0).toLongLong();
            old.file = row.value(1).toLongLong();
            old.part = row.value(2).toString();
            old.headline = row.value(3).toString();
            old.firstWords = row.value(4).toString();
            old.digest = row.value(5).toByteArray();
            old.state = {row.value(6).toBool(), row.value(7).toBool(), row.value(8)};
            old.counted = countedFrom(row, 9, old.state.read);
        });
    return old;
}

void CatalogueArticles::removePlace(qint64 fileRow, const QString &part, qint64 article,
                                    LibraryChanges &changes)
{
    const Old was = old(article);
    if (was.file != fileRow || was.part != part) {
        m_catalogue.run(u"DELETE FROM place WHERE file = ? AND part = ?"_s, {fileRow, part});
        changes.changed.append(ArticleId(article));
    } else if (passOn(was)) {
        changes.changed.append(ArticleId(article));
    } else {
        removeArticle(was);
        changes.removed.append(ArticleId(article));
        changes.added.removeOne(ArticleId(article));
    }
}

// The next place becomes the first. False when there is none.
bool CatalogueArticles::passOn(const Old &article)
{
    qint64 file = 0, folder = 0;
    QString part;
    m_catalogue.each(u"SELECT file, part, folder FROM place WHERE article = ?"
                     " ORDER BY file LIMIT 1"_s,
                     {article.id}, [&](const QSqlQuery &row) {
                         file = row.value(0).toLongLong();
                         part = row.value(1).toString();
                         folder = row.value(2).toLongLong();
                     });
    if (file == 0)
        return false;
    m_catalogue.run(u"DELETE FROM place WHERE file = ? AND part = ?"_s, {file, part});
    m_catalogue.run(u"UPDATE article SET file = ?, part = ?, folder = ? WHERE id = ?"_s,
                    {file, part, folder, article.id});
    CountedArticle counted = article.counted;
    m_counts.remove(counted);
    counted.folder = folder;
    m_counts.add(counted);
    return true;
}

void CatalogueArticles::removeArticle(const Old &article)
{
    m_catalogue.run(u"INSERT OR REPLACE INTO gone VALUES (?, ?)"_s, {article.digest, article.id});
    for (const qint64 author : article.counted.authors)
        m_catalogue.run(u"DELETE FROM byline WHERE author = ? AND article = ?"_s,
                        {author, article.id});
    m_catalogue.run(u"DELETE FROM link WHERE article = ?"_s, {article.id});
    m_catalogue.run(u"DELETE FROM article WHERE id = ?"_s, {article.id});
    m_counts.remove(article.counted);
}

void CatalogueArticles::remove(qint64 fileRow, LibraryChanges &changes)
{
    const QHash<QString, qint64> articles = articlesOf(fileRow);
    for (const auto &[part, article] : articles.asKeyValueRange())
        removePlace(fileRow, part, article, changes);
    m_files.remove(fileRow);
}

void CatalogueArticles::move(qint64 fileRow, const QString &newPath, LibraryChanges &changes)
{
    m_files.move(fileRow, newPath);
    const qint64 folder = m_files.folderNumber(folderOf(newPath));
    m_catalogue.run(u"UPDATE place SET folder = ? WHERE file = ?"_s, {folder, fileRow});
    const QHash<QString, qint64> articles = articlesOf(fileRow);
    for (const qint64 article : articles) {
        Old was = old(article);
        changes.changed.append(ArticleId(article));
        if (was.file != fileRow)
            continue;
        m_counts.remove(was.counted);
        was.counted.folder = folder;
        m_counts.add(was.counted);
        m_catalogue.run(u"UPDATE article SET folder = ? WHERE id = ?"_s, {folder, article});
    }
}
