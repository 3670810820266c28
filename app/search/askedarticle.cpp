#include "app/search/askedarticle.h"

#include "app/search/names.h"
#include "app/search/wordsplitter.h"

namespace {

constexpr qsizetype mostText = 200'000; // characters: what an article is about it says before that

// Each word of `text`, as it is printed, with the term it stands under.
template <typename Use>
void eachWord(QStringView text, const WordStems &stems, Use use)
{
    WordSplitter splitter(text);
    SplitWord place;
    qsizetype before = 0; // where the character before this one stands
    while (splitter.next(place)) {
        const QStringView word = text.sliced(place.at, place.length);
        use(word, QString::fromStdString(stems.term(word)));
        if (place.joins) { // the two stand in the index as one term too
            const QStringView pair = text.sliced(before, place.end() - before);
            use(pair, QString::fromStdString(foldedWord(pair)));
        }
        before = place.at;
    }
}

QList<AskedName> askedNames(const QString &text, const WordStems &stems)
{
    QList<AskedName> names;
    for (const PrintedName &name : namesIn(text)) {
        AskedName asked{name.printed, {}};
        eachWord(name.printed, stems,
                 [&](QStringView, const QString &term) { asked.terms.insert(term); });
        names.append(asked);
    }
    return names;
}

} // namespace

AskedArticle askedArticle(const Article &article, WordIndexer &indexer)
{
    AskedArticle asked;
    asked.id = article.id;
    asked.words = indexer.words(article);
    const WordStems &stems = indexer.stems(asked.words.language);
    const QString text = asked.words.text.left(mostText);
    asked.names = askedNames(article.description + u'\n' + text, stems);
    if (article.date().isValid())
        asked.time = article.date().moment.toSecsSinceEpoch();

    const QString printed = article.headline + u'\n' + article.description + u'\n' + text;
    eachWord(printed, stems, [&](QStringView word, const QString &term) {
        // Lower case tells more than a capital that only opens a sentence or a headline.
        QString &form = asked.forms[term];
        if (form.isEmpty() || (form.front().isUpper() && word.front().isLower()))
            form = word.toString();
    });
    return asked;
}
