#include "app/search/querywords.h"

#include "app/search/wordsplitter.h"

namespace {

using Kind = SearchQuery::Kind;
using Match = QueryWord::Match;

constexpr qsizetype mostWords = 64;    // of one leaf: more is a pasted page
constexpr qsizetype mostLeaves = 64;   // whose hits are marked
constexpr qsizetype longestWord = 200; // characters: the rest of an endless one makes no difference

QList<QueryWord> wordsOf(const QString &text, Match match)
{
    QList<QueryWord> words;
    WordSplitter splitter(text);
    SplitWord place;
    while (words.size() < mostWords && splitter.next(place)) {
        const QStringView word = QStringView(text).sliced(place.at, place.length);
        std::string folded = foldedWord(word.left(longestWord));
        if (!folded.empty())
            words.append(
                {word.toString(), std::move(folded), match, place.isCharacter, place.joins});
    }
    return words;
}

void collect(const SearchQuery &query, QList<QueryWords> &all)
{
    if (query.kind == Kind::Not || all.size() >= mostLeaves)
        return;
    const QueryWords words = queryWords(query);
    if (!words.words.isEmpty() && !all.contains(words))
        all.append(words);
    for (const SearchQuery &part : query.parts)
        collect(part, all);
}

} // namespace

// Two neighbouring characters are one term of the index, and one plain word is another.
bool QueryWords::needText() const
{
    if (words.size() == 1)
        return words.first().match == Match::Exact && !words.first().isCharacter;
    return words.size() > 2 || !words.last().joins;
}

QueryWords queryWords(const SearchQuery &leaf)
{
    QueryWords result;
    result.where = leaf.where;
    if (leaf.kind == Kind::Word) {
        result.words = wordsOf(leaf.text, Match::Stem);
    } else if (leaf.kind == Kind::Phrase || leaf.kind == Kind::Prefix) {
        result.words = wordsOf(leaf.text, Match::Exact);
        const bool isOpen = leaf.kind == Kind::Prefix || leaf.text.endsWith(u'*');
        if (isOpen && !result.words.isEmpty() && !result.words.last().isCharacter)
            result.words.last().match = Match::Beginning;
    }
    return result;
}

QList<QueryWords> wordsToMark(const SearchQuery &query)
{
    QList<QueryWords> all;
    collect(query, all);
    return all;
}

QList<QueryWord> nameWords(const QString &text)
{
    QList<QueryWord> words = wordsOf(text, Match::Exact);
    if (text.endsWith(u'*') && !words.isEmpty())
        words.last().match = Match::Beginning;
    return words;
}
