#pragma once
// Writes what the reader did, and what the catalogue repeats of it. Write lane, within a
// transaction over both files.

#include "app/article/articleid.h"
#include "app/library/libraryoverview.h"
#include "app/library/storytraits.h"

#include <QDateTime>
#include <QList>

class Database;

class StateWriter final
{
public:
    explicit StateWriter(Database &database) : m_database(database) { }

    void setRead(const QList<ArticleId> &ids, bool read);
    void setStarred(const QList<ArticleId> &ids, bool starred);
    void setTag(const QList<ArticleId> &ids, const QString &tag, bool tagged);
    void setNote(ArticleId id, const QString &text);
    void setOpened(ArticleId id, const QDateTime &moment);
    void setScroll(ArticleId id, double position);

    // Each of `others` and that article, whichever is on the screen.
    void setJudgement(ArticleId id, const QList<ArticleId> &others, Judgement judgement);

    void saveSearch(const SavedSearch &search);
    void removeSearch(const QString &name);

    // Makes the catalogue repeat the state as it is, where a crash, another state or a new
    // catalogue has parted them.
    void reconcile();
    bool isReconciled();

private:
    void raiseRevision();
    void addTo(const QString &column, const QString &ids, const QVariant &value);

    Database &m_database;
};
