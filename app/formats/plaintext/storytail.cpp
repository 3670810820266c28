#include "app/formats/plaintext/storytail.h"

#include "app/article/datephrase.h"
#include "app/formats/plaintext/labelledfield.h"
#include "app/formats/plaintext/linerules.h"
#include "app/formats/plaintext/storyhead.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 200; // characters, of a related story

class TailReader
{
public:
    explicit TailReader(TextStory &story) : m_story(story) { }

    void read()
    {
        m_story.bodyEnd = m_story.lines.size();
        findRules();
        m_story.bodyEnd = endOfStory();
        trimTools();
        trimTrailing();
        for (qsizetype i = m_story.bodyEnd; i < m_story.lines.size(); ++i)
            i = readTailLine(i);
        for (qsizetype i = m_story.bodyEnd; i < m_story.lines.size(); ++i) {
            if (m_story.isUnread(i))
                m_story.trim(i);
        }
    }

private:
    // A related story: its title and its date, where it has one.
    struct Related
    {
        qsizetype title = 0;
        qsizetype dateAt = -1;
        LinkDate date;
        qsizetype last() const { return std::max(title, dateAt); }
    };

    QStringView at(qsizetype i) const { return m_story.at(i); }
    qsizetype count() const { return m_story.lines.size(); }
    LineRule rule(qsizetype i) const { return m_rules[i - m_story.bodyStart]; }

    void findRules();
    qsizetype endOfStory() const;
    bool endsAt(qsizetype i, qsizetype proseBefore) const;
    qsizetype proseAfter(qsizetype i) const;
    void trimTools();
    void trimTrailing();
    qsizetype readTailLine(qsizetype i);
    qsizetype readRelated(qsizetype heading);
    QList<Related> linksUnder(qsizetype heading) const;
    std::optional<Related> linkAt(qsizetype i, bool isDateFirst) const;
    bool headsLinks(qsizetype heading) const;
    qsizetype readStoryFrom(qsizetype heading);
    bool isLinkList(qsizetype i) const;
    bool isTitle(qsizetype i) const;
    bool isTool(qsizetype i) const;
    std::optional<LinkDate> dateOfLink(qsizetype i) const;
    void addLink(qsizetype title, const LinkDate &date);

    TextStory &m_story;
    QList<LineRule> m_rules; // from bodyStart
    QList<qsizetype> m_proseAfter;
};

void TailReader::findRules()
{
    const qsizetype lines = count() - m_story.bodyStart;
    m_rules.resize(lines);
    m_proseAfter.resize(lines + 1);
    for (qsizetype i = lines - 1; i >= 0; --i) {
        const QStringView line = at(m_story.bodyStart + i);
        m_rules[i] = isLinkList(m_story.bodyStart + i) ? LineRule::EndOfStory : lineRule(line);
        const bool isStory = m_rules[i] == LineRule::None && isProse(line);
        m_proseAfter[i] = m_proseAfter[i + 1] + (isStory ? line.size() : 0);
    }
}

// The addresses that lynx -dump lists at the end.
bool TailReader::isLinkList(qsizetype i) const
{
    return at(i) == u"References" && i + 1 < count() && at(i + 1).contains(u"://");
}

// Characters of prose after line `i`.
qsizetype TailReader::proseAfter(qsizetype i) const
{
    return m_proseAfter[i + 1 - m_story.bodyStart];
}

qsizetype TailReader::endOfStory() const
{
    for (qsizetype i = m_story.bodyStart; i < count(); ++i) {
        const qsizetype before = m_proseAfter[0] - m_proseAfter[i - m_story.bodyStart];
        if (i > m_story.bodyStart && isLinkDate(at(i), m_story.language) && isTitle(i - 1)
            && proseAfter(i) * 2 < before)
            return i - 1;
        if (endsAt(i, before))
            return i;
    }
    return count();
}

// Whether line `i` is one that pages print below the story, and the story does not go on after it.
bool TailReader::endsAt(qsizetype i, qsizetype proseBefore) const
{
    switch (rule(i)) {
    case LineRule::EndOfStory:
    case LineRule::StoryFrom:
        return proseAfter(i) < proseBefore || proseBefore > 0;
    case LineRule::RelatedHeading:
        return proseAfter(i) * 3 < proseBefore && headsLinks(i);
    case LineRule::Promotion:
    case LineRule::Notice:
        return proseAfter(i) * 3 < proseBefore;
    case LineRule::Tool:
    case LineRule::Advertisement:
    case LineRule::Navigation:
        return proseAfter(i) == 0 && proseBefore > 0;
    case LineRule::Service:
    case LineRule::None:
        break;
    }
    return false;
}

bool TailReader::isTool(qsizetype i) const
{
    switch (rule(i)) {
    case LineRule::Tool:
    case LineRule::Advertisement:
    case LineRule::Notice:
    case LineRule::Navigation:
    case LineRule::Promotion:
    case LineRule::EndOfStory:
        return true;
    case LineRule::Service: // "Facebook" alone may head a part of the story
        return (i > m_story.bodyStart && rule(i - 1) != LineRule::None)
            || (i + 1 < count() && rule(i + 1) != LineRule::None);
    case LineRule::RelatedHeading:
    case LineRule::StoryFrom:
    case LineRule::None:
        break;
    }
    return false;
}

// Tools and advertisements between paragraphs, and boxes of related stories.
void TailReader::trimTools()
{
    for (qsizetype i = m_story.bodyStart; i < m_story.bodyEnd; ++i) {
        if (!m_story.isUnread(i))
            continue;
        if (isTool(i))
            m_story.trim(i);
        else if (rule(i) == LineRule::RelatedHeading && headsLinks(i))
            i = std::min(readRelated(i), m_story.bodyEnd - 1);
    }
}

// Notices, tools and sections at the very end, where no line marked the end of the story.
void TailReader::trimTrailing()
{
    while (m_story.bodyEnd > m_story.bodyStart && !m_story.isUnread(m_story.bodyEnd - 1))
        --m_story.bodyEnd;
}

bool TailReader::isTitle(qsizetype i) const
{
    return i >= m_story.bodyStart && i < count() && m_story.isUnread(i)
        && at(i).size() <= longestTitle && rule(i) == LineRule::None
        && !isLinkDate(at(i), m_story.language);
}

std::optional<LinkDate> TailReader::dateOfLink(qsizetype i) const
{
    if (std::optional<LinkDate> date = linkDate(at(i), m_story.language))
        return date;
    if (const std::optional<PrintedDate> date = datePhrase(at(i), m_story.language))
        return LinkDate{*date, {}};
    return std::nullopt;
}

void TailReader::addLink(qsizetype title, const LinkDate &date)
{
    m_story.article.relatedLinks.append({at(title).toString(), date.date, date.section, {}});
    m_story.take(title);
}

// One line below the story; returns the last line that went with it.
qsizetype TailReader::readTailLine(qsizetype i)
{
    if (rule(i) == LineRule::RelatedHeading)
        return readRelated(i);
    if (rule(i) == LineRule::StoryFrom)
        return readStoryFrom(i);
    if (i + 1 < count() && isTitle(i)) {
        if (const std::optional<LinkDate> date = linkDate(at(i + 1), m_story.language)) {
            addLink(i, *date);
            m_story.take(i + 1);
            return i + 1;
        }
    }
    return i;
}

// Whether the line heads a list of other stories. "Más información" may head a part of this one:
// then sentences follow, or the story goes on after a line that could be a title.
bool TailReader::headsLinks(qsizetype heading) const
{
    const qsizetype next = heading + 1;
    if (next >= count() || rule(next) != LineRule::None)
        return true;
    const QList<Related> links = linksUnder(heading);
    if (links.isEmpty())
        return false;
    const qsizetype last = links.back().last();
    if (links.front().dateAt >= 0 || proseAfter(last) == 0)
        return true;
    if (rule(last + 1) != LineRule::None)
        return true;
    // A box: one block of lines with blank ones around it.
    const auto isInside = [](const TextLine &line) { return !line.blankBefore; };
    return m_story.isParted && m_story.lines[last + 1].blankBefore
        && std::all_of(m_story.lines.begin() + next, m_story.lines.begin() + last + 1, isInside);
}

// The links of a block under "SEE ALSO:". BBC News printed the date above the title until 2002,
// below it since.
QList<TailReader::Related> TailReader::linksUnder(qsizetype heading) const
{
    QList<Related> links;
    qsizetype i = heading + 1;
    const bool isDateFirst = i < count() && dateOfLink(i).has_value();
    while (i < count()) {
        const std::optional<Related> link = linkAt(i, isDateFirst);
        if (!link)
            break;
        // Links without dates are one block, unless every line stands alone.
        const bool isNewBlock = m_story.lines[i].blankBefore && i > heading + 1;
        if (isNewBlock && link->dateAt < 0 && (!links.isEmpty() || i > heading + 8)
            && !m_story.lines[i - 1].blankBefore)
            break;
        if (isNewBlock && link->dateAt < 0 && i + 1 < count() && !m_story.lines[i + 1].blankBefore)
            break;
        links.append(*link);
        i = link->last() + 1;
    }
    return links;
}

std::optional<TailReader::Related> TailReader::linkAt(qsizetype i, bool isDateFirst) const
{
    Related link;
    link.title = isDateFirst ? i + 1 : i;
    const qsizetype dateAt = isDateFirst ? i : i + 1;
    const std::optional<LinkDate> date = dateAt < count() ? dateOfLink(dateAt) : std::nullopt;
    if (!isTitle(link.title) || isProse(at(link.title)) || (isDateFirst && !date))
        return std::nullopt;
    if (!date) {
        // Without a date, a full stop makes it a sentence of the story.
        if (endsSentence(at(i)) && !at(i).endsWith(u'?'))
            return std::nullopt;
        return link;
    }
    link.dateAt = dateAt;
    link.date = *date;
    return link;
}

// A block under "SEE ALSO:"; returns its last line.
qsizetype TailReader::readRelated(qsizetype heading)
{
    m_story.trim(heading);
    qsizetype last = heading;
    const QList<Related> links = linksUnder(heading);
    for (const Related &link : links) {
        addLink(link.title, link.date);
        if (link.dateAt >= 0)
            m_story.take(link.dateAt);
        last = link.last();
    }
    return last;
}

// The foot of BBC News' printable version: the page's address, and when it was published.
qsizetype TailReader::readStoryFrom(qsizetype heading)
{
    m_story.trim(heading);
    qsizetype i = heading + 1;
    for (; i < count() && i <= heading + 3; ++i) {
        const QUrl address = webAddress(at(i));
        if (address.isValid() && m_story.article.url.isEmpty()) {
            m_story.article.url = address;
            m_story.article.provenance.insert(u"url"_s, u"foot of the page"_s);
            m_story.take(i);
        } else if (!takeDates(m_story, i)) {
            break;
        }
    }
    if (m_story.article.publisher.isEmpty()) {
        m_story.article.publisher = u"BBC"_s;
        m_story.article.provenance.insert(u"publisher"_s, u"foot of the page"_s);
    }
    return i - 1;
}

} // namespace

void readTail(TextStory &story)
{
    TailReader(story).read();
}
