#include "ui/mainwindow/printmemory.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Every value with its key, for reading and for writing alike.
template <typename Values, typename Use>
void eachFlag(Values &values, Use use)
{
    use(u"print/twoColumns"_s, values.options.hasTwoColumns);
    use(u"print/pictures"_s, values.options.hasPictures);
    use(u"print/linkNotes"_s, values.options.hasLinkNotes);
    use(u"print/relatedStories"_s, values.options.hasRelatedStories);
    use(u"print/note"_s, values.options.hasNote);
    use(u"print/blackAndWhite"_s, values.options.isBlackAndWhite);
    use(u"print/publisher"_s, values.fields.hasPublisher);
    use(u"print/date"_s, values.fields.hasDate);
    use(u"print/address"_s, values.fields.hasAddress);
    use(u"print/pageNumbers"_s, values.fields.hasPageNumbers);
    use(u"print/contents"_s, values.hasContents);
    use(u"print/runningOn"_s, values.isRunningOn);
    use(u"print/landscape"_s, values.isLandscape);
}

const QString textSizeKey = u"print/textSize"_s;
const QString paperKey = u"print/paper"_s;
const QString marginKey = u"print/margin"_s;

} // namespace

PrintSettings readPrintSettings(const QSettings &settings)
{
    PrintSettings values;
    eachFlag(values,
             [&](const QString &key, bool &flag) { flag = settings.value(key, flag).toBool(); });
    values.options.textSize = std::clamp(settings.value(textSizeKey, 100).toInt(), smallestText,
                                         largestText);
    values.paper = settings.value(paperKey).toString();
    values.margin = std::clamp(settings.value(marginKey, values.margin).toInt(), smallestMargin,
                               largestMargin);
    return values;
}

void writePrintSettings(QSettings &settings, const PrintSettings &values)
{
    eachFlag(values, [&](const QString &key, bool flag) { settings.setValue(key, flag); });
    settings.setValue(textSizeKey, values.options.textSize);
    settings.setValue(paperKey, values.paper);
    settings.setValue(marginKey, values.margin);
}
