#include "ui/mainwindow/panedesk.h"

#include "ui/mainwindow/articlecolumn.h"
#include "ui/mainwindow/articlememory.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/printingdesk.h"
#include "ui/mainwindow/readingdesk.h"
#include "ui/reading/readingpane.h"

#include <utility>

PaneDesk::PaneDesk(LoadPlugin load, ArticleColumn *column, ArticleMemory &memory,
                   ReadingDesk &reading, PrintingDesk &printing, QObject *window)
    : QObject(window)
    , m_load(std::move(load))
    , m_column(column)
    , m_memory(memory)
    , m_reading(reading)
    , m_printing(printing)
{
}

void PaneDesk::bringPane()
{
    const auto plugin = m_load();
    if (plugin.has_value())
        bring(*plugin.value());
    else
        bringPlainPane(tr("The page view could not be started (%1). Articles are shown as plain "
                          "text, without their pictures.")
                           .arg(plugin.error().detail));
}

void PaneDesk::bringPlainPane(const QString &why)
{
    Q_EMIT said({}); // that it was started again
    bring(m_plain);
    m_column->messageBar()->showMessage(why, tr("Try the Page View Again"), [this] {
        m_column->messageBar()->hide();
        bringPane();
    });
}

void PaneDesk::bring(ReadingPlugin &plugin)
{
    m_printing.setPlugin(plugin);
    ReadingPane *pane = plugin.createReadingPane(m_column);
    connect(pane, &ReadingPane::restored, this,
            [this] { Q_EMIT said(tr("The page view stopped working and was started again")); });
    connect(pane, &ReadingPane::lost, this, [this] {
        bringPlainPane(tr("The page view stopped working twice within a minute. Articles are "
                          "shown as plain text, without their pictures."));
    });
    const bool hadFocus = m_column->paneHost()->isAncestorOf(m_column->window()->focusWidget());
    m_column->setPane(pane);
    m_memory.setPane(pane);
    m_reading.setPane(pane);
    if (hadFocus)
        pane->setFocus();
    Q_EMIT paneCame();
}
