#include "app/search/articlewords.h"

#include "app/html/plaintext.h"
#include "app/search/foldedtext.h"
#include "app/search/indexformat.h"
#include "app/search/stopwords.h"
#include "app/search/textlanguage.h"
#include "app/search/wordcounts.h"
#include "app/search/worddocument.h"
#include "app/search/wordsplitter.h"

#include <map>

using namespace Qt::StringLiterals;
using namespace indexformat;

namespace {

constexpr qsizetype leadLength = 500;     // characters: about the first three paragraphs
constexpr qsizetype mostText = 2'000'000; // characters of one article that are searched
constexpr unsigned headlineCount = 4;     // a word of the headline counts as so many of the body
constexpr size_t longestTerm = 200;       // bytes; Xapian takes 245
constexpr int mostFieldWords = 200;       // of all the authors together, and so on

// Lines that stand beside the body; their words are searched with it.
QString standfirstOf(const Article &article)
{
    return article.alternativeHeadline.isEmpty()
        ? article.description
        : article.alternativeHeadline + u'\n' + article.description;
}

QString restOf(const Article &article)
{
    QString rest = article.keywords.join(u", "_s);
    for (const ArticleImage &image : article.images) {
        if (!image.caption.isEmpty())
            rest += u'\n' + image.caption;
    }
    return rest;
}

void addFieldWords(WordDocument &document, char prefix, const QString &text)
{
    WordSplitter splitter(text);
    SplitWord word;
    for (int words = 0; words < mostFieldWords && splitter.next(word); ++words) {
        const std::string folded = foldedWord(QStringView(text).sliced(word.at, word.length));
        if (!folded.empty() && folded.size() <= longestTerm)
            document.addTerm(prefix, folded, 1);
    }
}

void addWhole(WordDocument &document, char prefix, const QString &text)
{
    const QByteArray folded = foldedText(text).toUtf8();
    if (!folded.isEmpty() && size_t(folded.size()) <= longestTerm)
        document.addTerm(prefix, {folded.constData(), size_t(folded.size())}, 0);
}

void addFields(WordDocument &document, const Article &article)
{
    addFieldWords(document, publisherWord, article.publisher);
    addWhole(document, wholePublisher, article.publisher);
    addFieldWords(document, sectionWord, article.articleSection);
    addWhole(document, wholeSection, article.articleSection);
    addFieldWords(document, authorWord, article.authors.join(u'\n'));
    for (const QString &author : article.authors)
        addWhole(document, wholeAuthor, author);
}

// A page that prints no zone, or no time, means its own day, whatever the reader's clock says.
QDate dayOf(const PrintedDate &date)
{
    return date.hasTime && date.hasZone ? date.moment.toLocalTime().date() : date.moment.date();
}

void setValues(WordDocument &document, const Article &article)
{
    const auto setText = [&document](Slot slot, const QString &text) {
        if (!text.isEmpty())
            document.setValue(slot, text.toStdString());
    };
    if (const PrintedDate &date = article.date(); date.isValid()) {
        document.setValue(DaySlot, sortedNumber(quint64(qMax(0LL, dayOf(date).toJulianDay()))));
        document.setValue(TimeSlot, sortedTime(date.moment.toSecsSinceEpoch()));
    }
    setText(PublisherSlot, article.publisher);
    setText(SectionSlot, article.articleSection);
    setText(AuthorsSlot, article.authors.join(u'\n'));
}

} // namespace

QString searchedText(const Article &article)
{
    return plainText(article.bodyHtml);
}

struct WordIndexer::Languages
{
    std::map<QString, WordCounts> known; // by primary subtag

    WordCounts &of(const QString &language)
    {
        return known.try_emplace(language, language).first->second;
    }
};

WordIndexer::WordIndexer() : m_languages(std::make_unique<Languages>()) { }

WordIndexer::~WordIndexer() = default;

ArticleWords WordIndexer::words(const Article &article)
{
    ArticleWords words{searchedText(article), {}, {}, {}};
    const StoredText stored{article.headline, standfirstOf(article), words.text.left(mostText),
                            restOf(article)};
    words.language = languageOf(article.inLanguage, words.text);

    WordDocument document;
    WordCounts &counts = m_languages->of(words.language);
    counts.count(article.headline, headlineCount, WordCounts::Where::Headline);
    counts.count(article.alternativeHeadline, 2, WordCounts::Where::Headline);
    counts.count(article.description, 2);
    counts.count(stored.body, 1, WordCounts::Where::Elsewhere, leadLength);
    counts.count(stored.rest, 1);
    counts.moveTo(document);

    addFields(document, article);
    document.addTerm(indexformat::language, words.language.toStdString(), 0);
    if (words.language != u"und")
        document.setValue(LanguageSlot, words.language.toStdString());
    setValues(document, article);
    document.setValue(TextSlot, packed(stored));
    words.document = document.bytes();
    return words;
}

const WordStems &WordIndexer::stems(const QString &language)
{
    return m_languages->of(language).stems();
}
