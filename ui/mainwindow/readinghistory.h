#pragma once
// Where the reader has been, for back and forward. A value; owned by the window.

#include "app/article/articleid.h"

#include <QList>
#include <QString>

// An article that was on the screen, and how to get it back there.
struct ReadingPlace
{
    ArticleId id{}; // 0 when the library did not know it yet
    QString path;
    QString part;

    bool isSameArticle(const ReadingPlace &other) const
    {
        return path == other.path && part == other.part;
    }
};

class ReadingHistory
{
public:
    // The reader went there: what lay ahead is forgotten. Staying at the same article adds nothing.
    void visit(const ReadingPlace &place);

    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_places.size(); }
    ReadingPlace goBack();
    ReadingPlace goForward();
    const ReadingPlace *current() const;

private:
    QList<ReadingPlace> m_places; // oldest first
    qsizetype m_current = -1;
};
