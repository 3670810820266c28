#pragma once
// The stories of the library that may belong beside an article, with what is known of them. A
// value; any thread. Only app/related.

#include "app/library/storytraits.h"
#include "app/search/askedarticle.h"
#include "app/search/similararticles.h"

#include <QList>

struct RelatedCandidate
{
    SimilarArticle like;
    StoryTraits traits;

    ArticleId id() const { return like.id; }
};

struct RelatedCandidates
{
    AskedArticle asked;
    QByteArray digest; // of the asked article; and so on
    QByteArray sketch;
    QString url; // foldedUrl()
    QString publisher;
    QString foldedHeadline;
    QList<RelatedCandidate> all; // best first
};
