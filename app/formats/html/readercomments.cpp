#include "app/formats/html/readercomments.h"

#include "app/formats/html/classwords.h"
#include "app/formats/html/namepattern.h"
#include "app/formats/html/refrainphrases.h"
#include "app/formats/html/storyparts.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestButton = 24; // characters
constexpr int fewestBlocks = 3;
constexpr int nodesOfList = 2000; // looked at for two that are alike
constexpr int enoughPage = 400;   // letters of prose that must be left
constexpr int ownProse = 150;     // letters beside the blocks that make a box more than their list

// A forum may be what the story is on, or where it is printed: only a list in it tells.
bool mayBeDiscussion(const HtmlNode &element)
{
    static const NamePattern discussion(
        u"(?:^|[\\s_-])(?:forum|discussions?|opinie|diskuse|diskussion|reactions?)(?:$|[\\s_-])"_s);
    return element.tag != HtmlTag::Body && element.tag != HtmlTag::Html
        && element.tag != HtmlTag::Article && discussion.matches(element);
}

bool areAlike(const HtmlNode &a, const HtmlNode &b)
{
    return a.tag == b.tag && a.attribute("class"_L1) == b.attribute("class"_L1);
}

// At least two blocks beside each other under one name.
bool isList(const PageFacts &facts, int box)
{
    int last = -1;
    const int end = qMin(facts.node(box).end, box + nodesOfList);
    for (int i = box + 1; i < end; ++i) {
        const HtmlNode &node = facts.node(i);
        if (!isBlock(node.tag) || !node.elementName || facts.counts(i).letters < longestButton)
            continue;
        if (last >= 0 && facts.node(last).parent == node.parent && areAlike(facts.node(last), node))
            return true;
        last = i;
    }
    return false;
}

// What stands under a reader's comment, folded.
bool isAnswerButton(const PageFacts &facts, int i)
{
    static const QSet<QString> words = [] {
        QSet<QString> folded;
        const QString table = //
            u"reply|report|report abuse|antworten|melden|beitrag melden|répondre|signaler|"
            "signaler un abus|responder|denunciar|reportar|rispondi|segnala|reageren|beantwoorden|"
            "rapporteer|odpowiedz|zgłoś|ответить|пожаловаться|yanıtla|cevapla|şikayet et|رد|إبلاغ|"
            "הגב|דווח|返信|返信する|通報|通報する|回复|回復|举报|舉報|답글|신고|svara|anmäl|svar|"
            "anmeld|rapporter|vastaa|ilmianna|odpovědět|reagovat|nahlásit"_s;
        for (const QStringView word : QStringView(table).split(u'|'))
            folded.insert(foldedWords(word));
        return folded;
    }();
    const HtmlNode &node = facts.node(i);
    if (node.tag != HtmlTag::Text)
        return false;
    const HtmlTag tag = facts.node(node.parent).tag;
    const bool isButton = tag == HtmlTag::A || tag == HtmlTag::Button || tag == HtmlTag::Span;
    const QStringView text = QStringView(node.text).trimmed();
    return isButton && !text.isEmpty() && text.size() <= longestButton
        && words.contains(foldedWords(text));
}

int commonParent(const PageFacts &facts, const QList<int> &nodes)
{
    int up = facts.node(nodes.first()).parent;
    while (up > 0 && !facts.isWithin(nodes.last(), up))
        up = facts.node(up).parent;
    return up;
}

// The children of `parent` that hold the buttons, when they are alike.
QList<int> blocksAround(const PageFacts &facts, const QList<int> &buttons, int parent)
{
    QList<int> blocks;
    auto button = buttons.begin();
    for (int i = parent + 1; i < facts.node(parent).end && button != buttons.end();
         i = facts.node(i).end) {
        bool holds = false;
        for (; button != buttons.end() && *button < facts.node(i).end; ++button)
            holds = true;
        if (holds)
            blocks.append(i);
    }
    const auto isOther = [&](int block) {
        return !areAlike(facts.node(block), facts.node(blocks.first()));
    };
    return std::ranges::any_of(blocks, isOther) ? QList<int>() : blocks;
}

int proseOf(const PageFacts &facts, int node)
{
    const Counts counts = facts.counts(node);
    return counts.letters - counts.linked;
}

} // namespace

bool holdsComments(const PageFacts &facts, int box, int heading)
{
    if (facts.isWithin(heading, box))
        return false;
    return soundsLikeReaders(facts.node(box))
        || (mayBeDiscussion(facts.node(box)) && proseOf(facts, box) * 2 < proseOf(facts, 0)
            && isList(facts, box));
}

bool leaveOutAnswered(PageFacts &facts, const KeptParts &kept, int heading)
{
    QHash<QString, QList<int>> buttons;
    for (int i = 0; i < facts.size(); ++i) {
        if (isAnswerButton(facts, i) && !kept.holds(i))
            buttons[foldedWords(facts.node(i).text)].append(i);
    }
    bool isAny = false;
    for (const QList<int> &same : std::as_const(buttons)) {
        if (same.size() < fewestBlocks)
            continue;
        const int parent = commonParent(facts, same);
        const QList<int> blocks = blocksAround(facts, same, parent);
        int prose = 0;
        for (const int block : blocks)
            prose += proseOf(facts, block);
        const bool holdsHeadline = !blocks.isEmpty() && heading >= blocks.first()
            && heading < facts.node(blocks.last()).end;
        if (blocks.size() < fewestBlocks || holdsHeadline || proseOf(facts, 0) - prose < enoughPage)
            continue;
        isAny = true;
        if (!facts.isWithin(heading, parent) && proseOf(facts, parent) - prose < ownProse) {
            facts.leaveOut(parent);
            continue;
        }
        for (const int block : blocks)
            facts.leaveOut(block);
    }
    return isAny;
}
