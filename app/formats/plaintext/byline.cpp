#include "app/formats/plaintext/byline.h"

#include "app/formats/plaintext/linerules.h"
#include "app/formats/plaintext/textlines.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestByline = 140; // characters
constexpr int mostNameWords = 5;

// How bylines begin on pages and wires of the six languages. "One" asks for one capitalised word
// (By Reuters), "Two" for two, because those words begin many other lines as well.
struct Beginning
{
    QStringView text;
    int fewestWords;
};
constexpr auto beginnings = std::to_array<Beginning>({
    {u"by ", 1},       {u"by: ", 1},         {u"from ", 2},         {u"written by ", 1},
    {u"story by ", 1}, {u"reported by ", 1}, {u"reporting by ", 1}, {u"posted by ", 1},
    {u"text by ", 1},  {u"words by ", 1},    {u"author: ", 1},      {u"von ", 2},
    {u"text: ", 2},    {u"autor: ", 1},      {u"par ", 2},          {u"propos recueillis par ", 2},
    {u"por ", 2},      {u"texto: ", 2},      {u"di ", 2},           {u"da ", 2},
    {u"de ", 2},
});

// Small words inside names and between them.
constexpr auto particles = std::to_array<QStringView>({
    u"de",  u"del", u"della", u"di",  u"da",  u"das", u"do", u"dos", u"van", u"von",
    u"vom", u"zu",  u"der",   u"den", u"ten", u"ter", u"la", u"le",  u"du",  u"des",
    u"al",  u"el",  u"bin",   u"ibn", u"al-", u"y",   u"of", u"the", u"d'",  u"für",
});
constexpr auto conjunctions = std::to_array<QStringView>({
    u" and ",
    u" & ",
    u" und ",
    u" et ",
    u" y ",
    u" e ",
    u" con ",
    u" with ",
    u" mit ",
});
constexpr auto placeWords = std::to_array<QStringView>({u" in ", u" en ", u" à ", u" em "});

// What writers are called below their names.
constexpr auto roleWords = std::to_array<QStringView>({
    u"correspondent", u"reporter",       u"editor",    u"writer",         u"staff",
    u"columnist",     u"analyst",        u"bbc",       u"reuters",        u"associated press",
    u"news online",   u"korrespondent",  u"redaktion", u"journaliste",    u"envoyé",
    u"correspondant", u"rédaction",      u"redacción", u"corresponsal",   u"enviado",
    u"enviada",       u"inviato",        u"inviata",   u"corrispondente", u"redazione",
    u"da redação",    u"correspondente", u"service",   u"agencia",        u"agence",
});

bool isParticle(QStringView word)
{
    return std::ranges::any_of(particles, [word](QStringView known) { return word == known; });
}

bool isCapitalised(QStringView word)
{
    const auto letter = std::ranges::find_if(word, [](QChar c) { return c.isLetter(); });
    return letter != word.end() && !letter->isLower() && !word.front().isDigit();
}

// The number of capitalised words, or 0 when this is no name.
int nameWords(QStringView text)
{
    int capitalised = 0;
    int words = 0;
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (++words > mostNameWords + 2)
            return 0;
        if (isCapitalised(word))
            ++capitalised;
        else if (!isParticle(word))
            return 0;
        if (QStringView(u"?!:;\"“”").contains(word.back()))
            return 0;
    }
    return capitalised <= mostNameWords ? capitalised : 0;
}

struct Cut
{
    qsizetype at = -1;
    qsizetype length = 0;
};

template <size_t size>
Cut firstOf(QStringView text, const std::array<QStringView, size> &needles)
{
    Cut first;
    for (const QStringView needle : needles) {
        const qsizetype at = text.indexOf(needle, 0, Qt::CaseInsensitive);
        if (at >= 0 && (first.at < 0 || at < first.at))
            first = {at, needle.size()};
    }
    return first;
}

// "Ann Hill and Bo Lee", "Ann Hill, Bo Lee and Cy Ash". Empty when a part is no name.
QStringList namesIn(QStringView text, int fewestWords)
{
    QStringList names;
    while (!text.isEmpty()) {
        const Cut cut = firstOf(text, conjunctions);
        const QStringView group = cut.at < 0 ? text : text.left(cut.at);
        for (const QStringView part : group.split(u',', Qt::SkipEmptyParts)) {
            const QStringView name = part.trimmed();
            if (name.isEmpty())
                continue;
            if (nameWords(name) < (names.isEmpty() ? fewestWords : 1))
                return {};
            names.append(name.toString());
        }
        text = cut.at < 0 ? QStringView() : text.mid(cut.at + cut.length);
    }
    return names;
}

// Where the names end and what follows them begins: a comma that lists no more names, a bar, a
// dash.
qsizetype endOfNames(QStringView text)
{
    static constexpr auto ends = std::to_array<QStringView>(
        {u"|", u" - ", u" – ", u" — ", u" / ", u"·", u"•", u";", u" ("});
    qsizetype end = text.size();
    const Cut cut = firstOf(text, ends);
    if (cut.at >= 0)
        end = cut.at;
    const QStringView head = text.left(end);
    const qsizetype comma = head.indexOf(u',');
    if (comma < 0)
        return end;
    const Cut conjunction = firstOf(head, conjunctions);
    const bool isList = conjunction.at > comma && !namesIn(head.left(conjunction.at), 1).isEmpty()
        && !isRole(head.mid(comma + 1));
    return isList ? end : comma;
}

} // namespace

std::optional<Byline> bylineOf(QStringView line)
{
    if (line.size() > longestByline || line.size() < 5)
        return std::nullopt;
    const auto beginning = std::ranges::find_if(beginnings, [line](const Beginning &known) {
        return line.startsWith(known.text, Qt::CaseInsensitive);
    });
    if (beginning == beginnings.end())
        return std::nullopt;
    const QStringView text = line.mid(beginning->text.size()).trimmed();
    const qsizetype end = endOfNames(text);
    QStringView names = text.left(end).trimmed();
    Byline byline;
    const Cut in = firstOf(names, placeWords);
    if (in.at > 0) {
        const QStringView place = names.mid(in.at + in.length).trimmed();
        if (nameWords(place) == 0)
            return std::nullopt;
        byline.place = place.toString();
        names = names.left(in.at).trimmed();
    }
    // Italian and German pages print "di Anna Colli": then nothing but a full name may follow.
    const bool isLower = line.front().isLower();
    if (isLower && (end < text.size() || !byline.place.isEmpty()))
        return std::nullopt;
    byline.authors = namesIn(names, isLower ? 2 : beginning->fewestWords);
    if (byline.authors.isEmpty())
        return std::nullopt;
    byline.rest = text.mid(end).toString();
    return byline;
}

bool isRole(QStringView line)
{
    if (line.size() > 90 || isProse(line))
        return false;
    if (!publisherNamed(line).isEmpty())
        return true;
    return std::ranges::any_of(
        roleWords, [line](QStringView word) { return line.contains(word, Qt::CaseInsensitive); });
}

bool looksLikeAName(QStringView line)
{
    const auto words = line.split(u' ', Qt::SkipEmptyParts);
    return words.size() >= 2 && words.size() <= 3
        && std::ranges::all_of(words, [](QStringView word) {
               return word.size() >= 2 && isCapitalised(word)
                   && std::ranges::all_of(word, [](QChar c) {
                          return c.isLetter() || c == u'-' || c == u'\'' || c == u'’' || c == u'.';
                      });
           });
}
