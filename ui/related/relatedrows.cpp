#include "ui/related/relatedrows.h"

#include <algorithm>

namespace {

using Kind = RelatedRow::Kind;

// When a story was news, for the order of a thread; its own printing decides, as in the library.
qint64 timeOf(const RelatedStory &story, const StoryThread &thread)
{
    const auto own = std::ranges::find(thread.stories, story.here->id, &ThreadStory::id);
    return own == thread.stories.end() ? 0 : own->time;
}

bool isIn(const StoryThread &thread, const RelatedStory &story)
{
    return story.here
        && std::ranges::find(thread.stories, story.here->id, &ThreadStory::id)
        != thread.stories.end();
}

class Rows final
{
public:
    explicit Rows(const RelatedFolds &folds) : m_folds(folds) { }

    void add(RelatedSection section, const QList<RelatedStory> &stories)
    {
        if (!addHeading(section, int(stories.size())))
            return;
        for (const RelatedStory &story : stories)
            addStory(section, story);
    }

    // One row, whatever their number: the same text need not be read twice.
    void addSameText(const QList<RelatedStory> &stories)
    {
        if (stories.isEmpty())
            return;
        RelatedStory first = stories.first();
        first.copies = stories.sliced(1);
        add(RelatedSection::SameText, {first});
    }

    void addThread(const StoryThread &thread, QList<RelatedStory> stories)
    {
        if (!addHeading(RelatedSection::Thread, int(thread.stories.size())))
            return;
        m_rows.append({Kind::Strip, RelatedSection::Thread, {}, 0, true});
        std::ranges::stable_sort(stories, {},
                                 [&](const RelatedStory &story) { return timeOf(story, thread); });
        const auto own = std::ranges::find(thread.stories, true, &ThreadStory::isAsked);
        bool isPast = false;
        for (const RelatedStory &story : std::as_const(stories)) {
            if (!isPast && timeOf(story, thread) > own->time) {
                addSubject();
                isPast = true;
            }
            addStory(RelatedSection::Thread, story);
        }
        if (!isPast)
            addSubject();
    }

    const QList<RelatedRow> &rows() const { return m_rows; }

private:
    // Whether its stories are to follow.
    bool addHeading(RelatedSection section, int stories)
    {
        if (stories == 0)
            return false;
        const bool isOpen = !m_folds.closed.contains(section);
        m_rows.append({Kind::Heading, section, {}, stories, isOpen});
        return isOpen;
    }

    void addSubject() { m_rows.append({Kind::Subject, RelatedSection::Thread, {}, 0, true}); }

    void addStory(RelatedSection section, const RelatedStory &story)
    {
        const bool isOpen = story.here && m_folds.open.contains(story.here->id);
        m_rows.append({Kind::Story, section, story, 0, isOpen});
        if (!isOpen)
            return;
        for (const RelatedStory &copy : story.copies)
            m_rows.append({Kind::Copy, section, copy, 0, true});
    }

    const RelatedFolds &m_folds;
    QList<RelatedRow> m_rows;
};

} // namespace

bool hasThread(const RelatedStories &stories)
{
    return std::ranges::any_of(
        stories.similar, [&](const RelatedStory &story) { return isIn(stories.thread, story); });
}

QList<RelatedRow> relatedRows(const RelatedStories &stories, const RelatedFolds &folds)
{
    QList<RelatedStory> ofEvent;
    QList<RelatedStory> connected;
    for (const RelatedStory &story : stories.similar)
        (isIn(stories.thread, story) ? ofEvent : connected).append(story);

    Rows rows(folds);
    rows.add(RelatedSection::Linked, stories.linked);
    rows.addSameText(stories.sameText);
    if (!ofEvent.isEmpty())
        rows.addThread(stories.thread, ofEvent);
    rows.add(RelatedSection::Similar, connected);
    rows.add(RelatedSection::LinksHere, stories.linksHere);
    rows.add(RelatedSection::Marked, stories.marked);
    return rows.rows();
}
