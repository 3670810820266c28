#include "app/library/statewriter.h"

#include "app/library/database.h"

using namespace Qt::StringLiterals;

namespace {

// For json_each(): one statement, however many they are.
QString jsonOf(const QList<ArticleId> &ids)
{
    QString json = u"["_s;
    for (const ArticleId id : ids) {
        if (json.size() > 1)
            json += u',';
        json += QString::number(quint64(id));
    }
    return json + u']';
}

const QString asked = u"(SELECT value FROM json_each(?))"_s;

} // namespace

// With it the catalogue is up to date, which it was before: both change in one transaction.
void StateWriter::raiseRevision()
{
    m_database.run(u"UPDATE state.revision SET number = number + 1"_s);
    m_database.run(u"UPDATE known SET stateRevision = (SELECT number FROM state.revision)"_s);
}

void StateWriter::addTo(const QString &column, const QString &ids, const QVariant &value)
{
    m_database.run(
        u"INSERT INTO state.reading (digest, %1) SELECT digest, ? FROM article"
        " WHERE id IN %2 ON CONFLICT (digest) DO UPDATE SET %1 = excluded.%1"_s.arg(column, asked),
        {value, ids});
}

void StateWriter::setRead(const QList<ArticleId> &ids, bool read)
{
    const QString json = jsonOf(ids);
    QList<std::pair<qint64, qint64>> folders;
    m_database.each(u"SELECT folder, count(*) FROM article WHERE read <> ? AND id IN %1"
                    " GROUP BY folder"_s.arg(asked),
                    {read, json}, [&](const QSqlQuery &row) {
                        folders.append({row.value(0).toLongLong(), row.value(1).toLongLong()});
                    });
    for (const auto &[folder, articles] : std::as_const(folders))
        m_database.run(u"UPDATE folder SET unread = unread + ? WHERE id = ?"_s,
                       {read ? -articles : articles, folder});
    addTo(u"read"_s, json, read);
    m_database.run(u"UPDATE article SET read = ? WHERE read <> ? AND id IN %1"_s.arg(asked),
                   {read, read, json});
    raiseRevision();
}

void StateWriter::setStarred(const QList<ArticleId> &ids, bool starred)
{
    const QString json = jsonOf(ids);
    addTo(u"starred"_s, json, starred);
    m_database.run(u"UPDATE article SET starred = ? WHERE starred <> ? AND id IN %1"_s.arg(asked),
                   {starred, starred, json});
    raiseRevision();
}

// A tag is the same however its letters are written; the first way of writing it stays.
void StateWriter::setTag(const QList<ArticleId> &ids, const QString &tag, bool tagged)
{
    const QString name = tag.simplified();
    const QString folded = name.toCaseFolded();
    if (name.isEmpty())
        return;
    const QString json = jsonOf(ids);
    if (tagged) {
        m_database.run(u"INSERT OR IGNORE INTO state.tag (name, folded) VALUES (?, ?)"_s,
                       {name, folded});
        m_database.run(u"INSERT OR IGNORE INTO state.tagged SELECT tag.id, article.digest"
                       " FROM state.tag CROSS JOIN article WHERE tag.folded = ?"
                       " AND article.id IN %1"_s.arg(asked),
                       {folded, json});
        return;
    }
    m_database.run(u"DELETE FROM state.tagged WHERE tag = (SELECT id FROM state.tag"
                   " WHERE folded = ?) AND digest IN (SELECT digest FROM article"
                   " WHERE id IN %1)"_s.arg(asked),
                   {folded, json});
    m_database.run(u"DELETE FROM state.tag WHERE folded = ? AND NOT EXISTS"
                   " (SELECT 1 FROM state.tagged WHERE tag = tag.id)"_s,
                   {folded});
}

void StateWriter::setNote(ArticleId id, const QString &text)
{
    addTo(u"note"_s, jsonOf({id}), text);
}

void StateWriter::setOpened(ArticleId id, const QDateTime &moment)
{
    setRead({id}, true);
    addTo(u"opened"_s, jsonOf({id}), moment.toMSecsSinceEpoch());
    m_database.run(u"UPDATE article SET opened = ? WHERE id = ?"_s,
                   {moment.toMSecsSinceEpoch(), quint64(id)});
    raiseRevision();
}

void StateWriter::setScroll(ArticleId id, double position)
{
    addTo(u"scroll"_s, jsonOf({id}), qBound(0.0, position, 1.0));
}

void StateWriter::setJudgement(ArticleId id, const QList<ArticleId> &others, Judgement judgement)
{
    const QVariantList pairs{jsonOf({id}), jsonOf(others)};
    const QString both = u"FROM article AS a, article AS b WHERE a.id IN %1 AND b.id IN %1"
                         " AND a.digest <> b.digest"_s.arg(asked);
    for (const QString &order : {u"a.digest, b.digest"_s, u"b.digest, a.digest"_s}) {
        if (judgement == Judgement::None)
            m_database.run(
                u"DELETE FROM state.judged WHERE (digest, other) IN (SELECT %1 %2)"_s.arg(order,
                                                                                          both),
                pairs);
        else
            m_database.run(u"INSERT OR REPLACE INTO state.judged SELECT %1, %2 %3"_s.arg(
                               order, judgement == Judgement::Related ? u"1"_s : u"0"_s, both),
                           pairs);
    }
}

void StateWriter::saveSearch(const SavedSearch &search)
{
    m_database.run(u"INSERT OR REPLACE INTO state.search VALUES (?, ?)"_s,
                   {search.name, search.query});
}

void StateWriter::removeSearch(const QString &name)
{
    m_database.run(u"DELETE FROM state.search WHERE name = ?"_s, {name});
}

bool StateWriter::isReconciled()
{
    return m_database.number(u"SELECT stateRevision = (SELECT number FROM state.revision)"
                             " FROM known"_s)
        != 0;
}

void StateWriter::reconcile()
{
    m_database.runOnce(u"UPDATE article SET read = 0, starred = 0, opened = NULL"
                       " WHERE (read = 1 OR starred = 1 OR opened IS NOT NULL)"
                       " AND digest NOT IN (SELECT digest FROM state.reading)"_s);
    m_database.runOnce(u"UPDATE article SET read = s.read, starred = s.starred, opened = s.opened"
                       " FROM state.reading AS s"
                       " WHERE substr(article.digest, 1, 8) = substr(s.digest, 1, 8)"
                       " AND article.digest = s.digest AND (article.read <> s.read"
                       " OR article.starred <> s.starred OR article.opened IS NOT s.opened)"_s);
    m_database.runOnce(u"UPDATE folder SET unread = (SELECT count(*) FROM article"
                       " WHERE folder = folder.id AND read = 0)"_s);
    m_database.runOnce(u"UPDATE known SET stateRevision = (SELECT number FROM state.revision)"_s);
}
