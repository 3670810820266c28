#include "app/search/articlesource.h"

#include "app/search/indexformat.h"
#include "app/search/shardreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Takes the number of every document that matches.
class Collector final : public Xapian::MatchSpy
{
public:
    explicit Collector(std::vector<Xapian::docid> &ids) : m_ids(ids) { }

    void operator()(const Xapian::Document &document, double) override
    {
        m_ids.push_back(document.get_docid());
    }

private:
    std::vector<Xapian::docid> &m_ids;
};

} // namespace

std::vector<Xapian::docid> matching(const Xapian::Database &shard, const Xapian::Query &query)
{
    std::vector<Xapian::docid> ids;
    Collector collector(ids);
    Xapian::Enquire enquire(shard);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(&collector);
    enquire.get_mset(0, 0, shard.get_doccount());
    std::ranges::sort(ids);
    return ids;
}

std::vector<Xapian::docid> bestMatching(const Xapian::Database &shard, const Xapian::Query &query,
                                        qsizetype wanted)
{
    Xapian::Enquire enquire(shard);
    enquire.set_query(query);
    std::vector<Xapian::docid> ids;
    const Xapian::MSet best = enquire.get_mset(0, Xapian::doccount(wanted));
    for (auto i = best.begin(); i != best.end(); ++i)
        ids.push_back(*i);
    std::ranges::sort(ids);
    return ids;
}

IdSource::IdSource(const IdSet &set) : m_isComplement(set.isComplement)
{
    auto members = std::make_shared<Members>();
    ArticleId most{0};
    for (const ArticleId id : set.ids)
        most = qMax(most, id);
    members->ids.resize(size_t(most) + 1);
    for (const ArticleId id : set.ids)
        members->ids[size_t(id)] = true;
    members->count = size_t(set.ids.size());
    m_members = members;
}

IdSource::IdSource(SharedMembers members, bool isComplement)
    : m_members(std::move(members)), m_isComplement(isComplement)
{
}

IdSource *IdSource::clone() const
{
    return new IdSource(m_members, m_isComplement); // Xapian deletes it
}

void IdSource::init(const Xapian::Database &shard)
{
    m_articles = shard.get_doccount();
    const auto members = Xapian::doccount(qMin<size_t>(m_articles, m_members->count));
    m_estimate = m_isComplement ? m_articles - members / 2 : members;
    m_place = shard.valuestream_begin(indexformat::IdSlot);
    m_end = shard.valuestream_end(indexformat::IdSlot);
    m_nextId = 1;
}

bool IdSource::isMember() const
{
    const quint64 id = indexformat::numberOf(*m_place);
    return (id < m_members->ids.size() && m_members->ids[id]) != m_isComplement;
}

void IdSource::settle()
{
    while (m_place != m_end && !isMember())
        ++m_place;
    m_nextId = m_place == m_end ? m_nextId : m_place.get_docid() + 1;
}

void IdSource::next(double)
{
    m_place.skip_to(m_nextId);
    settle();
}

void IdSource::skip_to(Xapian::docid id, double)
{
    m_place.skip_to(qMax(id, m_nextId - 1));
    settle();
}

// Stays before the first member after `id`: to look for that one would cost more than is asked.
bool IdSource::check(Xapian::docid id, double)
{
    m_place.skip_to(id);
    if (m_place == m_end)
        return true;
    m_nextId = id + 1;
    return m_place.get_docid() == id && isMember();
}

bool TextVerifier::holds(const Xapian::Document &document)
{
    if (m_budget.left <= 0 || m_budget.cancelled()) {
        m_budget.isSpent = true;
        return false;
    }
    --m_budget.left;
    const auto bytes = indexformat::unpackedBytes(document.get_value(indexformat::TextSlot));
    if (!bytes || !m_glance.mayBeIn({bytes->constData(), size_t(bytes->size())}))
        return false;
    const auto text = indexformat::textOf(*bytes);
    if (!text)
        return false;
    QString language = u"und"_s;
    if (m_finder.needsLanguage()) {
        const std::string value = document.get_value(indexformat::LanguageSlot);
        if (!value.empty())
            language = QString::fromStdString(value);
    }
    if (m_finder.isIn(text->headline, language))
        return true;
    if (m_finder.isForHeadline(0)) // whose words are the alternative headline's as well
        return m_finder.isIn(text->standfirst.section(u'\n', 0, 0), language);
    return m_finder.isIn(text->body, language) || m_finder.isIn(text->standfirst, language)
        || m_finder.isIn(text->rest, language);
}

VerifiedSource::VerifiedSource(const QueryWords &leaf, const Xapian::Query &candidates,
                               TextBudget &budget, Unread unread)
    : m_leaf(leaf)
    , m_query(candidates)
    , m_budget(budget)
    , m_unread(unread)
    , m_verifier(leaf, budget)
{
}

VerifiedSource *VerifiedSource::clone() const
{
    return new VerifiedSource(m_leaf, m_query, m_budget, m_unread); // Xapian deletes it
}

void VerifiedSource::init(const Xapian::Database &shard)
{
    m_shard = shard;
    m_candidates = matching(shard, m_query);
    // In the order of their numbers the first would use it up, however little they are about it.
    const qsizetype share = qMax<qsizetype>(1, m_budget.left / qsizetype(m_budget.shards));
    if (m_unread == Unread::HasItNot && qsizetype(m_candidates.size()) > share) {
        m_candidates = bestMatching(shard, m_query, share);
        m_budget.isSpent = true;
    }
    m_at = 0;
    m_hasBegun = false;
}

Xapian::doccount VerifiedSource::get_termfreq_est() const
{
    return Xapian::doccount(m_candidates.size()) / 2;
}

Xapian::doccount VerifiedSource::get_termfreq_max() const
{
    return Xapian::doccount(m_candidates.size());
}

void VerifiedSource::settle()
{
    while (!at_end() && !holds(get_docid()))
        ++m_at;
}

bool VerifiedSource::holds(Xapian::docid id)
{
    if (m_budget.left > 0)
        return m_verifier.holds(m_shard.get_document(id));
    m_budget.isSpent = true;
    return m_unread == Unread::HasIt;
}

void VerifiedSource::next(double)
{
    m_at += m_hasBegun ? 1 : 0;
    m_hasBegun = true;
    settle();
}

void VerifiedSource::skip_to(Xapian::docid id, double)
{
    const auto from = m_candidates.begin() + qptrdiff(m_at);
    const auto place = std::lower_bound(from, m_candidates.end(), id);
    const bool isHere = m_hasBegun && place == from && !at_end();
    m_at = size_t(place - m_candidates.begin());
    m_hasBegun = true;
    if (!isHere)
        settle();
}

// Looks at no text but that of `id`: to look for the next that has it would cost more than is
// asked.
bool VerifiedSource::check(Xapian::docid id, double)
{
    const auto from = m_candidates.begin() + qptrdiff(m_at);
    const auto place = std::lower_bound(from, m_candidates.end(), id);
    if (m_hasBegun && place == from) // it is known to have it
        return true;
    m_at = size_t(place - m_candidates.begin());
    m_hasBegun = true;
    if (at_end())
        return true;
    if (get_docid() == id) {
        if (holds(id))
            return true;
        ++m_at;
    }
    m_hasBegun = false; // next() is to begin here
    return false;
}
