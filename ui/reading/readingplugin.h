#pragma once
// The door to the plug-in that holds the web engine. loadReadingPlugin() of engineenvironment.h
// loads it right after the first paint: linking the engine into the program would double the time
// to the first frame.

#include <QString>
#include <QtPlugin>

class PaperPress;
class QObject;
class QWidget;
class ReadingPane;

class ReadingPlugin
{
public:
    virtual ~ReadingPlugin() = default;

    virtual ReadingPane *createReadingPane(QWidget *parent) = 0;
    virtual PaperPress *createPaperPress(QObject *parent) = 0;
    virtual QString engineVersion() const = 0; // for bug reports; starts nothing
};

Q_DECLARE_INTERFACE(ReadingPlugin, "org.broadsheet.ReadingPlugin/1")
