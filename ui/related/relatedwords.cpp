#include "ui/related/relatedwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("RelatedWords", text);
}

QString dayText(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, u"d MMM yyyy"_s);
}

} // namespace

QString headlineOf(const RelatedStory &story)
{
    if (!story.printed.headline.isEmpty() || !story.here)
        return story.printed.headline;
    return story.here->headline;
}

QString sectionTitle(RelatedSection section, bool besideThread)
{
    switch (section) {
    case RelatedSection::Linked:
        return words(QT_TRANSLATE_NOOP("RelatedWords", "On this page"));
    case RelatedSection::LinksHere:
        return words(QT_TRANSLATE_NOOP("RelatedWords", "Pages that list it"));
    case RelatedSection::Marked:
        return words(QT_TRANSLATE_NOOP("RelatedWords", "Marked by you"));
    case RelatedSection::SameText:
        return words(QT_TRANSLATE_NOOP("RelatedWords", "The same text"));
    case RelatedSection::Thread:
        return words(QT_TRANSLATE_NOOP("RelatedWords", "This story"));
    case RelatedSection::Similar:
        break;
    }
    return besideThread ? words(QT_TRANSLATE_NOOP("RelatedWords", "Connected stories"))
                        : words(QT_TRANSLATE_NOOP("RelatedWords", "Similar stories"));
}

QString reasonOf(const RelatedStory &story)
{
    if (!story.here)
        return words(QT_TRANSLATE_NOOP("RelatedWords", "Not among your files"));
    const bool isVersion = story.relation == RelatedStory::Relation::EarlierVersion
        || story.relation == RelatedStory::Relation::LaterVersion;
    QStringList reasons;
    for (const RelatedReason &reason : story.reasons) {
        if (reason.kind == RelatedReason::Kind::Names || reason.kind == RelatedReason::Kind::Words)
            reasons.append(reason.text);
        else if (reason.kind == RelatedReason::Kind::SameText && reason.text.isEmpty())
            reasons.append(words(QT_TRANSLATE_NOOP("RelatedWords", "Same text")));
        else if (reason.kind == RelatedReason::Kind::SameText)
            reasons.append(
                words(QT_TRANSLATE_NOOP("RelatedWords", "Same text, %1")).arg(reason.text));
    }
    if (isVersion)
        reasons.append(story.relation == RelatedStory::Relation::EarlierVersion
                           ? words(QT_TRANSLATE_NOOP("RelatedWords", "Earlier version"))
                           : words(QT_TRANSLATE_NOOP("RelatedWords", "Later version")));
    return reasons.join(u", "_s);
}

QString copiesOf(const RelatedStory &story)
{
    if (story.copies.isEmpty())
        return {};
    return QCoreApplication::translate("RelatedWords", "%n versions", nullptr,
                                       int(story.copies.size()) + 1);
}

QString spanOf(const StoryThread &thread, const QLocale &locale)
{
    if (thread.stories.isEmpty())
        return {};
    const QDate first = QDateTime::fromSecsSinceEpoch(thread.stories.first().time).date();
    const QDate last = QDateTime::fromSecsSinceEpoch(thread.stories.last().time).date();
    if (first == last)
        return dayText(first, locale);
    const bool isOneMonth = first.year() == last.year() && first.month() == last.month();
    const QString from = isOneMonth   ? locale.toString(first, u"d"_s)
        : first.year() == last.year() ? locale.toString(first, u"d MMM"_s)
                                      : dayText(first, locale);
    return words(isOneMonth ? QT_TRANSLATE_NOOP("RelatedWords", "%1–%2")
                            : QT_TRANSLATE_NOOP("RelatedWords", "%1 – %2"))
        .arg(from, dayText(last, locale));
}
