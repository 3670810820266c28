#include "app/formats/html/bylines.h"

#include "app/article/datewords.h"
#include "app/formats/html/authornames.h"
#include "app/formats/html/bylinewords.h"
#include "app/formats/html/classwords.h"
#include "app/formats/html/expression.h"
#include "app/formats/html/pagefacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 160; // characters
constexpr qsizetype longestByline = 80;
constexpr qsizetype linesBefore = 8;
constexpr qsizetype linesAfter = 24;
constexpr qsizetype linesUnder = 4; // the headline: a second deck, a byline, the day
constexpr qsizetype linesOver = 3;

bool isSilent(HtmlTag tag)
{
    return tag == HtmlTag::Script || tag == HtmlTag::Style || tag == HtmlTag::Noscript
        || tag == HtmlTag::Nav || tag == HtmlTag::Head || tag == HtmlTag::Textarea
        || tag == HtmlTag::Select || tag == HtmlTag::Iframe;
}

// "Published:", "Last updated", above its date.
bool isDateLabel(const QString &line)
{
    if (line.size() > 24)
        return false;
    bool isLabel = false;
    for (QString word : line.split(u' ')) {
        const DateWord meaning = dateWordMeaning(word.remove(u':')).word;
        const bool says = meaning == DateWord::Published || meaning == DateWord::Modified;
        if (!says && meaning != DateWord::Filler)
            return false;
        isLabel = isLabel || says;
    }
    return isLabel;
}

// A day that stands below its label goes with it.
void endLine(QString &line, QStringList &lines)
{
    if (line.isEmpty())
        return;
    line = tidied(line);
    if (mayHoldDate(line) && !lines.isEmpty() && isDateLabel(lines.last())
        && !dateLine(line).isEmpty())
        lines.last() += u' ' + line;
    else if (!line.isEmpty())
        lines.append(line);
    line.clear();
}

} // namespace

PageLines linesOf(const HtmlDocument &document, int heading)
{
    PageLines page;
    QString line;
    int block = -1;
    int timeEnd = -1;
    const auto flush = [&] { endLine(line, page.lines); };
    for (int i = 0; i < int(document.nodes.size());) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (isSilent(node.tag) || (node.tag != HtmlTag::Text && soundsLikeComments(node))) {
            if (isBlock(node.tag))
                flush();
            i = node.end;
            continue;
        }
        if (i == heading || node.tag == HtmlTag::Br || isBlock(node.tag))
            flush();
        if (i == heading)
            page.headline = page.lines.size();
        // A day, an hour and a name, each in its element: there is room between them on the screen.
        if (node.tag == HtmlTag::Time || i == timeEnd)
            line += u' ';
        if (node.tag == HtmlTag::Time)
            timeEnd = node.end;
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
    return page;
}

QStringList linesAround(const PageLines &page, const QString &headline)
{
    const QStringList &all = page.lines;
    const qsizetype at = page.headline >= 0 ? page.headline : all.indexOf(headline);
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
    static const QString name = u"(?:\\p{Lu}{2,8}(?=$|\\W)|\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:(?:van|"
                                u"von|de|der|den|di|da|del|la|le|el|"
                                "bin|al)\\s+)*\\p{Lu}[\\p{L}.'’-]*){1,3})"_s; // or an agency
    static const Expression byline(
        u"^(?:(?:(?:[Ee]in|[Aa]n?|[Uu]n)\\s+)?(?:[Ww]ritten|[Ss]tory|[Tt]ext|[Ww]ords|[Aa]rtikel|"
        "[Aa]rticle|[Bb]eitrag|[Kk]ommentar|[Gg]eschrieben|[Rr]eported|[Pp]osted)\\s+)?"
        "(?:(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|POR)(?:\\s*:)?|(?:Text|Author|Auth?or(?:in|en|es|"
        "s)?|"
        "Auteure?s?|Autore|AUTOR|Redaktion|Reporter|Penulis)\\s*:)\\s+("_s
            + name + u"(?:\\s*(?:,|and|und|et|y|&)\\s+"_s + name
            + u")*)(?=$|\\s*[,|(–•·/-]|\\s+(?:\\d|(?:am|on|le|el|at|in|vom|Edition)\\b))"_s,
        Expression::Case::Sensitive, Expression::Letters::Unicode);
    for (const QString &line : lines) {
        const auto match = byline.firstIn(line);
        if (match.isFound())
            return authorNames(match.text(1));
    }
    return bylineAbroad(lines);
}

// "Autor: Ann Lee/agency" on one line, "Autor:" above "Ann Lee", "（责编：王小明、李大海）".
QStringList labelledNames(const QStringList &lines)
{
    static const Expression label(
        u"^[(（]?\\s*(?:(?:written|posted|text|story|artikel|report|verfasst|geschrieben)\\s+"
        "(?:by|von)|authors?|"
        "aut(?:or(?:e|en|in|:in|a)?|eure?)s?|reporter|verfasser(?:in)?|penulis|責任編輯|责任编辑|"
        "责编|作者|記者|记者|文責|기자)\\s*[:：]\\s*(.*?)\\s*[)）]?$"_s,
        Expression::Case::Insensitive);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].size() > longestLine)
            continue;
        const auto match = label.firstIn(lines[i]);
        if (!match.isFound())
            continue;
        const QString said = match.text(1);
        const QString names = said.isEmpty() && i + 1 < lines.size() ? lines[i + 1] : said;
        if (names.size() > longestByline)
            continue;
        if (const QStringList found = authorNames(names); !found.isEmpty())
            return found;
    }
    return {};
}

// What generators of weblogs print: "Posted in Boats by kkay7 on May 3, 2019", "Filed under: Boats
// — kkay7 @ 00:11". One word is a name there, which needs the label and the date beside it.
QStringList accountNames(const QStringList &lines)
{
    static const Expression posted(
        u"^(?:posted|published|filed|written|submitted|veröffentlicht|geschrieben|verfasst|"
        "erstellt|gepostet|publié|posté|publicado|escrito|pubblicato|scritto)\\b.*?\\s"
        "(?:by|von|par|por|da)\\s+(\\S{3,30}(?:\\s\\p{Lu}\\S*){0,2}?)"
        "(?=\\s*(?:$|[,|•·(–—]|\\s(?:-|on|am|le|el|il|at|um|in|\\d)(?:\\s|$)))"_s,
        Expression::Case::Insensitive);
    static const Expression at(
        u"\\s[–—-]\\s(\\S{3,30}(?:\\s\\p{Lu}\\S*){0,2})\\s@\\s\\d\\d?:\\d\\d"_s);
    for (const QString &line : lines) {
        if (!mayHoldDate(line))
            continue;
        const auto signedAt = at.firstIn(line);
        if (signedAt.isFound())
            return authorNames(signedAt.text(1));
        const auto label = posted.firstIn(line);
        if (label.isFound() && !datesIn(line).isEmpty())
            return authorNames(label.text(1));
    }
    return {};
}

// "Ann Lee | 3 May 2019", "3 May 2019 • Ann Lee". Before a comma or a dash stands a place.
QStringList namesBesideDay(const QStringList &lines, const QString &language)
{
    static const Expression mark(u"\\s*[|•·]\\s*"_s);
    for (const QString &line : lines.first(qMin(lines.size(), linesUnder))) {
        const QStringList parts = mayHoldDate(line) ? mark.split(line) : QStringList();
        const auto isDay = [&](const QString &part) {
            const QList<FoundDate> found = datesIn(part, language);
            return !found.isEmpty() && found.first().from == 0;
        };
        if (parts.size() < 2 || std::ranges::none_of(parts, isDay))
            continue;
        for (const QString &part : parts) {
            if (looksLikeName(part))
                return {part};
        }
    }
    return {};
}

// "<p>Ann<br>3 May 2019</p>": with the day beside it, one word is a name.
QString datedSignature(const QString &lastOfBody)
{
    static const Expression dated(
        u"<p>([^<]{3,40})<br ?/?>\\s*([^<]{6,40})</p>\\s*(?:</div>\\s*)*$"_s);
    static const Expression given(u"^\\p{Lu}\\p{L}+$"_s);
    const auto match = dated.firstIn(lastOfBody);
    const QString name = tidied(match.text(1));
    const bool isName = looksLikeName(name) || given.isIn(name);
    return isName && !dateLine(tidied(match.text(2))).isEmpty() ? name : QString();
}

QStringList signature(const QString &bodyHtml)
{
    // "<p><strong>Ann Lee</strong></p>", the first or the last of all; "… said. (Ann Lee)</p>".
    static const Expression above(
        u"^\\s*(?:<div>\\s*)*<p>(?:<(?:em|strong)>)+([^<]{4,40})(?:</(?:em|strong)>)+</p>"_s);
    static const Expression line(
        u"(?:<p>(?:<(?:em|strong)>)+([^<]{4,40})(?:</(?:em|strong)>)+</p>|"
        "[.!?»”\"](?:</(?:em|strong)>)*\\s*\\(([^()<]{5,40})\\)\\W*</p>)\\s*(?:</div>\\s*)*$"_s);
    const auto last = line.firstIn(bodyHtml.right(2000));
    for (const QString &name :
         {tidied(last.text(1) + last.text(2)), tidied(above.firstIn(bodyHtml).text(1))}) {
        if (looksLikeName(name))
            return {name};
    }
    const QString dated = datedSignature(bodyHtml.right(2000));
    return dated.isEmpty() ? QStringList() : QStringList{dated};
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

PrintedDate dayUnderHeadline(const QStringList &lines, const QString &language)
{
    for (const QString &line : lines.first(qMin(lines.size(), linesUnder))) {
        const QList<FoundDate> found = dateLine(line, language);
        if (found.size() == 1)
            return found.first().kind == DateKind::Modified ? PrintedDate() : found.first().date;
    }
    return {};
}

PrintedDate dayOverHeadline(const PageLines &page, const QString &language)
{
    for (const QString &line : page.lines.mid(page.headline + 1, linesUnder)) {
        if (mayHoldDate(line) && !datesIn(line, language).isEmpty())
            return {};
    }
    for (qsizetype i = page.headline - 1; i >= 0 && i >= page.headline - linesOver; --i) {
        if (!mayHoldDate(page.lines[i]))
            continue;
        const QList<FoundDate> found = dateLine(page.lines[i], language);
        if (found.size() == 1 && found.first().kind != DateKind::Modified)
            return found.first().date;
    }
    return {};
}

PrintedDate publishedAnywhere(const QStringList &lines, const QString &language)
{
    PrintedDate only;
    for (const QString &line : lines) {
        if (!mayHoldDate(line))
            continue;
        for (const FoundDate &found : datesIn(line, language)) {
            if (found.kind != DateKind::Published || found.date.moment.date().year() < 1990)
                continue;
            if (only.isValid() && only.moment.date() != found.date.moment.date())
                return {};
            only = found.date;
        }
    }
    return only;
}
