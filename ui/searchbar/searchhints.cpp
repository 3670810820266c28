#include "ui/searchbar/searchhints.h"

#include "ui/searchbar/querytext.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostValues = 8;
constexpr qsizetype mostRecent = 6;

struct SearchHints
{
    Q_DECLARE_TR_FUNCTIONS(SearchHints)
};

QList<SearchHint> fieldHints()
{
    const std::pair<QString, QString> fields[] = {
        {u"\"…\""_s, SearchHints::tr("these words in this order")},
        {u"title:"_s, SearchHints::tr("words of the headline")},
        {u"author:"_s, SearchHints::tr("who wrote it")},
        {u"from:"_s, SearchHints::tr("who published it")},
        {u"section:"_s, SearchHints::tr("the part of the paper")},
        {u"date:"_s, SearchHints::tr("2009, 2009-03..2009-04, today")},
        {u"tag:"_s, SearchHints::tr("your own tags")},
        {u"is:"_s, SearchHints::tr("unread, starred, opened")},
        {u"lang:"_s, SearchHints::tr("its language: en, de, fr")},
    };
    QList<SearchHint> hints;
    for (const auto &[field, meaning] : fields)
        hints.append({field, meaning, field == u"\"…\"" ? u"\""_s : field});
    return hints;
}

QList<FacetCount> stateValues(const LibraryOverview &overview)
{
    return {{u"unread"_s, overview.unread},
            {u"read"_s, overview.articles - overview.unread},
            {u"starred"_s, overview.starred},
            {u"opened"_s, overview.opened},
            {u"away"_s, 0}};
}

QList<FacetCount> dateValues()
{
    const int year = QDate::currentDate().year();
    return {{u"today"_s, 0},
            {u"yesterday"_s, 0},
            {QString::number(year), 0},
            {QString::number(year - 1), 0}};
}

QList<FacetCount> languageValues()
{
    QList<FacetCount> values;
    for (const QString &tag : {u"en"_s, u"de"_s, u"fr"_s, u"es"_s, u"it"_s, u"pt"_s, u"nl"_s,
                               u"pl"_s, u"ru"_s, u"ar"_s, u"zh"_s, u"ja"_s, u"ko"_s})
        values.append({tag, 0});
    return values;
}

QList<FacetCount> valuesOf(const QString &field, const LibraryOverview &overview)
{
    if (field == u"from")
        return overview.facets.publishers;
    if (field == u"section")
        return overview.facets.sections;
    if (field == u"author")
        return overview.facets.authors;
    if (field == u"tag")
        return overview.tags;
    if (field == u"is")
        return stateValues(overview);
    if (field == u"date")
        return dateValues();
    return field == u"lang" ? languageValues() : QList<FacetCount>();
}

QString written(const QString &value)
{
    const bool isPlain = std::ranges::all_of(
        value, [](QChar letter) { return letter.isLetterOrNumber() || letter == u'-'; });
    QString inside = value.simplified();
    return isPlain ? value : u'"' + inside.remove(u'"') + u'"';
}

// Those that begin with what was typed stand before those that only have it somewhere.
QList<FacetCount> matching(const QList<FacetCount> &values, const QString &typed)
{
    QList<FacetCount> begins;
    QList<FacetCount> holds;
    for (const FacetCount &value : values) {
        if (value.value.startsWith(typed, Qt::CaseInsensitive))
            begins.append(value);
        else if (value.value.contains(typed, Qt::CaseInsensitive))
            holds.append(value);
    }
    return begins + holds;
}

// The field that is being typed, where its token begins, and what there is of its value.
struct OpenField
{
    QString name;
    QString typed;
    qsizetype valueFrom = -1;
};

OpenField openField(const QString &text)
{
    const QStringList tokens = searchParts(text);
    if (tokens.isEmpty() || !text.endsWith(tokens.last()))
        return {};
    const QString token = tokens.last();
    const qsizetype colon = token.indexOf(u':');
    QString name = token.left(colon).toLower();
    if (name.startsWith(u'-'))
        name.remove(0, 1);
    if (colon < 1 || !searchFields().contains(name))
        return {};
    QString typed = token.mid(colon + 1);
    const bool isClosed = typed.size() > 1 && typed.startsWith(u'"') && typed.endsWith(u'"');
    return isClosed ? OpenField()
                    : OpenField{name, typed.remove(u'"'), text.size() - token.size() + colon + 1};
}

} // namespace

QList<SearchHint> searchHints(const QString &text, const LibraryOverview &overview,
                              const QStringList &recent)
{
    QList<SearchHint> hints;
    if (text.trimmed().isEmpty()) {
        for (const QString &search : recent.first(qMin(mostRecent, recent.size())))
            hints.append({search, SearchHints::tr("searched before"), search});
        return hints + fieldHints();
    }
    const OpenField field = openField(text);
    if (field.valueFrom < 0)
        return {};
    QList<FacetCount> values = matching(valuesOf(field.name, overview), field.typed);
    values.resize(qMin(mostValues, values.size()));
    if (values.size() == 1 && values.first().value.compare(field.typed, Qt::CaseInsensitive) == 0)
        return {}; // it is written out
    const QLocale locale;
    for (const FacetCount &value : std::as_const(values)) {
        const QString count = value.articles > 0 ? locale.toString(value.articles) : QString();
        hints.append(
            {value.value, count, text.left(field.valueFrom) + written(value.value) + u' '});
    }
    return hints;
}

QString fieldCompletion(const QString &text)
{
    const QStringList tokens = searchParts(text);
    if (tokens.isEmpty() || !text.endsWith(tokens.last()) || tokens.last().size() < 2)
        return {};
    const QString begun = tokens.last();
    for (const QString &field : searchFields()) {
        if (field.startsWith(begun) && field != u"folder")
            return field.mid(begun.size()) + u':';
    }
    return {};
}
