#pragma once
// The words of one article after another, counted by the terms they stand under. It remembers every
// word it has met, so that a word costs one look into a table; news repeats its words. One for each
// language and thread. Only app/search.

#include "app/search/hashedrows.h"
#include "app/search/worddocument.h"
#include "app/search/wordstems.h"

#include <QStringView>

#include <unordered_map>
#include <utility>
#include <vector>

class WordCounts final
{
public:
    explicit WordCounts(const QString &language) : m_stems(language) { }

    enum class Where { Headline, Elsewhere };
    // Each word counts `times`, and once more in the first `lead` characters.
    void count(QStringView text, unsigned times, Where where = Where::Elsewhere,
               qsizetype lead = 0);
    // Everything counted since the last time.
    void moveTo(WordDocument &document);

    const WordStems &stems() const { return m_stems; }

private:
    struct Word // as printed
    {
        quint32 form = 0;
        quint32 term = 0;
    };
    struct Count
    {
        unsigned all = 0;
        unsigned inHeadline = 0;
    };

    void countTerm(QStringView printed, unsigned times, Where where, bool isCharacter);
    quint32 learn(QStringView printed, quint64 hash, bool isCharacter);
    void forget();

    WordStems m_stems;
    HashedRows m_printed; // -> m_words
    std::vector<Word> m_words;
    std::unordered_map<std::string, quint32> m_formRows; // for learn() alone
    std::vector<std::string> m_forms;                    // but for case and accents as printed
    std::vector<quint32> m_formArticles;                 // the last that had each
    std::unordered_map<std::string, quint32> m_termRows;
    std::vector<std::string> m_terms;
    std::vector<Count> m_counts;                             // of terms, in this article
    std::vector<quint32> m_touched;                          // terms of this article
    std::vector<std::pair<quint32, quint32>> m_touchedForms; // term and form
    quint32 m_article = 1;
};
