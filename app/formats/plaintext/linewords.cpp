#include "app/formats/plaintext/linewords.h"

#include <algorithm>
#include <array>

namespace {

using View = std::u16string_view;

struct Rule
{
    View text;
    LineRule rule;
};

template <size_t size>
constexpr std::array<Rule, size> sorted(std::array<Rule, size> rules)
{
    std::ranges::sort(rules, {}, &Rule::text);
    return rules;
}

template <size_t size>
constexpr std::array<View, size> sorted(std::array<View, size> words)
{
    std::ranges::sort(words);
    return words;
}

constexpr auto wholeLines = sorted(std::to_array<Rule>({
    // BBC News pages, 1998-2011: below the story
    {u"print sponsor", LineRule::EndOfStory},
    {u"bookmark with", LineRule::EndOfStory},
    {u"what are these?", LineRule::EndOfStory},
    {u"links to more stories are at the foot of the page", LineRule::EndOfStory},
    {u"story from bbc news", LineRule::StoryFrom},
    {u"story from bbc sport", LineRule::StoryFrom},
    {u"see also", LineRule::RelatedHeading},
    {u"related internet links", LineRule::RelatedHeading},
    {u"related bbc links", LineRule::RelatedHeading},
    {u"related bbc sites", LineRule::Promotion},
    {u"internet links", LineRule::RelatedHeading},
    {u"elsewhere on the web", LineRule::Promotion},
    {u"from other news sites", LineRule::Promotion},
    {u"products & services", LineRule::Promotion},
    {u"most popular now", LineRule::Promotion},
    // BBC News pages, 1998-2011: around the story
    {u"e-mail this to a friend", LineRule::Tool},
    {u"email this to a friend", LineRule::Tool},
    {u"printable version", LineRule::Tool},
    {u"share this page", LineRule::Tool},
    {u"low graphics", LineRule::Tool},
    {u"low graphics version", LineRule::Tool},
    {u"text only", LineRule::Tool},
    {u"change edition", LineRule::Tool},
    {u"accessibility help", LineRule::Tool},
    {u"watch live", LineRule::Tool},
    // English-language newspapers and agencies
    {u"related stories", LineRule::RelatedHeading},
    {u"related articles", LineRule::RelatedHeading},
    {u"related links", LineRule::RelatedHeading},
    {u"related coverage", LineRule::RelatedHeading},
    {u"related topics", LineRule::EndOfStory},
    {u"more on this story", LineRule::RelatedHeading},
    {u"around the bbc", LineRule::Promotion},
    {u"top stories", LineRule::Promotion},
    {u"most popular", LineRule::Promotion},
    {u"most read", LineRule::Promotion},
    {u"most viewed", LineRule::Promotion},
    {u"most shared", LineRule::Promotion},
    {u"most emailed", LineRule::Promotion},
    {u"editor's picks", LineRule::Promotion},
    {u"you may also like", LineRule::Promotion},
    {u"recommended for you", LineRule::Promotion},
    {u"latest news", LineRule::Promotion},
    {u"more from this section", LineRule::Promotion},
    {u"advertisement", LineRule::Advertisement},
    {u"advertisements", LineRule::Advertisement},
    {u"sponsored links", LineRule::Advertisement},
    {u"article continues below advertisement", LineRule::Advertisement},
    {u"story continues below advertisement", LineRule::Advertisement},
    {u"continue reading the main story", LineRule::Advertisement},
    {u"story continues below", LineRule::Advertisement},
    {u"skip to content", LineRule::Tool},
    {u"skip to main content", LineRule::Tool},
    {u"skip to navigation", LineRule::Tool},
    {u"jump to navigation", LineRule::Tool},
    {u"skip advertisement", LineRule::Advertisement},
    {u"send to a friend", LineRule::Tool},
    {u"text size", LineRule::Tool},
    {u"larger text", LineRule::Tool},
    {u"smaller text", LineRule::Tool},
    {u"increase text size", LineRule::Tool},
    {u"reprints", LineRule::Tool},
    {u"reprints & permissions", LineRule::Tool},
    {u"order reprints", LineRule::Tool},
    {u"single page", LineRule::Tool},
    {u"view as single page", LineRule::Tool},
    {u"add to favorites", LineRule::Tool},
    {u"copy link", LineRule::Tool},
    {u"copy this link", LineRule::Tool},
    {u"read more", LineRule::Tool},
    {u"comments", LineRule::Tool},
    {u"add a comment", LineRule::Tool},
    {u"leave a comment", LineRule::Tool},
    {u"view comments", LineRule::Tool},
    {u"have your say", LineRule::Tool},
    {u"sign in", LineRule::Tool},
    {u"log in", LineRule::Tool},
    {u"subscribe", LineRule::Tool},
    {u"subscribe now", LineRule::Tool},
    {u"search", LineRule::Tool},
    {u"menu", LineRule::Tool},
    {u"close", LineRule::Tool},
    {u"breaking news", LineRule::Tool},
    {u"delicious", LineRule::Service},
    {u"del.icio.us", LineRule::Service},
    {u"digg", LineRule::Service},
    {u"reddit", LineRule::Service},
    {u"facebook", LineRule::Service},
    {u"stumbleupon", LineRule::Service},
    {u"twitter", LineRule::Service},
    {u"google", LineRule::Service},
    {u"google+", LineRule::Service},
    {u"linkedin", LineRule::Service},
    {u"pinterest", LineRule::Service},
    {u"whatsapp", LineRule::Service},
    {u"telegram", LineRule::Service},
    {u"messenger", LineRule::Service},
    {u"tumblr", LineRule::Service},
    {u"x", LineRule::Service},
    {u"newsvine", LineRule::Service},
    {u"furl", LineRule::Service},
    {u"technorati", LineRule::Service},
    {u"fark", LineRule::Service},
    {u"yahoo! buzz", LineRule::Service},
    {u"mixx", LineRule::Service},
    // German newspapers
    {u"anzeige", LineRule::Advertisement},
    {u"teilen", LineRule::Tool},
    {u"drucken", LineRule::Tool},
    {u"artikel drucken", LineRule::Tool},
    {u"druckversion", LineRule::Tool},
    {u"versenden", LineRule::Tool},
    {u"merken", LineRule::Tool},
    {u"vorlesen", LineRule::Tool},
    {u"kommentieren", LineRule::Tool},
    {u"kommentare", LineRule::Tool},
    {u"mehr zum thema", LineRule::RelatedHeading},
    {u"zum thema", LineRule::RelatedHeading},
    {u"siehe auch", LineRule::RelatedHeading},
    {u"lesen sie auch", LineRule::RelatedHeading},
    {u"meistgelesen", LineRule::Promotion},
    {u"zur startseite", LineRule::EndOfStory},
    // French newspapers
    {u"publicité", LineRule::Advertisement},
    {u"partager", LineRule::Tool},
    {u"partager l'article", LineRule::Tool},
    {u"imprimer", LineRule::Tool},
    {u"envoyer", LineRule::Tool},
    {u"envoyer par e-mail", LineRule::Tool},
    {u"commenter", LineRule::Tool},
    {u"réagir", LineRule::Tool},
    {u"ajouter à vos favoris", LineRule::Tool},
    {u"lire aussi", LineRule::RelatedHeading},
    {u"à lire aussi", LineRule::RelatedHeading},
    {u"voir aussi", LineRule::RelatedHeading},
    {u"sur le même sujet", LineRule::RelatedHeading},
    {u"les plus lus", LineRule::Promotion},
    // Spanish newspapers
    {u"publicidad", LineRule::Advertisement},
    {u"compartir", LineRule::Tool},
    {u"imprimir", LineRule::Tool},
    {u"enviar", LineRule::Tool},
    {u"enviar por correo", LineRule::Tool},
    {u"comentarios", LineRule::Tool},
    {u"noticias relacionadas", LineRule::RelatedHeading},
    {u"artículos relacionados", LineRule::RelatedHeading},
    {u"ver también", LineRule::RelatedHeading},
    {u"lea también", LineRule::RelatedHeading},
    {u"más información", LineRule::RelatedHeading},
    {u"lo más visto", LineRule::Promotion},
    {u"lo más leído", LineRule::Promotion},
    // Italian newspapers
    {u"pubblicità", LineRule::Advertisement},
    {u"condividi", LineRule::Tool},
    {u"stampa", LineRule::Tool},
    {u"invia", LineRule::Tool},
    {u"invia per email", LineRule::Tool},
    {u"commenti", LineRule::Tool},
    {u"leggi anche", LineRule::RelatedHeading},
    {u"articoli correlati", LineRule::RelatedHeading},
    {u"notizie correlate", LineRule::RelatedHeading},
    {u"i più letti", LineRule::Promotion},
    // Portuguese and Brazilian newspapers
    {u"publicidade", LineRule::Advertisement},
    {u"compartilhar", LineRule::Tool},
    {u"compartilhe", LineRule::Tool},
    {u"partilhar", LineRule::Tool},
    {u"enviar por e-mail", LineRule::Tool},
    {u"comentários", LineRule::Tool},
    {u"leia também", LineRule::RelatedHeading},
    {u"leia mais", LineRule::RelatedHeading},
    {u"saiba mais", LineRule::RelatedHeading},
    {u"notícias relacionadas", LineRule::RelatedHeading},
    {u"mais lidas", LineRule::Promotion},
}));

constexpr auto beginnings = std::to_array<Rule>({
    // BBC News pages, 1998-2011
    {u"the bbc is not responsible for the content of external", LineRule::Notice},
    {u"bbc is not responsible for the content of external", LineRule::Notice},
    {u"the bbc is not responsible for external", LineRule::Notice},
    {u"you are in:", LineRule::Navigation},
    {u"you are here:", LineRule::Navigation},
    // Wikinews
    {u"from wikinews, the free", LineRule::Tool},
    {u"jump to: ", LineRule::Tool},
    // BBC News pages, 1998-2002: the foot
    {u"back to top", LineRule::EndOfStory},
    {u"advanced options", LineRule::EndOfStory},
    {u"to bbc sport", LineRule::EndOfStory},
    {u"to bbc world service", LineRule::EndOfStory},
    // The agencies' notices on pages of their customers
    {u"this material may not be published, broadcast, rewritten", LineRule::Notice},
    {u"reproduction in whole or in part", LineRule::Notice},
    {u"all rights reserved", LineRule::Notice},
    {u"copyright ©", LineRule::Notice},
    {u"copyright (c)", LineRule::Notice},
    {u"copyright 1", LineRule::Notice},
    {u"copyright 2", LineRule::Notice},
    {u"© ", LineRule::Notice},
    {u"(c) 1", LineRule::Notice},
    {u"(c) 2", LineRule::Notice},
    {u"©1", LineRule::Notice},
    {u"©2", LineRule::Notice},
});

constexpr auto sectionNames = sorted(std::to_array<View>({
    // BBC News, 1998-2011
    u"world",
    u"africa",
    u"americas",
    u"asia",
    u"asia-pacific",
    u"asia pacific",
    u"europe",
    u"middle east",
    u"south asia",
    u"latin america",
    u"latin america & caribbean",
    u"us & canada",
    u"uk",
    u"england",
    u"northern ireland",
    u"scotland",
    u"wales",
    u"business",
    u"economy",
    u"market data",
    u"politics",
    u"uk politics",
    u"health",
    u"education",
    u"family & education",
    u"science/nature",
    u"science & environment",
    u"sci/tech",
    u"technology",
    u"entertainment",
    u"entertainment & arts",
    u"also in the news",
    u"magazine",
    u"in pictures",
    u"special reports",
    u"sport",
    u"weather",
    u"video and audio",
    // Newspapers
    u"national",
    u"international",
    u"local",
    u"news",
    u"world news",
    u"us news",
    u"opinion",
    u"comment",
    u"editorial",
    u"culture",
    u"arts",
    u"books",
    u"film",
    u"music",
    u"lifestyle",
    u"life & style",
    u"travel",
    u"sports",
    u"science",
    u"environment",
    u"money",
    u"media",
    u"obituaries",
    u"crime",
    u"politik",
    u"wirtschaft",
    u"kultur",
    u"feuilleton",
    u"panorama",
    u"ausland",
    u"inland",
    u"wissen",
    u"wissenschaft",
    u"gesellschaft",
    u"netzwelt",
    u"reise",
    u"meinung",
    u"deutschland",
    u"monde",
    u"politique",
    u"société",
    u"économie",
    u"planète",
    u"sciences",
    u"idées",
    u"france",
    u"europa",
    u"mundo",
    u"internacional",
    u"nacional",
    u"política",
    u"economía",
    u"sociedad",
    u"cultura",
    u"deportes",
    u"tecnología",
    u"ciencia",
    u"opinión",
    u"españa",
    u"américa",
    u"esteri",
    u"cronaca",
    u"politica",
    u"economia",
    u"spettacoli",
    u"scienze",
    u"mondo",
    u"brasil",
    u"esporte",
    u"esportes",
    u"ciência",
    u"tecnologia",
    u"desporto",
    u"sociedade",
}));

// Words of section names and of the navigation around them.
constexpr auto navigationWords = sorted(std::to_array<View>({
    u"home",       u"front",      u"page",          u"news",          u"world",      u"africa",
    u"americas",   u"asia",       u"pacific",       u"asia-pacific",  u"europe",     u"middle",
    u"east",       u"south",      u"latin",         u"america",       u"north",      u"uk",
    u"us",         u"usa",        u"england",       u"scotland",      u"wales",      u"northern",
    u"ireland",    u"business",   u"politics",      u"health",        u"education",  u"science",
    u"nature",     u"technology", u"tech",          u"entertainment", u"arts",       u"magazine",
    u"sport",      u"sports",     u"weather",       u"video",         u"audio",      u"pictures",
    u"opinion",    u"culture",    u"money",         u"travel",        u"media",      u"environment",
    u"local",      u"national",   u"international", u"life",          u"style",      u"lifestyle",
    u"books",      u"music",      u"film",          u"jobs",          u"blogs",      u"photos",
    u"more",       u"help",       u"contact",       u"about",         u"startseite", u"politik",
    u"wirtschaft", u"kultur",     u"panorama",      u"reise",         u"accueil",    u"monde",
    u"politique",  u"société",    u"économie",      u"portada",       u"mundo",      u"economía",
    u"cultura",    u"deportes",   u"sociedad",      u"esteri",        u"cronaca",    u"economia",
    u"spettacoli", u"esporte",    u"brasil",        u"política",      u"politica",   u"canada",
    u"caribbean",  u"special",    u"reports",
}));

// How newspapers are called, in the six languages.
constexpr auto mastheadWords = sorted(std::to_array<View>({
    u"times",    u"post",        u"herald",      u"gazette",  u"tribune", u"telegraph",
    u"journal",  u"chronicle",   u"courier",     u"observer", u"mail",    u"star",
    u"examiner", u"standard",    u"independent", u"mirror",   u"zeitung", u"tageblatt",
    u"anzeiger", u"nachrichten", u"rundschau",   u"kurier",   u"presse",  u"soir",
    u"diario",   u"gazzetta",    u"giornale",    u"jornal",   u"correio",
}));

constexpr auto toolWords = sorted(std::to_array<View>({
    u"share",     u"tweet",       u"e-mail",       u"email",     u"mail",      u"print",
    u"save",      u"bookmark",    u"facebook",     u"twitter",   u"digg",      u"delicious",
    u"reddit",    u"stumbleupon", u"linkedin",     u"pinterest", u"whatsapp",  u"google",
    u"google+",   u"tumblr",      u"rss",          u"like",      u"pin",       u"comment",
    u"comments",  u"this",        u"story",        u"article",   u"page",      u"on",
    u"to",        u"a",           u"friend",       u"with",      u"by",        u"via",
    u"link",      u"copy",        u"send",         u"more",      u"teilen",    u"drucken",
    u"twittern",  u"mailen",      u"partager",     u"imprimer",  u"compartir", u"imprimir",
    u"condividi", u"stampa",      u"compartilhar", u"recommend", u"permalink", u"shares",
    u"tweets",    u"options",     u"tools",
}));

} // namespace

LineRule ruleForWholeLine(View folded)
{
    const auto found = std::ranges::lower_bound(wholeLines, folded, {}, &Rule::text);
    return found != wholeLines.end() && found->text == folded ? found->rule : LineRule::None;
}

LineRule ruleForBeginning(View folded)
{
    for (const Rule &rule : beginnings) {
        if (folded.starts_with(rule.text))
            return rule.rule;
    }
    return LineRule::None;
}

bool isSectionName(View folded)
{
    return std::ranges::binary_search(sectionNames, folded);
}

bool isSectionWord(View folded)
{
    return std::ranges::binary_search(navigationWords, folded);
}

bool isToolWord(View folded)
{
    return std::ranges::binary_search(toolWords, folded);
}

bool isMastheadWord(View folded)
{
    return std::ranges::binary_search(mastheadWords, folded);
}
