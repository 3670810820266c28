#include "app/search/searchindex.h"

#include <QFileInfo>

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

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

    bool isName() const { return term.front() == namePrefix; }
};

Error damaged(const QString &directory, const Xapian::Error &error)
{
    const auto kind = error.get_error_string()
            && std::string(error.get_error_string()).find("No space") != std::string::npos
        ? Error::Kind::DiskFull
        : Error::Kind::Damaged;
    return {kind, directory, QString::fromStdString(error.get_description())};
}

// Digits alone say little of what a story is about, and every story of a year has the year. Nor do
// one or two letters, or a single Chinese character.
bool saysLittle(const std::string &term)
{
    const auto characters = std::ranges::count_if(term, [](char c) { return (c & 0xC0) != 0x80; });
    return characters < 2 || term.size() < 3
        || term.find_first_not_of("0123456789.,") == std::string::npos;
}

// The terms of an article that tell it best from the others (tf-idf), strongest first.
std::vector<OwnTerm> ownTerms(const Xapian::Document &document, const Xapian::Database &database,
                              bool isInIndex)
{
    const double total = database.get_doccount() + imaginedArticles;
    std::vector<OwnTerm> terms;
    for (auto i = document.termlist_begin(); i != document.termlist_end(); ++i) {
        OwnTerm own{*i, double(i.get_wdf()), 0, false};
        const bool isName = own.isName();
        if (saysLittle(own.term))
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

// How much of the weight of `terms` the article `id` carries too.
SimilarArticle compared(Xapian::docid id, const std::vector<OwnTerm> &terms,
                        const Xapian::Database &database)
{
    SimilarArticle similar;
    similar.id = ArticleId(id);
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

QList<SimilarArticle> similarIn(const Xapian::Database &database, const ArticleWords &words,
                                ArticleId self, const QSet<ArticleId> &leaveOut, int atMost,
                                const std::function<bool()> &cancelled)
{
    const bool isInIndex = self != ArticleId{} && database.get_doclength_upper_bound() > 0
        && database.get_lastdocid() >= Xapian::docid(self)
        && database.termlist_begin(Xapian::docid(self))
            != database.termlist_end(Xapian::docid(self));
    const auto document = Xapian::Document::unserialise(words.document.toStdString());
    const std::vector<OwnTerm> terms = ownTerms(document, database, isInIndex);
    Xapian::Enquire enquire(database);
    enquire.set_query(queryFor(terms));
    const Xapian::MSet best = enquire.get_mset(0,
                                               candidates + Xapian::doccount(leaveOut.size()) + 1);

    QList<SimilarArticle> similar;
    for (auto i = best.begin(); i != best.end() && !cancelled(); ++i) {
        if (ArticleId(*i) != self && !leaveOut.contains(ArticleId(*i)))
            similar.append(compared(*i, terms, database));
    }
    std::ranges::stable_sort(similar, std::ranges::greater(), &SimilarArticle::score);
    similar.resize(qMin<qsizetype>(similar.size(), atMost));
    return similar;
}

} // namespace

struct SearchIndex::Database
{
    Xapian::Database words;
};

SearchIndex::SearchIndex(const QString &directory) : m_directory(directory) { }

SearchIndex::~SearchIndex() = default;

void SearchIndex::close()
{
    m_database.reset();
}

Result<QList<SimilarArticle>> SearchIndex::similarTo(const ArticleWords &words, ArticleId self,
                                                     const QSet<ArticleId> &leaveOut, int atMost,
                                                     const std::function<bool()> &cancelled)
{
    // A reader that two commits have overtaken must look again; that can happen once a second
    // while a folder is scanned, so twice in a row is bad luck and more is something else.
    for (int attempt = 1;; ++attempt) {
        try {
            if (!QFileInfo::exists(m_directory + u"/iamglass"_s))
                return QList<SimilarArticle>();
            if (!m_database)
                m_database = std::make_unique<Database>(
                    Database{Xapian::Database(m_directory.toStdString())});
            m_database->words.reopen();
            return similarIn(m_database->words, words, self, leaveOut, atMost, cancelled);
        } catch (const Xapian::DatabaseModifiedError &error) {
            if (attempt == 3)
                return damaged(m_directory, error);
        } catch (const Xapian::Error &error) {
            m_database.reset();
            return damaged(m_directory, error);
        }
    }
}
