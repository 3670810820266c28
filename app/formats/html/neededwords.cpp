#include "app/formats/html/neededwords.h"

#include <algorithm>
#include <utility>

namespace {

using Words = QList<QByteArray>;

constexpr qsizetype shortest = 2; // letters of a word

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

qsizetype shortestOf(const Words &words)
{
    const auto least = std::ranges::min_element(words, {}, &QByteArray::size);
    return least == words.end() ? 0 : least->size();
}

// Reads an expression from its start. https://www.pcre.org/current/doc/html/pcre2pattern.html
class Reader
{
public:
    explicit Reader(QByteArrayView expression) : m_rest(expression) { }

    Words alternatives();

private:
    Words sequence();
    Words group();
    Words atom(QByteArray &run);
    bool skip(QByteArrayView what);
    bool isOptional();

    QByteArrayView m_rest;
};

bool Reader::skip(QByteArrayView what)
{
    if (!m_rest.startsWith(what))
        return false;
    m_rest = m_rest.sliced(what.size());
    return true;
}

// Passes over a quantifier; whether it lets the thing before it be absent.
bool Reader::isOptional()
{
    const bool isAbsent = m_rest.startsWith('?') || m_rest.startsWith('*')
        || m_rest.startsWith('{');
    if (m_rest.startsWith('{'))
        m_rest = m_rest.sliced(m_rest.indexOf('}') + 1);
    else if (isAbsent || m_rest.startsWith('+'))
        m_rest = m_rest.sliced(1);
    if (m_rest.startsWith('?') || m_rest.startsWith('+'))
        m_rest = m_rest.sliced(1); // lazy, possessive
    return isAbsent;
}

// Behind its bracket. What is only looked at is not held.
Words Reader::group()
{
    const bool isLook = skip("?<!") || skip("?<=") || skip("?!") || skip("?=");
    if (!isLook)
        skip("?:");
    Words words = alternatives();
    skip(")");
    return isOptional() || isLook ? Words() : words;
}

// One thing: its letter joins the run, or ends it, and then a group's words come back.
Words Reader::atom(QByteArray &run)
{
    const char c = m_rest.front();
    m_rest = m_rest.sliced(1);
    if (isLetter(c)) {
        run += c;
        const bool isRepeated = m_rest.startsWith('+');
        if (isOptional())
            run.chop(1);
        else if (!isRepeated)
            return {};
    } else if (c == '[') {
        m_rest = m_rest.sliced(m_rest.indexOf(']') + 1);
        isOptional();
    } else if (c == '\\') {
        m_rest = m_rest.sliced(1);
        isOptional();
    } else if (c != '(') {
        isOptional();
    }
    Words best{std::exchange(run, {})};
    if (c == '(') {
        const Words words = group();
        if (shortestOf(words) > shortestOf(best))
            best = words;
    }
    return best;
}

// The words of the part that says most.
Words Reader::sequence()
{
    Words best;
    QByteArray run;
    const auto consider = [&best](const Words &words) {
        if (shortestOf(words) > shortestOf(best))
            best = words;
    };
    while (!m_rest.isEmpty() && m_rest.front() != '|' && m_rest.front() != ')')
        consider(atom(run));
    consider({run});
    return shortestOf(best) >= shortest ? best : Words();
}

Words Reader::alternatives()
{
    Words all;
    bool isKnown = true; // of every one of them
    do {
        const Words words = sequence();
        isKnown = isKnown && !words.isEmpty();
        all += words;
    } while (skip("|"));
    return isKnown ? all : Words();
}

} // namespace

QList<QByteArray> neededWords(QByteArrayView expression)
{
    return Reader(expression).alternatives();
}

std::vector<NeededWord> neededWordsIn(QByteArrayView expression)
{
    std::vector<NeededWord> needed;
    for (const QByteArray &word : neededWords(expression)) {
        NeededWord &added = needed.emplace_back(NeededWord{word, {}});
        for (std::size_t i = 0; i < added.pairs.size(); ++i) {
            const qsizetype at = std::min(qsizetype(i), word.size() - 2);
            added.pairs[i] = quint16(LetterPairs::numberOf(uchar(word[at]), uchar(word[at + 1])));
        }
    }
    return needed;
}
