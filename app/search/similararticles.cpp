#include "app/search/similararticles.h"

#include "app/search/indexformat.h"
#include "app/search/shardreader.h"
#include "app/search/shardwords.h"
#include "app/search/stopwords.h"
#include "app/search/worddocument.h"
#include "app/search/wordstems.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace {

// Which terms of an article are asked for, and how the answers are weighed. Chosen by what found
// the other reports of the same event among several thousand other stories.
constexpr size_t mostWords = 20;
constexpr size_t mostNames = 8;
constexpr double nameShare = 0.7;           // a name's words have been counted once already
constexpr Xapian::doccount candidates = 40; // looked at closely

// How rare a word is shows only among many articles. A folder's dozen may all be of one story,
// whose words are then no less telling: so it is weighed as if so many other articles were there.
constexpr double imaginedArticles = 200;

struct OwnTerm
{
    std::string term;
    double count = 0;
    double weight = 0;
    bool isElsewhere = false; // in another article than this one

    bool isName() const { return term.front() == indexformat::printedName; }
};

// Digits alone say little of what a story is about, and every story of a year has the year. Nor do
// one or two letters, or a single Chinese character.
bool saysLittle(const std::string &term)
{
    const auto characters = std::ranges::count_if(term, [](char c) { return (c & 0xC0) != 0x80; });
    return characters < 2 || term.size() < 3
        || term.find_first_not_of("0123456789.,") == std::string::npos;
}

// Words and names; what stands under other letters repeats them, or is no matter of the story.
bool isWordOrName(const std::string &term)
{
    return term.front() < 'A' || term.front() > 'Z' || term.front() == indexformat::printedName;
}

// The terms of an article that tell it best from the others (tf-idf), strongest first.
std::vector<OwnTerm> ownTerms(const Xapian::Document &document, const Xapian::Database &database,
                              bool isInIndex, const std::set<std::string> &sayNothing)
{
    const double total = database.get_doccount() + imaginedArticles;
    std::vector<OwnTerm> terms;
    for (auto i = document.termlist_begin(); i != document.termlist_end(); ++i) {
        OwnTerm own{*i, double(i.get_wdf()), 0, false};
        if (!isWordOrName(own.term))
            continue;
        const bool isName = own.isName();
        if (saysLittle(own.term) || sayNothing.contains(own.term))
            continue;
        const double inArticles = database.get_termfreq(own.term) + (isInIndex ? 0 : 1);
        own.isElsewhere = inArticles >= 2;
        own.weight = (1 + std::log(qMax(1.0, own.count))) * std::log(total / (inArticles + 0.5));
        if (own.weight <= 0)
            continue;
        if (isName)
            own.weight *= nameShare;
        terms.push_back(own);
    }
    std::ranges::sort(terms, [](const OwnTerm &a, const OwnTerm &b) {
        return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
    });
    size_t words = 0, names = 0;
    std::erase_if(terms, [&](const OwnTerm &term) {
        return term.isName() ? ++names > mostNames : ++words > mostWords;
    });
    return terms;
}

Xapian::Query queryFor(const std::vector<OwnTerm> &terms)
{
    std::vector<Xapian::Query> parts;
    for (const OwnTerm &term : terms) {
        if (term.isElsewhere)
            parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term),
                               1 + std::log(qMax(1.0, term.count)));
    }
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

ArticleId articleOf(Xapian::docid id, const Xapian::Database &database)
{
    return ArticleId(
        indexformat::numberOf(database.get_document(id).get_value(indexformat::IdSlot)));
}

// How much of the weight of `terms` the article `id` carries too.
SimilarArticle compared(Xapian::docid id, const std::vector<OwnTerm> &terms,
                        const Xapian::Database &database)
{
    SimilarArticle similar;
    similar.id = articleOf(id, database);
    const double length = database.get_doclength(id) / qMax(1.0, database.get_avlength());
    double all = 0;
    double shared = 0;
    auto position = database.termlist_begin(id);
    const auto end = database.termlist_end(id);

    std::vector<const OwnTerm *> sorted; // a term list is walked once, in its own order
    for (const OwnTerm &term : terms) {
        all += term.weight;
        sorted.push_back(&term);
    }
    std::ranges::sort(sorted, {}, &OwnTerm::term);
    std::vector<const OwnTerm *> found;
    for (const OwnTerm *term : sorted) {
        position.skip_to(term->term);
        if (position == end)
            break;
        if (*position != term->term)
            continue;
        const double count = position.get_wdf();
        shared += term->weight * count / (count + 0.25 + 0.75 * length);
        found.push_back(term);
    }
    std::ranges::sort(found,
                      [](const OwnTerm *a, const OwnTerm *b) { return a->weight > b->weight; });
    for (const OwnTerm *term : found)
        similar.shared.append(QString::fromStdString(term->term));
    similar.score = all > 0 ? shared / all : 0;
    return similar;
}

// Small words, as they stand in the index.
std::set<std::string> smallWords(const QString &language)
{
    const WordStems stems(language);
    std::set<std::string> small;
    for (const QString &word : stopWords(language == u"und" ? QString() : language))
        small.insert(stems.term(word));
    return small;
}

} // namespace

Result<QList<SimilarArticle>> similarArticles(ShardReader &index, const ArticleWords &words,
                                              ArticleId self, const QSet<ArticleId> &leaveOut,
                                              int atMost, const std::function<bool()> &cancelled)
{
    QList<SimilarArticle> similar;
    const auto document = documentOf(words.document);
    if (!document)
        return similar;
    const std::set<std::string> sayNothing = smallWords(words.language);
    const Outcome failed = index.ask([&](const Xapian::Database &database) {
        similar.clear();
        const bool isInIndex = self != ArticleId{} && database.term_exists(idTerm(self));
        const auto terms = ownTerms(*document, database, isInIndex, sayNothing);
        Xapian::Enquire enquire(database);
        enquire.set_query(queryFor(terms));
        const auto best = enquire.get_mset(0, candidates + Xapian::doccount(leaveOut.size()) + 1);
        QSet<ArticleId> left = leaveOut; // and one that is there twice, after a crash, is left too
        left.insert(self);
        for (auto i = best.begin(); i != best.end() && !cancelled(); ++i) {
            const ArticleId id = articleOf(*i, database);
            if (left.contains(id))
                continue;
            left.insert(id);
            similar.append(compared(*i, terms, database));
        }
    });
    if (failed)
        return *failed;
    std::ranges::stable_sort(similar, std::ranges::greater(), &SimilarArticle::score);
    similar.resize(qMin<qsizetype>(similar.size(), atMost));
    return similar;
}
