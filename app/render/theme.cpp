#include "app/render/theme.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

// One variable: what may stand before its name, and the name.
const QRegularExpression &variable()
{
    static const QRegularExpression pattern(u"\\{\\{([&?/]?)([A-Za-z]+)\\}\\}"_s);
    return pattern;
}

// Where the part that {{?name}} opened ends: sections of other names may stand inside.
qsizetype endOfSection(const QString &text, const QString &name, qsizetype from)
{
    const qsizetype end = text.indexOf(u"{{/%1}}"_s.arg(name), from);
    Q_ASSERT_X(end >= 0, "filled", "a section of the template is never closed");
    return end;
}

} // namespace

QString themeFile(const QString &file)
{
    QFile resource(u":/themes/"_s + file);
    const bool open = resource.open(QIODevice::ReadOnly);
    Q_ASSERT_X(open, "themeFile", "not in the program's resources");
    Q_UNUSED(open);
    QString text = QString::fromUtf8(resource.readAll());
    if (file.endsWith(u".html"_s) && text.startsWith(u"<!--"_s))
        text.remove(0, text.indexOf(u"-->"_s) + 3);
    return text.trimmed();
}

QString filled(const QString &text, const TemplateValues &values)
{
    QString page;
    page.reserve(text.size() * 2);
    qsizetype from = 0;
    while (from < text.size()) {
        const QRegularExpressionMatch match = variable().match(text, from);
        if (!match.hasMatch())
            break;
        page += QStringView(text).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString name = match.captured(2);
        const QString value = values.value(name);
        if (match.capturedView(1).isEmpty())
            page += value.toHtmlEscaped();
        else if (match.capturedView(1) == u'&')
            page += value;
        else if (match.capturedView(1) == u'?' && value.isEmpty())
            from = endOfSection(text, name, from);
    }
    return page + text.mid(from);
}

QStringList templateNames(const QString &text)
{
    QStringList names;
    for (auto match = variable().globalMatch(text); match.hasNext();)
        names += match.next().captured(2);
    names.removeDuplicates();
    names.sort();
    return names;
}

QString themeColour(const QString &styleSheet, const QString &name, bool dark)
{
    // The light set stands in :root { }, the dark one in :root[data-theme="dark"] { }.
    const QString selector = dark ? u":root[data-theme=\"dark\"] {"_s : u":root {"_s;
    const qsizetype start = styleSheet.indexOf(selector);
    if (start < 0)
        return {};
    const QString set = styleSheet.mid(start, styleSheet.indexOf(u'}', start) - start);
    const QRegularExpression colour(u"--%1:\\s*(#[0-9a-fA-F]{6})\\s*;"_s.arg(name));
    return colour.match(set).captured(1);
}
