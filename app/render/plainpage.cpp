#include "app/render/plainpage.h"

#include "app/render/theme.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// What stands for a tag that rich text does not know, and would run together with the next; or that
// it knows too well: the letters of a headline would always be as large as it likes.
constexpr std::pair<QLatin1StringView, QLatin1StringView> standIns[] = {
    {"article"_L1, "div"_L1},
    {"header"_L1, "div"_L1},
    {"footer"_L1, "div"_L1},
    {"figure"_L1, "div"_L1},
    {"details"_L1, "div"_L1},
    {"dl"_L1, "div"_L1},
    {"dd"_L1, "span"_L1},
    {"dt"_L1, "b"_L1},
    {"summary"_L1, "p class=\"crosshead\""_L1},
    {"time"_L1, "span"_L1},
    {"bdi"_L1, "span"_L1},
    {"ins"_L1, "u"_L1},
    {"del"_L1, "s"_L1},
    {"mark"_L1, "span"_L1},
    {"tfoot"_L1, "tbody"_L1},
    {"h1"_L1, "p"_L1},
    {"h3"_L1, "p"_L1},
    {"h2"_L1, "p class=\"crosshead\""_L1},
    {"th"_L1, "td class=\"head\""_L1},
    {"table"_L1, "table cellpadding=\"5\""_L1},
    {"figcaption"_L1, "p class=\"caption\""_L1},
    {"caption"_L1, "p class=\"caption\""_L1},
};

// A tag of a page of ours: every attribute stands in quotes, and no text has a bare "<".
const QRegularExpression &tagPattern()
{
    static const QRegularExpression pattern(uR"(<(/?)([a-z][a-z0-9]*)((?:[^>"]++|"[^"]*+")*+)>)"_s);
    return pattern;
}

// A caption would be text astray between a table's rows: it goes before its table.
QString withCaptionsBeforeTables(const QString &html)
{
    static const QRegularExpression captioned(u"(<table[^>]*>)\\s*(<caption>.*?</caption>)"_s,
                                              QRegularExpression::DotMatchesEverythingOption);
    return QString(html).replace(captioned, u"\\2\\1"_s);
}

QString tagFor(const QRegularExpressionMatch &tag)
{
    const QString name = tag.captured(2);
    if (name == u"img")
        return {};
    const auto standIn = std::ranges::find(standIns, name,
                                           [](const auto &row) { return QString(row.first); });
    if (standIn == std::end(standIns))
        return tag.captured();
    const QString other = standIn->second;
    if (!tag.captured(1).isEmpty())
        return u"</%1> "_s.arg(other.section(u' ', 0, 0));
    const QString begin = u"<%1%2>"_s.arg(other, tag.captured(3));
    return name == u"footer" ? begin + u"<a name=\"%1\"></a>"_s.arg(plainStoryEnd) : begin;
}

QString inRichText(const QString &page)
{
    // Publisher and section: the style sheet of the engine's page parts them.
    const QString html = withCaptionsBeforeTables(page).replace(u"</span><span>"_s,
                                                                u"</span> · <span>"_s);
    QString text;
    text.reserve(html.size());
    qsizetype from = 0;
    for (auto tags = tagPattern().globalMatch(html); tags.hasNext();) {
        const QRegularExpressionMatch tag = tags.next();
        text += QStringView(html).mid(from, tag.capturedStart() - from);
        text += tagFor(tag);
        from = tag.capturedEnd();
    }
    text += QStringView(html).mid(from);
    return text;
}

// Every size in points, larger or smaller.
QString zoomed(const QString &style, int zoom)
{
    static const QRegularExpression size(u"(\\d+(?:\\.\\d+)?)pt"_s);
    QString text;
    qsizetype from = 0;
    for (auto sizes = size.globalMatch(style); sizes.hasNext();) {
        const QRegularExpressionMatch found = sizes.next();
        text += QStringView(style).mid(from, found.capturedStart() - from);
        text += QString::number(found.captured(1).toDouble() * zoom / 100, 'f', 2) + u"pt"_s;
        from = found.capturedEnd();
    }
    text += QStringView(style).mid(from);
    return text;
}

QString document(const QString &body, const QString &style)
{
    return u"<html><head><style>%1</style></head><body>%2</body></html>"_s.arg(style, body);
}

} // namespace

QString plainPage(const Article &article, const ScreenOptions &options, bool dark, int zoom)
{
    Article unpictured = article;
    for (ArticleImage &image : unpictured.images) {
        image.filePath.clear();
        image.bytes.clear();
    }
    static const QString plain = themeFile(u"plain.css"_s);
    TemplateValues values;
    for (const QString &name : templateNames(plain))
        values.insert(name, screenColour(name, dark));
    return document(inRichText(screenStory(unpictured, options).html),
                    zoomed(filled(plain, values), zoom));
}

QString plainPaper(const QString &paperPage)
{
    static const QRegularExpression body(u"<body>(.*)</body>"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QString style = themeFile(u"plain-paper.css"_s);
    return document(inRichText(body.match(paperPage).captured(1)), style);
}
