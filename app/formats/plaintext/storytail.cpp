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
        else if (rule(i) == LineRule::RelatedHeading)
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

// A block under "SEE ALSO:". BBC News printed the date above the title until 2002, below it since.
// Returns its last line.
qsizetype TailReader::readRelated(qsizetype heading)
{
    m_story.trim(heading);
    qsizetype i = heading + 1;
    const bool isDateFirst = i < count() && dateOfLink(i).has_value();
    bool hasLinks = false;
    while (i < count()) {
        const qsizetype title = isDateFirst ? i + 1 : i;
        const qsizetype dateAt = isDateFirst ? i : i + 1;
        const std::optional<LinkDate> date = dateAt < count() ? dateOfLink(dateAt) : std::nullopt;
        if (!isTitle(title) || isProse(at(title)) || (isDateFirst && !date))
            break;
        // Links without dates are one block, unless every line stands alone.
        const bool isNewBlock = m_story.lines[i].blankBefore && i > heading + 1;
        if (isNewBlock && !date && (hasLinks || i > heading + 8)
            && !m_story.lines[i - 1].blankBefore)
            break;
        if (isNewBlock && !date && i + 1 < count() && !m_story.lines[i + 1].blankBefore)
            break;
        addLink(title, date.value_or(LinkDate{}));
        if (date)
            m_story.take(dateAt);
        hasLinks = true;
        i += date ? 2 : 1;
    }
    return i - 1;
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
