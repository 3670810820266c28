#pragma once
// Why a story belongs beside an article, in words that both of them print. Pure; any thread.

#include "app/related/relatedstories.h"
#include "app/search/askedarticle.h"
#include "app/search/indexedtext.h"

// The names and words that say most of what both have: at most three names, and with words at most
// four. `shared` are the terms that both have, those that say most first.
QList<RelatedReason> likenessReasons(const AskedArticle &asked, const QStringList &shared,
                                     const IndexedText &other);
