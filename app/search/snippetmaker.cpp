#include "app/search/snippetmaker.h"

#include "app/search/stopwords.h"

#include <algorithm>
#include <bit>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype snippetWidth = 180; // letters; a Chinese character takes the room of two
constexpr qsizetype hitsWidth = 130;    // how far apart hits may stand to be shown together
constexpr qsizetype before = 60;        // how far back a sentence may have begun
constexpr qsizetype longestWord = 30;   // how far a cut looks for the end of a word
constexpr QChar ellipsis(0x2026);

int widthOf(QChar c)
{
    return c.unicode() >= 0x1100 && !c.isPunct() && !c.isLowSurrogate() && !c.isMark() ? 2 : 1;
}

bool isSentenceEnd(QChar c)
{
    static const QString ends = u".!?\n\u3002\uFF01\uFF1F\u061F\u06D4\u0964"_s;
    return ends.contains(c);
}

bool closesQuotation(QChar c)
{
    return c == u'"' || c == u'\'' || c == u')' || c.category() == QChar::Punctuation_FinalQuote
        || c.category() == QChar::Punctuation_Close;
}

bool isMidCharacter(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && (text.at(at).isLowSurrogate() || text.at(at).isMark());
}

class Window final
{
public:
    Window(const QString &text, const QList<TextHit> &hits) : m_text(text), m_hits(hits)
    {
        chooseHits();
        chooseBegin();
        chooseEnd();
        useTheRoom();
    }

    void write(Snippet &snippet) const
    {
        std::vector<int> places(size_t(m_end - m_begin + 1)); // of each character in the snippet
        if (m_begin > 0 && !startsSentence(m_begin))
            snippet.text += ellipsis;
        const qsizetype opening = snippet.text.size();
        for (qsizetype i = m_begin; i < m_end; ++i) {
            const QChar c = m_text.at(i);
            places[size_t(i - m_begin)] = int(snippet.text.size());
            if (!c.isSpace() && c.category() != QChar::Other_Control)
                snippet.text += c;
            else if (snippet.text.size() > opening && !snippet.text.endsWith(u' '))
                snippet.text += u' ';
        }
        places.back() = int(snippet.text.size());
        while (snippet.text.endsWith(u' '))
            snippet.text.chop(1);
        if (m_end < m_text.size() && !isSentenceEnd(m_text.at(m_end - 1)))
            snippet.text += ellipsis;
        for (const TextHit &hit : m_hits) {
            if (hit.at < m_begin || hit.at + hit.length > m_end)
                continue;
            const int from = places[size_t(hit.at - m_begin)];
            snippet.marks.append({from, places[size_t(hit.at + hit.length - m_begin)] - from});
        }
    }

private:
    // The first of the stretches with the most different words, then with the most hits.
    void chooseHits()
    {
        int best = -1;
        for (qsizetype i = 0; i < m_hits.size(); ++i) {
            quint64 leaves = 0; // a bit each: wordsToMark() gives no more
            int count = 0;
            qsizetype end = 0;
            for (qsizetype k = i; k < m_hits.size(); ++k) {
                const TextHit &hit = m_hits.at(k);
                if (k > i && hit.at + hit.length > m_hits.at(i).at + hitsWidth)
                    break;
                leaves |= quint64(1) << hit.leaf;
                ++count;
                end = hit.at + hit.length;
            }
            const int score = std::popcount(leaves) * 10 + qMin(count, 9);
            if (score <= best)
                continue;
            best = score;
            m_firstHit = m_hits.at(i).at;
            m_lastHitEnd = end;
        }
    }

    bool startsSentence(qsizetype at) const
    {
        if (at == 0 || m_text.at(at - 1) == u'\n' || m_text.at(at - 1) == QChar(0x3002))
            return true;
        if (!m_text.at(at - 1).isSpace())
            return false;
        qsizetype end = at - 1;
        while (end > 0 && m_text.at(end - 1) != u'\n'
               && (m_text.at(end - 1).isSpace() || closesQuotation(m_text.at(end - 1))))
            --end;
        return end == 0 || isSentenceEnd(m_text.at(end - 1));
    }

    qsizetype wordBefore(qsizetype at, qsizetype notBefore) const
    {
        qsizetype i = at;
        while (i > notBefore && !m_text.at(i - 1).isSpace())
            --i;
        if (i == notBefore && i > 0) // no blanks here: Chinese, or one endless word
            i = at;
        while (isMidCharacter(m_text, i))
            --i;
        return i;
    }

    // Where the sentence begins, when that is near; else some words before the hit.
    qsizetype beginFor(qsizetype at) const
    {
        const qsizetype farthest = qMax(qsizetype(0), at - before);
        for (qsizetype i = at; i >= farthest; --i) {
            if (startsSentence(i) && (i == m_text.size() || !m_text.at(i).isSpace()))
                return i;
        }
        const qsizetype some = qMax(qsizetype(0), at - before / 2);
        return wordBefore(some, qMax(qsizetype(0), some - longestWord));
    }

    void chooseBegin() { m_begin = beginFor(m_firstHit); }

    void chooseEnd()
    {
        qsizetype width = 0;
        qsizetype sentence = -1;
        qsizetype i = m_begin;
        for (; i < m_text.size() && width < snippetWidth; ++i) {
            width += widthOf(m_text.at(i));
            const bool isEnd = isSentenceEnd(m_text.at(i))
                && (i + 1 == m_text.size() || m_text.at(i + 1).isSpace()
                    || widthOf(m_text.at(i)) > 1 || m_text.at(i).unicode() >= 0x3000);
            if (isEnd && i >= m_lastHitEnd && width > snippetWidth * 3 / 5)
                sentence = i + 1;
        }
        m_end = qMax(i, m_lastHitEnd);
        if (sentence > 0)
            m_end = sentence;
        else if (m_end < m_text.size())
            m_end = qMax(wordBefore(m_end, qMax(m_lastHitEnd, m_end - longestWord)), m_lastHitEnd);
    }

    // A hit at the end of the story leaves room for what stands before it.
    void useTheRoom()
    {
        if (m_end < m_text.size())
            return;
        qsizetype width = 0;
        for (qsizetype i = m_begin; i < m_end; ++i)
            width += widthOf(m_text.at(i));
        qsizetype at = m_begin;
        for (; at > 0 && width < snippetWidth; --at)
            width += widthOf(m_text.at(at - 1));
        while (at < m_begin && !startsSentence(at))
            ++at;
        m_begin = at;
    }

    const QString &m_text;
    const QList<TextHit> &m_hits;
    qsizetype m_firstHit = 0;
    qsizetype m_lastHitEnd = 0;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
};

} // namespace

Snippet SnippetMaker::snippet(ArticleId id, const indexformat::StoredText &text,
                              const QString &language)
{
    QString whole = text.standfirst;
    for (const QString *part : {&text.body, &text.rest}) {
        if (!whole.isEmpty() && !part->isEmpty())
            whole += u'\n';
        whole += *part;
    }
    Snippet snippet{id, {}, {}};
    Window(whole, m_finder.hits(whole, language)).write(snippet);
    return snippet;
}

QList<std::pair<int, int>> hitsIn(const QString &text, const QString &language,
                                  const SearchQuery &query)
{
    const QString primary = primaryLanguage(language);
    HitFinder finder(wordsToMark(query));
    QList<std::pair<int, int>> places;
    for (const TextHit &hit : finder.hits(text, primary.isEmpty() ? u"und"_s : primary))
        places.append({int(hit.at), int(hit.length)});
    return places;
}

QStringList markedWords(const QString &text, const QString &language, const SearchQuery &query)
{
    QStringList words;
    for (const auto &[at, length] : hitsIn(text, language, query)) {
        const QString word = text.mid(at, length);
        if (!words.contains(word))
            words.append(word);
    }
    return words;
}
