#include "ui/reading/pagewords.h"

#include <QCoreApplication>

namespace {

struct PageText
{
    Q_DECLARE_TR_FUNCTIONS(ReadingPane)
};

} // namespace

ScreenOptions screenOptions(const QLocale &locale)
{
    ScreenOptions options;
    options.locale = locale;
    options.words = {PageText::tr("Published"),
                     PageText::tr("Updated"),
                     PageText::tr("File"),
                     PageText::tr("Original address"),
                     PageText::tr("Not part of the story"),
                     PageText::tr("Picture not in the file"),
                     PageText::tr("This page is a list of articles, and none itself."),
                     PageText::tr("Only the beginning of this article was saved.")};
    return options;
}
