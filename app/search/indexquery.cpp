#include "app/search/indexquery.h"

#include "app/search/indexformat.h"
#include "app/search/wordstems.h"

#include <algorithm>

using namespace indexformat;

namespace {

using Kind = SearchQuery::Kind;
using Match = QueryWord::Match;
using Xapian::Query;

constexpr size_t shortBeginning = 3; // bytes; of so short a one there are thousands of endings
constexpr int mostEndings = 20'000;  // that are looked at, of one beginning
constexpr size_t mostTerms = 60;     // that are searched for it: the most frequent ones
constexpr size_t mostTermsOfShort = 20;
constexpr qsizetype fewArticles = 300; // are asked for by their terms
constexpr size_t longestTerm = 120;    // bytes; WordStems cuts what is longer

using FrequentTerm = std::pair<Xapian::doccount, std::string>;

Query joined(Query::op how, const std::vector<Query> &parts)
{
    return {how, parts.begin(), parts.end()};
}

Query withoutWeight(const Query &query)
{
    return {Query::OP_SCALE_WEIGHT, query, 0};
}

void addUnlessThere(std::vector<std::string> &terms, const std::string &term)
{
    if (std::ranges::find(terms, term) == terms.end())
        terms.push_back(term);
}

std::vector<std::string> synonyms(const std::string &form, const Xapian::Database &database)
{
    std::vector<std::string> terms;
    for (auto i = database.synonyms_begin(form); i != database.synonyms_end(form); ++i)
        addUnlessThere(terms, *i);
    return terms;
}

QStringList languagesOf(const Xapian::Database &database)
{
    const std::string prefix(1, language);
    QStringList languages;
    for (auto i = database.allterms_begin(prefix); i != database.allterms_end(prefix); ++i)
        languages.append(QString::fromStdString((*i).substr(1)));
    return languages;
}

} // namespace

Query dayRange(const QDate &first, const QDate &last)
{
    const auto day = [](const QDate &date) {
        return sortedNumber(quint64(qMax(0LL, date.toJulianDay())));
    };
    if (!first.isValid() && !last.isValid())
        return Query::MatchAll;
    if (!last.isValid())
        return {Query::OP_VALUE_GE, DaySlot, day(first)};
    // An article without a day has an empty value, which is less than any.
    return {Query::OP_VALUE_RANGE, DaySlot, first.isValid() ? day(first) : sortedNumber(0),
            day(last)};
}

std::vector<std::string> termsOf(const QueryWord &word, const Xapian::Database &database)
{
    if (word.isCharacter)
        return {word.folded};
    if (word.folded.size() > longestTerm)
        return {WordStems(QString()).term(word.text)};
    std::vector<std::string> terms = synonyms(word.folded, database);
    if (database.term_exists(word.folded))
        addUnlessThere(terms, word.folded);
    if (!terms.empty())
        return terms;
    for (const QString &spoken : languagesOf(database)) {
        const std::string term = WordStems(spoken).term(word.text);
        if (database.term_exists(term))
            addUnlessThere(terms, term);
    }
    if (terms.empty())
        terms.push_back(word.folded);
    return terms;
}

QueryCompiler::QueryCompiler(const Xapian::Database &database, const IdsOf &idsOf,
                             TextBudget &budget, Verify verify)
    : m_database(database), m_idsOf(idsOf), m_budget(budget), m_verify(verify)
{
}

Query QueryCompiler::compiled(const SearchQuery &query)
{
    m_toVerify.clear();
    return part(query, true);
}

// What narrows the others has no weight, so that what they weigh decides the order.
Query QueryCompiler::parts(const SearchQuery &query, bool mustHold)
{
    const bool isAll = query.kind == Kind::All;
    std::vector<Query> asked;
    std::vector<Query> unwanted;
    for (const SearchQuery &one : query.parts) {
        if (isAll && one.kind == Kind::Not && !one.parts.isEmpty())
            unwanted.push_back(barred(one.parts.first()));
        else
            asked.push_back(part(one, mustHold && isAll));
    }
    Query result = asked.empty() ? Query::MatchAll
                                 : joined(isAll ? Query::OP_AND : Query::OP_OR, asked);
    if (!unwanted.empty())
        result = Query(Query::OP_AND_NOT, result, joined(Query::OP_OR, unwanted));
    return result;
}

// What is left out of what is left out is wanted again.
Query QueryCompiler::barred(const SearchQuery &query)
{
    m_isBarred = !m_isBarred;
    const Query result = part(query, false);
    m_isBarred = !m_isBarred;
    return result;
}

Query QueryCompiler::part(const SearchQuery &query, bool mustHold)
{
    switch (query.kind) {
    case Kind::Everything:
        return Query::MatchAll;
    case Kind::All:
    case Kind::Any:
        return parts(query, mustHold);
    case Kind::Not:
        if (query.parts.isEmpty())
            return Query::MatchAll;
        return {Query::OP_AND_NOT, Query::MatchAll, barred(query.parts.first())};
    case Kind::Word:
    case Kind::Phrase:
    case Kind::Prefix:
        return words(queryWords(query), mustHold);
    case Kind::Publisher:
        return names(publisherWord, query.text);
    case Kind::Section:
        return names(sectionWord, query.text);
    case Kind::Author:
        return names(authorWord, query.text);
    case Kind::Language:
        return withoutWeight(Query(language + query.text.toStdString()));
    case Kind::Date:
        return dayRange(query.first, query.last);
    case Kind::Tag:
    case Kind::Folder:
    case Kind::Ids:
    case Kind::Read:
    case Kind::Unread:
    case Kind::Starred:
    case Kind::Opened:
    case Kind::Away:
        return articles(query);
    }
    return Query::MatchNothing;
}

// Where every article found must have them, their text may be looked at afterwards.
Query QueryCompiler::words(const QueryWords &leaf, bool mustHold)
{
    if (leaf.words.isEmpty()) // a word of marks alone
        return Query::MatchAll;
    m_isLoose = false;
    const Query candidates = allTerms(leaf);
    if (!leaf.needText() && !m_isLoose)
        return candidates;
    if (mustHold && m_verify == Verify::Afterwards) {
        m_toVerify.append(leaf);
        return candidates;
    }
    const auto unread = m_isBarred ? VerifiedSource::Unread::HasIt
                                   : VerifiedSource::Unread::HasItNot;
    const Query verified((new VerifiedSource(leaf, candidates, m_budget, unread))->release());
    return {Query::OP_AND_MAYBE, withoutWeight(verified), candidates};
}

Query QueryCompiler::allTerms(const QueryWords &leaf)
{
    std::vector<Query> all;
    for (qsizetype i = 0; i < leaf.words.size(); ++i) {
        const QueryWord &word = leaf.words.at(i);
        const bool isPair = i + 1 < leaf.words.size() && leaf.words.at(i + 1).joins;
        if (isPair) { // the two stand in the index as one term, and so does each with its other
                      // side
            QueryWord pair = word;
            pair.folded += leaf.words.at(i + 1).folded;
            all.push_back(terms(pair, leaf.where));
        } else if (!word.joins) {
            all.push_back(terms(word, leaf.where));
        }
    }
    return joined(Query::OP_AND, all);
}

Query QueryCompiler::terms(const QueryWord &word, SearchQuery::Where where)
{
    const std::vector<std::string> all = word.match == Match::Beginning ? termsBeginning(word)
                                                                        : termsOf(word, m_database);
    std::vector<Query> queries;
    for (const std::string &term : all)
        queries.emplace_back(where == SearchQuery::Where::Headline ? headlineWord + term : term);
    return joined(Query::OP_SYNONYM, queries);
}

// The terms that begin so, and the stems of the forms that do; the most frequent of them.
std::vector<std::string> QueryCompiler::termsBeginning(const QueryWord &word)
{
    if (word.folded.size() > longestTerm)
        return {};
    const bool isShort = word.folded.size() <= shortBeginning;
    std::vector<FrequentTerm> terms;
    int looks = 0;
    const auto lastTerm = m_database.allterms_end(word.folded);
    for (auto term = m_database.allterms_begin(word.folded); term != lastTerm; ++term) {
        terms.emplace_back(term.get_termfreq(), *term);
        if (++looks == mostEndings)
            break;
    }
    const auto lastKey = m_database.synonym_keys_end(word.folded);
    for (auto key = m_database.synonym_keys_begin(word.folded); key != lastKey && !isShort; ++key) {
        for (const std::string &term : synonyms(*key, m_database)) {
            if (term.starts_with(word.folded)) // it is there already
                continue;
            terms.emplace_back(m_database.get_termfreq(term), term);
            m_isLoose = true;
        }
        if (++looks == mostEndings)
            break;
    }
    std::ranges::sort(terms, std::ranges::greater());
    const auto rest = std::ranges::unique(terms);
    terms.erase(rest.begin(), rest.end());
    const size_t most = isShort ? mostTermsOfShort : mostTerms;
    m_isCut = m_isCut || looks == mostEndings || terms.size() > most;
    std::vector<std::string> frequent;
    for (size_t i = 0; i < qMin(most, terms.size()); ++i)
        frequent.push_back(terms[i].second);
    return frequent;
}

Query QueryCompiler::names(char prefix, const QString &text)
{
    std::vector<Query> all;
    for (const QueryWord &word : nameWords(text)) {
        const std::string term = prefix + word.folded.substr(0, 2 * longestTerm);
        if (word.match == Match::Beginning)
            all.emplace_back(Query::OP_WILDCARD, term, Xapian::termcount(mostTerms),
                             Query::WILDCARD_LIMIT_MOST_FREQUENT);
        else
            all.emplace_back(term);
    }
    return all.empty() ? Query::MatchAll : withoutWeight(joined(Query::OP_AND, all));
}

Query QueryCompiler::articles(const SearchQuery &leaf)
{
    const Result<IdSet> set = m_idsOf(leaf);
    if (!set.has_value()) {
        m_problem = set.error();
        return Query::MatchNothing;
    }
    if (set.value().isComplement || set.value().ids.size() > fewArticles)
        return withoutWeight(Query((new IdSource(set.value()))->release()));
    std::vector<Query> all;
    for (const ArticleId id : set.value().ids)
        all.emplace_back(articleId + std::to_string(quint64(id)));
    return withoutWeight(joined(Query::OP_OR, all));
}
