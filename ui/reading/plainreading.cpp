#include "ui/reading/plainreading.h"

#include "ui/reading/plainpaperpress.h"
#include "ui/reading/plainreadingpane.h"

#include <QtGlobal>

using namespace Qt::StringLiterals;

ReadingPane *PlainReading::createReadingPane(QWidget *parent)
{
    return new PlainReadingPane(parent);
}

PaperPress *PlainReading::createPaperPress(QObject *parent)
{
    return new PlainPaperPress(parent);
}

QString PlainReading::engineVersion() const
{
    return u"Qt's rich text %1"_s.arg(QLatin1StringView(qVersion()));
}
