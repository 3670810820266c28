#include "app/article/datephrase.h"

#include "app/article/daterun.h"

#include <algorithm>

namespace {

constexpr qsizetype longestLine = 200; // characters

bool isEdge(const DateToken &token)
{
    return token.sort == DateToken::Sort::Mark || token.isWord(DateWord::Filler);
}

} // namespace

bool mayHoldDate(QStringView line)
{
    return line.size() >= 6 && line.size() <= longestLine
        && std::ranges::any_of(line, [](QChar character) { return character.isDigit(); });
}

namespace {

// The dates of the line; `covered` says whether nothing else stands in it.
QList<FoundDate> datesOf(QStringView line, QStringView language, bool &covered)
{
    covered = false;
    if (!mayHoldDate(line))
        return {};
    const DateTokens tokens = dateTokens(line);
    QList<FoundDate> dates;
    covered = true;
    for (qsizetype first = 0; first < tokens.size();) {
        const DateRun run(line, tokens, first, language);
        const std::optional<PrintedDate> date = run.date();
        if (!date) {
            covered = covered && isEdge(tokens[first]);
            ++first;
            continue;
        }
        qsizetype from = first;
        qsizetype last = run.end() - 1;
        while (from < last && tokens[from].sort == DateToken::Sort::Mark)
            ++from;
        while (last > from && isEdge(tokens[last]))
            --last;
        dates.append({*date, run.kind(), tokens[from].from,
                      tokens[last].from + tokens[last].length - tokens[from].from});
        first = run.end();
    }
    return dates;
}

} // namespace

QList<FoundDate> datesIn(QStringView line, QStringView language)
{
    bool covered = false;
    return datesOf(line, language, covered);
}

QList<FoundDate> dateLine(QStringView line, QStringView language)
{
    bool covered = false;
    const QList<FoundDate> dates = datesOf(line, language, covered);
    return covered ? dates : QList<FoundDate>();
}

std::optional<PrintedDate> datePhrase(QStringView text, QStringView language)
{
    // Scripts write "GMT+0200 (Central European Summer Time)".
    const qsizetype name = text.endsWith(u')') ? text.indexOf(u" (", text.indexOf(u"GMT")) : -1;
    const QList<FoundDate> dates = dateLine(name > 20 ? text.first(name) : text, language);
    return dates.size() == 1 ? std::optional(dates.front().date) : std::nullopt;
}
