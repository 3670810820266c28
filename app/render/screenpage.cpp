#include "app/render/screenpage.h"

#include "app/render/datetext.h"
#include "app/render/pictures.h"
#include "app/render/theme.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// From here on a headline is set smaller, so that it leaves room for the story.
constexpr qsizetype longHeadline = 110; // characters

// A picture that is here, or a quiet frame with what is known of one that is not.
QString picture(const Article &article, int number, const QString &escapedAlternative,
                const ScreenOptions &options)
{
    const ArticleImage image = article.images.value(number);
    const QString alternative = escapedAlternative.isEmpty() ? image.alternateName.toHtmlEscaped()
                                                             : escapedAlternative;
    if (image.isHere())
        return u"<img src=\"%1%2\" alt=\"%3\" decoding=\"async\">"_s.arg(
            options.pictureAddress, QString::number(number), alternative);
    return u"<span class=\"missing\" role=\"img\" aria-label=\"%1\"><span>%1</span></span>"_s.arg(
        alternative.isEmpty() ? options.words.missingPicture.toHtmlEscaped() : alternative);
}

QString figure(const Article &article, int number, const ScreenOptions &options)
{
    QString html = u"<figure>"_s + picture(article, number, QString(), options);
    const QString caption = article.images.at(number).caption;
    if (!caption.isEmpty())
        html += u"<figcaption>%1</figcaption>"_s.arg(caption.toHtmlEscaped());
    return html + u"</figure>"_s;
}

// Pictures that the body does not show itself: the lead one belongs above the story, the others
// after it. None is lost.
QString unplacedPictures(const Article &article, bool lead, const ScreenOptions &options)
{
    const QSet<int> placed = picturesIn(article.bodyHtml);
    QString html;
    for (int number = 0; number < article.images.size(); ++number) {
        const bool isLead = number == 0 && placed.isEmpty();
        if (!placed.contains(number) && isLead == lead)
            html += figure(article, number, options);
    }
    return html;
}

// A date as printed; on hover the same moment where the reader is.
QString dateHtml(const PrintedDate &date, const QLocale &locale)
{
    if (!date.isValid())
        return {};
    const QString local = localTimeText(date, locale);
    const QString title = local.isEmpty() ? QString()
                                          : u" title=\"%1\""_s.arg(local.toHtmlEscaped());
    return u"<time datetime=\"%1\"%2>%3</time>"_s.arg(date.toIso().toHtmlEscaped(), title,
                                                      dateText(date, locale).toHtmlEscaped());
}

QString trimmingsHtml(const QStringList &trimmings)
{
    QString html;
    for (const QString &line : trimmings)
        html += u"<p>%1</p>"_s.arg(line.toHtmlEscaped());
    return html;
}

// Publisher and section, or the one that is known.
QString kicker(const Article &article)
{
    QStringList parts{article.publisher, article.articleSection};
    parts.removeAll(QString());
    parts.removeDuplicates();
    QString html;
    for (const QString &part : parts)
        html += u"<span>%1</span>"_s.arg(part.toHtmlEscaped());
    return html;
}

// The story's own direction: its headline's, or its language's where the headline has no letters.
QString directionOf(const Article &article)
{
    const bool hasLetters = std::any_of(article.headline.begin(), article.headline.end(),
                                        [](QChar character) { return character.isLetter(); });
    static const QStringList rightToLeft{u"ar"_s, u"fa"_s, u"he"_s, u"ur"_s, u"yi"_s, u"ps"_s};
    const bool isRightToLeft = hasLetters
        ? article.headline.isRightToLeft()
        : rightToLeft.contains(article.inLanguage.section(u'-', 0, 0));
    return isRightToLeft ? u"rtl"_s : u"ltr"_s;
}

// Only what a browser may be asked to open becomes a link.
QString addressHtml(const QUrl &url)
{
    const QString text = url.toDisplayString().toHtmlEscaped();
    if (!url.isValid() || text.isEmpty())
        return {};
    if (url.scheme() != u"http" && url.scheme() != u"https")
        return text;
    return u"<a href=\"%1\">%2</a>"_s.arg(QString::fromUtf8(url.toEncoded()).toHtmlEscaped(), text);
}

// What the head of the story says of who, where and when.
TemplateValues headValues(const Article &article, const ScreenOptions &options)
{
    const bool isUpdated = article.dateModified.isValid()
        && article.dateModified != article.datePublished;
    TemplateValues values{
        {u"byline"_s, options.locale.createSeparatedList(article.authors)},
        {u"place"_s, article.place},
        {u"published"_s, dateHtml(article.datePublished, options.locale)},
        {u"updated"_s, isUpdated ? dateHtml(article.dateModified, options.locale) : QString()},
    };
    values[u"imprint"_s] = QStringList(values.values()).join(QString());
    values.insert({
        {u"language"_s, article.inLanguage},
        {u"direction"_s, directionOf(article)},
        {u"kicker"_s, kicker(article)},
        {u"headline"_s, article.headline},
        {u"length"_s, article.headline.size() > longHeadline ? u"long"_s : u"short"_s},
        {u"alternativeHeadline"_s, article.alternativeHeadline},
        {u"standfirst"_s, article.description},
    });
    return values;
}

TemplateValues storyValues(const Article &article, const ScreenOptions &options)
{
    const auto shown = [&](int number, const QString &alternative) {
        return picture(article, number, alternative, options);
    };
    TemplateValues values = headValues(article, options);
    values.insert({
        {u"lead"_s, unplacedPictures(article, true, options)},
        {u"body"_s, withPictures(article.bodyHtml, shown)},
        {u"pictures"_s, unplacedPictures(article, false, options)},
        {u"trimmings"_s, trimmingsHtml(article.trimmings)},
        {u"file"_s, article.path},
        {u"part"_s, article.part},
        {u"address"_s, addressHtml(article.url)},
        {u"publishedWord"_s, options.words.published},
        {u"updatedWord"_s, options.words.updated},
        {u"trimmingsWord"_s, options.words.trimmings},
        {u"listNote"_s, article.extent == ArticleExtent::List ? options.words.isList : QString()},
        {u"endNote"_s,
         article.extent == ArticleExtent::Beginning ? options.words.isBeginning : QString()},
        {u"fileWord"_s, options.words.file},
        {u"addressWord"_s, options.words.address},
    });
    return values;
}

} // namespace

ScreenStory screenStory(const Article &article, const ScreenOptions &options)
{
    static const QString story = themeFile(u"screen-story.html"_s);
    return {article.headline, article.inLanguage, directionOf(article),
            filled(story, storyValues(article, options))};
}

QString screenPage(const ScreenStory &story, bool dark)
{
    static const QString frame = themeFile(u"screen.html"_s);
    static const QString style = themeFile(u"screen.css"_s);
    // The policy names our style sheet by its digest, so that no other one can get in.
    static const QByteArray
        digest = QCryptographicHash::hash(style.toUtf8(), QCryptographicHash::Sha256).toBase64();
    return filled(frame,
                  {
                      {u"language"_s, story.language},
                      {u"direction"_s, story.direction},
                      {u"theme"_s, dark ? u"dark"_s : u"light"_s},
                      {u"title"_s, story.title},
                      {u"styleDigest"_s, QString::fromLatin1(digest)},
                      {u"style"_s, style},
                      {u"story"_s, story.html},
                  });
}

QString screenColour(const QString &name, bool dark)
{
    static const QString style = themeFile(u"screen.css"_s);
    return themeColour(style, name, dark);
}

QString screenPaper(bool dark)
{
    return screenColour(u"paper"_s, dark);
}
