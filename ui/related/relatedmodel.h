#pragma once
// The rows of the related sidebar as a list: headings that fold, stories, and those that stand
// under them. GUI thread; owned by the sidebar.

#include "ui/related/densitystrip.h"
#include "ui/related/relatedrows.h"

#include <QAbstractListModel>

class RelatedModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IsHeadingRole = Qt::UserRole + 1,
        IsHereRole,   // among the reader's own files: can be opened
        IsUnreadRole, // and has not been read
        DetailRole,   // where it stood, and how far in time from the article
        ReasonRole,   // why it is related; empty when its section says it all
        CopiesRole,   // in words, how many versions of it there are; empty when but one
    };
    static constexpr int mostBins = 48;

    using QAbstractListModel::QAbstractListModel;

    void show(const RelatedStories &stories, const RelatedSubject &subject);

    // Opens or closes a heading, or a story's copies. False where there is nothing to open.
    bool toggle(int row);

    const RelatedRow *rowAt(int row) const;
    // The reader's own file behind a row; none for a heading or a story that is not here.
    std::optional<ArticleSummary> storyAt(int row) const;
    const StoryThread &thread() const { return m_stories.thread; }
    const QList<DensityBin> &bins() const { return m_bins; }

    const QSet<RelatedSection> &closedSections() const { return m_folds.closed; }
    void setClosedSections(const QSet<RelatedSection> &sections);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void setRows();
    QVariant storyData(const RelatedRow &row, int role) const;
    QString heading(const RelatedRow &row) const;
    QString detail(const RelatedRow &row) const;
    QString spokenText(const RelatedRow &row) const;

    RelatedStories m_stories;
    RelatedSubject m_subject;
    RelatedFolds m_folds;
    QList<DensityBin> m_bins;
    QList<RelatedRow> m_rows;
};
