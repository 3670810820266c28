#include "app/library/storyreader.h"

#include "app/library/articlerow.h"
#include "app/library/cataloguefiles.h"
#include "app/library/database.h"
#include "app/search/foldedtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

QString jsonOf(const QList<ArticleId> &ids)
{
    QJsonArray array;
    for (const ArticleId id : ids)
        array.append(qint64(id));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace

QList<ArticleSummary> StoryReader::matching(const QString &condition, const QVariantList &values)
{
    QList<ArticleSummary> summaries;
    m_catalogue.each(summaryColumns() + condition, values,
                     [&](const QSqlQuery &row) { summaries.append(summaryFrom(row)); });
    return summaries;
}

QList<ArticleSummary> StoryReader::withHeadline(const QString &foldedHeadline)
{
    QList<ArticleSummary> alike = matching(
        u"WHERE sortkey = ? ORDER BY article.time DESC LIMIT 200"_s, {sortKey(foldedHeadline)});
    alike.removeIf([&](const ArticleSummary &summary) { // the key is only a beginning
        return foldedText(summary.headline) != foldedHeadline;
    });
    return alike;
}

QList<ArticleSummary> StoryReader::withUrl(const QString &foldedUrl)
{
    return matching(u"WHERE url = ? AND url <> '' ORDER BY article.time DESC LIMIT 200"_s,
                    {foldedUrl});
}

QList<ArticleSummary> StoryReader::withDigest(const QByteArray &digest)
{
    return matching(u"WHERE substr(digest, 1, 8) = ? AND digest = ? LIMIT 1000"_s,
                    {digest.left(8), digest});
}

QList<ArticleSummary> StoryReader::inFile(const QString &path)
{
    const qint64 file = m_catalogue.number(u"SELECT file.id FROM file JOIN folder"
                                           " ON folder.id = file.folder"
                                           " WHERE path = ? AND name = ?"_s,
                                           {folderOf(path), fileNameOf(path)});
    QList<ArticleSummary> summaries = matching(u"WHERE article.file = ?"_s, {file});
    summaries += matching(u"WHERE article.id IN (SELECT article FROM place WHERE file = ?)"_s,
                          {file});
    return summaries;
}

QList<StoryLink> StoryReader::linksWith(const QString &condition, const QString &key)
{
    QList<std::pair<qint64, RelatedLink>> printed;
    m_catalogue.each(u"SELECT article, headline, date, section, url FROM link WHERE %1"
                     " ORDER BY article DESC LIMIT 200"_s.arg(condition),
                     {key}, [&](const QSqlQuery &row) {
                         RelatedLink link{row.value(1).toString(),
                                          {},
                                          row.value(3).toString(),
                                          QUrl(row.value(4).toString())};
                         if (const auto date = dateFromIso(row.value(2).toString()))
                             link.datePublished = *date;
                         printed.append({row.value(0).toLongLong(), link});
                     });
    QList<StoryLink> links;
    for (const auto &[article, link] : std::as_const(printed)) {
        const QList<ArticleSummary> from = matching(u"WHERE article.id = ?"_s, {article});
        if (!from.isEmpty())
            links.append({from.first(), link});
    }
    return links;
}

QList<StoryLink> StoryReader::linksTo(const QString &foldedUrl, const QString &foldedHeadline)
{
    QList<StoryLink> links;
    if (!foldedUrl.isEmpty())
        links = linksWith(u"urlkey = ? AND urlkey <> ''"_s, foldedUrl);
    if (foldedHeadline.isEmpty())
        return links;
    for (const StoryLink &link :
         linksWith(u"sortkey = ? AND sortkey <> ''"_s, sortKey(foldedHeadline))) {
        if (foldedText(link.printed.headline) == foldedHeadline)
            links.append(link);
    }
    return links;
}

QList<StoryTraits> StoryReader::traits(const QList<ArticleId> &ids)
{
    QList<StoryTraits> traits;
    m_catalogue.each(u"SELECT article.id, digest, sketch, url, name.text, headline FROM article"
                     " LEFT JOIN name ON name.id = publisher"
                     " WHERE article.id IN (SELECT value FROM json_each(?))"_s,
                     {jsonOf(ids)}, [&](const QSqlQuery &row) {
                         traits.append({ArticleId{row.value(0).toULongLong()},
                                        row.value(1).toByteArray(), row.value(2).toByteArray(),
                                        row.value(3).toString(), row.value(4).toString(),
                                        foldedText(row.value(5).toString())});
                     });
    return traits;
}

Judgements StoryReader::judgements(const QByteArray &digest)
{
    Judgements judgements;
    m_catalogue.each(u"SELECT other, related FROM state.judged WHERE digest = ?"_s, {digest},
                     [&](const QSqlQuery &row) {
                         judgements.insert(row.value(0).toByteArray(),
                                           row.value(1).toBool() ? Judgement::Related
                                                                 : Judgement::NotRelated);
                     });
    return judgements;
}
