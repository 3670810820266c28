#pragma once
// The names of publishers, sections, authors and languages, each once, by their numbers. Write
// lane.

#include <QHash>
#include <QString>

class Database;

enum class NameKind { Publisher = 1, Section, Author, Language }; // as in the catalogue

class CatalogueNames final
{
public:
    explicit CatalogueNames(Database &catalogue) : m_catalogue(catalogue) { }

    // 0 for no name. One that is new is written.
    qint64 numberOf(NameKind kind, const QString &text);
    void forget(); // after a rollback: what was written is not

private:
    Database &m_catalogue;
    QHash<std::pair<int, QString>, qint64> m_known;
};
