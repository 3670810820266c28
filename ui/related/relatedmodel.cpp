#include "ui/related/relatedmodel.h"

#include "app/render/datetext.h"
#include "ui/related/relatedwords.h"
#include "ui/related/timedistance.h"

using namespace Qt::StringLiterals;

namespace {

using Kind = RelatedRow::Kind;

PrintedDate dateOf(const RelatedStory &story)
{
    const bool isPrinted = story.printed.datePublished.isValid();
    return isPrinted || !story.here ? story.printed.datePublished : story.here->date;
}

} // namespace

void RelatedModel::show(const RelatedStories &stories, const RelatedSubject &subject)
{
    m_stories = stories;
    m_subject = subject;
    m_bins = densityBins(stories.thread, mostBins);
    setRows();
}

void RelatedModel::setRows()
{
    beginResetModel();
    m_rows = relatedRows(m_stories, m_folds);
    endResetModel();
}

void RelatedModel::setClosedSections(const QSet<RelatedSection> &sections)
{
    m_folds.closed = sections;
    setRows();
}

bool RelatedModel::toggle(int row)
{
    const RelatedRow *at = rowAt(row);
    if (!at)
        return false;
    if (at->kind == Kind::Heading) {
        if (!m_folds.closed.remove(at->section))
            m_folds.closed.insert(at->section);
    } else if (at->kind == Kind::Story && at->story.here && !at->story.copies.isEmpty()) {
        const ArticleId id = at->story.here->id;
        if (!m_folds.open.remove(id))
            m_folds.open.insert(id);
    } else {
        return false;
    }
    setRows();
    return true;
}

const RelatedRow *RelatedModel::rowAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

std::optional<ArticleSummary> RelatedModel::storyAt(int row) const
{
    const RelatedRow *at = rowAt(row);
    return at ? at->story.here : std::nullopt;
}

int RelatedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RelatedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RelatedRow &row = m_rows.at(index.row());
    switch (row.kind) {
    case Kind::Heading:
        if (role == IsHeadingRole)
            return true;
        if (role == Qt::DisplayRole)
            return heading(row);
        return role == Qt::AccessibleTextRole ? QVariant(spokenText(row)) : QVariant();
    case Kind::Strip:
        return role == Qt::AccessibleTextRole || role == Qt::DisplayRole
            ? QVariant(spanOf(m_stories.thread, QLocale()))
            : QVariant();
    case Kind::Subject:
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole
            ? QVariant(tr("This article: %1").arg(m_subject.headline.simplified()))
            : QVariant();
    case Kind::Story:
    case Kind::Copy:
        return storyData(row, role);
    }
    return {};
}

QVariant RelatedModel::storyData(const RelatedRow &row, int role) const
{
    const RelatedStory &story = row.story;
    switch (role) {
    case Qt::DisplayRole:
        return headlineOf(story);
    case Qt::AccessibleTextRole:
        return spokenText(row);
    case IsHeadingRole:
        return false;
    case IsHereRole:
        return story.here.has_value();
    case IsUnreadRole:
        return story.here && !story.here->read;
    case DetailRole:
        return detail(row);
    case ReasonRole:
        return reasonOf(story);
    case CopiesRole:
        return copiesOf(story);
    }
    return {};
}

// What can be folded can be chosen by keyboard too.
Qt::ItemFlags RelatedModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags still = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return m_rows.at(index.row()).kind == Kind::Subject ? still : still | Qt::ItemIsSelectable;
}

QString RelatedModel::heading(const RelatedRow &row) const
{
    return sectionTitle(row.section, hasThread(m_stories));
}

// The day itself where there is nothing to count from.
QString RelatedModel::detail(const RelatedRow &row) const
{
    const RelatedStory &story = row.story;
    QString place = story.printed.articleSection;
    if (story.here && !story.here->source.isEmpty())
        place = story.here->source;
    QString when = timeDistance(m_subject.date, dateOf(story));
    if (when.isEmpty())
        when = shortDateText(dateOf(story), QLocale());
    QStringList parts{place, when};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString RelatedModel::spokenText(const RelatedRow &row) const
{
    if (row.kind == Kind::Heading)
        return row.isOpen ? tr("%1, %2, open").arg(heading(row)).arg(row.stories)
                          : tr("%1, %2, closed").arg(heading(row)).arg(row.stories);
    const bool isUnread = row.story.here && !row.story.here->read;
    QStringList parts{isUnread ? tr("Unread") : QString(), headlineOf(row.story), detail(row),
                      reasonOf(row.story), copiesOf(row.story)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}
