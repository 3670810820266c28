#pragma once
// Who published, wrote and headed what was found, with counts: a click adds one to the query,
// another takes it out again. GUI thread; owned by the facet panel.

#include "app/search/searchhit.h"
#include "app/search/searchquery.h"

#include <QListView>

class QStandardItemModel;

class FacetList final : public QListView
{
    Q_OBJECT

public:
    explicit FacetList(QWidget *parent = nullptr);

    // `text` is what is asked for now: its own values stand first, and are checked.
    void showFacets(const SearchFacets &facets, const QString &text);

Q_SIGNALS:
    void partChosen(const QString &part); // as it is written in a query

protected:
    void keyboardSearch(const QString &search) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addGroup(SearchQuery::Kind kind, const QList<FacetCount> &values, const QString &text);
    void choose(const QModelIndex &index);

    QStandardItemModel *m_model;
    SearchFacets m_facets;
    QString m_text;
    QList<SearchQuery::Kind> m_whole; // groups that are shown whole
};
