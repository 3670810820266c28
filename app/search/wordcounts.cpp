#include "app/search/wordcounts.h"

#include "app/search/wordsplitter.h"

namespace {

constexpr size_t mostWords = 60'000; // remembered: some ten megabytes
constexpr quint32 noTerm = ~quint32(0);

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
    const auto known = m_printed.find(printed);
    const quint32 row = known != m_printed.end() ? known->second : formOf(printed, isCharacter);
    Form &form = m_forms[row];
    if (form.term == noTerm)
        return;
    Term &term = m_terms[form.term];
    if (term.count == 0)
        m_touched.push_back(form.term);
    term.count += times;
    if (where == Where::Headline)
        term.headlineCount += 1;
    if (form.article != m_article && !isCharacter) {
        form.article = m_article;
        term.forms.push_back(row);
    }
}

quint32 WordCounts::formOf(QStringView printed, bool isCharacter)
{
    std::string folded = foldedWord(printed);
    std::string stem = isCharacter ? folded : m_stems.term(printed);
    if (folded.size() > stem.size() + 100) // cut as the stem was: an endless word
        folded = stem;
    const auto [form, isNew] = m_formRows.try_emplace(folded, quint32(m_forms.size()));
    if (isNew) {
        quint32 row = noTerm;
        if (!stem.empty()) {
            const auto found = m_termRows.try_emplace(stem, quint32(m_terms.size()));
            if (found.second)
                m_terms.push_back({stem, 0, 0, {}});
            row = found.first->second;
        }
        m_forms.push_back({std::move(folded), row, 0});
    }
    m_keys.push_back(printed.toString());
    m_printed.emplace(m_keys.back(), form->second);
    return form->second;
}

void WordCounts::moveTo(WordDocument &document)
{
    std::vector<std::string_view> forms;
    for (const quint32 row : m_touched) {
        Term &term = m_terms[row];
        forms.clear();
        for (const quint32 form : term.forms)
            forms.push_back(m_forms[form].text);
        document.addWord(term.text, term.count, term.headlineCount, forms);
        term.count = term.headlineCount = 0;
        term.forms.clear();
    }
    m_touched.clear();
    ++m_article;
    if (m_printed.size() > mostWords)
        forget();
}

void WordCounts::forget()
{
    m_printed.clear();
    m_keys.clear();
    m_formRows.clear();
    m_termRows.clear();
    m_forms.clear();
    m_terms.clear();
}
