#include "app/formats/plaintext/publishers.h"

#include <algorithm>
#include <array>

namespace {

using View = std::u16string_view;

// As their own pages print their names. The value is how we write it.
struct Publisher
{
    View name;
    View spelling;
};
constexpr auto publishers = std::to_array<Publisher>({
    {u"bbc", u"BBC"},
    {u"bbc news", u"BBC"},
    {u"bbc news online", u"BBC"},
    {u"bbc online network", u"BBC"},
    {u"bbc homepage", u"BBC"},
    {u"bbc sport", u"BBC"},
    {u"cnn", u"CNN"},
    {u"cnn.com", u"CNN"},
    {u"reuters", u"Reuters"},
    {u"ap", u"AP"},
    {u"the associated press", u"AP"},
    {u"associated press", u"AP"},
    {u"afp", u"AFP"},
    {u"agence france-presse", u"AFP"},
    {u"dpa", u"dpa"},
    {u"efe", u"EFE"},
    {u"ansa", u"ANSA"},
    {u"lusa", u"Lusa"},
    {u"upi", u"UPI"},
    {u"pa", u"PA"},
    {u"xinhua", u"Xinhua"},
    {u"bloomberg", u"Bloomberg"},
    {u"itar-tass", u"ITAR-TASS"},
    {u"tass", u"TASS"},
    {u"interfax", u"Interfax"},
    {u"ria novosti", u"RIA Novosti"},
    {u"kyodo", u"Kyodo"},
    {u"pti", u"PTI"},
    {u"apa", u"APA"},
    {u"belga", u"Belga"},
    {u"the new york times", u"The New York Times"},
    {u"nytimes.com", u"The New York Times"},
    {u"the washington post", u"The Washington Post"},
    {u"washingtonpost.com", u"The Washington Post"},
    {u"los angeles times", u"Los Angeles Times"},
    {u"usa today", u"USA Today"},
    {u"fox news", u"Fox News"},
    {u"foxnews.com", u"Fox News"},
    {u"the guardian", u"The Guardian"},
    {u"guardian.co.uk", u"The Guardian"},
    {u"the times", u"The Times"},
    {u"the daily telegraph", u"The Daily Telegraph"},
    {u"telegraph.co.uk", u"The Daily Telegraph"},
    {u"the independent", u"The Independent"},
    {u"financial times", u"Financial Times"},
    {u"al jazeera", u"Al Jazeera"},
    {u"deutsche welle", u"Deutsche Welle"},
    {u"spiegel online", u"Spiegel Online"},
    {u"der spiegel", u"Der Spiegel"},
    {u"zeit online", u"Zeit Online"},
    {u"süddeutsche zeitung", u"Süddeutsche Zeitung"},
    {u"frankfurter allgemeine zeitung", u"Frankfurter Allgemeine Zeitung"},
    {u"neue zürcher zeitung", u"Neue Zürcher Zeitung"},
    {u"le monde", u"Le Monde"},
    {u"le figaro", u"Le Figaro"},
    {u"libération", u"Libération"},
    {u"el país", u"El País"},
    {u"la vanguardia", u"La Vanguardia"},
    {u"la repubblica", u"la Repubblica"},
    {u"corriere della sera", u"Corriere della Sera"},
    {u"la stampa", u"La Stampa"},
    {u"folha de s.paulo", u"Folha de S.Paulo"},
    {u"o globo", u"O Globo"},
    {u"wikinews", u"Wikinews"},
});

} // namespace

View publisherOf(View folded)
{
    const auto found = std::ranges::find(publishers, folded, &Publisher::name);
    return found == publishers.end() ? View() : found->spelling;
}
