#include "app/formats/html/bylines.h"

#include "app/formats/html/authornames.h"
#include "app/formats/html/bylinewords.h"
#include "app/formats/html/classwords.h"
#include "app/formats/html/pagefacts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 160; // characters
constexpr qsizetype longestByline = 80;
constexpr qsizetype linesBefore = 8;
constexpr qsizetype linesAfter = 24;

bool isSilent(HtmlTag tag)
{
    return tag == HtmlTag::Script || tag == HtmlTag::Style || tag == HtmlTag::Noscript
        || tag == HtmlTag::Nav || tag == HtmlTag::Head || tag == HtmlTag::Textarea
        || tag == HtmlTag::Select || tag == HtmlTag::Iframe;
}

} // namespace

QStringList linesOf(const HtmlDocument &document)
{
    QStringList lines;
    QString line;
    int block = -1;
    const auto flush = [&] {
        line = tidied(line);
        if (!line.isEmpty())
            lines.append(line);
        line.clear();
    };
    for (int i = 0; i < int(document.nodes.size());) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (isSilent(node.tag) || (node.tag != HtmlTag::Text && soundsLikeComments(node))) {
            if (isBlock(node.tag))
                flush();
            i = node.end;
            continue;
        }
        if (node.tag == HtmlTag::Br || isBlock(node.tag))
            flush();
        if (node.tag == HtmlTag::Text) {
            if (const int here = blockOf(document, i); here != block) {
                flush();
                block = here;
            }
            if (line.size() < 1000)
                line += node.text;
        }
        ++i;
    }
    flush();
    return lines;
}

QStringList linesAround(const QStringList &all, const QString &headline)
{
    qsizetype at = all.indexOf(headline);
    QStringList near;
    for (qsizetype i = qMax<qsizetype>(at + 1, 0); i < all.size() && i < at + 1 + linesAfter; ++i) {
        if (all[i].size() <= longestLine)
            near.append(all[i]);
    }
    for (qsizetype i = at - 1; i >= 0 && i >= at - linesBefore; --i) {
        if (all[i].size() <= longestLine)
            near.append(all[i]);
    }
    return near;
}

QStringList bylineNames(const QStringList &lines)
{
    static const QString
        name = u"\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:(?:van|von|de|der|den|di|da|del|la|le|el|"
               "bin|al)\\s+)*\\p{Lu}[\\p{L}.'’-]*){1,3}"_s;
    static const QRegularExpression byline(
        u"^(?:(?:(?:[Ee]in|[Aa]n?|[Uu]n)\\s+)?(?:[Ww]ritten|[Ss]tory|[Tt]ext|[Ww]ords|[Aa]rtikel|"
        "[Aa]rticle|[Bb]eitrag|[Kk]ommentar|[Gg]eschrieben|[Rr]eported|[Pp]osted)\\s+)?"
        "(?:(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|POR)(?:\\s*:)?|(?:Text|Author|Auth?or(?:in|en|es|"
        "s)?|"
        "Auteure?s?|Autore|AUTOR|Redaktion|Reporter|Penulis)\\s*:)\\s+("_s
            + name + u"(?:\\s*(?:,|and|und|et|y|&)\\s+"_s + name
            + u")*)(?=$|\\s*[,|(–•·/-]|\\s+(?:\\d|(?:am|on|le|el|at|in|vom|Edition)\\b))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    for (const QString &line : lines) {
        const auto match = byline.match(line);
        if (match.hasMatch())
            return authorNames(match.captured(1));
    }
    return bylineAbroad(lines);
}

// "Autor: Ann Lee/agency" on one line, "Autor:" above "Ann Lee", "（责编：王小明、李大海）".
QStringList labelledNames(const QStringList &lines)
{
    static const QRegularExpression label(
        u"^[(（]?\\s*(?:(?:written|text|story|artikel|report)\\s+(?:by|von)|authors?|"
        "aut(?:or(?:e|en|in|:in|a)?|eure?)s?|reporter|verfasser(?:in)?|penulis|責任編輯|责任编辑|"
        "责编|作者|記者|记者|文責|기자)\\s*[:：]\\s*(.*?)\\s*[)）]?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].size() > longestLine)
            continue;
        const auto match = label.match(lines[i]);
        if (!match.hasMatch())
            continue;
        const QString said = match.captured(1);
        const QString names = said.isEmpty() && i + 1 < lines.size() ? lines[i + 1] : said;
        if (names.size() > longestByline)
            continue;
        if (const QStringList found = authorNames(names); !found.isEmpty())
            return found;
    }
    return {};
}

QStringList signature(const QString &bodyHtml)
{
    // "<p><strong>Ann Lee</strong></p>", the first or the last of all; "… said. (Ann Lee)</p>".
    static const QRegularExpression above(
        u"^\\s*(?:<div>\\s*)*<p>(?:<(?:em|strong)>)+([^<]{4,40})(?:</(?:em|strong)>)+</p>"_s);
    static const QRegularExpression line(
        u"(?:<p>(?:<(?:em|strong)>)+([^<]{4,40})(?:</(?:em|strong)>)+</p>|"
        "[.!?»”\"](?:</(?:em|strong)>)*\\s*\\(([^()<]{5,40})\\)\\W*</p>)\\s*(?:</div>\\s*)*$"_s);
    const auto last = line.match(bodyHtml.right(2000));
    for (const QString &name :
         {tidied(last.captured(1) + last.captured(2)), tidied(above.match(bodyHtml).captured(1))}) {
        if (looksLikeName(name))
            return {name};
    }
    return {};
}

PrintedDates datesAround(const QStringList &lines, const QString &language)
{
    PrintedDates dates;
    for (const QString &line : lines) {
        if (!mayHoldDate(line))
            continue;
        for (const FoundDate &found : datesIn(line, language)) {
            PrintedDate &date = found.kind == DateKind::Modified ? dates.modified : dates.published;
            if (!date.isValid() && found.date.moment.date().year() >= 1990)
                date = found.date;
        }
    }
    return dates;
}
