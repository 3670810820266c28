#pragma once
// What a batch adds to the catalogue's counts and takes from them, kept together and written once.
// Write lane.

#include <QHash>
#include <QList>

class Database;

// What an article is counted under.
struct CountedArticle
{
    qint64 folder = 0;
    bool read = false;
    qint64 publisher = 0; // 0: none; likewise the next two
    qint64 section = 0;
    qint64 language = 0;
    QList<qint64> authors;
    int month = 0; // 0: undated
};

class CatalogueCounts final
{
public:
    void add(const CountedArticle &article) { change(article, 1); }
    void remove(const CountedArticle &article) { change(article, -1); }
    void write(Database &catalogue); // and starts again from nothing
    void clear();

    // All of them anew from the rows, for a catalogue that they do not fit.
    static void recount(Database &catalogue);
    // What does not fit, in words for a log; empty when all is well.
    static QString contradiction(Database &catalogue);

private:
    void change(const CountedArticle &article, int by);

    QHash<qint64, std::pair<int, int>> m_folders; // articles, unread
    QHash<qint64, int> m_names;
    QHash<int, int> m_months;
};
