#include "app/library/cataloguenames.h"

#include "app/library/database.h"
#include "app/search/foldedtext.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostKnown = 50'000; // names kept in memory
constexpr qsizetype longestName = 200;  // characters; a file may say anything

} // namespace

qint64 CatalogueNames::numberOf(NameKind kind, const QString &text)
{
    const QString name = text.simplified().left(longestName);
    if (name.isEmpty())
        return 0;
    const std::pair key{int(kind), name};
    const auto known = m_known.constFind(key);
    if (known != m_known.constEnd())
        return *known;

    const QVariantList values{int(kind), name};
    qint64 number = m_catalogue.number(u"SELECT id FROM name WHERE kind = ? AND text = ?"_s,
                                       values);
    if (number == 0) {
        m_catalogue.run(u"INSERT INTO name (kind, text, folded) VALUES (?, ?, ?)"_s,
                        values + QVariantList{foldedText(name)});
        number = m_catalogue.lastId();
    }
    if (m_known.size() >= mostKnown)
        m_known.clear();
    if (!m_catalogue.hasFailed())
        m_known.insert(key, number);
    return number;
}

void CatalogueNames::forget()
{
    m_known.clear();
}
