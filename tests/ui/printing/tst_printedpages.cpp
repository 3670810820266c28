// The whole way from an article to its pages, with the web engine that the program has.
#include "tests/ui/printing/printworks.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using pdftools::answerOf;
using pdftools::articleCalled;
using pdftools::pagesOf;
using namespace sheettools;

class tst_PrintedPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void holdEveryParagraphOnceAndInOrder();
    void areNumberedToTheLast();
    void haveHeadlineAndDateOnTop();
    void areMadeOfLettersWhoseFontsAreInside();
    void keepTheirMargins_data();
    void keepTheirMargins();
    void haveNoColourOfThePane();
    void neverEndWithABlankOne_data();
    void neverEndWithABlankOne();
    void neverEndWithACrosshead();
    void breakNoParagraphAfterOrBeforeALineAlone();
    void keepPicturesWholeAndWithTheirCaptions();
    void holdAHeadlineOfThreeHundredLetters();
    void holdStoriesOfOtherScripts_data();
    void holdStoriesOfOtherScripts();
    void repeatTheHeadOfATable();
    void neverEndWithTheHeadOfATable_data();
    void neverEndWithTheHeadOfATable();
    void fitAPictureMuchTallerThanTheyAre();
    void sayTheCaptionOfAPictureThatIsNotThere();
    void areFortyForAVeryLongStory();
    void areThoseOfTheNextJobAfterOneIsCancelled_data();
    void areThoseOfTheNextJobAfterOneIsCancelled();

private:
    QByteArray pdfOf(const QList<Article> &articles, const QPageLayout &layout = paper());

    Printworks m_works;
};

void tst_PrintedPages::initTestCase()
{
    QVERIFY(m_works.start());
}

QByteArray tst_PrintedPages::pdfOf(const QList<Article> &articles, const QPageLayout &layout)
{
    return m_works.pdfOf(articles, {}, layout);
}

void tst_PrintedPages::holdEveryParagraphOnceAndInOrder()
{
    const QString text = pagesOf(pdfOf({story(40)})).join(u'\n');

    static const QRegularExpression mark(u"(Begin|End)-([0-9]+)"_s);
    QStringList found;
    for (auto matches = mark.globalMatch(text); matches.hasNext();)
        found += matches.next().captured();
    QStringList expected;
    for (int i = 1; i <= 40; ++i)
        expected << u"Begin-%1"_s.arg(i) << u"End-%1"_s.arg(i);
    QCOMPARE(found, expected);
}

void tst_PrintedPages::areNumberedToTheLast()
{
    const QStringList pages = pagesOf(pdfOf({story(40), story(1)}));

    QVERIFY(pages.size() > 4);
    for (int i = 0; i < pages.size(); ++i)
        QCOMPARE(pages[i].count(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())), 1);
}

void tst_PrintedPages::haveHeadlineAndDateOnTop()
{
    const QStringList pages = pagesOf(pdfOf({story(20)}));

    for (const QString &page : pages) {
        const qsizetype beforeTheStory = page.indexOf(u"harbour"_s);
        QVERIFY(page.first(beforeTheStory).contains(u"The Northern Courier"_s));
        QVERIFY(page.first(beforeTheStory).contains(u"30 March 2024"_s));
        QVERIFY(page.first(beforeTheStory).contains(u"Ferry to return in June"_s));
        QVERIFY(page.contains(u"ferry.txt"_s));
        QVERIFY(!page.contains(u"private"_s));
    }
}

void tst_PrintedPages::areMadeOfLettersWhoseFontsAreInside()
{
    const QByteArray pdf = pdfOf({story(10)});

    const QStringList images = answerOf(u"pdfimages"_s, {u"-list"_s, u"@"_s}, pdf).split(u'\n');
    QCOMPARE(images.size(), 3); // a head of two lines, and the end
    const QStringList
        fonts = answerOf(u"pdffonts"_s, {u"@"_s}, pdf).split(u'\n', Qt::SkipEmptyParts).sliced(2);
    QVERIFY(fonts.size() >= 2);
    static const QRegularExpression embedded(u" yes +(yes|no) +yes +[0-9]+ +0$"_s);
    for (const QString &font : fonts)
        QVERIFY2(embedded.match(font).hasMatch(), qPrintable(font)); // and with its letters named
    const QString check = answerOf(u"qpdf"_s, {u"--check"_s, u"@"_s}, pdf);
    QVERIFY2(check.contains(u"No syntax or stream encoding errors"_s), qPrintable(check));
}

void tst_PrintedPages::keepTheirMargins_data()
{
    QTest::addColumn<QPageSize::PageSizeId>("size");

    QTest::newRow("A4") << QPageSize::A4;
    QTest::newRow("Letter") << QPageSize::Letter;
    QTest::newRow("Legal") << QPageSize::Legal;
    QTest::newRow("A5") << QPageSize::A5;
}

void tst_PrintedPages::keepTheirMargins()
{
    QFETCH(QPageSize::PageSizeId, size);
    Article article = story(3);
    article.images = {pictureOf(QSize(4000, 300))};
    article.bodyHtml += u"<figure><img src=\"picture:0\" alt=\"\"></figure><pre>%1</pre><p>%2</p>"_s
                            .arg(u"code "_s.repeated(100), u"endless"_s.repeated(60));
    article.bodyHtml += u"<table><tr>%1</tr></table>"_s.arg(
        u"<td>Landwehrkanalbrücke</td>"_s.repeated(20));
    article.bodyHtml += paragraph(4).repeated(12);

    const QByteArray pdf = pdfOf({article}, paper(size));

    const QSize sheetSize = QPageSize::sizePoints(size);
    const QRect within = QRect(QPoint(), sheetSize)
                             .adjusted(int(margin), int(margin), -int(margin), -int(margin));
    const QList<QImage> sheets = sheetsOf(pdf);
    QVERIFY(sheets.size() > 1);
    for (const QImage &sheet : sheets) {
        QVERIFY(qAbs(sheet.width() - sheetSize.width()) <= 1);
        QVERIFY(qAbs(sheet.height() - sheetSize.height()) <= 1);
        const QRect ink = inkOf(sheet);
        QVERIFY2(within.adjusted(-1, -1, 1, 1).contains(ink),
                 qPrintable(u"%1 %2 %3 %4"_s.arg(ink.left())
                                .arg(ink.top())
                                .arg(ink.right())
                                .arg(ink.bottom())));
    }
    // The letters are as large as they ought to be: nothing made the engine shrink the page.
    const QList<Word> words = wordsOf(pdf).first();
    const auto first = std::ranges::find_if(
        words, [](const Word &word) { return word.text == u"harbour"_s; });
    QVERIFY(first != words.end());
    QVERIFY2(first->box.height() > 13, qPrintable(QString::number(first->box.height())));
}

void tst_PrintedPages::haveNoColourOfThePane()
{
    Article article = story(2);
    article.bodyHtml += u"<p><a href=\"https://www.example.org/\">a link</a></p>"
                        "<blockquote><p>Quoted.</p></blockquote>"_s;

    const QImage sheet = sheetsOf(pdfOf({article})).first();

    QCOMPARE(sheet.pixelColor(2, 2), QColor(Qt::white));
    QCOMPARE(sheet.pixelColor(300, 700), QColor(Qt::white)); // below the story
    for (int y = 0; y < sheet.height(); ++y) {
        for (int x = 0; x < sheet.width(); ++x)
            QVERIFY(sheet.pixelColor(x, y).hslSaturation() < 32);
    }
}

void tst_PrintedPages::neverEndWithABlankOne_data()
{
    QTest::addColumn<int>("words");

    // Lengths that walk over the end of the page, a line a step.
    for (int words = 290; words <= 640; words += 14)
        QTest::addRow("%d words", words) << words;
}

void tst_PrintedPages::neverEndWithABlankOne()
{
    QFETCH(int, words);
    Article article = story(0);
    article.bodyHtml = paragraph(1, words);

    const QList<QList<Word>> pages = wordsOf(pdfOf({article}));

    QVERIFY(!pages.isEmpty());
    QVERIFY(storyWords(pages.last()).contains(u"End-1"_s));
    // No line stands alone on either side of the break: three at least of a dozen words each.
    for (const QList<Word> &page : pages)
        QVERIFY(storyWords(page).size() > 20);
}

void tst_PrintedPages::neverEndWithACrosshead()
{
    Article article = story(0);
    for (int i = 0; i < 40; ++i) {
        article.bodyHtml += u"<h2>Crosshead-%1</h2>"_s.arg(i);
        article.bodyHtml += paragraph(i, i % 3 == 0 ? 130 : 10 + i * 3 % 50);
    }

    const QList<QList<Word>> pages = wordsOf(pdfOf({article}));

    QVERIFY(pages.size() > 3);
    for (const QList<Word> &page : pages)
        QVERIFY2(!storyWords(page).last(12).join(u' ').contains(u"Crosshead-"_s),
                 qPrintable(storyWords(page).last(12).join(u' ')));
}

void tst_PrintedPages::breakNoParagraphAfterOrBeforeALineAlone()
{
    int broken = 0;
    for (int words = 20; words < 200; words += 15) {
        Article article = story(0);
        article.bodyHtml = paragraph(0, words);
        for (int i = 0; i < 14; ++i)
            article.bodyHtml += u"<p>%1</p>"_s.arg(u"harbour-%1 "_s.arg(i).repeated(55));

        QHash<QString, QList<int>> lines; // of each paragraph, on each page that it is on
        for (const QList<Word> &page : wordsOf(pdfOf({article}))) {
            QHash<QString, QSet<int>> tops;
            for (const Word &word : page) {
                if (word.text.startsWith(u"harbour-"_s))
                    tops[word.text].insert(qRound(word.box.top()));
            }
            for (auto part = tops.cbegin(); part != tops.cend(); ++part)
                lines[part.key()] += int(part.value().size());
        }
        for (const QList<int> &parts : std::as_const(lines)) {
            broken += parts.size() > 1;
            QVERIFY2(*std::ranges::min_element(parts) >= 2, qPrintable(QString::number(words)));
        }
    }
    QVERIFY(broken > 3); // there was something to be seen
}

void tst_PrintedPages::keepPicturesWholeAndWithTheirCaptions()
{
    for (int words = 190; words < 330; words += 11) {
        Article article = story(0);
        article.images = {pictureOf(QSize(400, 300))};
        article.bodyHtml = paragraph(1, words)
            + u"<figure><img src=\"picture:0\" alt=\"\"><figcaption>The-mast</figcaption></figure>"_s
            + paragraph(2);
        const QByteArray pdf = pdfOf({article});

        const QList<QList<Word>> pages = wordsOf(pdf);
        const QList<QImage> sheets = sheetsOf(pdf);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            const bool hasCaption = storyWords(pages[i]).contains(u"The-mast"_s);
            const QRect red = boxOf(sheets[i], QColor(200, 0, 0));
            QCOMPARE(!red.isEmpty(), hasCaption);
            if (hasCaption) // in one piece
                QVERIFY(qAbs(red.width() * 3 - red.height() * 4) < 12);
        }
    }
}

void tst_PrintedPages::holdAHeadlineOfThreeHundredLetters()
{
    Article article = story(1);
    article.headline = u"Headline "_s.repeated(33) + u"end"_s;

    const QList<QList<Word>> pages = wordsOf(pdfOf({article}));

    QCOMPARE(pages.size(), 1);
    QCOMPARE(storyWords(pages.first()).count(u"Headline"_s), 33);
    QVERIFY(storyWords(pages.first()).contains(u"End-1"_s));
}

void tst_PrintedPages::holdStoriesOfOtherScripts_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("startsRight");

    QTest::newRow("one word") << u"en"_s << u"Word"_s << u"Word."_s << false;
    QTest::newRow("hebrew") << u"he"_s << u"המעבורת חוזרת"_s << u"הנמל נפתח"_s << true;
    QTest::newRow("japanese") << u"ja"_s << u"渡し船が戻る"_s << u"港が開いた。"_s << false;
    QTest::newRow("russian") << u"ru"_s << u"Паром вернулся"_s << u"Порт открыт."_s << false;
}

void tst_PrintedPages::holdStoriesOfOtherScripts()
{
    QFETCH(QString, language);
    QFETCH(QString, headline);
    QFETCH(QString, text);
    QFETCH(bool, startsRight);
    Article article = articleCalled(headline);
    article.path = u"story.txt"_s;
    article.inLanguage = language;
    article.bodyHtml = u"<p>%1</p>"_s.arg(text);

    const QByteArray pdf = pdfOf({article});

    QCOMPARE(pagesOf(pdf).size(), 1);
    // Marks of direction are no part of the words.
    const QString page = pagesOf(pdf).first().remove(
        QRegularExpression(u"[\\x{202A}-\\x{202E}]"_s));
    QVERIFY2(page.contains(text), qPrintable(page));
    QVERIFY(page.contains(headline));
    QCOMPARE(pdftools::infoOf(pdf, u"Title"_s), headline);
    const QList<Word> words = wordsOf(pdf).first();
    qreal left = 1000;
    for (const Word &word : words) {
        if (headline.contains(word.text))
            left = std::min(left, word.box.left());
    }
    QCOMPARE(left > 250, startsRight);
}

void tst_PrintedPages::repeatTheHeadOfATable()
{
    Article article = story(1);
    article.bodyHtml += u"<table><thead><tr><th>Month</th><th>Depth</th></tr></thead><tbody>"_s;
    for (int i = 0; i < 120; ++i)
        article.bodyHtml += u"<tr><td>Row-%1</td><td>4 m</td></tr>"_s.arg(i);
    article.bodyHtml += u"</tbody></table>"_s;

    const QStringList pages = pagesOf(pdfOf({article}));

    QVERIFY(pages.size() > 2);
    for (const QString &page : pages)
        QCOMPARE(page.count(u"Month"_s), 1);
    for (int i = 0; i < 120; ++i)
        QCOMPARE(pages.join(u' ').count(QRegularExpression(u"Row-%1\\b"_s.arg(i))), 1);
}

void tst_PrintedPages::neverEndWithTheHeadOfATable_data()
{
    QTest::addColumn<QString>("before");

    QTest::newRow("after a paragraph") << QString();
    QTest::newRow("after a crosshead") << u"<h2>Crosshead</h2>"_s;
}

void tst_PrintedPages::neverEndWithTheHeadOfATable()
{
    QFETCH(QString, before);
    const QString table = u"<table><caption>Tides</caption><thead><tr><th>Quay</th></tr></thead>"
                          "<tbody>%1</tbody></table>"_s.arg(
                              u"<tr><td>crossing</td></tr>"_s.repeated(9));
    for (int words = 340; words < 520; words += 12) {
        Article article = story(0);
        article.bodyHtml = paragraph(1, words) + before + table;

        for (const QList<Word> &page : wordsOf(pdfOf({article}))) {
            const QStringList text = storyWords(page);
            QVERIFY2(text.contains(u"Quay"_s) == text.contains(u"crossing"_s),
                     qPrintable(u"after %1 words: %2"_s.arg(words).arg(text.join(u' '))));
            QVERIFY(!text.contains(u"Crosshead"_s) || text.contains(u"crossing"_s));
        }
    }
}

void tst_PrintedPages::fitAPictureMuchTallerThanTheyAre()
{
    Article article = story(4);
    article.images = {pictureOf(QSize(300, 6000))};
    article.bodyHtml += u"<figure><img src=\"picture:0\" alt=\"mast\"><figcaption>The-mast"
                        "</figcaption></figure>"_s
        + paragraph(5);

    const QByteArray pdf = pdfOf({article});

    int pagesWithRed = 0;
    const QList<QImage> sheets = sheetsOf(pdf);
    for (int page = 0; page < sheets.size(); ++page) {
        QRect red;
        for (int y = 0; y < sheets[page].height(); ++y) {
            for (int x = 0; x < sheets[page].width(); ++x) {
                if (sheets[page].pixelColor(x, y).hslSaturation() > 100)
                    red |= QRect(x, y, 1, 1);
            }
        }
        if (red.isEmpty())
            continue;
        ++pagesWithRed;
        QVERIFY(red.height() > 250);
        QVERIFY(red.height() < 111 * 72 / 25.4);
        QVERIFY(storyWords(wordsOf(pdf)[page]).contains(u"The-mast"_s));
    }
    QCOMPARE(pagesWithRed, 1);
}

void tst_PrintedPages::sayTheCaptionOfAPictureThatIsNotThere()
{
    Article article = story(1);
    ArticleImage absent;
    absent.filePath = u"/nowhere/quay.png"_s;
    ArticleImage broken;
    broken.bytes = "no picture";
    article.images = {absent, broken, ArticleImage()};
    article
        .bodyHtml += u"<figure><img src=\"picture:0\" alt=\"x\"><figcaption>Gone-caption"
                     "</figcaption></figure><figure><img src=\"picture:1\" alt=\"x\"><figcaption>"
                     "Broken-caption</figcaption></figure><figure><img src=\"picture:2\" alt=\"x\">"
                     "<figcaption>Never-caption</figcaption></figure>"_s;

    const QByteArray pdf = pdfOf({article});

    const QString page = pagesOf(pdf).first();
    QVERIFY(page.contains(u"Gone-caption"_s));
    QVERIFY(page.contains(u"Broken-caption"_s));
    QVERIFY(page.contains(u"Never-caption"_s));
    QCOMPARE(answerOf(u"pdfimages"_s, {u"-list"_s, u"@"_s}, pdf).split(u'\n').size(), 3);
}

void tst_PrintedPages::areFortyForAVeryLongStory()
{
    const QByteArray pdf = pdfOf({story(360)});

    const QStringList pages = pagesOf(pdf);
    QVERIFY2(pages.size() >= 40, qPrintable(QString::number(pages.size())));
    QVERIFY(pages.last().contains(u"Page %1 of %1"_s.arg(pages.size())));
    QVERIFY(pages.last().contains(u"End-360"_s));
}

void tst_PrintedPages::areThoseOfTheNextJobAfterOneIsCancelled_data()
{
    QTest::addColumn<int>("delay"); // milliseconds: the engine loads, or lays out, or is through

    for (int delay : {0, 1, 5, 20, 40, 80, 160, 320})
        QTest::addRow("%d", delay) << delay;
}

void tst_PrintedPages::areThoseOfTheNextJobAfterOneIsCancelled()
{
    QFETCH(int, delay);
    QSignalSpy ready(&m_works.printer(), &ArticlePrinter::pdfReady);
    const PrintJobId first = m_works.printer().toPdf({story(200)}, paper());
    const PrintJobId second = m_works.printer().toPdf({articleCalled(u"Quay stands"_s)}, paper());
    QTimer::singleShot(delay, this, [this, first] { m_works.printer().cancel(first); });

    QTRY_VERIFY_WITH_TIMEOUT(!m_works.printer().isBusy(), 60000);

    QCOMPARE(ready.last().first().value<PrintJobId>(), second);
    QVERIFY(pagesOf(ready.last().at(1).toByteArray()).first().contains(u"Quay stands"_s));
}

ENGINE_TEST_MAIN(tst_PrintedPages)
#include "tst_printedpages.moc"
