#include "app/render/paperpage.h"

#include "app/render/datetext.h"
#include "app/render/paperdocument.h"
#include "app/render/papernotes.h"
#include "app/render/pictures.h"
#include "app/render/theme.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// A paragraph longer than this is not kept in one piece with the crosshead above it: it would
// leave a hole as tall as itself. The style sheet then keeps room for its first lines only.
constexpr qsizetype longestKeptWithCrosshead = 700; // characters

// A tag of a sanitised body: only there is it safe to look for tags like this.
const QRegularExpression &tagPattern()
{
    static const QRegularExpression pattern(uR"(<(/?)([a-z][a-z0-9]*)((?:[^>"]++|"[^"]*+")*+)>)"_s);
    return pattern;
}

// The longer the headline, the smaller its letters: three lines at most for what papers print.
QString headlineSize(const QString &headline)
{
    if (headline.size() <= 45)
        return u"short"_s;
    if (headline.size() <= 95)
        return u"usual"_s;
    return headline.size() <= 170 ? u"long"_s : u"longest"_s;
}

// "JANE DOE · LONDON · 30 March 2009", each part in its own direction.
QString byline(const Article &article, const QLocale &locale, const PaperWords &words)
{
    QStringList parts;
    const auto add = [&parts](const QString &kind, const QString &text) {
        if (!text.simplified().isEmpty())
            parts += u"<bdi class=\"%1\">%2</bdi>"_s.arg(kind, text.simplified().toHtmlEscaped());
    };
    add(u"authors"_s, article.authors.join(u", "_s));
    add(u"place"_s, article.place);
    add(u"date"_s, dateText(article.datePublished, locale));
    if (article.dateModified.isValid() && article.dateModified != article.datePublished)
        add(u"date"_s, words.updated.arg(dateText(article.dateModified, locale)));
    return parts.join(u" <i>·</i> "_s);
}

// No alternative text on paper: it would stand beside the caption that says the same, and an
// empty one lets a picture that cannot be decoded take no room.
QString picture(const Article &article, int number)
{
    if (number >= article.images.size() || !article.images.at(number).isHere())
        return {};
    return u"<img src=\"picture:%1\" alt=\"\">"_s.arg(number);
}

QString textOf(const QString &html)
{
    return QString(html).remove(tagPattern()).trimmed();
}

// A figure without its picture keeps its caption, quietly, and goes when it has none.
QString withFiguresThatSaySomething(const QString &bodyHtml)
{
    static const QString opening = u"<figure>"_s;
    static const QString closing = u"</figure>"_s;
    QString html;
    qsizetype end = 0;
    for (qsizetype at = bodyHtml.indexOf(opening); at >= 0; at = bodyHtml.indexOf(opening, end)) {
        const qsizetype close = bodyHtml.indexOf(closing, at);
        if (close < 0)
            break;
        html += QStringView(bodyHtml).mid(end, at - end);
        end = close + closing.size();
        const QString figure = bodyHtml.mid(at, end - at);
        if (figure.contains(u"<img "_s) || figure.contains(u"<table"_s))
            html += figure;
        else if (!textOf(figure).isEmpty())
            html += u"<figure class=\"absent\">"_s + figure.mid(opening.size());
    }
    return html + bodyHtml.mid(end);
}

// Without pictures a figure says nothing but what a table or a quotation in it says.
QString withoutPictureFigures(const QString &bodyHtml)
{
    static const QRegularExpression figure(u"<figure>.*?</figure>"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    QString html;
    qsizetype end = 0;
    for (auto figures = figure.globalMatch(bodyHtml); figures.hasNext();) {
        const QRegularExpressionMatch match = figures.next();
        html += QStringView(bodyHtml).mid(end, match.capturedStart() - end);
        if (match.capturedView().contains(u"<table"_s) || match.capturedView().contains(u"<p>"_s))
            html += match.capturedView();
        end = match.capturedEnd();
    }
    return html + bodyHtml.mid(end);
}

struct Block
{
    QString name; // of its element; empty for what stands between blocks
    QString html;
};

// A table of many columns is set smaller, before its words would have to be broken.
QString sized(const QString &table)
{
    constexpr qsizetype usualColumns = 7;
    const QString firstRow = table.section(u"</tr>"_s, 0, 0);
    const bool wide = firstRow.count(u"<td"_s) + firstRow.count(u"<th>"_s)
            + firstRow.count(u"<th "_s)
        > usualColumns;
    return wide ? QString(table).replace(0, 6, u"<table class=\"wide\""_s) : table;
}

// The body's outermost elements, in order.
QList<Block> blocksOf(const QString &bodyHtml)
{
    QList<Block> blocks;
    qsizetype end = 0;
    int depth = 0;
    for (auto tags = tagPattern().globalMatch(bodyHtml); tags.hasNext();) {
        const QRegularExpressionMatch tag = tags.next();
        const QString name = tag.captured(2);
        const bool closes = !tag.capturedView(1).isEmpty();
        if (name == u"img"_s || name == u"br"_s)
            continue;
        if (!closes && depth++ == 0) {
            const QString between = bodyHtml.mid(end, tag.capturedStart() - end);
            if (!between.trimmed().isEmpty())
                blocks += {QString(), between};
            end = tag.capturedStart();
        } else if (closes && --depth == 0) {
            blocks += {name, bodyHtml.mid(end, tag.capturedEnd() - end)};
            end = tag.capturedEnd();
        }
    }
    if (end < bodyHtml.size() && !QStringView(bodyHtml).mid(end).trimmed().isEmpty())
        blocks += {QString(), bodyHtml.mid(end)};
    return blocks;
}

// Stands before a table: as tall as its head and its first rows, which it lends to the table.
const QString roomForRows = u"<div class=\"room\"></div>\n"_s;

// Chromium 102 does not honour break-after: avoid, so a crosshead and what follows it share a
// block that must not be broken; of a table, the room for its first rows.
QString withCrossheadsKept(const QList<Block> &blocks)
{
    QString html;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        const Block next = blocks.value(i + 1);
        const bool isCrosshead = block.name == u"h2"_s;
        const bool isShort = (next.name == u"p"_s || next.name == u"figure"_s)
            && textOf(next.html).size() <= longestKeptWithCrosshead;
        if (isCrosshead && (isShort || next.name == u"table"_s)) {
            const bool isTable = next.name == u"table"_s;
            html += u"<div class=\"together\">\n%1\n%2\n</div>\n"_s.arg(
                block.html, isTable ? roomForRows : next.html);
            if (isTable)
                html += sized(next.html) + u'\n';
            ++i;
        } else if (block.name == u"table"_s) {
            html += roomForRows + sized(block.html) + u'\n';
        } else {
            html += block.html + u'\n';
        }
    }
    return html;
}

QString figure(const Article &article, int number)
{
    const QString caption = article.images.at(number).caption.simplified();
    QString html = u"<figure>"_s + picture(article, number);
    if (!caption.isEmpty())
        html += u"<figcaption>%1</figcaption>"_s.arg(caption.toHtmlEscaped());
    return html + u"</figure>"_s;
}

enum class Place { Above, Below };

// Pictures that the body does not show itself: the lead one belongs above the story, the others
// after it, as on the screen.
QString unplacedPictures(const Article &article, Place place)
{
    const QSet<int> placed = picturesIn(article.bodyHtml);
    QString html;
    for (int number = 0; number < article.images.size(); ++number) {
        const Place its = number == 0 && placed.isEmpty() ? Place::Above : Place::Below;
        if (!placed.contains(number) && its == place)
            html += figure(article, number);
    }
    return html;
}

QString languageTag(const Article &article)
{
    static const QRegularExpression tag(u"\\A[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\\z"_s);
    return tag.match(article.inLanguage).hasMatch() ? article.inLanguage : u"und"_s;
}

// The body between the pictures that it does not show itself, in blocks, and what comes after it.
QString storyHtml(const NotedArticle &noted, const QLocale &locale, const PaperOptions &options,
                  const PaperWords &words)
{
    const Article &article = noted.article;
    const auto shown = [&](int number, const QString &) {
        return options.hasPictures ? picture(article, number) : QString();
    };
    QString html = withPictures(article.bodyHtml, shown);
    html = options.hasPictures
        ? unplacedPictures(article, Place::Above) + html + unplacedPictures(article, Place::Below)
        : withoutPictureFigures(html);
    QStringList addresses;
    if (options.hasLinkNotes)
        html = withLinkNotes(html, addresses);
    html = withCrossheadsKept(blocksOf(withFiguresThatSaySomething(html)));
    if (options.hasNote)
        html += readersNote(noted.note, words.note);
    if (options.hasRelatedStories)
        html += relatedStoriesList(article, locale, words.relatedStories);
    return html + linkNotesList(addresses, words.links);
}

TemplateValues articleValues(const NotedArticle &noted, const QLocale &locale,
                             const PaperOptions &options, const PaperWords &words)
{
    const Article &article = noted.article;
    const QString headline = article.headline.simplified();
    const QString second = article.alternativeHeadline.simplified();
    return {
        {u"language"_s, languageTag(article)},
        {u"direction"_s, readsRightToLeft(article) ? u"rtl"_s : u"ltr"_s},
        {u"kicker"_s, article.articleSection.simplified()},
        {u"headline"_s, headline},
        {u"size"_s, headlineSize(headline)},
        {u"second"_s, second == headline ? QString() : second},
        {u"standfirst"_s, article.description.simplified()},
        {u"byline"_s, byline(article, locale, words)},
        {u"story"_s, storyHtml(noted, locale, options, words)},
    };
}

// A picture's number among those of all articles, `before` of which are of earlier ones.
QString withPicturesAfter(const QString &html, int before)
{
    return withPictures(html, [before](int number, const QString &alternative) {
        return u"<img src=\"picture:%1\" alt=\"%2\">"_s.arg(number + before).arg(alternative);
    });
}

// The style sheet, and after it what the reader wants otherwise.
QString styleOf(const PaperOptions &options)
{
    QString style = themeFile(u"paper.css"_s);
    if (options.textSize != 100)
        style += u"body { zoom: %1%; }\n"_s.arg(
            std::clamp(options.textSize, smallestText, largestText));
    if (options.hasTwoColumns)
        style += themeFile(u"paper-columns.css"_s);
    if (options.isBlackAndWhite)
        style += themeFile(u"paper-black.css"_s);
    return style;
}

} // namespace

bool readsRightToLeft(const Article &article)
{
    if (!article.inLanguage.isEmpty()) {
        const QLocale locale(article.inLanguage);
        if (locale.language() != QLocale::C)
            return locale.textDirection() == Qt::RightToLeft;
    }
    return article.headline.isRightToLeft();
}

QString paperPage(const NotedArticle &noted, const QLocale &locale, const PaperOptions &options,
                  const PaperWords &words)
{
    const TemplateValues values = articleValues(noted, locale, options, words);
    return paperDocument(filled(themeFile(u"paper-article.html"_s), values), values,
                         styleOf(options));
}

QString paperPages(const QList<RunningArticle> &articles, const QLocale &locale,
                   const PaperOptions &options, const PaperWords &words)
{
    Q_ASSERT(!articles.isEmpty());
    const QString look = themeFile(u"paper-article.html"_s);
    TemplateValues first;
    QString html;
    int pictures = 0;
    for (qsizetype i = 0; i < articles.size(); ++i) {
        TemplateValues values = articleValues(articles[i].noted, locale, options, words);
        if (!articles[i].above.isEmpty())
            values[u"kicker"_s] = articles[i].above;
        values[u"source"_s] = articles[i].below;
        values[u"destination"_s] = storyDestination(i);
        values[u"story"_s] = withPicturesAfter(values[u"story"_s], pictures);
        html += filled(look, values);
        pictures += int(articles[i].noted.article.images.size());
        if (i == 0)
            first = values;
    }
    return paperDocument(html, first, styleOf(options));
}

QString storyDestination(qsizetype number)
{
    return u"story-%1"_s.arg(number);
}
