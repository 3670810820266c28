#pragma once
// What stands in for the plug-in with the web engine where that cannot be had or keeps failing: the
// text of an article, on the screen and on paper. GUI thread; starts nothing.

#include "ui/reading/readingplugin.h"

class PlainReading final : public ReadingPlugin
{
public:
    ReadingPane *createReadingPane(QWidget *parent) override;
    PaperPress *createPaperPress(QObject *parent) override;
    QString engineVersion() const override;
};
