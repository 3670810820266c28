#include "app/search/names.h"

#include "app/search/foldedtext.h"
#include "app/search/stopwords.h"

#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 6;       // words
constexpr qsizetype longestText = 200'000; // characters: names come early in a story

struct Word
{
    QStringView text;
    bool hasCapital = false;
    bool opensSentence = false;
    bool joins = false; // nothing but one blank before it
};

bool belongsToWord(QStringView text, qsizetype i)
{
    const QChar c = text.at(i);
    if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
        return true;
    if (i + 1 >= text.size() || !text.at(i + 1).isLetterOrNumber())
        return false;
    return c == u'-' || c == u'\'' || c == QChar(0x2019) || c == u'&'
        || (c == u'.' && i > 0 && text.at(i - 1).isUpper()); // U.S., J.R.
}

// "U.S" of "U.S. Senate", "W" of "George W. Bush".
bool endsInInitial(QStringView word)
{
    return word.back().isUpper() && (word.size() == 1 || word.at(word.size() - 2) == u'.');
}

bool endsSentence(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u':' || c == u'\n' || c == u'"'
        || c == QChar(0x201C) || c == QChar(0x2018) || c == QChar(0x00AB) || c == QChar(0x2022)
        || c == QChar(0x201E);
}

QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    bool opens = true;
    qsizetype end = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (!text.at(i).isLetterOrNumber()) {
            opens = opens || endsSentence(text.at(i));
            ++i;
            continue;
        }
        const qsizetype start = i;
        while (i < text.size() && belongsToWord(text, i))
            ++i;
        if (i < text.size() && text.at(i) == u'.' && endsInInitial(text.mid(start, i - start)))
            ++i; // the dot is the name's, not the sentence's
        const QStringView word = text.mid(start, i - start);
        words.append(
            {word, word.front().isUpper(), opens, start == end + 1 && text.at(end) == u' '});
        opens = false;
        end = i;
    }
    return words;
}

// Small words that stand inside names: "Bank of England", "Ursula von der Leyen".
bool bindsNames(QStringView word)
{
    static const QSet<QString> particles{
        u"of"_s, u"de"_s,  u"del"_s, u"della"_s, u"di"_s,  u"da"_s, u"do"_s,  u"dos"_s, u"du"_s,
        u"la"_s, u"van"_s, u"von"_s, u"der"_s,   u"den"_s, u"al"_s, u"bin"_s, u"ibn"_s, u"el"_s};
    return particles.contains(word.toString());
}

bool isTitle(const QString &folded)
{
    static const QSet<QString> titles{u"mr"_s,  u"mrs"_s,  u"ms"_s,   u"miss"_s, u"dr"_s,
                                      u"sir"_s, u"prof"_s, u"herr"_s, u"frau"_s, u"mme"_s};
    return titles.contains(folded);
}

QSet<QString> calendarWords()
{
    QSet<QString> words;
    for (const auto language : {QLocale::English, QLocale::German}) {
        const QLocale locale(language);
        for (int day = 1; day <= 7; ++day)
            words.insert(foldedText(locale.dayName(day)));
        for (int month = 1; month <= 12; ++month)
            words.insert(foldedText(locale.monthName(month)));
    }
    return words;
}

bool isOfCalendar(const QString &folded)
{
    static const QSet<QString> words = calendarWords();
    return words.contains(folded);
}

// A word that is no name by itself, though it has its capital for standing first.
bool saysNothing(const QString &folded)
{
    static const QSet<QString> words = [] {
        QSet<QString> all;
        for (const QString &language : {u"en"_s, u"de"_s, u"fr"_s, u"es"_s, u"it"_s, u"pt"_s}) {
            for (const QString &word : stopWords(language))
                all.insert(foldedText(word));
        }
        return all;
    }();
    return words.contains(folded) || isOfCalendar(folded) || folded.size() < 2;
}

// Whether a run of capitals begins only after this word. In the middle of a sentence a small word
// has its capital for the name's sake: "in New Orleans", "to The Hague".
bool standsBeforeName(const Word &word)
{
    const QString folded = foldedText(word.text.toString());
    if (isTitle(folded) || isOfCalendar(folded) || folded.size() < 2)
        return true;
    return word.opensSentence && saysNothing(folded);
}

// Without the possessive that would make two names of one.
QStringView bare(QStringView word)
{
    if (word.endsWith(u"'s") || word.endsWith(u"\u2019s"))
        return word.chopped(2);
    return word;
}

class NameFinder
{
public:
    explicit NameFinder(const QList<Word> &words) : m_words(words)
    {
        for (const Word &word : words) {
            if (word.hasCapital && !word.opensSentence)
                m_insideSentences.insert(bare(word.text).toString());
        }
    }

    QList<PrintedName> names();

private:
    qsizetype endOfRun(qsizetype first) const;
    void take(qsizetype first, qsizetype end);

    const QList<Word> &m_words;
    QSet<QString> m_insideSentences; // words that have their capital for themselves
    QHash<QString, qsizetype> m_rows;
    QList<PrintedName> m_names;
};

QList<PrintedName> NameFinder::names()
{
    for (qsizetype i = 0; i < m_words.size();) {
        if (!m_words.at(i).hasCapital) {
            ++i;
            continue;
        }
        const qsizetype end = endOfRun(i);
        take(i, end);
        i = end;
    }
    return m_names;
}

// Past the last capitalised word of the run that begins at `first`.
qsizetype NameFinder::endOfRun(qsizetype first) const
{
    qsizetype end = first + 1;
    for (qsizetype i = end; i < m_words.size() && i - first < longestName; ++i) {
        const Word &word = m_words.at(i);
        // A possessive ends a name: "China's Hu Jintao" are two.
        if (!word.joins || bare(m_words.at(i - 1).text) != m_words.at(i - 1).text)
            break;
        if (word.hasCapital)
            end = i + 1;
        else if (!bindsNames(word.text))
            break;
    }
    return end;
}

void NameFinder::take(qsizetype first, qsizetype end)
{
    while (first < end && standsBeforeName(m_words.at(first))) {
        ++first;
        while (first < end && !m_words.at(first).hasCapital)
            ++first;
    }
    if (first >= end)
        return;
    const Word &opening = m_words.at(first);
    if (end - first == 1 && opening.opensSentence
        && !m_insideSentences.contains(bare(opening.text).toString()))
        return;

    const QStringView last = bare(m_words.at(end - 1).text);
    const QString printed = QStringView(opening.text.data(), last.data() + last.size()).toString();
    const QString folded = foldedText(printed);
    if (saysNothing(folded))
        return;
    const auto known = m_rows.constFind(folded);
    if (known != m_rows.constEnd()) {
        ++m_names[*known].count;
        return;
    }
    m_rows.insert(folded, m_names.size());
    m_names.append({folded, printed, 1});
}

} // namespace

QList<PrintedName> namesIn(const QString &text)
{
    const QString looked = text.left(longestText);
    const QList<Word> words = wordsOf(looked);
    return NameFinder(words).names();
}
