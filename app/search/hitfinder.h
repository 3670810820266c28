#pragma once
// Where in a text the words of a query stand, by the rules by which the index finds them: for
// marks, snippets, and to verify phrases. It keeps the stems it has met; one thread.

#include "app/search/querywords.h"
#include "app/search/wordsplitter.h"
#include "app/search/wordstems.h"

#include <array>
#include <map>
#include <vector>

struct TextHit
{
    qsizetype at = 0;
    qsizetype length = 0;
    int leaf = 0; // which of the asked ones
};

class HitFinder final
{
public:
    explicit HitFinder(const QList<QueryWords> &leaves);
    Q_DISABLE_COPY_MOVE(HitFinder)

    // In the order of the text; no two overlap. `language` is a primary subtag or "und". Leaves
    // that ask for headlines are found in any text here: who looks for a phrase knows where it
    // looks.
    QList<TextHit> hits(QStringView text, const QString &language);
    // Whether there is any.
    bool isIn(QStringView text, const QString &language);

    qsizetype leafCount() const { return qsizetype(m_leaves.size()); }
    bool isForHeadline(int leaf) const;
    // The language only matters to words that are looked for by their stem.
    bool needsLanguage() const { return m_needsLanguage; }

private:
    struct Language
    {
        explicit Language(const QString &tag) : stems(tag) { }

        WordStems stems;
        std::vector<std::vector<std::string>> terms; // of each word of each leaf
    };
    struct Words; // of one text

    Language &languageOf(const QString &tag);
    bool mayBegin(QStringView word) const;
    bool matches(const QueryWord &asked, const std::string &term, Words &words, size_t i) const;
    size_t matchAt(size_t leaf, Words &words, size_t i) const;

    QList<QueryWords> m_leaves;
    std::map<QString, Language> m_languages;
    std::array<bool, 128> m_firstLetters{}; // that a hit may begin with; others than ASCII always
    bool m_needsLanguage = false;
};
