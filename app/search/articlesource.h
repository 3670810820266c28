#pragma once
// What Xapian cannot find by a term, as sources that it asks while it matches: articles of a set,
// and articles whose text has a phrase. Only app/search.

#include "app/search/hitfinder.h"
#include "app/search/idset.h"
#include "app/search/phraseglance.h"

#include <xapian.h>

#include <memory>
#include <vector>

// The articles of a set, or all but those.
class IdSource final : public Xapian::PostingSource
{
public:
    explicit IdSource(const IdSet &set);

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return m_estimate; }
    Xapian::doccount get_termfreq_max() const override { return m_articles; }
    Xapian::docid get_docid() const override { return m_place.get_docid(); }
    void next(double least) override;
    void skip_to(Xapian::docid id, double least) override;
    bool check(Xapian::docid id, double least) override;
    bool at_end() const override { return m_place == m_end; }
    IdSource *clone() const override;
    void init(const Xapian::Database &shard) override;

private:
    struct Members
    {
        std::vector<bool> ids; // a bit for each
        size_t count = 0;
    };
    // Xapian makes a copy of this source for each shard; the bits need be there once.
    using SharedMembers = std::shared_ptr<const Members>;

    IdSource(SharedMembers members, bool isComplement);
    bool isMember() const;
    void settle();

    SharedMembers m_members;
    bool m_isComplement = false;
    Xapian::doccount m_articles = 0;
    Xapian::doccount m_estimate = 0;
    Xapian::ValueIterator m_place; // in the slot of the ids
    Xapian::ValueIterator m_end;
    Xapian::docid m_nextId = 1; // the first that has not been looked at
};

// How many texts one question may look into, and whether it wanted more.
struct TextBudget
{
    qsizetype left = 0;
    std::function<bool()> cancelled;
    bool isSpent = false;
    size_t shards = 1; // that share it, where the texts of each are asked for in turn
};

// Whether the stored text of an article has one of the leaves. Keeps what it needs for that.
class TextVerifier final
{
public:
    TextVerifier(const QueryWords &leaf, TextBudget &budget)
        : m_glance(leaf), m_finder({leaf}), m_budget(budget)
    {
    }

    bool holds(const Xapian::Document &document);

private:
    PhraseGlance m_glance;
    HitFinder m_finder;
    TextBudget &m_budget;
};

// The articles among those that match `candidates` whose text has the leaf. It looks at a text only
// when it is asked for it.
class VerifiedSource final : public Xapian::PostingSource
{
public:
    // What a text is taken for that may not be looked at any more. Where the articles are to be
    // left out, what has the words is: rather too few are found than one that was not wanted.
    enum class Unread { HasIt, HasItNot };

    // `budget` must outlive the match.
    VerifiedSource(const QueryWords &leaf, const Xapian::Query &candidates, TextBudget &budget,
                   Unread unread);

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override;
    Xapian::doccount get_termfreq_max() const override;
    Xapian::docid get_docid() const override { return m_candidates[m_at]; }
    void next(double least) override;
    void skip_to(Xapian::docid id, double least) override;
    bool check(Xapian::docid id, double least) override;
    bool at_end() const override { return m_at >= m_candidates.size(); }
    VerifiedSource *clone() const override;
    void init(const Xapian::Database &shard) override;

private:
    void settle();
    bool holds(Xapian::docid id);

    QueryWords m_leaf;
    Xapian::Query m_query;
    TextBudget &m_budget;
    Unread m_unread;
    TextVerifier m_verifier;
    Xapian::Database m_shard;
    std::vector<Xapian::docid> m_candidates; // in order
    size_t m_at = 0;
    bool m_hasBegun = false;
};

// Every document of one shard that matches, in the order of their numbers.
std::vector<Xapian::docid> matching(const Xapian::Database &shard, const Xapian::Query &query);

// The best of them, as many as are wanted, in the order of their numbers.
std::vector<Xapian::docid> bestMatching(const Xapian::Database &shard, const Xapian::Query &query,
                                        qsizetype wanted);
