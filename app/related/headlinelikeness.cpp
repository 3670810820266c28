#include "app/related/headlinelikeness.h"

#include "app/search/foldedtext.h"
#include "app/search/stopwords.h"
#include "app/search/wordsplitter.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestCut = 12;     // characters that a cut headline has left
constexpr qsizetype fewestWords = 3;      // and words
constexpr qsizetype fewestCharacters = 6; // of a script without blanks between words
constexpr double mostOfTheShorter = 0.75; // of its words
constexpr qsizetype fewestInBoth = 3;     // words that say something

struct Words
{
    QSet<QString> telling; // without small words
    qsizetype count = 0;   // of all
    bool areCharacters = false;
};

Words wordsOf(const QString &headline)
{
    static const QSet<QString> small = [] {
        QSet<QString> all;
        for (const QString &language : {u"en"_s, u"de"_s, u"fr"_s, u"es"_s, u"it"_s, u"pt"_s}) {
            for (const QString &word : stopWords(language))
                all.insert(foldedText(word));
        }
        return all;
    }();
    Words words;
    WordSplitter splitter(headline);
    SplitWord place;
    while (splitter.next(place)) {
        const QString word = foldedText(headline.mid(place.at, place.length));
        ++words.count;
        words.areCharacters = words.areCharacters || place.isCharacter;
        if (!small.contains(word))
            words.telling.insert(word);
    }
    return words;
}

bool isCut(const QString &shorter, const QString &longer)
{
    const Words words = wordsOf(shorter);
    const bool isLongEnough = words.areCharacters
        ? words.count >= fewestCharacters
        : words.count >= fewestWords && shorter.size() >= shortestCut;
    if (!isLongEnough || shorter.size() >= longer.size())
        return false;
    // "…spy net" of "spy network": the last word may be cut as well.
    return longer.startsWith(shorter);
}

} // namespace

HeadlineLikeness headlineLikeness(const QString &one, const QString &other)
{
    const QString folded = foldedText(one);
    const QString foldedOther = foldedText(other);
    if (folded.isEmpty() || foldedOther.isEmpty())
        return HeadlineLikeness::None;
    if (folded == foldedOther)
        return HeadlineLikeness::Same;
    if (isCut(folded, foldedOther) || isCut(foldedOther, folded))
        return HeadlineLikeness::Cut;
    const Words words = wordsOf(one);
    const Words others = wordsOf(other);
    const qsizetype both = (QSet<QString>(words.telling) & others.telling).size();
    const qsizetype shorter = qMin(words.telling.size(), others.telling.size());
    const qsizetype least = words.areCharacters ? fewestCharacters : fewestInBoth;
    return both >= least && double(both) >= mostOfTheShorter * double(shorter)
        ? HeadlineLikeness::WordedAnew
        : HeadlineLikeness::None;
}
