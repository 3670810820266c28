#include "app/formats/plaintext/labelledfield.h"

#include "app/article/datephrase.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLabel = 20; // characters
constexpr qsizetype mostLines = 10;    // that fields stand in, from the top

enum class Field {
    Headline,
    Author,
    Publisher,
    Section,
    Address,
    Place,
    Keywords,
    Standfirst,
    Date,
    Other
};

// The labels of Factiva's and LexisNexis' text exports and of common news corpora, and the same
// words in the other languages.
struct Label
{
    QStringView name;
    Field field;
};
constexpr auto labels = std::to_array<Label>({
    {u"title", Field::Headline},
    {u"headline", Field::Headline},
    {u"titel", Field::Headline},
    {u"titre", Field::Headline},
    {u"título", Field::Headline},
    {u"titolo", Field::Headline},
    {u"author", Field::Author},
    {u"authors", Field::Author},
    {u"byline", Field::Author},
    {u"autor", Field::Author},
    {u"auteur", Field::Author},
    {u"autore", Field::Author},
    {u"source", Field::Publisher},
    {u"publication", Field::Publisher},
    {u"publisher", Field::Publisher},
    {u"quelle", Field::Publisher},
    {u"fuente", Field::Publisher},
    {u"fonte", Field::Publisher},
    {u"section", Field::Section},
    {u"category", Field::Section},
    {u"rubrik", Field::Section},
    {u"rubrique", Field::Section},
    {u"sección", Field::Section},
    {u"sezione", Field::Section},
    {u"url", Field::Address},
    {u"link", Field::Address},
    {u"permalink", Field::Address},
    {u"dateline", Field::Place},
    {u"location", Field::Place},
    {u"place", Field::Place},
    {u"keywords", Field::Keywords},
    {u"tags", Field::Keywords},
    {u"summary", Field::Standfirst},
    {u"abstract", Field::Standfirst},
    {u"description", Field::Standfirst},
    {u"subtitle", Field::Standfirst},
    {u"date", Field::Date},
    {u"published", Field::Date},
    {u"datum", Field::Date},
    {u"fecha", Field::Date},
    {u"data", Field::Date},
    {u"publication date", Field::Date},
    {u"length", Field::Other},
    {u"id", Field::Other},
    {u"language", Field::Other},
    {u"document id", Field::Other},
});

struct Labelled
{
    Field field;
    QStringView value;
};

std::optional<Labelled> labelled(QStringView line)
{
    const qsizetype colon = line.left(longestLabel + 1).indexOf(u':');
    if (colon <= 0)
        return std::nullopt;
    const QStringView name = line.left(colon).trimmed();
    const QStringView value = line.mid(colon + 1).trimmed();
    const auto label = std::ranges::find_if(labels, [name](const Label &known) {
        return name.compare(known.name, Qt::CaseInsensitive) == 0;
    });
    if (label == labels.end() || value.isEmpty())
        return std::nullopt;
    return Labelled{label->field, value};
}

QStringList listed(QStringView value)
{
    QStringList items;
    const QChar mark = value.contains(u';') ? u';' : u',';
    for (const QStringView item : value.split(mark, Qt::SkipEmptyParts)) {
        if (!item.trimmed().isEmpty())
            items.append(item.trimmed().toString());
    }
    return items;
}

// Puts the value where it belongs; false when that place is taken.
bool give(TextStory &story, const Labelled &line)
{
    Article &article = story.article;
    const auto put = [&line](QString &target) {
        if (!target.isEmpty())
            return false;
        target = line.value.toString();
        return true;
    };
    switch (line.field) {
    case Field::Headline:
        return put(article.headline);
    case Field::Publisher:
        return put(article.publisher);
    case Field::Section:
        return put(article.articleSection);
    case Field::Place:
        return put(article.place);
    case Field::Standfirst:
        return put(article.description);
    case Field::Author:
        article.authors += listed(line.value);
        return true;
    case Field::Keywords:
        article.keywords += listed(line.value);
        return true;
    case Field::Address:
        if (!article.url.isEmpty())
            return false;
        article.url = webAddress(line.value);
        return article.url.isValid();
    case Field::Date:
        if (const auto date = datePhrase(line.value, story.language);
            date && !article.datePublished.isValid()) {
            article.datePublished = *date;
            return true;
        }
        return false;
    case Field::Other:
        break;
    }
    return false;
}

} // namespace

bool hasLabelledFields(const QList<TextLine> &lines)
{
    const auto end = lines.begin() + std::min(mostLines, lines.size());
    return std::count_if(lines.begin(), end,
                         [](const TextLine &line) { return labelled(line.text).has_value(); })
        >= 2;
}

bool takeLabelledField(TextStory &story, qsizetype line)
{
    const std::optional<Labelled> field = labelled(story.at(line));
    if (!field)
        return false;
    if (give(story, *field))
        story.take(line);
    else
        story.trim(line);
    return true;
}

QUrl webAddress(QStringView line)
{
    const bool hasScheme = line.startsWith(u"http://", Qt::CaseInsensitive)
        || line.startsWith(u"https://", Qt::CaseInsensitive);
    if (!hasScheme || line.contains(u' ') || line.size() > 2000)
        return {};
    return QUrl(line.toString(), QUrl::StrictMode);
}
