#include "app/formats/html/storyparts.h"

#include "app/formats/html/classwords.h"
#include "app/formats/html/namepattern.h"
#include "app/formats/html/refrainphrases.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int paragraph = 80;     // letters of a line that can be a paragraph of a story
constexpr int mostNodes = 5000;   // looked at in one box
constexpr int enoughProse = 140;  // letters in such lines
constexpr int plainlyProse = 400; // letters; a story on subscriptions says so
constexpr int shortestNote = 25;  // letters of a correction
constexpr int longestNote = 900;
constexpr int shortestPost = 15;         // letters
constexpr int gap = 200;                 // letters between the end of a story and its correction
constexpr int nodesAfter = 80;           // of them
constexpr qsizetype longestOpening = 60; // characters before the colon of a correction

bool mayBeApart(const HtmlNode &node)
{
    static const NamePattern neutral(
        u"paywall|regwall|subscri|premium|member|piano|meter|print|media|widget|scroll|hidden"_s);
    static const NamePattern other(
        u"promo|related|sponsor|comment|footer|newsletter|sidebar|banner|shop|share|contact|tags|"
        "outbrain|social|sign-?(?:in|up)|(?:^|[\\s_-])ads?(?:$|[\\s_-])|"
        "(?:^|\\s)(?:hidden|sr-only|visually-?hidden)(?:$|\\s)"_s);
    return neutral.matches(node) && !other.matches(node);
}

bool isControl(HtmlTag tag)
{
    return tag == HtmlTag::Form || tag == HtmlTag::Input || tag == HtmlTag::Button
        || tag == HtmlTag::Select || tag == HtmlTag::Textarea;
}

bool speaksOfSubscribing(const QString &line)
{
    static const QStringList words{
        u"subscri"_s,    u"abonn"_s,   u"abo "_s,   u"suscri"_s, u"assin"_s,    u"prenumer"_s,
        u"подпис"_s,     u"購読"_s,    u"会員"_s,   u"订阅"_s,   u"訂閱"_s,     u"구독"_s,
        u"log in"_s,     u"sign in"_s, u"anmeld"_s, u"inlog"_s,  u"logga in"_s, u"sign up"_s,
        u"newsletter"_s, u"inbox"_s,   u"unlock"_s};
    return std::ranges::any_of(
        words, [&](const QString &word) { return line.contains(word, Qt::CaseInsensitive); });
}

// As papers head what they set right, folded.
const HeadingPhrases &openings()
{
    static const QString table = //
        u"correction|corrections|clarification|editor s note|editors note|"
        "this article was amended|korrektur|korrekturhinweis|richtigstellung|berichtigung|anm d "
        "red|"
        "anmerkung der redaktion|hinweis der redaktion|"
        "rectificatif|erratum|errata|note de la rédaction|précision|corrección|correcciones|"
        "fe de errores|fe de erratas|nota de la redacción|nota del editor|correzione|rettifica|"
        "precisazione|nota della redazione|correção|correcção|nota da "
        "redação|rectificatie|correctie|"
        "rättelse|rättat|rettelse|rettet|retting|presisering|oikaisu|oikaistu|sprostowanie|oprava|"
        "исправление|уточнение|поправка|от редакции|düzeltme|تصحيح|תיקון|הבהרה|訂正|更正|정정|"
        "바로잡습니다"_s;
    static const HeadingPhrases known(table);
    return known;
}

bool mayBeginCorrection(const PageFacts &facts, int line)
{
    for (int i = line; i < facts.node(line).end; ++i) {
        const QStringView text = facts.node(i).text;
        if (std::ranges::any_of(text, [](QChar c) { return c.isLetter(); }))
            return openings().mayBegin(text);
    }
    return false;
}

// "Correction: …", "Correction, 3 May: …", "Editor's note (3 May) — …".
bool isCorrection(const PageFacts &facts, int line)
{
    const Counts counts = facts.counts(line);
    if (counts.letters < shortestNote || counts.letters > longestNote || counts.linkDensity() > 0.5
        || !mayBeginCorrection(facts, line))
        return false;
    static const QString marks = u":：;—–(,."_s;
    const QString text = visibleText(facts.document(), line);
    const auto isMark = [](QChar c) { return marks.contains(c); };
    for (auto at = std::ranges::find_if(text, isMark);
         at != text.end() && at - text.begin() < longestOpening;
         at = std::find_if(at + 1, text.end(), isMark)) {
        if (openings().holds(foldedWords(QStringView(text.begin(), at))))
            return true;
    }
    return false;
}

// As the networks mark up what is to be quoted from them.
bool isPost(const HtmlNode &node)
{
    static const NamePattern post(
        u"twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|"
        "reddit-(?:embed|card)|fb-xfbml|text-post-media|telegram-post|imgur-embed"_s);
    return node.tag == HtmlTag::Blockquote && post.matches(node);
}

// Letters of a post but for what the network says of it.
int ownWords(const PageFacts &facts, int post)
{
    int letters = 0;
    for (int i = post; i < facts.node(post).end; ++i) {
        if (facts.node(i).tag != HtmlTag::Text || facts.counts(i).letters == 0)
            continue;
        const QString folded = foldedWords(facts.node(i).text);
        if (introducesPost(folded))
            i = facts.node(blockOf(facts.document(), i)).end - 1; // whose it is, and the day
        else if (!isPhraseOfSite(folded))
            letters += facts.counts(i).letters;
    }
    return letters;
}

bool isNamedCorrection(const HtmlNode &node)
{
    static const NamePattern name(u"correct|clarif|errat|korrektur|rectif|rettelse|rättelse"_s);
    return name.matches(node);
}

} // namespace

bool isProseApart(const PageFacts &facts, int box)
{
    const Counts all = facts.counts(box);
    const bool isPicture = all.pictures > 0 && all.paragraphs < 2; // and its caption
    if (all.letters < enoughProse || isPicture || !mayBeApart(facts.node(box)))
        return false;
    if (facts.node(box).end - box > mostNodes) // of boxes in boxes
        return all.linkDensity() < 0.3;
    int prose = 0;
    int longLines = 0;
    int shortLines = 0;
    bool asks = false;
    for (int i = box; i < facts.node(box).end; ++i) {
        if (isControl(facts.node(i).tag))
            return false;
        const Counts counts = facts.counts(i);
        if (counts.letters == 0 || !isLine(facts, i))
            continue;
        if (counts.letters >= paragraph && counts.linkDensity() < 0.3) {
            prose += counts.letters;
            ++longLines;
        } else {
            ++shortLines;
        }
        asks = asks || speaksOfSubscribing(visibleText(facts.document(), i));
    }
    return prose >= (asks ? plainlyProse : enoughProse) && longLines >= shortLines;
}

bool isFactBox(const PageFacts &facts, int box)
{
    static const NamePattern named(
        u"(?:^|[\\s_-])(?:fact-?box|facts-?box|info-?box|fakten-?box|faktabox|fakta|faktaruta|"
        "encadre|recuadro)(?:$|[\\s_-])"_s);
    const HtmlNode &node = facts.node(box);
    const bool isPlainAside = node.tag == HtmlTag::Aside && !node.elementName;
    if ((!isPlainAside && !named.matches(node)) || soundsLikeByline(node))
        return false;
    const Counts all = facts.counts(box);
    if (all.letters < 40 || all.letters > 2500 || all.linkDensity() > 0.15)
        return false;
    bool heading = false;
    int sentences = 0;
    for (int i = box; i < node.end; ++i) {
        const HtmlTag tag = facts.node(i).tag;
        if (isControl(tag))
            return false;
        heading = heading || (isHeading(tag) && facts.counts(i).letters > 0);
        if (heading && tag == HtmlTag::P && facts.counts(i).letters >= 40
            && facts.counts(i).linkDensity() < 0.3)
            sentences += facts.counts(i).letters;
    }
    const QString text = visibleText(facts.document(), box);
    return sentences * 2 > all.letters && !speaksOfSubscribing(text) && !text.startsWith("About"_L1)
        && !text.startsWith("Über "_L1);
}

KeptParts::KeptParts(const PageFacts &facts)
{
    for (int i = 0; i < facts.size(); ++i) {
        const HtmlNode &node = facts.node(i);
        if (node.tag == HtmlTag::Text)
            continue;
        if (isUnread(node.tag) || node.tag == HtmlTag::Nav) {
            i = node.end - 1;
        } else if (isPost(node)) {
            if (ownWords(facts, i) >= shortestPost)
                add(facts, i, false);
            i = node.end - 1;
        } else if (isBlock(node.tag) && facts.counts(i).letters <= longestNote && isLine(facts, i)
                   && isCorrection(facts, i)) {
            add(facts, i, true);
        }
    }
}

void KeptParts::add(const PageFacts &facts, int node, bool isNote)
{
    for (int up = facts.node(node).parent; isNote && up > 0; up = facts.node(up).parent) {
        if (facts.counts(up).letters > 2 * longestNote)
            break;
        if (isNamedCorrection(facts.node(up)))
            node = up;
    }
    while (!m_parts.empty() && m_parts.back().node >= node)
        m_parts.pop_back();
    if (m_parts.empty() || m_parts.back().end <= node)
        m_parts.push_back({node, facts.node(node).end, isNote});
}

bool KeptParts::holds(int node) const
{
    const auto after = std::ranges::upper_bound(m_parts, node, {}, &Part::node);
    return after != m_parts.begin() && node < (after - 1)->end;
}

// A note is kept wherever it stands, a post where there is little else.
bool KeptParts::areIn(const PageFacts &facts, int box) const
{
    const HtmlTag tag = facts.node(box).tag;
    int letters = 0;
    for (auto part = std::ranges::upper_bound(m_parts, box, {}, &Part::node);
         part != m_parts.end() && part->node < facts.node(box).end; ++part) {
        if (part->isNote)
            return true;
        letters += facts.counts(part->node).letters;
    }
    return letters > 0 && letters * 2 + 60 > facts.counts(box).letters && tag != HtmlTag::Aside
        && tag != HtmlTag::Footer;
}

void KeptParts::leaveOutAround(PageFacts &facts, int box) const
{
    for (int i = box + 1; i < facts.node(box).end;) {
        const auto part = std::ranges::lower_bound(m_parts, i, {}, &Part::node);
        const bool isAround = part != m_parts.end() && part->node < facts.node(i).end;
        if (isAround && part->node == i) {
            i = part->end;
        } else if (isAround) {
            ++i;
        } else {
            facts.leaveOut(i);
            i = facts.node(i).end;
        }
    }
}

QList<int> KeptParts::notesAfter(const PageFacts &facts, int end) const
{
    QList<int> notes;
    int between = 0;
    auto part = std::ranges::lower_bound(m_parts, end, {}, &Part::node);
    for (int i = end; i < qMin(facts.size(), end + nodesAfter) && between < gap;) {
        while (part != m_parts.end() && part->node < i)
            ++part;
        if (part != m_parts.end() && part->node == i && part->isNote && !facts.isLeftOut(i)) {
            notes.append(i);
            i = part->end;
            continue;
        }
        if (facts.isLeftOut(i)) {
            i = facts.node(i).end;
            continue;
        }
        between += facts.node(i).tag == HtmlTag::Text ? facts.counts(i).letters : 0;
        ++i;
    }
    return notes;
}
