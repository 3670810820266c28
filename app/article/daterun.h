#pragma once
// One date, read from the pieces of a line (app/article/datetokens.h). Only
// app/article/datephrase.cpp asks. Pure; any thread.

#include "app/article/datephrase.h"
#include "app/article/datetokens.h"

#include <optional>

// Reads one date from a run of tokens, as far as they make sense. Every piece has one slot; a
// piece whose slot is taken ends the run, because there the next date begins.
class DateRun final
{
public:
    // `line` and `tokens` are the caller's, who keeps them.
    DateRun(QStringView line, const DateTokens &tokens, qsizetype first, QStringView language);

    qsizetype end() const { return m_end; }
    DateKind kind() const { return m_kind; }
    std::optional<PrintedDate> date() const;

private:
    struct Clock
    {
        int hour = -1;
        int minute = 0;
        int second = 0;
        qsizetype from = 0; // characters
        qsizetype to = 0;
        QStringView zone;
        std::optional<int> offset; // seconds, where the page prints digits
        bool isSet() const { return hour >= 0; }
    };

    const DateToken *peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() ? &m_tokens[m_at + ahead] : nullptr;
    }
    bool isNumber(qsizetype ahead, int fewest, int most) const
    {
        const DateToken *token = peek(ahead);
        return token && token->isNumber(fewest, most);
    }
    bool isMark(qsizetype ahead, char16_t mark) const
    {
        const DateToken *token = peek(ahead);
        return token && token->isMark(mark);
    }
    bool isWord(qsizetype ahead, DateWord word) const
    {
        const DateToken *token = peek(ahead);
        return token && token->isWord(word);
    }
    bool hasDay() const { return m_a > 0 || (m_day > 0 && m_month > 0 && m_year > 0); }

    bool takeOne();
    bool takeWord(const DateToken &token);
    bool takeLabel(DateKind kind);
    bool takeMonth(const DateToken &token);
    bool takeFollowingMonth();
    bool takeFollowingWeekday();
    int numeral(qsizetype ahead) const;
    bool takeNumber(const DateToken &token);
    bool takeIsoDay();
    bool takeMarkedDay();
    bool takeNumericDay();
    bool takeTime();
    bool takeTime(int hour, int minute, int second, qsizetype pieces);
    bool takeBareNumber(const DateToken &token);
    void takeMeridiemAndZone(Clock &clock);
    bool takeOffset(Clock &clock);
    void giveBackLateLabel();
    QDate day() const;

    QStringView m_line;
    const DateTokens &m_tokens;
    qsizetype m_at;
    QStringView m_language;
    qsizetype m_end = 0;

    DateKind m_kind = DateKind::Unsaid;
    bool m_hasLabel = false;
    qsizetype m_lateLabel = -1;
    qsizetype m_timeAfterLabel = -1;
    int m_day = 0;
    int m_month = 0;
    int m_year = 0;
    int m_a = 0; // the two first numbers of 3/4/2009, whose order is not known yet
    int m_b = 0;
    bool m_dotted = false;
    DateWord m_meridiem = DateWord::Unknown; // printed before its time
    Clock m_clock;
    Clock m_second; // the same moment once more: "16:33 UK"
};
