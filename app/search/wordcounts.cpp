#include "app/search/wordcounts.h"

#include "app/search/wordsplitter.h"

#include <algorithm>

namespace {

constexpr size_t mostWords = 100'000; // remembered: some ten megabytes
constexpr quint32 none = HashedRows::none;

} // namespace

void WordCounts::count(QStringView text, unsigned times, Where where, qsizetype lead)
{
    WordSplitter splitter(text);
    SplitWord word;
    qsizetype before = 0; // where the character before this one stands
    while (splitter.next(word)) {
        const unsigned counted = word.at < lead ? times + 1 : times;
        countTerm(text.sliced(word.at, word.length), counted, where, word.isCharacter);
        if (word.joins)
            countTerm(text.sliced(before, word.end() - before), counted, where, true);
        before = word.at;
    }
}

void WordCounts::countTerm(QStringView printed, unsigned times, Where where, bool isCharacter)
{
    const quint64 hash = m_printed.hashOf(printed.utf16(), size_t(printed.size()) * 2);
    quint32 row = m_printed.find(hash);
    if (row == none)
        row = learn(printed, hash, isCharacter);
    const Word word = m_words[row];
    if (word.term == none)
        return;
    Count &count = m_counts[word.term];
    if (count.all == 0)
        m_touched.push_back(word.term);
    count.all += times;
    if (where == Where::Headline)
        count.inHeadline += 1;
    if (m_formArticles[word.form] != m_article && !isCharacter) {
        m_formArticles[word.form] = m_article;
        m_touchedForms.emplace_back(word.term, word.form);
    }
}

quint32 WordCounts::learn(QStringView printed, quint64 hash, bool isCharacter)
{
    std::string form = foldedWord(printed);
    std::string term = isCharacter ? form : m_stems.term(printed);
    if (form.size() > term.size() + 100) // cut as the stem was: an endless word
        form = term;
    Word word{none, none};
    if (!term.empty()) {
        const auto [known, isNew] = m_termRows.try_emplace(term, quint32(m_terms.size()));
        if (isNew) {
            m_terms.push_back(term);
            m_counts.emplace_back();
        }
        word.term = known->second;
        const auto [knownForm, isNewForm] = m_formRows.try_emplace(form, quint32(m_forms.size()));
        if (isNewForm) {
            m_forms.push_back(form);
            m_formArticles.push_back(0);
        }
        word.form = knownForm->second;
    }
    m_words.push_back(word);
    m_printed.insert(hash, quint32(m_words.size() - 1));
    return quint32(m_words.size() - 1);
}

void WordCounts::moveTo(WordDocument &document)
{
    std::ranges::sort(m_touched);
    std::ranges::sort(m_touchedForms);
    std::vector<std::string_view> forms;
    auto form = m_touchedForms.cbegin();
    for (const quint32 term : m_touched) {
        for (forms.clear(); form != m_touchedForms.cend() && form->first == term; ++form)
            forms.push_back(m_forms[form->second]);
        document.addWord(m_terms[term], m_counts[term].all, m_counts[term].inHeadline, forms);
        m_counts[term] = {};
    }
    m_touched.clear();
    m_touchedForms.clear();
    ++m_article;
    if (m_words.size() > mostWords)
        forget();
}

void WordCounts::forget()
{
    m_printed.clear();
    m_words.clear();
    m_formRows.clear();
    m_forms.clear();
    m_formArticles.clear();
    m_termRows.clear();
    m_terms.clear();
    m_counts.clear();
}
