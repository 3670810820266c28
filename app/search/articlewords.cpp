#include "app/search/articlewords.h"

#include "app/html/plaintext.h"

struct WordIndexer::Stems
{
};

WordIndexer::WordIndexer() : m_stems(std::make_unique<Stems>()) { }

WordIndexer::~WordIndexer() = default;

ArticleWords WordIndexer::words(const Article &article)
{
    return {plainText(article.bodyHtml), {}};
}
