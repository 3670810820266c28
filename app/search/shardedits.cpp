#include "app/search/shardedits.h"

#include "app/search/indexformat.h"
#include "app/search/shardreader.h"
#include "app/search/shardwords.h"

#include <QFile>

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

using namespace indexformat;

namespace {

std::string encoded(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

// Too many open files, or no permission, is no damage: only what is not there or wrong is.
Error openingError(const QString &path, const Xapian::DatabaseOpeningError &error)
{
    Error told = indexError(path, error);
    const char *reason = error.get_error_string();
    if (reason && std::string_view(reason) != std::strerror(ENOENT))
        told.kind = Error::Kind::Unreadable;
    return told;
}

template <typename Value, typename Function>
Result<Value> asked(const QString &path, Function function)
{
    try {
        return function(Xapian::Database(encoded(path)));
    } catch (const Xapian::DatabaseOpeningError &error) {
        return openingError(path, error);
    } catch (const Xapian::Error &error) {
        return indexError(path, error);
    }
}

} // namespace

Result<qsizetype> probedShard(const QString &path)
{
    return asked<qsizetype>(path, [](const Xapian::Database &shard) {
        const Xapian::docid last = shard.get_lastdocid();
        const Xapian::doccount count = shard.get_doccount();
        if (count > 0) {
            shard.valuestream_begin(IdSlot);
            shard.allterms_begin();
            const Xapian::docid some = *shard.postlist_begin({});
            shard.get_document(some).get_value(TextSlot);
            shard.termlist_begin(qMin(some, last));
        }
        return qsizetype(count);
    });
}

Result<QList<ArticleId>> idsIn(const QString &path)
{
    return asked<QList<ArticleId>>(path, [](const Xapian::Database &shard) {
        QList<ArticleId> ids;
        const std::string prefix(1, articleId);
        const auto end = shard.allterms_end(prefix);
        for (auto term = shard.allterms_begin(prefix); term != end; ++term)
            ids.append(ArticleId(QByteArray::fromStdString((*term).substr(1)).toULongLong()));
        return ids;
    });
}

Result<QList<ArticleId>> presentIn(const QString &path, const QList<ArticleId> &ids)
{
    return asked<QList<ArticleId>>(path, [&ids](const Xapian::Database &shard) {
        QList<ArticleId> present;
        const ArticleId least{numberOf(shard.get_value_lower_bound(IdSlot))};
        const ArticleId most{numberOf(shard.get_value_upper_bound(IdSlot))};
        const auto from = std::ranges::lower_bound(ids, least);
        const auto to = std::ranges::upper_bound(ids, most);
        for (auto id = from; id < to; ++id) {
            if (shard.term_exists(idTerm(*id)))
                present.append(*id);
        }
        return present;
    });
}

Result<qsizetype> removeFrom(const QString &path, const QList<ArticleId> &ids)
{
    try {
        Xapian::WritableDatabase shard(encoded(path), Xapian::DB_OPEN);
        for (const ArticleId id : ids)
            shard.delete_document(idTerm(id));
        shard.commit();
        return qsizetype(shard.get_doccount());
    } catch (const Xapian::Error &error) {
        return indexError(path, error);
    }
}

Result<quint64> revisionOf(const QString &path)
{
    return asked<quint64>(
        path, [](const Xapian::Database &shard) { return quint64(shard.get_revision()); });
}
