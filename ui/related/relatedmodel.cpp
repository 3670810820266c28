#include "ui/related/relatedmodel.h"

#include "app/render/datetext.h"

using namespace Qt::StringLiterals;

void RelatedModel::show(const RelatedStories &stories)
{
    beginResetModel();
    m_rows.clear();
    if (!stories.linked.isEmpty())
        m_rows.append({tr("On this page"), {}});
    for (const RelatedStory &story : stories.linked)
        m_rows.append({{}, story});
    if (!stories.similar.isEmpty())
        m_rows.append({tr("In this folder"), {}});
    for (const RelatedStory &story : stories.similar)
        m_rows.append({{}, story});
    endResetModel();
}

std::optional<ArticleSummary> RelatedModel::storyAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).story.here : std::nullopt;
}

int RelatedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RelatedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &[heading, story] = m_rows.at(index.row());
    const bool isHeading = !heading.isEmpty();
    switch (role) {
    case IsHeadingRole:
        return isHeading;
    case Qt::DisplayRole:
        return isHeading ? heading : headline(story);
    case Qt::AccessibleTextRole:
        return isHeading ? heading : spokenText(story);
    }
    if (isHeading)
        return {};

    switch (role) {
    case IsHereRole:
        return story.here.has_value();
    case DetailRole:
        return detail(story);
    case ReasonRole:
        return reason(story);
    case Qt::ToolTipRole:
        return story.here ? story.here->path : tr("This story is not among your files.");
    }
    return {};
}

Qt::ItemFlags RelatedModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isHeading = !m_rows.at(index.row()).heading.isEmpty();
    return isHeading ? Qt::ItemIsEnabled | Qt::ItemNeverHasChildren
                     : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

// The page's own words for a story it lists; else the story's.
QString RelatedModel::headline(const RelatedStory &story)
{
    if (!story.printed.headline.isEmpty() || !story.here)
        return story.printed.headline;
    return story.here->headline;
}

QString RelatedModel::detail(const RelatedStory &story)
{
    const bool printedDate = story.printed.datePublished.isValid();
    const PrintedDate date = printedDate || !story.here ? story.printed.datePublished
                                                        : story.here->date;
    QString place = story.printed.articleSection;
    if (place.isEmpty() && story.here)
        place = story.here->section.isEmpty() ? story.here->source : story.here->section;
    QStringList parts{shortDateText(date, QLocale()), place};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString RelatedModel::reason(const RelatedStory &story)
{
    if (!story.here)
        return tr("Not among your files");
    QStringList reasons;
    for (const RelatedReason &given : story.reasons) {
        if (given.text.isEmpty())
            continue;
        reasons.append(given.kind == u"names"_s ? tr("Both name %1").arg(given.text)
                                                : tr("Both about %1").arg(given.text));
    }
    return reasons.join(u" · "_s);
}

QString RelatedModel::spokenText(const RelatedStory &story)
{
    QStringList parts{headline(story), detail(story), reason(story)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}
