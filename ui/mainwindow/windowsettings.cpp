#include "ui/mainwindow/windowsettings.h"

#include <QSettings>

namespace {

constexpr QLatin1StringView geometryKey("window/geometry");
constexpr QLatin1StringView barsKey("window/bars");
constexpr QLatin1StringView columnsKey("window/columns");
constexpr QLatin1StringView listKey("window/list");
constexpr QLatin1StringView relatedKey("window/related");
constexpr QLatin1StringView statusBarKey("window/statusBar");
constexpr QLatin1StringView zoomKey("reading/zoom");
constexpr QLatin1StringView recentKey("recent/paths");

} // namespace

WindowSettings readWindowSettings(const QSettings &settings)
{
    WindowSettings values;
    values.geometry = settings.value(geometryKey).toByteArray();
    values.bars = settings.value(barsKey).toByteArray();
    values.columns = settings.value(columnsKey).toByteArray();
    values.listShown = settings.value(listKey, true).toBool();
    values.relatedShown = settings.value(relatedKey, true).toBool();
    values.statusBarShown = settings.value(statusBarKey, true).toBool();
    values.zoom = settings.value(zoomKey, 100).toInt();
    values.recentPaths = settings.value(recentKey).toStringList();
    return values;
}

void writeWindowSettings(QSettings &settings, const WindowSettings &values)
{
    settings.setValue(geometryKey, values.geometry);
    settings.setValue(barsKey, values.bars);
    settings.setValue(columnsKey, values.columns);
    settings.setValue(listKey, values.listShown);
    settings.setValue(relatedKey, values.relatedShown);
    settings.setValue(statusBarKey, values.statusBarShown);
    settings.setValue(zoomKey, values.zoom);
    settings.setValue(recentKey, values.recentPaths);
}
