#include "app/formats/plaintext/dayfirst.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace {

using View = std::u16string_view;

constexpr int mostWords = 400; // looked at
constexpr qsizetype longestWord = 5;

// English comes first: its words speak against all others, for it prints dates in both orders.
constexpr std::array<QStringView, 6> languages{u"", u"de", u"es", u"fr", u"it", u"pt"};
constexpr size_t english = 0;

// Articles, prepositions and the like that stand in every paragraph of one language and in few of
// the others: from the hundred commonest words of each, without those that two of them share.
struct SmallWord
{
    View word;
    size_t language = 0;
};
constexpr auto smallWords = [] {
    auto words = std::to_array<SmallWord>({
        {u"the", 0}, {u"of", 0},    {u"and", 0},   {u"with", 0}, {u"that", 0}, {u"for", 0},
        {u"has", 0}, {u"said", 0},  {u"were", 0},  {u"from", 0}, {u"der", 1},  {u"und", 1},
        {u"das", 1}, {u"den", 1},   {u"nicht", 1}, {u"von", 1},  {u"mit", 1},  {u"ist", 1},
        {u"dem", 1}, {u"für", 1},   {u"el", 2},    {u"los", 2},  {u"las", 2},  {u"y", 2},
        {u"del", 2}, {u"una", 2},   {u"con", 2},   {u"por", 2},  {u"en", 2},   {u"su", 2},
        {u"le", 3},  {u"les", 3},   {u"des", 3},   {u"et", 3},   {u"est", 3},  {u"dans", 3},
        {u"du", 3},  {u"une", 3},   {u"pour", 3},  {u"qui", 3},  {u"il", 4},   {u"di", 4},
        {u"che", 4}, {u"della", 4}, {u"gli", 4},   {u"per", 4},  {u"sono", 4}, {u"nel", 4},
        {u"dei", 4}, {u"è", 4},     {u"os", 5},    {u"da", 5},   {u"em", 5},   {u"uma", 5},
        {u"não", 5}, {u"com", 5},   {u"dos", 5},   {u"ao", 5},   {u"um", 5},   {u"foi", 5},
    });
    std::ranges::sort(words, {}, &SmallWord::word);
    return words;
}();

const SmallWord *smallWord(QStringView word)
{
    if (word.size() > longestWord)
        return nullptr;
    char16_t folded[longestWord] = {};
    std::ranges::transform(word, folded, [](QChar c) { return c.toLower().unicode(); });
    const View wanted(folded, size_t(word.size()));
    const auto found = std::ranges::lower_bound(smallWords, wanted, {}, &SmallWord::word);
    return found != smallWords.end() && found->word == wanted ? &*found : nullptr;
}

struct Evidence
{
    int words = 0;
    std::array<int, languages.size()> hits{};
    std::array<int, languages.size()> kinds{}; // different words among the hits
};

Evidence evidenceIn(const QList<TextLine> &lines)
{
    Evidence evidence;
    std::array<bool, smallWords.size()> seen{};
    for (const TextLine &line : lines) {
        for (const QStringView word : QStringView(line.text).tokenize(u' ', Qt::SkipEmptyParts)) {
            if (++evidence.words > mostWords)
                return evidence;
            const SmallWord *found = smallWord(word);
            if (!found)
                continue;
            ++evidence.hits[found->language];
            bool &wasSeen = seen[size_t(found - smallWords.data())];
            evidence.kinds[found->language] += wasSeen ? 0 : 1;
            wasSeen = true;
        }
    }
    return evidence;
}

} // namespace

QString dayFirstLanguage(const QList<TextLine> &lines)
{
    constexpr int fewestHits = 5;
    constexpr int fewestKinds = 3;
    const Evidence evidence = evidenceIn(lines);
    const auto best = std::max_element(evidence.hits.begin() + 1, evidence.hits.end());
    const auto language = size_t(best - evidence.hits.begin());
    // A tenth of the words at least: a name or a quotation has a few of them in any language.
    if (*best < fewestHits || evidence.kinds[language] < fewestKinds || *best * 10 < evidence.words
        || evidence.hits[english] * 4 > *best)
        return {};
    return languages[language].toString();
}
