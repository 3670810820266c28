#include "app/search/shardwords.h"

#include "app/search/indexformat.h"
#include "app/search/worddocument.h"

#include <algorithm>

namespace {

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
    std::string key;
    auto document = ::documentOf(words.document, [&](std::string_view form, std::string_view term) {
        key.assign(form);
        Form &known = m_forms[key];
        if (known.term != term) {
            if (!known.term.empty() && known.term != form)
                m_database.add_synonym(key, known.term);
            known.term.assign(term);
        }
        ++known.articles;
    });
    if (document) {
        document->add_boolean_term(idTerm(id));
        document->add_value(indexformat::IdSlot, indexformat::sortedNumber(quint64(id)));
    }
    return document;
}

void ShardWords::writeForms()
{
    for (const auto &[form, known] : m_forms) {
        if (known.term != form)
            m_database.add_synonym(form, known.term);
        if (isSpelt(form))
            m_database.add_spelling(form, known.articles);
    }
    m_forms.clear();
}
