#pragma once
// What the window remembers from one day to the next. A value: main.cpp reads it before the window
// is made and writes what the window says of itself; nobody else touches the settings file.

#include "ui/articlelist/listchoices.h"
#include "ui/printing/printsettings.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

class QSettings;

struct WindowSettings
{
    QByteArray geometry;
    QByteArray bars;    // QMainWindow::saveState()
    QByteArray columns; // the splitter's
    bool shelfShown = true;
    bool listShown = true;
    bool relatedShown = true;
    bool statusBarShown = true;
    int zoom = 100;             // percent
    QStringList recentPaths;    // newest first
    QStringList recentSearches; // likewise
    QString place;              // what the list shows, as SearchQuery::written()
    QString placeName;
    bool hasArticles = false; // the library had some: the list comes instead of the welcome
    std::optional<QStringList> openRows; // of the shelf; null: as it comes
    QStringList closedSections;          // of the related sidebar
    ListChoices list;
    PrintSettings printing;

    bool operator==(const WindowSettings &other) const = default;
};

WindowSettings readWindowSettings(const QSettings &settings);
void writeWindowSettings(QSettings &settings, const WindowSettings &values);
