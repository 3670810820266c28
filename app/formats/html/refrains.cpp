#include "app/formats/html/refrains.h"

#include "app/formats/html/classwords.h"
#include "app/formats/html/refrainphrases.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestRefrain = 240;     // letters
constexpr qsizetype longestPhrase = 60; // characters
constexpr qsizetype longestCredit = 90; // characters

constexpr int longestRepeated = 140; // letters of a line
constexpr int shortestRepeated = 12;
constexpr int paragraph = 100; // letters of what can only be the story's
constexpr int often = 3;

using Words = QSet<QString>;

bool holdsAny(const QStringList &words, const Words &wanted)
{
    return std::ranges::any_of(words, [&](const QString &word) { return wanted.contains(word); });
}

// Somebody is quoted, or said so.
bool isReport(const QString &text, const QStringList &words)
{
    static const Words reporting{
        u"said"_s,      u"says"_s,     u"told"_s,       u"wrote"_s,   u"writes"_s,  u"asked"_s,
        u"announced"_s, u"reported"_s, u"according"_s,  u"sagte"_s,   u"schrieb"_s, u"teilte"_s,
        u"hieß"_s,      u"erklärte"_s, u"déclaré"_s,    u"écrit"_s,   u"selon"_s,   u"dijo"_s,
        u"según"_s,     u"escribió"_s, u"detto"_s,      u"scritto"_s, u"disse"_s,   u"segundo"_s,
        u"zei"_s,       u"schreef"_s,  u"powiedział"_s, u"сказал"_s,  u"сообщил"_s, u"сообщила"_s,
        u"заявил"_s,    u"sade"_s};
    static const QString quotes = u"“”„«»‘\"「『"_s;
    return (!text.isEmpty() && quotes.contains(text.front())) || holdsAny(words, reporting);
}

constexpr QStringView channels[] = {
    u"app",        u"apps",      u"boletín",    u"bülten",      u"facebook",    u"inbox",
    u"infolettre", u"instagram", u"newsletter", u"newsletters", u"nieuwsbrief", u"nyhedsbrev",
    u"nyhetsbrev", u"telegram",  u"tiktok",     u"twitter",     u"viber",       u"whatsapp",
    u"youtube",    u"вконтакте", u"телеграм"};

// "inbox", "telegram": asked of every short line, so that the words are not copied out of it.
bool namesChannel(QStringView folded)
{
    for (qsizetype at = 0; at < folded.size();) {
        qsizetype end = at;
        while (end < folded.size() && folded[end] != u' ')
            ++end;
        const QStringView word = folded.sliced(at, end - at);
        if (std::ranges::find(channels, word) != std::end(channels))
            return true;
        at = end + 1;
    }
    return false;
}

// "Ground Game: Sign up for our weekly newsletter": a sentence in it begins with the call.
bool callsToChannel(const QString &text, const QStringList &words)
{
    static const Words always{
        u"abonnieren"_s, u"abonniere"_s,   u"registrieren"_s,   u"inscrivez"_s,
        u"abonnez"_s,    u"rejoignez"_s,   u"suivez"_s,         u"téléchargez"_s,
        u"suscríbete"_s, u"suscríbase"_s,  u"únete"_s,          u"síguenos"_s,
        u"descarga"_s,   u"iscriviti"_s,   u"unisciti"_s,       u"seguici"_s,
        u"scarica"_s,    u"assine"_s,      u"inscreva"_s,       u"participe"_s,
        u"schrijf"_s,    u"abonneer"_s,    u"zapisz"_s,         u"dołącz"_s,
        u"pobierz"_s,    u"подпишитесь"_s, u"подписывайтесь"_s, u"присоединяйтесь"_s,
        u"скачайте"_s,   u"prenumerera"_s};
    static const Words english{u"join"_s,     u"subscribe"_s, u"sign"_s,     u"get"_s,
                               u"follow"_s,   u"click"_s,     u"download"_s, u"tap"_s,
                               u"register"_s, u"like"_s,      u"add"_s};
    static const Words toReader{u"our"_s, u"us"_s, u"your"_s};
    const QString line = words.join(u' ');
    if (line.contains("sign up for our"_L1) || line.contains("subscribe to our"_L1))
        return true;
    const bool isToReader = holdsAny(words, toReader);
    bool begins = true;
    QString word;
    for (const QChar c : text + u'.') {
        if (c.isLetter()) {
            word += c.toCaseFolded();
            continue;
        }
        if (begins && (always.contains(word) || (isToReader && english.contains(word))))
            return true;
        const bool ends = c == u'.' || c == u'!' || c == u'?' || c == u':' || c == u'|';
        begins = ends || (begins && word.isEmpty());
        word.clear();
    }
    return false;
}

// "© 2021 The Paper", "Copyright: …", and no law of copyright.
bool claimsCopyright(const QString &text, const QString &folded)
{
    const auto first = std::ranges::find_if(
        text, [](QChar c) { return c.isLetterOrNumber() || c == u'©'; });
    if (first != text.end() && *first == u'©')
        return true;
    if (!folded.startsWith("copyright"_L1))
        return false;
    const QStringList words = folded.split(u' ');
    if (words.first() != "copyright"_L1)
        return false;
    const QString after = text.mid(text.indexOf("opyright"_L1, 0, Qt::CaseInsensitive) + 8)
                              .trimmed();
    return after.isEmpty() || after.front().isDigit() || !after.front().isLetter()
        || words.value(1) == "by"_L1 || words.value(1) == "c"_L1 || text.contains("eserved"_L1);
}

// "Photo: Ann Lee / The Agency".
bool creditsPicture(const PageFacts &facts, int node, const QString &text)
{
    constexpr QStringView colons(u":：=／/|");
    constexpr qsizetype longestBeginning = 24; // characters
    if (text.startsWith("Fot. "_L1) && text.size() <= longestCredit)
        return true; // as Polish papers print it
    if (text.size() > longestCredit)
        return false;
    const QStringView start = QStringView(text).left(longestBeginning + 1);
    const auto colon = std::ranges::find_if(
        start, [colons](QChar c) { return !c.isLetter() && colons.contains(c); });
    const qsizetype at = colon - start.begin();
    if (at == start.size())
        return false;
    const QString beginning = text.left(at);
    const bool isNumbered = std::ranges::any_of(beginning, [](QChar c) { return c.isDigit(); });
    return !isNumbered && at + 1 < text.size() && isCreditWord(foldedWords(beginning))
        && !text.endsWith(u'。') && !text.mid(at).contains(". "_L1)
        && facts.ancestor(node, HtmlTag::Figure) < 0 && !soundsLikeCaption(facts.node(node));
}

// A box whose first line is a call, and another line more.
bool holdsProse(const PageFacts &facts, int node)
{
    if (facts.node(node).tag == HtmlTag::P || isHeading(facts.node(node).tag))
        return false;
    int blocks = 0;
    bool isLong = false;
    for (int i = node + 1; i < facts.node(node).end; ++i) {
        blocks += isBlock(facts.node(i).tag);
        isLong = isLong || (facts.node(i).tag == HtmlTag::Text && facts.counts(i).letters > 80);
    }
    return isLong && blocks > 1;
}

bool maySay(const PageFacts &facts, int node)
{
    const HtmlTag tag = facts.node(node).tag;
    const int letters = facts.counts(node).letters;
    return letters > 0 && letters <= longestRefrain
        && (tag == HtmlTag::P || tag == HtmlTag::Div || tag == HtmlTag::Span || isHeading(tag));
}

} // namespace

bool isRefrain(const PageFacts &facts, int node)
{
    if (!maySay(facts, node))
        return false;
    const bool isSpan = facts.node(node).tag == HtmlTag::Span;
    const QString text = visibleText(facts.document(), node);
    if (isSpan && text.size() > longestPhrase && !text.contains("opyright"_L1, Qt::CaseInsensitive)
        && !text.contains(u'©'))
        return false;
    const QString folded = foldedWords(text);
    if (text.size() <= longestPhrase) {
        if (isPhraseOfSite(folded))
            return true;
        const bool isNumbered = std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
        if (isNumbered && isCountOfSite(folded))
            return true;
    }
    if (claimsCopyright(text, folded))
        return true;
    if (isSpan || holdsProse(facts, node))
        return false; // a part of a sentence may begin as a line does
    if (creditsPicture(facts, node, text))
        return true;
    const bool isCall = beginsAsCallOfSite(folded);
    if (!isCall && !namesChannel(folded))
        return false;
    const QStringList words = folded.split(u' ');
    return (isCall || callsToChannel(text, words)) && !isReport(text, words);
}

bool isLinkOverPost(const PageFacts &facts, int node)
{
    return facts.node(node).tag == HtmlTag::A && facts.counts(node).letters <= longestPhrase
        && isPhraseOfSite(foldedWords(visibleText(facts.document(), node)));
}

// A song's refrain stands between short lines, an interviewer's question ends in its mark.
QList<int> repeatedLines(const PageFacts &facts, const QList<int> &story)
{
    QHash<QString, QList<int>> lines;
    for (const int root : story) {
        bool followsProse = false;
        for (int i = root; i < facts.node(root).end; ++i) {
            const HtmlTag tag = facts.node(i).tag;
            const int letters = facts.counts(i).letters;
            if (tag == HtmlTag::Ul || tag == HtmlTag::Ol || tag == HtmlTag::Table
                || tag == HtmlTag::Blockquote || facts.isLeftOut(i)) {
                i = facts.node(i).end - 1;
            } else if (tag == HtmlTag::P && letters >= paragraph) {
                followsProse = true;
            } else if ((tag == HtmlTag::P || tag == HtmlTag::Div) && letters >= shortestRepeated
                       && letters <= longestRepeated && followsProse) {
                lines[visibleText(facts.document(), i)].append(i);
                followsProse = false;
                i = facts.node(i).end - 1;
            }
        }
    }
    QList<int> repeated;
    for (const auto &[text, nodes] : lines.asKeyValueRange()) {
        if (nodes.size() >= often && text.count(u' ') >= 2 && !text.endsWith(u'?')
            && !isReport(text, foldedWords(text).split(u' ')))
            repeated += nodes;
    }
    return repeated;
}
