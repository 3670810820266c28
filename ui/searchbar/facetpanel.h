#pragma once
// What was found, divided: when it was news, who published and wrote it, and where it stood. It
// takes the tree's place while the reader searches. GUI thread; owned by the window.

#include "app/search/searchhit.h"
#include "ui/searchbar/querytext.h"

#include <QWidget>

class DateHistogram;
class FacetList;
class QLabel;
class QToolButton;

class FacetPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FacetPanel(QWidget *parent = nullptr);

    // Of the query that `text` asks; the text says what of them is chosen.
    void showFacets(const SearchFacets &facets, const QString &text);

    FacetList *list() const { return m_list; }
    DateHistogram *histogram() const { return m_histogram; }

Q_SIGNALS:
    void textChosen(const QString &text); // what is to be searched now
    void shelfWanted();                   // back to the library's tree

private:
    void connectParts();
    void showDates();

    QToolButton *m_back;
    QLabel *m_when;
    QToolButton *m_allDates;
    DateHistogram *m_histogram;
    FacetList *m_list;
    QLabel *m_nothing;
    QString m_text;
    QString m_undated; // of the months that are shown: they stay while only dates change
};

// "March 2009", "1998 – 2031", "29 March 2009": as short as it says all.
QString dateRangeText(const DateRange &dates);
