#pragma once
// What the list shows: a place of the library, or what is searched in it. Knows the way from one to
// the other and back to where the list was. Owned by the window; GUI thread.

#include "app/library/libraryoverview.h"
#include "app/search/searchquery.h"

#include <QObject>
#include <QTimer>

class Columns;
class LibrarySession;
class SearchBar;
struct ShelfRow;

class SearchDesk final : public QObject
{
    Q_OBJECT

public:
    SearchDesk(LibrarySession &session, Columns *columns, SearchBar *bar, QObject *window);

    // The list of this place, from its top; ends a search.
    void showPlace(const SearchQuery &place, const QString &name);
    // The list of this folder, or of the file's: what is opened is listed with its neighbours.
    void showPlaceOf(const QString &path);
    const SearchQuery &place() const { return m_place; }
    const QString &placeName() const { return m_placeName; }
    void setOverview(const LibraryOverview &overview);
    void askFacetsSoon(); // the library has changed

    // What is searched now; Everything when nothing is.
    SearchQuery searched() const;

Q_SIGNALS:
    void placeChanged();
    void saveWanted(const QString &query, const QString &name);
    void searchChanged(); // another one, or none

private:
    void connectBar();
    void connectColumns();
    void search();
    void goBack();
    void goToList();
    void askFacets();
    void enterResults();
    void openPlace();
    void suggest(const QString &query);
    void takeUpWhereItWas();

    LibrarySession &m_session;
    Columns *m_columns;
    SearchBar *m_bar;
    SearchQuery m_place;
    QString m_placeName;
    QTimer m_facetsSoon;
    bool m_isSearching = false;
    bool m_isTreeWanted = false; // the reader went back to the tree while searching
    int m_scroll = -1;           // of the place's list before the search; -1: nothing to take up
};
