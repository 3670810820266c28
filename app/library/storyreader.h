#pragma once
// What the catalogue and the reading state answer to those who look for what belongs beside a
// story. Read lane; the catalogue has the state attached.

#include "app/library/storytraits.h"

#include <QList>

class Database;

class StoryReader final
{
public:
    explicit StoryReader(Database &catalogue) : m_catalogue(catalogue) { }

    // Each newest first, and not endlessly many: a folder of copies must not make one look-up long.
    QList<ArticleSummary> withHeadline(const QString &foldedHeadline);
    QList<ArticleSummary> withUrl(const QString &foldedUrl);
    QList<ArticleSummary> withDigest(const QByteArray &digest);
    QList<ArticleSummary> inFile(const QString &path); // whichever of an article's places it is
    // Whose pages list a story with this address or this headline.
    QList<StoryLink> linksTo(const QString &foldedUrl, const QString &foldedHeadline);
    QList<StoryTraits> traits(const QList<ArticleId> &ids); // in any order; absent ones left out
    Judgements judgements(const QByteArray &digest);

private:
    QList<ArticleSummary> matching(const QString &condition, const QVariantList &values);
    QList<StoryLink> linksWith(const QString &condition, const QString &key);

    Database &m_catalogue;
};
