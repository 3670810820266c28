#include "app/search/hitfinder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Match = QueryWord::Match;

constexpr size_t longestText = 300'000; // words of one text that are looked at

// Stemmers of these take letters away at the front as well.
bool stemsKeepBeginnings(const QString &language)
{
    static const QStringList others{u"ar"_s, u"ga"_s, u"id"_s, u"ta"_s};
    return !others.contains(language);
}

} // namespace

// Folded and stemmed when they are looked at, which few are.
struct HitFinder::Words
{
    QStringView text;
    Language &language;
    bool keepsBeginnings = true;
    std::vector<SplitWord> places;
    size_t known = size_t(-1); // whose forms those are
    std::string folded;
    std::string term;

    void split()
    {
        WordSplitter splitter(text);
        SplitWord place;
        while (places.size() < longestText && splitter.next(place))
            places.push_back(place);
    }

    QStringView at(size_t i) const { return text.sliced(places[i].at, places[i].length); }

    void fold(size_t i)
    {
        if (known == i)
            return;
        known = i;
        folded = foldedWord(at(i));
        term.clear();
    }

    const std::string &termOf(size_t i)
    {
        if (term.empty())
            term = language.stems.term(at(i));
        return term;
    }
};

HitFinder::HitFinder(const QList<QueryWords> &leaves) : m_leaves(leaves)
{
    for (const QueryWords &leaf : leaves) {
        const auto first = leaf.words.isEmpty() ? uchar(0) : uchar(leaf.words.first().folded[0]);
        if (first < 128)
            m_firstLetters[first] = true;
        m_needsLanguage = m_needsLanguage || std::ranges::any_of(leaf.words, [](const auto &word) {
                              return word.match == Match::Stem && !word.isCharacter;
                          });
    }
}

bool HitFinder::isForHeadline(int leaf) const
{
    return m_leaves.at(leaf).where == SearchQuery::Where::Headline;
}

HitFinder::Language &HitFinder::languageOf(const QString &tag)
{
    const auto [place, isNew] = m_languages.try_emplace(tag, tag);
    Language &language = place->second;
    if (isNew) {
        for (const QueryWords &leaf : m_leaves) {
            language.terms.emplace_back();
            for (const QueryWord &word : leaf.words)
                language.terms.back().push_back(
                    word.match == Match::Stem ? language.stems.term(word.text) : word.folded);
        }
    }
    return language;
}

bool HitFinder::mayBegin(QStringView word) const
{
    const QChar c = word.front();
    return c.unicode() >= 128 || m_firstLetters[c.toLower().unicode()];
}

bool HitFinder::matches(const QueryWord &asked, const std::string &term, Words &words,
                        size_t i) const
{
    words.fold(i);
    switch (asked.match) {
    case Match::Exact:
        return words.folded == asked.folded;
    case Match::Beginning:
        return words.folded.starts_with(asked.folded);
    case Match::Stem:
        break;
    }
    if (words.folded == asked.folded)
        return true;
    if (asked.isCharacter || words.folded.empty()
        || (words.keepsBeginnings && words.folded.front() != asked.folded.front()))
        return false;
    return words.termOf(i) == term;
}

// How many words from `i` on are the leaf's; 0 when they are not.
size_t HitFinder::matchAt(size_t leaf, Words &words, size_t i) const
{
    const QList<QueryWord> &asked = m_leaves.at(qsizetype(leaf)).words;
    const auto count = size_t(asked.size());
    if (count == 0 || i + count > words.places.size())
        return 0;
    for (size_t k = 0; k < count; ++k) {
        const QueryWord &word = asked.at(qsizetype(k));
        if (k > 0 && word.joins && !words.places[i + k].joins)
            return 0;
        if (!matches(word, words.language.terms[leaf][k], words, i + k))
            return 0;
    }
    return count;
}

QList<TextHit> HitFinder::hits(QStringView text, const QString &language)
{
    Words words{text, languageOf(language), stemsKeepBeginnings(language), {}, size_t(-1), {}, {}};
    words.split();
    QList<TextHit> hits;
    for (size_t i = 0; i < words.places.size();) {
        size_t longest = 0;
        TextHit hit;
        const bool isPossible = !words.keepsBeginnings || mayBegin(words.at(i));
        for (size_t leaf = 0; isPossible && leaf < size_t(m_leaves.size()); ++leaf) {
            const size_t count = matchAt(leaf, words, i);
            if (count <= longest)
                continue;
            longest = count;
            const SplitWord &last = words.places[i + count - 1];
            hit = {words.places[i].at, last.end() - words.places[i].at, int(leaf)};
        }
        if (longest > 0)
            hits.append(hit);
        i += qMax<size_t>(longest, 1);
    }
    return hits;
}

bool HitFinder::isIn(QStringView text, const QString &language)
{
    Words words{text, languageOf(language), stemsKeepBeginnings(language), {}, size_t(-1), {}, {}};
    words.split();
    for (size_t i = 0; i < words.places.size(); ++i) {
        if (words.keepsBeginnings && !mayBegin(words.at(i)))
            continue;
        for (size_t leaf = 0; leaf < size_t(m_leaves.size()); ++leaf) {
            if (matchAt(leaf, words, i) > 0)
                return true;
        }
    }
    return false;
}
