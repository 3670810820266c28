#include "app/formats/plaintext/dateline.h"

#include "app/article/datephrase.h"
#include "app/article/datetokens.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestDateline = 90; // characters
constexpr int mostPlaceWords = 6;

// What parts a dateline from the story: AP and Reuters a dash, EFE and ANSA a point and a dash,
// Xinhua and CNN two dashes.
constexpr auto partings = std::to_array<QStringView>(
    {u" - ", u" -- ", u" — ", u" – ", u"— ", u"-- ", u".- ", u". - ", u".— ", u".– ", u": "});

qsizetype partingIn(QStringView beginning)
{
    const auto parts = [](QChar c) { return c == u'-' || c == u'—' || c == u'–' || c == u':'; };
    if (std::ranges::none_of(beginning, parts)) // most paragraphs
        return -1;
    qsizetype first = -1;
    for (const QStringView parting : partings) {
        const qsizetype at = beginning.indexOf(parting);
        if (at > 0 && (first < 0 || at < first))
            first = at;
    }
    return first;
}

bool isCapitals(QStringView text)
{
    qsizetype capitals = 0;
    for (const QChar character : text) {
        if (character.isLower())
            return false;
        capitals += character.isUpper() ? 1 : 0;
    }
    return capitals >= 2;
}

// Nothing but the pieces of a date: "March 11", "30 mar", "31 de diciembre de 2019".
bool isDatePiece(QStringView text)
{
    const DateTokens tokens = dateTokens(text);
    const auto isPart = [](const DateToken &token) {
        return token.sort == DateToken::Sort::Number || token.isMark(u'.') || token.isMark(u',')
            || (token.sort == DateToken::Sort::Word && token.word != DateWord::Unknown);
    };
    const auto isDay = [](const DateToken &token) {
        return token.isWord(DateWord::Month) || token.isWord(DateWord::Weekday);
    };
    return std::ranges::all_of(tokens, isPart) && std::ranges::any_of(tokens, isDay);
}

bool isAgency(QStringView text)
{
    return !text.isEmpty() && text.size() <= 30
        && std::ranges::any_of(text, [](QChar c) { return c.isLetter(); })
        && std::ranges::none_of(text, [](QChar c) { return c.isDigit() || c == u'.'; });
}

// The agency in brackets at the end, taken off `head`.
QString takeAgency(QStringView &head)
{
    if (!head.endsWith(u')'))
        return {};
    const qsizetype open = head.lastIndexOf(u'(');
    if (open < 0)
        return {};
    const QStringView agency = head.mid(open + 1, head.size() - open - 2).trimmed();
    if (!isAgency(agency))
        return {};
    head = head.left(open).trimmed();
    return agency.toString();
}

bool isPlace(QStringView text, bool hasProof)
{
    if (text.isEmpty() || text.count(u' ') >= mostPlaceWords || !text.front().isUpper())
        return false;
    for (const QChar character : text) {
        if (!character.isLetter() && !QStringView(u" ,.'’-/").contains(character))
            return false;
    }
    const QStringView firstWord = text.left(text.indexOf(u' ') < 0 ? text.size()
                                                                   : text.indexOf(u' '));
    const QStringView name = firstWord.endsWith(u',') ? firstWord.chopped(1) : firstWord;
    return hasProof || isCapitals(name);
}

} // namespace

std::optional<Dateline> datelineOf(QStringView paragraph)
{
    const QStringView beginning = paragraph.left(longestDateline);
    const qsizetype parting = partingIn(beginning);
    if (parting < 2)
        return std::nullopt;
    QStringView head = beginning.left(parting).trimmed();
    Dateline dateline;
    dateline.agency = takeAgency(head);
    if (head.isEmpty())
        return dateline.agency.isEmpty() ? std::nullopt : std::optional(dateline);

    // The date, if any, begins after a comma: "LONDON, March 11", "PROGRESO, Yucatán, 31 de …".
    QStringView place = head;
    for (qsizetype comma = head.indexOf(u','); comma >= 0; comma = head.indexOf(u',', comma + 1)) {
        const QStringView date = head.mid(comma + 1).trimmed();
        if (!isDatePiece(date))
            continue;
        place = head.left(comma).trimmed();
        dateline.date = datePhrase(date);
        break;
    }
    const bool hasDate = place.size() < head.size();
    const bool hasProof = !dateline.agency.isEmpty() || hasDate;
    // A colon parts too much else: "PHOTO: …".
    if (beginning[parting] == u':' && !hasProof)
        return std::nullopt;
    if (!isPlace(place, hasProof))
        return std::nullopt;
    dateline.place = place.toString();
    return dateline;
}
