#pragma once
// What the reader typed, changed a little by what was clicked or is still being typed; the rest of
// it stays as it was written. The grammar is app/search's. Pure.

#include "app/search/searchquery.h"

#include <QString>

// The words of the search field's own language, without their colon.
const QStringList &searchFields();

// The text in its parts: words, phrases, brackets and fields, each as it was written.
QStringList searchParts(const QString &text);

// Whether the text asks for exactly this beside whatever else; with it, and without it.
bool hasPart(const QString &text, const SearchQuery &part);
QString withPart(const QString &text, const SearchQuery &part);
QString withoutPart(const QString &text, const SearchQuery &part);

// From one day to another, both included; null days where it is open, both null: no dates asked.
struct DateRange
{
    QDate first;
    QDate last;

    bool isEmpty() const { return first.isNull() && last.isNull(); }
    bool operator==(const DateRange &other) const = default;
};
DateRange datesOf(const QString &text);
QString withDates(const QString &text, const DateRange &dates);
QString withoutDates(const QString &text);

// The query of a text whose last word may only have begun: any ending will do for it, and a field
// that has no value yet asks for nothing.
SearchQuery queryWhileTyping(const QString &text);
