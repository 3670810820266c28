#pragma once
// The plug-in: makes panes and presses, and starts the web engine as we want it. GUI thread.

#include "ui/reading/readingplugin.h"

#include <QObject>

class WebReadingPlugin final : public QObject, public ReadingPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.broadsheet.ReadingPlugin/1")
    Q_INTERFACES(ReadingPlugin)

public:
    WebReadingPlugin();

    ReadingPane *createReadingPane(QWidget *parent) override;
    PaperPress *createPaperPress(QObject *parent) override;
    QString engineVersion() const override;
};
