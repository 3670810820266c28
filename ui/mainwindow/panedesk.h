#pragma once
// Brings the reading pane once the window is on the screen, and the plain one in its stead where
// the web engine cannot be had or keeps failing. Owned by the window; GUI thread.

#include "app/base/result.h"
#include "ui/reading/plainreading.h"

#include <QObject>

#include <functional>

class ArticleColumn;
class ArticleMemory;
class PrintingDesk;
class ReadingDesk;
class ReadingPane;

class PaneDesk final : public QObject
{
    Q_OBJECT

public:
    using LoadPlugin = std::function<Result<ReadingPlugin *>()>;

    PaneDesk(LoadPlugin load, ArticleColumn *column, ArticleMemory &memory, ReadingDesk &reading,
             PrintingDesk &printing, QObject *window);

    void bringPane(); // the engine's, where it can be had

Q_SIGNALS:
    void said(const QString &sentence); // in passing
    void paneCame();

private:
    void bring(ReadingPlugin &plugin);
    void bringPlainPane(const QString &why);

    LoadPlugin m_load;
    PlainReading m_plain;
    ArticleColumn *m_column;
    ArticleMemory &m_memory;
    ReadingDesk &m_reading;
    PrintingDesk &m_printing;
};
