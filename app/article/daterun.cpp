#include "app/article/daterun.h"

#include "app/article/dateorder.h"
#include "app/article/datewordsabroad.h"

namespace {

constexpr int earliestYear = 1600; // the first newspapers
constexpr int latestYear = 2199;

// POSIX strptime %y: 69-99 are of the twentieth century.
int fullYear(int twoDigits)
{
    return twoDigits + (twoDigits < 69 ? 2000 : 1900);
}

} // namespace

DateRun::DateRun(QStringView line, const DateTokens &tokens, qsizetype first, QStringView language)
    : m_line(line), m_tokens(tokens), m_at(first), m_language(language)
{
    while (m_at < m_tokens.size() && takeOne()) { }
    m_end = m_at;
    // A label that came after a whole date without a time of its own was the next date's.
    if (m_lateLabel >= 0 && m_at < m_tokens.size() && m_timeAfterLabel < 0)
        giveBackLateLabel();
}

bool DateRun::takeOne()
{
    const DateToken &token = m_tokens[m_at];
    switch (token.sort) {
    case DateToken::Sort::Number:
        return takeNumber(token);
    case DateToken::Sort::Word:
        return takeWord(token);
    case DateToken::Sort::Mark:
        if (!QStringView(u",.:;|()[]-–—/·•'’°*\"\u2212：（）【】｜・،")
                 .contains(QChar(char16_t(token.value))))
            return false;
        ++m_at;
        return true;
    }
    return false;
}

bool DateRun::takeWord(const DateToken &token)
{
    switch (token.word) {
    case DateWord::Month:
        return takeMonth(token);
    case DateWord::Published:
        return takeLabel(DateKind::Published);
    case DateWord::Modified:
        return takeLabel(DateKind::Modified);
    case DateWord::Weekday:
    case DateWord::Filler:
    case DateWord::Ordinal:
    case DateWord::Morning:   // here it is the German "am"
    case DateWord::Afternoon: // after a year the Arabic "of our era"
    case DateWord::MonthMark: // "(月)", "(日)": Monday, Sunday
    case DateWord::DayMark:
    case DateWord::MinuteMark:
        ++m_at;
        return true;
    case DateWord::BeforeNoon:
    case DateWord::AfterNoon:
        m_meridiem = token.word;
        ++m_at;
        return true;
    case DateWord::Era:
    case DateWord::EraYear:
        return takeMarkedDay();
    case DateWord::MonthFollows:
        return takeFollowingMonth();
    case DateWord::WeekdayFollows:
        return takeFollowingWeekday();
    case DateWord::YearMark:
    case DateWord::Hours:
    case DateWord::Local:
    case DateWord::Zone:
    case DateWord::Unknown:
        break;
    }
    return false;
}

bool DateRun::takeLabel(DateKind kind)
{
    if (m_hasLabel && (hasDay() || m_kind != kind))
        return false;
    if (hasDay())
        m_lateLabel = m_at;
    m_hasLabel = true;
    m_kind = kind;
    ++m_at;
    return true;
}

void DateRun::giveBackLateLabel()
{
    m_end = m_lateLabel;
    m_kind = DateKind::Unsaid;
}

bool DateRun::takeMonth(const DateToken &token)
{
    if (m_month > 0 || m_a > 0)
        return false;
    m_month = token.value;
    ++m_at;
    return true;
}

// Vietnamese: the value of a word that is a number.
int DateRun::numeral(qsizetype ahead) const
{
    const DateToken *token = peek(ahead);
    const bool isWord = token && token->sort == DateToken::Sort::Word;
    return isWord ? vietnameseNumeral(m_line.mid(token->from, token->length)) : 0;
}

// "tháng 4", "tháng Tư", "tháng mười hai"
bool DateRun::takeFollowingMonth()
{
    if (m_month > 0 || m_a > 0)
        return false;
    const bool isFigure = isNumber(1, 1, 2);
    int month = isFigure ? peek(1)->value : numeral(1);
    const int more = !isFigure && month == 10 ? numeral(2) : 0;
    const bool isCompound = more == 1 || more == 2;
    if (isCompound)
        month += more;
    if (month < 1 || month > 12)
        return false;
    m_month = month;
    m_at += isCompound ? 3 : 2;
    return true;
}

// "thứ Hai", "thứ 2"
bool DateRun::takeFollowingWeekday()
{
    if (!isNumber(1, 1, 1) && numeral(1) == 0)
        return false;
    m_at += 2;
    return true;
}

bool DateRun::takeNumber(const DateToken &token)
{
    return takeIsoDay() || takeMarkedDay() || takeTime() || takeNumericDay()
        || takeBareNumber(token);
}

// 2009-03-30, 2009/03/30, 2009.03.30, 2009. 3. 30., 20090330
bool DateRun::takeIsoDay()
{
    if (m_day > 0 || m_month > 0 || m_year > 0 || m_a > 0)
        return false;
    const DateToken &first = m_tokens[m_at];
    if (first.digits == 8) {
        m_year = first.value / 10000;
        m_month = first.value / 100 % 100;
        m_day = first.value % 100;
        if (!QDate::isValid(m_year, m_month, m_day) || m_year < earliestYear)
            m_year = m_month = m_day = 0;
        m_at += m_year > 0 ? 1 : 0;
        return m_year > 0;
    }
    if (!isNumber(0, 4, 4) || !isNumber(2, 1, 2) || !isNumber(4, 1, 2))
        return false;
    const DateToken *mark = peek(1);
    if (!(mark->isMark(u'-') || mark->isMark(u'/') || mark->isMark(u'.'))
        || !isMark(3, char16_t(mark->value)) || !(peek(2)->joined || mark->isMark(u'.')))
        return false;
    m_year = first.value;
    m_month = peek(2)->value;
    m_day = peek(4)->value;
    m_at += 5;
    return true;
}

// 2009年3月30日, 2009년 3월 30일, 平成21年3月30日, 令和元年5月1日
bool DateRun::takeMarkedDay()
{
    if (m_day > 0 || m_month > 0 || m_year > 0 || m_a > 0)
        return false;
    int year = peek()->value;
    qsizetype month = 1; // where it stands
    if (isNumber(0, 4, 4) && isWord(1, DateWord::YearMark)) {
        month = 2;
    } else if (isWord(0, DateWord::Era) && isNumber(1, 1, 2) && isWord(2, DateWord::YearMark)) {
        year += peek(1)->value;
        month = 3;
    } else if (!isWord(0, DateWord::EraYear)) {
        return false;
    }
    if (!isNumber(month, 1, 2) || !isWord(month + 1, DateWord::MonthMark)
        || !isNumber(month + 2, 1, 2) || !isWord(month + 3, DateWord::DayMark))
        return false;
    m_year = year;
    m_month = peek(month)->value;
    m_day = peek(month + 2)->value;
    m_at += month + 4;
    return true;
}

// 30.03.2009, 30. 3. 2009, 30/03/2009, 3-30-09
bool DateRun::takeNumericDay()
{
    if (m_day > 0 || m_month > 0 || m_year > 0 || m_a > 0)
        return false;
    if (!isNumber(0, 1, 2) || !isNumber(2, 1, 2) || !(isNumber(4, 4, 4) || isNumber(4, 2, 2)))
        return false;
    const DateToken *mark = peek(1);
    if (!(mark->isMark(u'.') || mark->isMark(u'/') || mark->isMark(u'-'))
        || !isMark(3, char16_t(mark->value)))
        return false;
    m_dotted = mark->isMark(u'.');
    const bool isJoined = mark->joined && peek(2)->joined && peek(4)->joined;
    if (mark->isMark(u'-') && !isJoined) // 3 - 4 - 2009: scores, more likely
        return false;
    m_a = peek(0)->value;
    m_b = peek(2)->value;
    m_year = peek(4)->digits == 2 ? fullYear(peek(4)->value) : peek(4)->value;
    m_at += 5;
    return m_a > 0;
}

// 15:33, 15:33:07.250, 15時33分, 15h33, 15 h, 15.33 Uhr, 9.30am, 9 p.m., 1533 GMT
bool DateRun::takeTime()
{
    const int value = m_tokens[m_at].value;
    const auto endsTime = [this](qsizetype ahead) {
        return isWord(ahead, DateWord::Hours) || isWord(ahead, DateWord::Morning)
            || isWord(ahead, DateWord::Afternoon) || isWord(ahead, DateWord::Zone);
    };
    const bool short1 = isNumber(0, 1, 2);
    if (short1 && isMark(1, u':') && isNumber(2, 2, 2)) {
        if (isMark(3, u':') && isNumber(4, 2, 2) && peek(4)->joined) {
            const bool hasFraction = (isMark(5, u'.') || isMark(5, u',')) && isNumber(6, 1, 9)
                && peek(5)->joined && peek(6)->joined;
            return takeTime(value, peek(2)->value, peek(4)->value, hasFraction ? 7 : 5);
        }
        return takeTime(value, peek(2)->value, 0, 3);
    }
    if (short1 && isWord(1, DateWord::Hours)) {
        if (isNumber(2, 1, 2) && isWord(3, DateWord::MinuteMark))
            return takeTime(value, peek(2)->value, 0, 4);
        if (isNumber(2, 2, 2) && (peek(2)->joined || hasDay()))
            return takeTime(value, peek(2)->value, 0, 3);
        return takeTime(value, 0, 0, 2);
    }
    const bool pointed = short1 && isMark(1, u'.') && isNumber(2, 2, 2) && peek(1)->joined
        && peek(2)->joined;
    if (pointed && (endsTime(3) || (hasDay() && !isMark(3, u'.'))))
        return takeTime(value, peek(2)->value, 0, 3);
    if (short1 && (isWord(1, DateWord::Morning) || isWord(1, DateWord::Afternoon)))
        return takeTime(value, 0, 0, 1);
    const bool isYear = m_year == 0 && value >= earliestYear && !m_clock.isSet();
    if (isNumber(0, 4, 4) && !isYear && (isWord(1, DateWord::Zone) || isWord(1, DateWord::Hours)))
        return takeTime(value / 100, value % 100, 0, 1);
    return false;
}

bool DateRun::takeTime(int hour, int minute, int second, qsizetype pieces)
{
    if (m_second.isSet() || !QTime::isValid(hour, minute, qMin(second, 59)))
        return false;
    Clock &clock = m_clock.isSet() ? m_second : m_clock;
    clock.hour = hour;
    if (m_meridiem != DateWord::Unknown && hour <= 12)
        clock.hour = hour % 12 + (m_meridiem == DateWord::AfterNoon ? 12 : 0);
    clock.minute = minute;
    clock.second = qMin(second, 59);
    clock.from = m_tokens[m_at].from;
    m_at += pieces;
    takeMeridiemAndZone(clock);
    clock.to = m_tokens[m_at - 1].from + m_tokens[m_at - 1].length;
    if (m_lateLabel >= 0)
        m_timeAfterLabel = m_at;
    return true;
}

void DateRun::takeMeridiemAndZone(Clock &clock)
{
    const bool morning = isWord(0, DateWord::Morning);
    if ((morning || isWord(0, DateWord::Afternoon)) && clock.hour >= 1 && clock.hour <= 12) {
        clock.hour = clock.hour % 12 + (morning ? 0 : 12);
        ++m_at;
    }
    if (isWord(0, DateWord::Hours)) {
        ++m_at;
        if (isMark(0, u'.'))
            ++m_at;
    }
    if (takeOffset(clock))
        return;
    const qsizetype bracket = isMark(0, u'(') ? 1 : 0;
    if (!isWord(bracket, DateWord::Zone) && !isWord(bracket, DateWord::Local))
        return;
    m_at += bracket;
    const DateToken &name = m_tokens[m_at++];
    clock.zone = m_line.mid(name.from, name.length);
    if (takeOffset(clock)) // GMT+1
        clock.zone = m_line.mid(name.from,
                                m_tokens[m_at - 1].from + m_tokens[m_at - 1].length - name.from);
    if (bracket && isMark(0, u')'))
        ++m_at;
}

// +0200, +02:00, -05; the sign touches its digits, else it is a dash.
bool DateRun::takeOffset(Clock &clock)
{
    const bool east = isMark(0, u'+');
    if (!east && !isMark(0, u'-') && !isMark(0, u'\u2212'))
        return false;
    if (!isNumber(1, 1, 4) || !peek(1)->joined)
        return false;
    int hours = peek(1)->value;
    int minutes = 0;
    qsizetype pieces = 2;
    if (peek(1)->digits >= 3) {
        minutes = hours % 100;
        hours /= 100;
    } else if (isMark(2, u':') && isNumber(3, 2, 2)) {
        minutes = peek(3)->value;
        pieces = 4;
    } else if (!east && clock.zone.isEmpty()) {
        return false; // 15:33 -30
    }
    if (hours > 14 || minutes > 59)
        return false;
    clock.offset = (hours * 60 + minutes) * (east ? 60 : -60);
    const qsizetype from = m_tokens[m_at].from;
    m_at += pieces;
    clock.zone = m_line.mid(from, m_tokens[m_at - 1].from + m_tokens[m_at - 1].length - from);
    return true;
}

// A day of the month or a year.
bool DateRun::takeBareNumber(const DateToken &token)
{
    if (m_a > 0)
        return false;
    const int earliest = m_month > 12 ? earliestSolarYear : earliestYear;
    if (token.digits == 4 && m_year == 0 && token.value >= earliest && token.value <= latestYear) {
        m_year = token.value;
        ++m_at;
        return true;
    }
    if (token.digits > 2)
        return false;
    if (m_day == 0 && token.value >= 1 && token.value <= 31) {
        m_day = token.value;
        ++m_at;
        return true;
    }
    if (m_day > 0 && m_month > 0 && m_year == 0 && token.digits == 2) {
        m_year = fullYear(token.value);
        ++m_at;
        return true;
    }
    return false;
}

QDate DateRun::day() const
{
    if (m_a == 0)
        return calendarDay(m_year, m_month, m_day, m_language);
    return dayOf({m_a, m_b, m_year, m_dotted}, m_language, m_clock.zone);
}

std::optional<PrintedDate> DateRun::date() const
{
    const QDate printedDay = day();
    if (!printedDay.isValid() || printedDay.year() < earliestYear || printedDay.year() > latestYear)
        return std::nullopt;

    PrintedDate date;
    date.hasTime = m_clock.isSet();
    const QTime time = date.hasTime ? QTime(m_clock.hour, m_clock.minute, m_clock.second)
                                    : QTime(0, 0);
    date.moment = QDateTime(printedDay, time, Qt::UTC);
    if (!date.hasTime)
        return date;

    date.zone = m_clock.zone.toString();
    const std::optional<int> offset = m_clock.offset ? m_clock.offset
                                                     : zoneOffset(m_clock.zone, date.moment);
    if (offset) {
        date.hasZone = true;
        date.moment = QDateTime(printedDay, time, Qt::OffsetFromUTC, *offset);
    }
    if (m_second.isSet())
        date.alsoPrinted = m_line.mid(m_second.from, m_second.to - m_second.from).toString();
    return date;
}
