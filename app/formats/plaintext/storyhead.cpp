#include "app/formats/plaintext/storyhead.h"

#include "app/article/datephrase.h"
#include "app/article/datetokens.h"
#include "app/formats/plaintext/byline.h"
#include "app/formats/plaintext/dateline.h"
#include "app/formats/plaintext/labelledfield.h"
#include "app/formats/plaintext/linerules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostHeadLines = 40;      // above the headline
constexpr qsizetype mostLinesBelow = 14;     // between the headline and the last line of the head
constexpr qsizetype longestStandfirst = 500; // characters, over all its lines
constexpr qsizetype mostStandfirstLines = 3;
constexpr qsizetype longestHeadline = 300;
constexpr qsizetype longestDateLine = 120;

// How the page generations of BBC News print their dates:
//   1998     Published at 17:21 GMT 18:21 UK
//   2002     Tuesday, 13 August, 2002, 12:07 GMT 13:07 UK
//   2003-08  Last Updated: Friday, 20 May, 2005, 09:13 GMT 10:13 UK
//   2008-10  Page last updated at 15:33 GMT, Monday, 30 March 2009 16:33 UK
//   2011     29 July 2011 Last updated at 14:38 GMT
bool isBbcDateLine(QStringView line, const PrintedDate &date)
{
    if (line.startsWith(u"Page last updated at"))
        return true;
    if (date.zone != u"GMT")
        return false;
    return date.alsoPrinted.endsWith(u"UK") || line.startsWith(u"Last Updated:")
        || line.contains(u" Last updated at ") || line.contains(u"Published at ");
}

void setPublisher(TextStory &story, const QString &publisher, const QString &proof)
{
    if (!story.article.publisher.isEmpty() || publisher.isEmpty())
        return;
    story.article.publisher = publisher;
    story.article.provenance.insert(u"publisher"_s, proof);
}

bool giveDate(Article &article, const FoundDate &found, const QString &proof)
{
    const bool isModified = found.kind == DateKind::Modified;
    PrintedDate &target = isModified ? article.dateModified : article.datePublished;
    if (target.isValid())
        return target == found.date;
    target = found.date;
    article.provenance.insert(isModified ? u"dateModified"_s : u"datePublished"_s, proof);
    return true;
}

// Gives all of `dates` to the article; false when one had no field left.
bool giveDates(TextStory &story, QStringView line, const QList<FoundDate> &dates)
{
    bool taken = true;
    for (const FoundDate &found : dates) {
        const bool isBbc = isBbcDateLine(line, found.date);
        taken = giveDate(story.article, found, isBbc ? u"BBC date line"_s : u"date line"_s)
            && taken;
        if (isBbc)
            setPublisher(story, u"BBC"_s, u"BBC date line"_s);
    }
    return taken;
}

// "Posted: 4:05 PM EDT": a label and no day.
bool isTimeAlone(QStringView line)
{
    if (!mayHoldDate(line) || line.size() > 60)
        return false;
    const DateTokens tokens = dateTokens(line);
    const auto isPart = [](const DateToken &token) {
        return token.sort != DateToken::Sort::Word || token.word != DateWord::Unknown;
    };
    const auto isLabel = [](const DateToken &token) {
        return token.isWord(DateWord::Published) || token.isWord(DateWord::Modified);
    };
    return std::ranges::all_of(tokens, isPart) && std::ranges::any_of(tokens, isLabel);
}

// "03/04/2009" where nothing tells the day from the month: no date for us, and no story either.
bool isUntoldDate(QStringView line)
{
    return mayHoldDate(line) && !dateLine(line, u"de").isEmpty();
}

// "[logo.gif]": what lynx and w3m leave of a picture above the story.
bool isPictureMark(QStringView line)
{
    return line.size() > 2 && line.front() == u'[' && line.back() == u']'
        && line.indexOf(u']') == line.size() - 1;
}

class HeadReader
{
public:
    explicit HeadReader(TextStory &story) : m_story(story) { }

    void read()
    {
        m_hasLabels = hasLabelledFields(m_story.lines);
        readAbove();
        readBelow();
    }

private:
    enum class Found { Nothing, Weak, Strong };

    QStringView at(qsizetype i) const { return m_story.at(i); }
    qsizetype count() const { return m_story.lines.size(); }

    void readAbove();
    void readBelow();
    void takeHeadline(qsizetype i);
    void takeUnknown(const QList<qsizetype> &unknown);
    bool takePicture(const QList<qsizetype> &unknown);
    Found takeMatter(qsizetype i);
    bool takeSplitDate(qsizetype i);
    bool takeByline(qsizetype i);
    bool takeRole(qsizetype i);
    bool takeBareByline(qsizetype i);
    bool isInNavigation(qsizetype i) const;
    bool takeMasthead(qsizetype i);
    bool takeTitleBar(qsizetype i);
    bool takeSection(qsizetype i);
    bool takeAddress(qsizetype i);
    bool isHeadlineCandidate(qsizetype i) const;

    TextStory &m_story;
    bool m_hasLabels = false;
    qsizetype m_headline = -1;
    qsizetype m_lastByline = -2;
};

bool HeadReader::isHeadlineCandidate(qsizetype i) const
{
    return i < count() && !isProse(at(i)) && dateLine(at(i), m_story.language).isEmpty()
        && lineRule(at(i)) == LineRule::None;
}

void HeadReader::readAbove()
{
    qsizetype last = -1; // the last line that could have been a headline after all
    for (qsizetype i = 0; i < count() && i < mostHeadLines; ++i) {
        if (!m_story.isUnread(i))
            continue;
        if (!m_story.article.headline.isEmpty() && m_headline < 0)
            m_headline = i; // a labelled field or a title bar gave it
        if (m_headline >= 0)
            break;
        const bool isByline = bylineOf(at(i)).has_value();
        if (isByline && !isHeadlineCandidate(i + 1))
            return takeHeadline(last >= 0 ? last : i);
        const Found found = takeMatter(i);
        if (found == Found::Nothing) {
            const bool isStory = isProse(at(i)) && at(i).size() > longestHeadline / 2;
            return takeHeadline(isStory && last >= 0 ? last : i);
        }
        if (found == Found::Weak)
            last = i;
    }
    if (m_headline < 0 && m_story.article.headline.isEmpty())
        takeHeadline(last >= 0 ? last : 0);
}

void HeadReader::takeHeadline(qsizetype i)
{
    m_headline = i;
    QString text = at(i).toString();
    m_story.article.provenance.insert(u"headline"_s, u"first line"_s);
    if (text.size() <= longestHeadline) {
        m_story.take(i);
        m_story.article.headline = text;
        m_story.bodyStart = i + 1;
        return;
    }
    // A text without a headline: its first words stand for one, and stay in the story.
    const qsizetype blank = text.lastIndexOf(u' ', 100);
    m_story.article.headline = text.left(blank > 0 ? blank : 100) + u'…';
    m_story.roles[i] = LineRole::Unread;
    m_story.bodyStart = i;
}

void HeadReader::readBelow()
{
    if (m_headline < 0)
        return;
    qsizetype i = m_story.isUnread(m_headline) ? m_headline : m_headline + 1;
    m_story.bodyStart = i;
    if (m_story.isUnread(m_headline) && at(m_headline).size() > longestHeadline)
        return;
    QList<qsizetype> unknown;
    qsizetype length = 0;
    for (; i < count() && i <= m_headline + mostLinesBelow; ++i) {
        const LineRule rule = lineRule(at(i));
        if (rule == LineRule::RelatedHeading || rule == LineRule::EndOfStory)
            break;
        if (!unknown.isEmpty() && rule != LineRule::None)
            break; // a tool inside the story
        if (!unknown.isEmpty() && datelineOf(at(unknown.front())))
            break; // the story has begun
        const Found found = takeMatter(i);
        if (found == Found::Nothing) {
            unknown.append(i);
            length += at(i).size();
            if (unknown.size() > mostStandfirstLines || length > longestStandfirst)
                break;
            continue;
        }
        takeUnknown(unknown);
        unknown.clear();
        m_story.bodyStart = i + 1;
    }
}

// What stood between the headline and a later line of the head.
void HeadReader::takeUnknown(const QList<qsizetype> &unknown)
{
    if (unknown.isEmpty() || takePicture(unknown))
        return;
    QString &standfirst = m_story.article.description;
    for (const qsizetype i : unknown) {
        if (m_story.article.authors.isEmpty() && unknown.size() == 1 && looksLikeAName(at(i))) {
            m_story.article.authors.append(at(i).toString());
        } else {
            standfirst += (standfirst.isEmpty() ? QString() : u" "_s) + at(i).toString();
        }
        m_story.take(i);
    }
}

bool HeadReader::takePicture(const QList<qsizetype> &unknown)
{
    if (unknown.size() != 2 || isProse(at(unknown[0])) || isProse(at(unknown[1]))
        || endsSentence(at(unknown[0])) || m_story.lines[unknown[1]].blankBefore)
        return false;
    ArticleImage image;
    image.alternateName = at(unknown[0]).toString();
    image.caption = at(unknown[1]).toString();
    m_story.article.images.append(image);
    m_story.take(unknown[0]);
    m_story.take(unknown[1]);
    return true;
}

HeadReader::Found HeadReader::takeMatter(qsizetype i)
{
    if (!m_story.isUnread(i))
        return Found::Strong;
    if (at(i).size() > longestHeadline)
        return Found::Nothing;
    if (m_hasLabels && takeLabelledField(m_story, i))
        return Found::Strong;
    if (takeSplitDate(i) || takeDates(m_story, i) || takeRole(i) || takeByline(i)
        || takeBareByline(i) || takeAddress(i))
        return Found::Strong;
    if (m_headline < 0 && (isInNavigation(i) || takeMasthead(i))) {
        if (m_story.isUnread(i))
            m_story.trim(i);
        return Found::Strong;
    }
    const LineRule rule = lineRule(at(i));
    if ((rule != LineRule::None && rule != LineRule::Service) || isTimeAlone(at(i))
        || isUntoldDate(at(i)) || (m_headline < 0 && isPictureMark(at(i)))) {
        if (rule == LineRule::Navigation)
            takeSection(i);
        m_story.trim(i);
        return Found::Strong;
    }
    const bool isSharing = i > 0 && m_story.roles[i - 1] == LineRole::Trimmed;
    if (rule == LineRule::Service && isSharing) {
        m_story.trim(i);
        return Found::Strong;
    }
    if (const QString publisher = publisherNamed(at(i)); !publisher.isEmpty()) {
        setPublisher(m_story, publisher, u"line of its own"_s);
        if (m_story.article.publisher == at(i))
            m_story.take(i);
        else
            m_story.trim(i);
        return Found::Weak;
    }
    return takeTitleBar(i) ? Found::Strong : takeSection(i) ? Found::Weak : Found::Nothing;
}

// One of a row of lines of one or two words, most of them sections: a page's navigation.
bool HeadReader::isInNavigation(qsizetype i) const
{
    constexpr qsizetype fewest = 5;
    constexpr qsizetype farthest = 30; // lines to look at on each side
    const auto isShort = [this](qsizetype line) {
        return at(line).size() <= 24 && at(line).count(u' ') <= 1 && !at(line).back().isPunct();
    };
    if (!isShort(i))
        return false;
    qsizetype first = i;
    while (first > 0 && i - first < farthest && isShort(first - 1))
        --first;
    qsizetype end = i + 1;
    while (end < count() && end - i < farthest && isShort(end))
        ++end;
    qsizetype sections = 0;
    for (qsizetype line = first; line < end; ++line)
        sections += isSection(at(line)) || lineRule(at(line)) != LineRule::None ? 1 : 0;
    return end - first >= fewest && sections * 2 >= end - first;
}

// "THE TARN COURIER" on the first line, a headline still to come.
bool HeadReader::takeMasthead(qsizetype i)
{
    constexpr qsizetype farthest = 6; // lines below
    if (i > 0 || !isMasthead(at(i)) || !m_story.article.publisher.isEmpty())
        return false;
    for (qsizetype k = i + 1; k < count() && k <= i + farthest; ++k) {
        if (isProse(at(k)) || bylineOf(at(k)))
            return false;
        if (isHeadlineCandidate(k) && !isSection(at(k))) {
            setPublisher(m_story, at(i).toString(), u"first line"_s);
            m_story.take(i);
            return true;
        }
    }
    return false;
}

// A date on one line and its time on the next, as BBC News printed them in 1998.
bool HeadReader::takeSplitDate(qsizetype i)
{
    if (i + 1 >= count() || !mayHoldDate(at(i)) || !mayHoldDate(at(i + 1))
        || at(i).size() + at(i + 1).size() > longestDateLine || !m_story.isUnread(i + 1))
        return false;
    if (!dateLine(at(i + 1), m_story.language).isEmpty())
        return false;
    const QString both = at(i).toString() + u' ' + at(i + 1).toString();
    const QList<FoundDate> dates = dateLine(both, m_story.language);
    if (dates.size() != 1 || !dates.front().date.hasTime || !giveDates(m_story, both, dates))
        return false;
    m_story.take(i);
    m_story.take(i + 1);
    return true;
}

bool HeadReader::takeByline(qsizetype i)
{
    QStringView line = at(i);
    // "By Ann Hill | 30 March 2009": the date is read by itself.
    const QList<FoundDate> dates = mayHoldDate(line) ? datesIn(line, m_story.language)
                                                     : QList<FoundDate>();
    const QStringView names = dates.isEmpty() ? line : line.left(dates.front().from).trimmed();
    std::optional<Byline> byline = bylineOf(names);
    if (!byline)
        return false;
    m_story.article.authors += byline->authors;
    if (m_story.article.place.isEmpty())
        m_story.article.place = byline->place;
    const bool given = giveDates(m_story, line, dates);
    const qsizetype end = dates.isEmpty() ? 0 : dates.back().from + dates.back().length;
    const bool hasMore = !dates.isEmpty() && end < line.size();
    m_story.article.provenance.insert(u"author"_s, u"byline"_s);
    m_lastByline = i;
    const auto isWord = [](QChar c) { return c.isLetterOrNumber(); };
    if (std::ranges::any_of(byline->rest, isWord) || hasMore || !given)
        m_story.trim(i);
    else
        m_story.take(i);
    return true;
}

// "BBC News, Beijing" below a byline: nothing of the article holds a writer's post.
bool HeadReader::takeRole(qsizetype i)
{
    if (m_lastByline != i - 1 || i == 0 || !isRole(at(i))
        || !dateLine(at(i), m_story.language).isEmpty())
        return false;
    const qsizetype comma = at(i).lastIndexOf(u',');
    if (comma > 0) {
        const QString publisher = publisherNamed(at(i).left(comma));
        setPublisher(m_story, publisher, u"byline"_s);
        if (!publisher.isEmpty() && m_story.article.place.isEmpty())
            m_story.article.place = at(i).mid(comma + 1).trimmed().toString();
    } else {
        setPublisher(m_story, publisherNamed(at(i)), u"byline"_s);
    }
    m_story.trim(i);
    return true;
}

// A name alone, with the writer's post below it.
bool HeadReader::takeBareByline(qsizetype i)
{
    if (m_headline < 0 || i + 1 >= count() || !looksLikeAName(at(i)) || isSection(at(i))
        || m_story.lines[i + 1].blankBefore || !isRole(at(i + 1)))
        return false;
    m_story.article.authors.append(at(i).toString());
    m_story.article.provenance.insert(u"author"_s, u"byline"_s);
    m_story.take(i);
    m_lastByline = i;
    return true;
}

// "BBC NEWS | Americas | Storm nears the coast": the title of a saved page.
bool HeadReader::takeTitleBar(qsizetype i)
{
    const auto parts = at(i).split(u'|');
    if (m_headline >= 0 || parts.size() < 2 || parts.size() > 4)
        return false;
    const bool isFirst = !publisherNamed(parts.front()).isEmpty();
    if (!isFirst && publisherNamed(parts.back()).isEmpty())
        return false;
    const QStringView title = (isFirst ? parts.back() : parts.front()).trimmed();
    if (isSection(title))
        return false;
    setPublisher(m_story, publisherNamed(isFirst ? parts.front() : parts.back()), u"page title"_s);
    if (parts.size() >= 3 && m_story.article.articleSection.isEmpty()) {
        m_story.article.articleSection = parts[parts.size() - 2].trimmed().toString();
        m_story.article.provenance.insert(u"articleSection"_s, u"page title"_s);
    }
    m_story.trim(i);
    // The page prints the headline once more below; else this is the only one.
    for (qsizetype k = i + 1; k < count() && k <= i + 8; ++k) {
        if (at(k).compare(title, Qt::CaseInsensitive) == 0)
            return true;
    }
    m_story.article.headline = title.toString();
    m_story.article.provenance.insert(u"headline"_s, u"page title"_s);
    return true;
}

// A section's name alone, or at the end of "You are in: World: Americas" and "Home > World > Asia".
bool HeadReader::takeSection(qsizetype i)
{
    QStringView name = at(i);
    for (const QChar mark : {u':', u'>', u'»'}) {
        const qsizetype last = name.lastIndexOf(mark);
        if (last >= 0)
            name = name.mid(last + 1).trimmed();
    }
    if (!isSection(name)
        || (name.size() == at(i).size() && m_headline >= 0
            && !m_story.article.articleSection.isEmpty()))
        return false;
    const bool isAlone = name.size() == at(i).size();
    // In a row of sections none is the story's.
    const bool isInRow = isAlone
        && ((i > 0 && isSection(at(i - 1))) || (i + 1 < count() && isSection(at(i + 1))));
    m_story.trim(i);
    if (!isInRow && m_story.article.articleSection.isEmpty()) {
        m_story.article.articleSection = name.toString();
        m_story.article.provenance.insert(u"articleSection"_s, u"line of its own"_s);
        if (isAlone)
            m_story.take(i);
    }
    return true;
}

bool HeadReader::takeAddress(qsizetype i)
{
    const QUrl address = webAddress(at(i));
    if (!address.isValid())
        return false;
    if (m_story.article.url.isEmpty()) {
        m_story.article.url = address;
        m_story.article.provenance.insert(u"url"_s, u"line of its own"_s);
        m_story.take(i);
    } else {
        m_story.trim(i);
    }
    return true;
}

} // namespace

bool takeDates(TextStory &story, qsizetype line)
{
    const QList<FoundDate> dates = dateLine(story.at(line), story.language);
    if (dates.isEmpty())
        return false;
    if (giveDates(story, story.at(line), dates))
        story.take(line);
    else
        story.trim(line);
    return true;
}

void readHead(TextStory &story)
{
    HeadReader(story).read();
}
