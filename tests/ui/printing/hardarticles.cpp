#include "tests/ui/printing/hardarticles.h"

#include "tests/ui/printing/sheettools.h"

using namespace Qt::StringLiterals;

namespace {

QString sentences(int count)
{
    return u"The ferry that crosses the sound returns in June, the harbour board has said. "_s
        .repeated(count);
}

QString paragraphs(int count, int sentencesEach = 4)
{
    return u"<p>%1</p>\n"_s.arg(sentences(sentencesEach)).repeated(count);
}

Article plain(const QString &bodyHtml)
{
    Article article = sheettools::story(0);
    article.authors = {u"Astrid Holm"_s};
    article.description = u"Repairs took the winter; the timetable stays as it was."_s;
    article.bodyHtml = bodyHtml;
    return article;
}

Article inLanguage(const QString &language, const QString &headline, const QString &sentence)
{
    Article article = plain(u"<p>%1</p>\n"_s.arg((sentence + u' ').repeated(9)).repeated(3)
                            + u"<h2>%1</h2>\n<p>%2</p>\n"_s.arg(headline, sentence));
    article.headline = headline;
    article.inLanguage = language;
    article.description = sentence;
    return article;
}

QList<HardArticle> scripts()
{
    return {
        {u"arabic"_s,
         {inLanguage(u"ar"_s, u"العبّارة تعود إلى الميناء في حزيران"_s,
                     u"تعود العبّارة MV Sound إلى الميناء بعد إصلاح دام 3 أشهر."_s)}},
        {u"hebrew"_s,
         {inLanguage(u"he"_s, u"המעבורת חוזרת לנמל ביוני"_s,
                     u"המעבורת תחזור לנמל ביוני, אמרה הנהלת הנמל (1962)."_s)}},
        {u"persian"_s,
         {inLanguage(
             u"fa"_s, u"کشتی در ماه ژوئن بازمی‌گردد"_s,
             u"کشتی پس از تعمیر به بندر بازمی‌گردد و برنامه تغییر نمی‌کند."_s)}},
        {u"chinese"_s,
         {inLanguage(u"zh"_s, u"渡轮将于六月复航"_s,
                     u"港务局表示，渡轮经过三个月的维修之后，将于六月恢复航行。"_s)}},
        {u"japanese"_s,
         {inLanguage(u"ja"_s, u"フェリー、六月に再開へ"_s,
                     u"港湾局によると、修理を終えたフェリーは六月に運航を再開する。"_s)}},
        {u"korean"_s,
         {inLanguage(u"ko"_s, u"여객선, 6월에 다시 운항"_s,
                     u"항만청은 수리를 마친 여객선이 6월에 운항을 재개한다고 밝혔다."_s)}},
        {u"thai"_s,
         {inLanguage(u"th"_s, u"เรือข้ามฟากกลับมาในเดือนมิถุนายน"_s,
                     u"การท่าเรือแจ้งว่าเรือข้ามฟากจะกลับมาให้บริการในเดือนมิถุนายน"_s)}},
        {u"hindi"_s,
         {inLanguage(u"hi"_s, u"नौका जून में लौटेगी"_s,
                     u"बंदरगाह बोर्ड ने कहा कि मरम्मत के बाद नौका जून में लौटेगी।"_s)}},
        {u"russian"_s,
         {inLanguage(u"ru"_s, u"Паром вернётся в июне"_s,
                     u"Паром вернётся в июне, сообщило управление порта."_s)}},
        {u"greek"_s,
         {inLanguage(u"el"_s, u"Το πορθμείο επιστρέφει τον Ιούνιο"_s,
                     u"Το πορθμείο επιστρέφει τον Ιούνιο, ανακοίνωσε το λιμεναρχείο."_s)}},
        {u"both-directions"_s,
         {plain(
             u"<p>%1 He quoted <em>العبّارة تعود في حزيران</em> and went on.</p>"_s.arg(sentences(2))
             + u"<blockquote dir=\"rtl\"><p>العبّارة تعود إلى الميناء.</p></blockquote>"_s
             + paragraphs(2))}},
    };
}

QString tableOf(int rows, int columns, const QString &cell)
{
    QString html = u"<table>\n<caption>Crossings</caption>\n<thead><tr>"_s;
    for (int column = 1; column <= columns; ++column)
        html += u"<th>Quay %1</th>"_s.arg(column);
    html += u"</tr></thead>\n<tbody>"_s;
    for (int row = 1; row <= rows; ++row) {
        html += u"<tr>"_s;
        for (int column = 1; column <= columns; ++column)
            html += u"<td>%1 %2</td>"_s.arg(cell).arg(row * column);
        html += u"</tr>\n"_s;
    }
    return html + u"</tbody></table>\n"_s;
}

QList<HardArticle> tablesAndCode()
{
    const QString longLine = u"if (ferry.returns() and harbour.is_open()): sound.cross(ferry)  "_s;
    const QString deep = u"<ul><li>Quay<ul><li>Berth<ul><li>Ramp<ul><li>Gate</li></ul></li></ul>"
                         "</li></ul></li><li>Sound</li></ul>"_s;
    return {
        {u"table"_s, {plain(paragraphs(1) + tableOf(6, 3, u"at"_s) + paragraphs(1))}},
        {u"table-of-20-columns"_s, {plain(paragraphs(1) + tableOf(6, 20, u"n"_s))}},
        {u"table-of-200-rows"_s, {plain(tableOf(200, 4, u"crossing"_s))}},
        {u"table-of-long-words"_s,
         {plain(tableOf(4, 3, u"Hafenverwaltungsgesellschaftsvorsitzender"_s))}},
        {u"code-of-long-lines"_s,
         {plain(u"<pre>%1</pre>"_s.arg(longLine.repeated(6)) + paragraphs(1))}},
        {u"code-of-120-lines"_s,
         {plain(u"<pre>%1</pre>"_s.arg((longLine.trimmed() + u'\n').repeated(120)))}},
        {u"lists-in-lists"_s, {plain(deep.repeated(5) + paragraphs(1))}},
        {u"list-of-150"_s, {plain(u"<ol>%1</ol>"_s.arg(u"<li>A crossing</li>"_s.repeated(150)))}},
        {u"quotations"_s,
         {plain(u"<blockquote><p>%1</p><blockquote><p>%1</p></blockquote></blockquote>"_s.arg(
                    sentences(3))
                + paragraphs(1))}},
    };
}

Article withPictures(QList<ArticleImage> pictures, const QString &bodyHtml)
{
    Article article = plain(bodyHtml);
    article.images = std::move(pictures);
    return article;
}

QString shownPicture(int number, const QString &caption)
{
    return u"<figure><img src=\"picture:%1\" alt=\"\"><figcaption>%2</figcaption></figure>"_s
        .arg(number)
        .arg(caption);
}

QList<HardArticle> pictures()
{
    using sheettools::pictureOf;
    ArticleImage broken = pictureOf(QSize(300, 200));
    broken.bytes.truncate(40);
    ArticleImage absent;
    absent.contentUrl = u"https://sound.example/ferry.jpg"_s;
    QString dozen;
    for (int i = 0; i < 12; ++i)
        dozen += shownPicture(i, u"Quay %1"_s.arg(i + 1)) + paragraphs(1, 2);
    return {
        {u"picture-3-metres-tall"_s,
         {withPictures({pictureOf(QSize(600, 8500))},
                       shownPicture(0, u"A chain"_s) + paragraphs(2))}},
        {u"picture-3-metres-wide"_s,
         {withPictures({pictureOf(QSize(8500, 600))},
                       shownPicture(0, u"A rope"_s) + paragraphs(2))}},
        {u"picture-of-one-dot"_s, {withPictures({pictureOf(QSize(1, 1))}, paragraphs(2))}},
        {u"picture-broken"_s, {withPictures({broken}, shownPicture(0, u"Lost"_s) + paragraphs(2))}},
        {u"picture-absent"_s, {withPictures({absent}, shownPicture(0, u"Lost"_s) + paragraphs(2))}},
        {u"picture-with-long-caption"_s,
         {withPictures({pictureOf(QSize(600, 400))},
                       shownPicture(0, sentences(10)) + paragraphs(1))}},
        {u"pictures-by-the-dozen"_s,
         {withPictures(QList<ArticleImage>(12, pictureOf(QSize(500, 300))), dozen)}},
        {u"pictures-after-the-story"_s,
         {withPictures(QList<ArticleImage>(3, pictureOf(QSize(500, 300))),
                       paragraphs(2) + shownPicture(0, u"Quay"_s))}},
    };
}

Article headed(const QString &headline, const QString &bodyHtml)
{
    Article article = plain(bodyHtml);
    article.headline = headline;
    return article;
}

QList<HardArticle> oddOnes()
{
    Article bare;
    bare.path = u"/somewhere/private/clipping.txt"_s;
    bare.bodyHtml = paragraphs(1);
    Article undated = plain(paragraphs(2));
    undated.datePublished = {};
    Article oneWord;
    oneWord.path = bare.path;
    oneWord.headline = u"Rain"_s;
    oneWord.bodyHtml = u"<p>Rain.</p>"_s;
    const QString crosshead = u"<h2>The harbour board</h2>\n"_s;
    return {
        {u"one-word"_s, {oneWord}},
        {u"sixty-pages"_s, {plain(paragraphs(540))}},
        {u"headline-of-300-letters"_s, {headed(sentences(4).left(300), paragraphs(3))}},
        {u"headline-of-one-long-word"_s,
         {headed(u"Hafenverwaltungsgesellschaft"_s.repeated(5), paragraphs(3))}},
        {u"no-date"_s, {undated}},
        {u"nothing-but-a-body"_s, {bare}},
        {u"no-body"_s, {plain(QString())}},
        {u"one-paragraph-of-pages"_s, {plain(u"<p>%1</p>"_s.arg(sentences(200)))}},
        {u"crossheads"_s, {plain((crosshead + paragraphs(1)).repeated(14))}},
        {u"crossheads-in-a-row"_s, {plain(crosshead.repeated(12) + paragraphs(2))}},
        {u"long-address"_s,
         {plain(u"<p>See https://sound.example/%1 for more.</p>"_s.arg(u"ferry-"_s.repeated(60)))}},
        {u"marks-and-signs"_s,
         {plain(u"<p>H<sub>2</sub>O, E=mc<sup>2</sup>, ﬁne, Å, e\u0301, ⅓, “quoted”, a\u00ADb, "
                "№ 7 — €5, ½, ✓, <del>out</del> <ins>in</ins> <b>bold</b> <em>slant</em></p>"_s
                + paragraphs(1))}},
    };
}

QList<HardArticle> otherwiseSet()
{
    Article rich = plain(
        u"<p>See the <a href=\"https://sound.example/log\">log</a>. %1</p>"_s.arg(sentences(3))
        + paragraphs(8) + tableOf(5, 3, u"at"_s));
    RelatedLink link;
    link.headline = u"Bridge closed to lorries"_s;
    rich.relatedLinks = {link, link};
    PrintMatter noted{rich};
    noted.notes = {u"Ask the harbour master."_s};
    HardArticle columns{u"two-columns"_s, noted};
    columns.settings.options.hasTwoColumns = true;
    HardArticle black{u"black-and-white"_s, noted};
    black.settings.options.isBlackAndWhite = true;
    HardArticle large{u"letters-twice-as-large"_s, noted};
    large.settings.options.textSize = largestText;
    HardArticle full{u"with-all-that-may-follow"_s, noted};
    full.settings.options.hasLinkNotes = full.settings.options.hasRelatedStories = true;
    full.settings.options.hasNote = true;
    HardArticle running{u"running-on"_s, {rich, headed(u"Rain"_s, paragraphs(1)), rich}};
    running.settings.isRunningOn = true;
    return {columns, black, large, full, running};
}

} // namespace

QList<HardArticle> hardArticles()
{
    return scripts() + tablesAndCode() + pictures() + oddOnes() + otherwiseSet();
}
