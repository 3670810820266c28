#pragma once
// The rows of the related sidebar: a heading for each section that has stories, and the stories.
// GUI thread; owned by the sidebar.

#include "app/related/relatedstories.h"

#include <QAbstractListModel>

class RelatedModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IsHeadingRole = Qt::UserRole + 1,
        IsHereRole, // among the reader's own files: can be opened
        DetailRole, // date and section or source
        ReasonRole, // why it is related; empty when its section says it all
    };

    using QAbstractListModel::QAbstractListModel;

    void show(const RelatedStories &stories);

    // The reader's own file behind a row; none for a heading or a story that is not here.
    std::optional<ArticleSummary> storyAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString heading; // of a heading's row; then there is no story
        RelatedStory story;
    };

    static QString headline(const RelatedStory &story);
    static QString detail(const RelatedStory &story);
    static QString reason(const RelatedStory &story);
    static QString spokenText(const RelatedStory &story);

    QList<Row> m_rows;
};
