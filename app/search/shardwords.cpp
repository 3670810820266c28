#include "app/search/shardwords.h"

#include "app/search/indexformat.h"
#include "app/search/worddocument.h"

#include <algorithm>

namespace {

constexpr int manyArticles = 200;

// Neither numbers nor what nobody types.
bool isSpelt(const std::string &form)
{
    return form.size() >= 3 && form.size() <= 30
        && std::ranges::none_of(form, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string idTerm(ArticleId id)
{
    return indexformat::articleId + std::to_string(quint64(id));
}

std::optional<Xapian::Document> ShardWords::documentOf(ArticleId id, const ArticleWords &words)
{
    if (words.document.isEmpty())
        return {};
    auto document = ::documentOf(
        words.document, [this](std::string_view form, std::string_view term) { take(form, term); });
    if (document) {
        document->add_boolean_term(idTerm(id));
        document->add_value(indexformat::IdSlot, indexformat::sortedNumber(quint64(id)));
        ++m_articles;
    }
    return document;
}

void ShardWords::take(std::string_view form, std::string_view term)
{
    quint64 hash = m_rows.hashOf(form.data(), form.size());
    if (term != form)
        hash ^= m_rows.hashOf(term.data(), term.size()) << 1;
    quint32 row = m_rows.find(hash);
    if (row == HashedRows::none) {
        row = quint32(m_forms.size());
        m_forms.push_back({std::string(form), std::string(term), 0});
        m_rows.insert(hash, row);
    }
    ++m_forms[row].articles;
}

void ShardWords::writeForms()
{
    const Xapian::termcount fewest = m_articles < manyArticles ? 1 : 3;
    for (const Form &form : m_forms) {
        if (form.term != form.form)
            m_database.add_synonym(form.form, form.term);
        if (form.articles >= fewest && isSpelt(form.form))
            m_database.add_spelling(form.form, form.articles);
    }
    m_forms.clear();
    m_rows.clear();
    m_articles = 0;
}
