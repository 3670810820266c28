#include "ui/mainwindow/windowsettings.h"

#include "ui/mainwindow/printmemory.h"

#include <QSettings>

#include <utility>

namespace {

constexpr QLatin1StringView geometryKey("window/geometry");
constexpr QLatin1StringView barsKey("window/bars");
constexpr QLatin1StringView columnsKey("window/widths");
constexpr QLatin1StringView shelfKey("window/shelf");
constexpr QLatin1StringView listKey("window/list");
constexpr QLatin1StringView relatedKey("window/related");
constexpr QLatin1StringView statusBarKey("window/statusBar");
constexpr QLatin1StringView zoomKey("reading/zoom");
constexpr QLatin1StringView recentKey("recent/paths");
constexpr QLatin1StringView searchesKey("recent/searches");
constexpr QLatin1StringView placeKey("library/place");
constexpr QLatin1StringView placeNameKey("library/placeName");
constexpr QLatin1StringView hasArticlesKey("library/hasArticles");
constexpr QLatin1StringView openRowsKey("library/openRows");
constexpr QLatin1StringView closedSectionsKey("related/closedSections");

constexpr QLatin1StringView sortKey("list/sort");
constexpr QLatin1StringView searchSortKey("list/searchSort");
constexpr QLatin1StringView reversedKey("list/reversed");
constexpr QLatin1StringView unreadKey("list/unreadOnly");

// As words: a number would mean something else when an order is added.
constexpr std::pair<SortBy, QLatin1StringView> sortNames[] = {
    {SortBy::Date, QLatin1StringView("date")},
    {SortBy::Headline, QLatin1StringView("headline")},
    {SortBy::Publisher, QLatin1StringView("publisher")},
    {SortBy::Relevance, QLatin1StringView("relevance")},
};

QString nameOf(SortBy sortBy)
{
    for (const auto &[order, name] : sortNames) {
        if (order == sortBy)
            return name;
    }
    return nameOf(SortBy::Date);
}

SortBy sortNamed(const QString &name, SortBy otherwise)
{
    for (const auto &[order, known] : sortNames) {
        if (known == name)
            return order;
    }
    return otherwise;
}

} // namespace

WindowSettings readWindowSettings(const QSettings &settings)
{
    WindowSettings values;
    values.geometry = settings.value(geometryKey).toByteArray();
    values.bars = settings.value(barsKey).toByteArray();
    values.columns = settings.value(columnsKey).toByteArray();
    values.shelfShown = settings.value(shelfKey, true).toBool();
    values.listShown = settings.value(listKey, true).toBool();
    values.relatedShown = settings.value(relatedKey, true).toBool();
    values.statusBarShown = settings.value(statusBarKey, true).toBool();
    values.zoom = settings.value(zoomKey, 100).toInt();
    values.recentPaths = settings.value(recentKey).toStringList();
    values.list.sortBy = sortNamed(settings.value(sortKey).toString(), SortBy::Date);
    values.list.searchSort = sortNamed(settings.value(searchSortKey).toString(), SortBy::Relevance);
    values.list.reversed = settings.value(reversedKey, false).toBool();
    values.list.unreadOnly = settings.value(unreadKey, false).toBool();
    values.recentSearches = settings.value(searchesKey).toStringList();
    values.place = settings.value(placeKey).toString();
    values.placeName = settings.value(placeNameKey).toString();
    values.hasArticles = settings.value(hasArticlesKey, false).toBool();
    values.closedSections = settings.value(closedSectionsKey).toStringList();
    if (settings.contains(openRowsKey))
        values.openRows = settings.value(openRowsKey).toStringList();
    values.printing = readPrintSettings(settings);
    return values;
}

void writeWindowSettings(QSettings &settings, const WindowSettings &values)
{
    settings.setValue(geometryKey, values.geometry);
    settings.setValue(barsKey, values.bars);
    settings.setValue(columnsKey, values.columns);
    settings.setValue(shelfKey, values.shelfShown);
    settings.setValue(listKey, values.listShown);
    settings.setValue(relatedKey, values.relatedShown);
    settings.setValue(statusBarKey, values.statusBarShown);
    settings.setValue(zoomKey, values.zoom);
    settings.setValue(recentKey, values.recentPaths);
    settings.setValue(sortKey, nameOf(values.list.sortBy));
    settings.setValue(searchSortKey, nameOf(values.list.searchSort));
    settings.setValue(reversedKey, values.list.reversed);
    settings.setValue(unreadKey, values.list.unreadOnly);
    settings.setValue(searchesKey, values.recentSearches);
    settings.setValue(placeKey, values.place);
    settings.setValue(placeNameKey, values.placeName);
    settings.setValue(hasArticlesKey, values.hasArticles);
    settings.setValue(closedSectionsKey, values.closedSections);
    if (values.openRows)
        settings.setValue(openRowsKey, *values.openRows);
    writePrintSettings(settings, values.printing);
}
