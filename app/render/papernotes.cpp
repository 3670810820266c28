#include "app/render/papernotes.h"

#include "app/render/datetext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

// As the sanitiser writes it: one attribute's value in double quotes, entities escaped.
const QRegularExpression &linkPattern()
{
    static const QRegularExpression pattern(
        uR"re(<a\s[^>]*?href="((?:https?|mailto):[^"]*)"[^>]*>(.*?)</a>)re"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

QString unescaped(QString value)
{
    return value.replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&#39;"_s, u"'"_s)
        .replace(u"&amp;"_s, u"&"_s);
}

QString section(const QString &kind, const QString &heading, const QString &list)
{
    return u"<div class=\"after %1\">\n<h2>%2</h2>\n%3\n</div>\n"_s.arg(
        kind, heading.toHtmlEscaped(), list);
}

} // namespace

QString withLinkNotes(const QString &bodyHtml, QStringList &addresses)
{
    QString html;
    qsizetype end = 0;
    for (auto links = linkPattern().globalMatch(bodyHtml); links.hasNext();) {
        const QRegularExpressionMatch link = links.next();
        const QString address = unescaped(link.captured(1));
        qsizetype number = addresses.indexOf(address);
        if (number < 0) {
            number = addresses.size();
            addresses.append(address);
        }
        html += QStringView(bodyHtml).mid(end, link.capturedEnd() - end);
        html += u"<sup class=\"note\">%1</sup>"_s.arg(number + 1);
        end = link.capturedEnd();
    }
    return html + bodyHtml.mid(end);
}

QString linkNotesList(const QStringList &addresses, const QString &heading)
{
    if (addresses.isEmpty())
        return {};
    QString list = u"<ol>\n"_s;
    for (const QString &address : addresses)
        list += u"<li><a href=\"%1\">%1</a></li>\n"_s.arg(address.toHtmlEscaped());
    return section(u"notes"_s, heading, list + u"</ol>"_s);
}

QString relatedStoriesList(const Article &article, const QLocale &locale, const QString &heading)
{
    QString list;
    for (const RelatedLink &link : article.relatedLinks) {
        const QString headline = link.headline.simplified();
        if (headline.isEmpty())
            continue;
        QStringList where{link.articleSection.simplified(), dateText(link.datePublished, locale)};
        where.removeAll(QString());
        list += u"<li><bdi>%1</bdi>"_s.arg(headline.toHtmlEscaped());
        if (!where.isEmpty())
            list += u" <i>%1</i>"_s.arg(where.join(u", "_s).toHtmlEscaped());
        list += u"</li>\n"_s;
    }
    return list.isEmpty() ? QString()
                          : section(u"related"_s, heading, u"<ul>\n%1</ul>"_s.arg(list));
}

QString readersNote(const QString &note, const QString &heading)
{
    QString paragraphs;
    for (const QString &line : note.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            paragraphs += u"<p>%1</p>\n"_s.arg(line.trimmed().toHtmlEscaped());
    }
    return paragraphs.isEmpty() ? QString() : section(u"note"_s, heading, paragraphs);
}
