#include "app/search/articlewords.h"

#include "app/html/plaintext.h"
#include "app/search/names.h"
#include "app/search/stopwords.h"

#include <xapian.h>

#include <map>
#include <string>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leadLength = 500;     // characters: about the first three paragraphs
constexpr qsizetype mostText = 2'000'000; // characters of one article that are searched
constexpr int headlineCount = 4;          // a word of the headline counts as so many of the body
constexpr int longestTerm = 200;          // bytes; Xapian takes 245
constexpr size_t mostStems = 100'000;     // kept in memory

// Snowball takes more time than all the rest of a word's way into the index, and news repeats its
// words: so what was stemmed once is looked up.
class CachedStems final : public Xapian::StemImplementation
{
public:
    explicit CachedStems(const std::string &language) : m_stem(language) { }

    std::string operator()(const std::string &word) override
    {
        const auto known = m_known.find(word);
        if (known != m_known.end())
            return known->second;
        if (m_known.size() > mostStems)
            m_known.clear();
        return m_known.emplace(word, m_stem(word)).first->second;
    }

    std::string get_description() const override { return "cached " + m_stem.get_description(); }

private:
    Xapian::Stem m_stem;
    std::unordered_map<std::string, std::string> m_known;
};

// English where nobody knows: it leaves words of other scripts alone.
std::string stemmerName(const QString &language)
{
    const QString primary = primaryLanguage(language);
    static const QStringList known{u"ar"_s, u"ca"_s, u"da"_s, u"de"_s, u"en"_s, u"es"_s,
                                   u"eu"_s, u"fi"_s, u"fr"_s, u"ga"_s, u"hu"_s, u"hy"_s,
                                   u"id"_s, u"it"_s, u"lt"_s, u"ne"_s, u"nl"_s, u"no"_s,
                                   u"pt"_s, u"ro"_s, u"ru"_s, u"sv"_s, u"ta"_s, u"tr"_s};
    if (primary.isEmpty() || primary == u"und")
        return "en";
    if (primary == u"nb" || primary == u"nn")
        return "no";
    return known.contains(primary) ? primary.toStdString() : "none";
}

struct Language
{
    explicit Language(const QString &tag)
        : stem(new CachedStems(stemmerName(tag))) // counts who uses it, and goes with the last
    {
        for (const QString &word : stopWords(tag))
            stopper.add(word.toStdString());
        generator.set_stemmer(stem);
        generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
        generator.set_stopper(&stopper);
        generator.set_stopper_strategy(Xapian::TermGenerator::STOP_ALL);
        generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
    }

    Xapian::SimpleStopper stopper; // before the generator that uses it
    Xapian::Stem stem;
    Xapian::TermGenerator generator;
};

void index(Language &language, const QString &text, int count)
{
    language.generator.index_text_without_positions(text.left(mostText).toStdString(),
                                                    Xapian::termcount(count));
}

} // namespace

QString searchedText(const Article &article)
{
    return plainText(article.bodyHtml);
}

struct WordIndexer::Languages
{
    std::map<QString, Language> known; // by primary subtag

    Language &of(const Article &article)
    {
        const QString tag = primaryLanguage(article.inLanguage);
        return known.try_emplace(tag, tag).first->second;
    }
};

WordIndexer::WordIndexer() : m_languages(std::make_unique<Languages>()) { }

WordIndexer::~WordIndexer() = default;

ArticleWords WordIndexer::words(const Article &article)
{
    ArticleWords words{searchedText(article), {}, {}};
    try {
        Language &language = m_languages->of(article);
        Xapian::Document document;
        language.generator.set_document(document);
        index(language, article.headline, headlineCount);
        index(language, article.alternativeHeadline, 2);
        index(language, article.description, 2);
        index(language, article.keywords.join(u", "_s), 2);
        index(language, words.text.left(leadLength), 1); // and once more with the rest
        index(language, words.text, 1);
        for (const ArticleImage &image : article.images)
            index(language, image.caption, 1);

        for (const PrintedName &name : namesIn(article.description + u'\n' + words.text)) {
            const std::string term = namePrefix + name.folded.toStdString();
            if (term.size() <= longestTerm)
                document.add_term(term, Xapian::termcount(name.count));
        }
        words.document = QByteArray::fromStdString(document.serialise());
    } catch (const Xapian::Error &error) {
        words.problem = Error{Error::Kind::Malformed, article.path,
                              QString::fromStdString(error.get_description())};
    }
    return words;
}

QHash<QString, QString> WordIndexer::printedForms(const Article &article, const ArticleWords &words)
{
    QHash<QString, QString> forms;
    const QString text = article.headline + u'\n' + article.description + u'\n' + words.text;
    for (const PrintedName &name : namesIn(article.description + u'\n' + words.text))
        forms.insert(QLatin1Char(namePrefix) + name.folded, name.printed);

    const Language &language = m_languages->of(article);
    const auto isPart = [](QChar c) {
        return c.isLetterOrNumber() || c == u'\'' || c == QChar(0x2019);
    };
    for (qsizetype i = 0; i < qMin(text.size(), mostText);) {
        const qsizetype start = i;
        while (i < text.size() && isPart(text.at(i)))
            ++i;
        if (i > start) {
            QString word = text.mid(start, i - start);
            const QString stem = QString::fromStdString(
                language.stem(word.toLower().replace(QChar(0x2019), u'\'').toStdString()));
            // Lower case tells more than a capital that only opens a sentence or a headline.
            QString &form = forms[stem];
            if (form.isEmpty() || (form.front().isUpper() && word.front().isLower()))
                form = word;
        }
        ++i;
    }
    return forms;
}
