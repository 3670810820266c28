#include "app/render/paperpage.h"

#include "app/render/datetext.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>

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

QString resource(const QString &name)
{
    QFile file(u":/paper/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Puts `values` in the places of the template's {{names}}, in one pass: a value that holds braces
// itself is text and nothing else.
QString filled(const QString &form, const QHash<QString, QString> &values)
{
    static const QRegularExpression place(u"\\{\\{([a-z-]+)\\}\\}"_s);
    QString page;
    qsizetype end = 0;
    for (auto matches = place.globalMatch(form); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        page += QStringView(form).mid(end, match.capturedStart() - end);
        page += values.value(match.captured(1));
        end = match.capturedEnd();
    }
    return page + form.mid(end);
}

QString element(const QString &tag, const QString &kind, const QString &text)
{
    const QString shown = text.simplified();
    if (shown.isEmpty())
        return {};
    return u"<%1 class=\"%2\">%3</%1>\n"_s.arg(tag, kind, shown.toHtmlEscaped());
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
    add(u"date"_s, dateText(article.date(), locale));
    if (article.datePublished.isValid() && article.dateModified.isValid()
        && article.datePublished.moment != article.dateModified.moment)
        add(u"date"_s, words.updated.arg(dateText(article.dateModified, locale)));
    if (parts.isEmpty())
        return {};
    return u"<p class=\"byline\">%1</p>\n"_s.arg(parts.join(u" <i>·</i> "_s));
}

// The picture's number, or -1 where it is not one of those that are here.
int pictureHere(const QString &attributes, const Article &article)
{
    static const QRegularExpression source(u"\\bsrc=\"picture:([0-9]{1,6})\""_s);
    const QRegularExpressionMatch match = source.match(attributes);
    const int number = match.hasMatch() ? match.captured(1).toInt() : -1;
    return number >= 0 && number < article.images.size() && article.images[number].isHere() ? number
                                                                                            : -1;
}

// No alternative text on paper: it would stand beside the caption that says the same, and an
// empty one lets a picture that cannot be decoded take no room.
QString picture(int number)
{
    return u"<img src=\"picture:%1\" alt=\"\">"_s.arg(number);
}

QString withPicturesThatAreHere(const QString &bodyHtml, const Article &article)
{
    QString html;
    qsizetype end = 0;
    for (auto tags = tagPattern().globalMatch(bodyHtml); tags.hasNext();) {
        const QRegularExpressionMatch tag = tags.next();
        if (tag.capturedView(2) != u"img"_s)
            continue;
        html += QStringView(bodyHtml).mid(end, tag.capturedStart() - end);
        end = tag.capturedEnd();
        const int number = pictureHere(tag.captured(3), article);
        if (number >= 0)
            html += picture(number);
    }
    return html + bodyHtml.mid(end);
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

struct Block
{
    QString name; // of its element; empty for what stands between blocks
    QString html;
};

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

// Chromium 102 does not honour break-after: avoid, so a crosshead and what follows it share a
// block that must not be broken.
QString withCrossheadsKept(const QList<Block> &blocks)
{
    QString html;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const bool crosshead = blocks[i].name == u"h2"_s;
        const bool together = crosshead && i + 1 < blocks.size()
            && (blocks[i + 1].name == u"p"_s || blocks[i + 1].name == u"figure"_s)
            && textOf(blocks[i + 1].html).size() <= longestKeptWithCrosshead;
        if (!together) {
            html += blocks[i].html + u'\n';
            continue;
        }
        html += u"<div class=\"together\">\n%1\n%2\n</div>\n"_s.arg(blocks[i].html,
                                                                    blocks[i + 1].html);
        ++i;
    }
    return html;
}

// The lead image stands above the text when the body does not show it itself.
QString leadImage(const Article &article)
{
    if (article.images.isEmpty() || !article.images.first().isHere()
        || article.bodyHtml.contains(u"src=\"picture:0\""_s))
        return {};
    return u"<figure class=\"lead\">%1%2</figure>\n"_s.arg(
        picture(0), element(u"figcaption"_s, u"caption"_s, article.images.first().caption));
}

QString documentTag(const Article &article)
{
    static const QRegularExpression tag(u"\\A[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\\z"_s);
    const QString direction = readsRightToLeft(article) ? u"rtl"_s : u"ltr"_s;
    const QString language = tag.match(article.inLanguage).hasMatch() ? article.inLanguage
                                                                      : u"und"_s;
    return u"lang=\"%1\" dir=\"%2\""_s.arg(language, direction);
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

QString paperPage(const Article &article, const QLocale &locale, const PaperWords &words)
{
    static const QString form = resource(u"paper.html"_s);
    static const QString style = resource(u"paper.css"_s);
    static const QString styleDigest = QString::fromLatin1(
        QCryptographicHash::hash(style.toUtf8(), QCryptographicHash::Sha256).toBase64());

    const QString headline = article.headline.simplified();
    const bool another = article.alternativeHeadline.simplified() != headline;
    const QString body = withFiguresThatSaySomething(
        withPicturesThatAreHere(article.bodyHtml, article));
    return filled(
        form,
        {
            {u"document"_s, documentTag(article)},
            {u"style"_s, style},
            {u"style-digest"_s, styleDigest},
            {u"title"_s, headline.toHtmlEscaped()},
            {u"kicker"_s, element(u"p"_s, u"kicker"_s, article.articleSection)},
            {u"headline"_s, element(u"h1"_s, headlineSize(headline), headline)},
            {u"second-headline"_s,
             another ? element(u"p"_s, u"second"_s, article.alternativeHeadline) : QString()},
            {u"standfirst"_s, element(u"p"_s, u"standfirst"_s, article.description)},
            {u"byline"_s, byline(article, locale, words)},
            {u"lead"_s, leadImage(article)},
            {u"body"_s, withCrossheadsKept(blocksOf(body))},
        });
}
