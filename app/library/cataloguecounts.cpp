#include "app/library/cataloguecounts.h"

#include "app/library/database.h"

using namespace Qt::StringLiterals;

namespace {

// Of the rows, as they should be: kind of count, its key, articles, unread. (The month of a time in
// SQL: it is on the reader's clock already.)
const QString counted = u"SELECT 1 AS kind, folder AS key, count(*) AS articles,"
                        " sum(read = 0) AS unread FROM article GROUP BY folder"
                        " UNION ALL SELECT 2, publisher, count(*), 0 FROM article"
                        " WHERE publisher <> 0 GROUP BY publisher"
                        " UNION ALL SELECT 2, section, count(*), 0 FROM article"
                        " WHERE section <> 0 GROUP BY section"
                        " UNION ALL SELECT 2, language, count(*), 0 FROM article"
                        " WHERE language <> 0 GROUP BY language"
                        " UNION ALL SELECT 2, author, count(*), 0 FROM byline GROUP BY author"
                        " UNION ALL SELECT 3, strftime('%Y', time / 1000, 'unixepoch') * 12"
                        " + strftime('%m', time / 1000, 'unixepoch') AS month, count(*), 0"
                        " FROM article WHERE moment IS NOT NULL GROUP BY month"_s;

const QString kept = u"SELECT 1 AS kind, id AS key, articles, unread FROM folder"
                     " WHERE articles <> 0 OR unread <> 0"
                     " UNION ALL SELECT 2, id, articles, 0 FROM name WHERE articles <> 0"
                     " UNION ALL SELECT 3, month, articles, 0 FROM month WHERE articles <> 0"_s;

} // namespace

void CatalogueCounts::change(const CountedArticle &article, int by)
{
    auto &[articles, unread] = m_folders[article.folder];
    articles += by;
    unread += article.read ? 0 : by;
    for (const qint64 name : {article.publisher, article.section, article.language}) {
        if (name != 0)
            m_names[name] += by;
    }
    for (const qint64 author : article.authors)
        m_names[author] += by;
    if (article.month != 0)
        m_months[article.month] += by;
}

void CatalogueCounts::write(Database &catalogue)
{
    for (const auto &[folder, counts] : m_folders.asKeyValueRange())
        catalogue.run(u"UPDATE folder SET articles = articles + ?, unread = unread + ?"
                      " WHERE id = ?"_s,
                      {counts.first, counts.second, folder});
    for (const auto &[name, articles] : m_names.asKeyValueRange())
        catalogue.run(u"UPDATE name SET articles = articles + ? WHERE id = ?"_s, {articles, name});
    for (const auto &[month, articles] : m_months.asKeyValueRange())
        catalogue.run(u"INSERT INTO month VALUES (?, ?) ON CONFLICT (month)"
                      " DO UPDATE SET articles = articles + excluded.articles"_s,
                      {month, articles});
    clear();
}

void CatalogueCounts::clear()
{
    m_folders.clear();
    m_names.clear();
    m_months.clear();
}

void CatalogueCounts::recount(Database &catalogue)
{
    catalogue.runOnce(u"CREATE TEMP TABLE recount AS "_s + counted);
    catalogue.runOnce(u"UPDATE folder SET articles = 0, unread = 0"_s);
    catalogue.runOnce(u"UPDATE folder SET articles = r.articles, unread = r.unread"
                      " FROM temp.recount r WHERE r.kind = 1 AND r.key = folder.id"_s);
    catalogue.runOnce(u"UPDATE name SET articles = 0"_s);
    catalogue.runOnce(u"UPDATE name SET articles = r.articles"
                      " FROM temp.recount r WHERE r.kind = 2 AND r.key = name.id"_s);
    catalogue.runOnce(u"DELETE FROM month"_s);
    catalogue.runOnce(u"INSERT INTO month SELECT key, articles FROM temp.recount"
                      " WHERE kind = 3"_s);
    catalogue.runOnce(u"DROP TABLE temp.recount"_s);
}

QString CatalogueCounts::contradiction(Database &catalogue)
{
    QString found;
    const auto note = [&](const QSqlQuery &row) {
        found = u"%1 %2: %3 articles, %4 unread"_s.arg(
            QStringList{u"folder"_s, u"name"_s, u"month"_s}.value(row.value(0).toInt() - 1),
            row.value(1).toString(), row.value(2).toString(), row.value(3).toString());
    };
    catalogue.eachOnce(
        u"SELECT * FROM (SELECT * FROM (%1) EXCEPT SELECT * FROM (%2)) LIMIT 1"_s.arg(kept,
                                                                                      counted),
        {}, note);
    if (found.isEmpty())
        catalogue.eachOnce(
            u"SELECT * FROM (SELECT * FROM (%1) EXCEPT SELECT * FROM (%2)) LIMIT 1"_s.arg(counted,
                                                                                          kept),
            {}, note);
    return found;
}
