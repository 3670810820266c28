#include "app/formats/html/authornotes.h"

#include "app/formats/html/refrainphrases.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestHead = 40;  // letters
constexpr int longestNote = 900; // letters below it

bool headsNote(const QString &text)
{
    static const QSet<QString> heads{u"about the author"_s,
                                     u"about the authors"_s,
                                     u"about the writer"_s,
                                     u"about the reporter"_s,
                                     u"über den autor"_s,
                                     u"über die autorin"_s,
                                     u"über die autoren"_s,
                                     u"zum autor"_s,
                                     u"zur autorin"_s,
                                     u"à propos de l auteur"_s,
                                     u"à propos de l autrice"_s,
                                     u"a propos de l auteur"_s,
                                     u"sobre el autor"_s,
                                     u"sobre la autora"_s,
                                     u"acerca del autor"_s,
                                     u"sull autore"_s,
                                     u"sull autrice"_s,
                                     u"informazioni sull autore"_s,
                                     u"sobre o autor"_s,
                                     u"sobre a autora"_s,
                                     u"over de auteur"_s,
                                     u"om forfatteren"_s,
                                     u"om författaren"_s,
                                     u"o autorze"_s,
                                     u"o autorce"_s,
                                     u"об авторе"_s,
                                     u"про автора"_s,
                                     u"yazar hakkında"_s,
                                     u"عن الكاتب"_s,
                                     u"על המחבר"_s,
                                     u"著者について"_s,
                                     u"筆者紹介"_s,
                                     u"作者简介"_s,
                                     u"关于作者"_s,
                                     u"關於作者"_s,
                                     u"글쓴이 소개"_s,
                                     u"kirjoittajasta"_s,
                                     u"o autorovi"_s};
    return heads.contains(foldedWords(text));
}

bool mayHead(HtmlTag tag)
{
    return isHeading(tag) || tag == HtmlTag::P || tag == HtmlTag::Div || tag == HtmlTag::Strong;
}

} // namespace

void leaveOutAuthorNote(PageFacts &facts, const QList<int> &story)
{
    if (story.isEmpty())
        return;
    const int root = story.last();
    const int end = facts.node(root).end;
    int below = 0; // letters from here to the end
    int head = -1;
    for (int i = end - 1; i > root && below <= longestNote && head < 0; --i) {
        const HtmlNode &node = facts.node(i);
        const int letters = facts.counts(i).letters;
        if (node.tag == HtmlTag::Text)
            below += letters;
        else if (mayHead(node.tag) && letters > 0 && letters <= longestHead
                 && headsNote(visibleText(facts.document(), i)))
            head = i;
    }
    for (int i = head; i >= 0 && i < end; i = facts.node(i).end)
        facts.leaveOut(i);
}
