#include "app/article/datetokens.h"

namespace {

constexpr qsizetype mostTokens = 96;
constexpr int mostDigits = 9; // more overflow an int, and are no part of a date

DateToken numberAt(QStringView line, qsizetype from)
{
    DateToken token;
    token.sort = DateToken::Sort::Number;
    qsizetype i = from;
    for (; i < line.size() && line[i].isDigit() && i - from < mostDigits; ++i)
        token.value = token.value * 10 + line[i].digitValue();
    token.digits = quint8(i - from);
    token.length = i - from;
    return token;
}

// A sign right after a number of a date, which the next word follows without a blank: 30日午後3時
bool isDateMark(QChar character)
{
    return QStringView(u"年月日号號時时分년월일시분").contains(character);
}

DateToken wordAt(QStringView line, qsizetype from, bool isAfterNumber)
{
    DateToken token;
    token.sort = DateToken::Sort::Word;
    qsizetype i = from;
    while (i < line.size() && (line[i].isLetter() || line[i].isMark())) // vowel signs
        ++i;
    if (isAfterNumber && isDateMark(line[from]))
        i = from + 1;
    token.length = i - from;
    // "a.m." and "p. m.", whose points would part them
    const QChar first = line[from].toLower();
    if (token.length == 1 && (first == u'a' || first == u'p')) {
        qsizetype next = i;
        if (next < line.size() && line[next] == u'.')
            ++next;
        if (next < line.size() && line[next].isSpace())
            ++next;
        const bool hasPoint = next > i && line[i] == u'.';
        const bool endsThere = next + 1 >= line.size() || !line[next + 1].isLetter();
        if (hasPoint && next < line.size() && line[next].toLower() == u'm' && endsThere) {
            next += next + 1 < line.size() && line[next + 1] == u'.' ? 2 : 1;
            token.word = first == u'a' ? DateWord::Morning : DateWord::Afternoon;
            token.length = next - from;
            return token;
        }
    }
    const DateWordMeaning meaning = dateWordMeaning(line.mid(from, token.length));
    token.word = meaning.word;
    token.value = meaning.value;
    return token;
}

} // namespace

DateTokens dateTokens(QStringView line)
{
    DateTokens tokens;
    bool joined = false;
    for (qsizetype i = 0; i < line.size() && tokens.size() < mostTokens;) {
        const QChar character = line[i];
        if (character.isSpace() || character.category() == QChar::Other_Format) {
            joined = joined && !character.isSpace(); // a mark of direction
            ++i;
            continue;
        }
        DateToken token;
        if (character.isDigit()) {
            token = numberAt(line, i);
        } else if (character.isLetter()) {
            const bool isAfterNumber = !tokens.isEmpty()
                && tokens.back().sort == DateToken::Sort::Number;
            token = wordAt(line, i, isAfterNumber);
        } else {
            token.value = character.unicode();
            token.length = 1;
        }
        token.from = i;
        token.joined = joined;
        tokens.append(token);
        i += token.length;
        joined = true;
    }
    return tokens;
}
