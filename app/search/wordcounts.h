#pragma once
// The words of one article after another, counted by the terms they stand under. It remembers every
// word it has met, so that a word costs one look into a table; news repeats its words. One for each
// language and thread. Only app/search.

#include "app/search/worddocument.h"
#include "app/search/wordstems.h"

#include <QHash>
#include <QStringView>

#include <deque>
#include <unordered_map>
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
    struct Form // a word as printed, but for case and accents
    {
        std::string text;
        quint32 term = 0;
        quint32 article = 0; // the last one that has it
    };
    struct Term
    {
        std::string text;
        unsigned count = 0;
        unsigned headlineCount = 0;
        std::vector<quint32> forms; // of this article
    };
    struct Hash
    {
        size_t operator()(QStringView word) const { return qHash(word); }
    };

    void countTerm(QStringView printed, unsigned times, Where where, bool isCharacter);
    quint32 formOf(QStringView printed, bool isCharacter);
    void forget();

    WordStems m_stems;
    std::unordered_map<QStringView, quint32, Hash> m_printed; // -> m_forms; views of m_keys
    std::deque<QString> m_keys;
    std::unordered_map<std::string, quint32> m_formRows;
    std::unordered_map<std::string, quint32> m_termRows;
    std::vector<Form> m_forms;
    std::vector<Term> m_terms;
    std::vector<quint32> m_touched; // terms of this article
    quint32 m_article = 1;
};
