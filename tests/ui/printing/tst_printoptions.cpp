// What the reader's options make of the pages, with the web engine that the program has.
#include "tests/ui/printing/printworks.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheettools;
using pdftools::pagesOf;

class tst_PrintOptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void setTwoColumnsThatAreReadOneAfterTheOther();
    void keepTheMarginsInTwoColumns();
    void leavePicturesAway();
    void numberLinksAndListTheirAddresses();
    void listTheStoriesOfThePage();
    void setLargerLettersWithinTheSameMargins();
    void takeColourAway();
    void leaveFieldsAway();
    void listTheContentsWithTheirPages();

private:
    QByteArray pdfOf(const QList<Article> &articles);

    PrintSettings m_settings;
    Printworks m_works;
};

void tst_PrintOptions::initTestCase()
{
    QVERIFY(m_works.start());
}

void tst_PrintOptions::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_settings = PrintSettings();
}

QByteArray tst_PrintOptions::pdfOf(const QList<Article> &articles)
{
    return m_works.pdfOf(articles, m_settings);
}

void tst_PrintOptions::setTwoColumnsThatAreReadOneAfterTheOther()
{
    m_settings.options.hasTwoColumns = true;

    const QByteArray pdf = pdfOf({story(30)});

    const QList<QList<Word>> pages = wordsOf(pdf);
    QVERIFY(pages.size() >= 2);
    const qreal middle = 595 / 2.0;
    QStringList order;
    int acrossTheGap = 0;
    for (const QList<Word> &page : pages) {
        for (const bool isRight : {false, true}) {
            for (const Word &word : page) {
                acrossTheGap += word.text == u"harbour"_s && word.box.left() < middle - 8
                    && word.box.right() > middle + 8;
                if (word.text.startsWith(u"Begin-"_s) && (word.box.left() > middle) == isRight)
                    order += word.text;
            }
        }
    }
    QStringList expected;
    for (int i = 1; i <= 30; ++i)
        expected += u"Begin-%1"_s.arg(i);
    QCOMPARE(order, expected);
    QCOMPARE(acrossTheGap, 0);
}

void tst_PrintOptions::keepTheMarginsInTwoColumns()
{
    m_settings.options.hasTwoColumns = true;
    Article article = story(6);
    article.images = {pictureOf(QSize(4000, 300))};
    article.bodyHtml += u"<figure><img src=\"picture:0\" alt=\"\"></figure><pre>%1</pre>"_s.arg(
        u"code "_s.repeated(100));
    article.bodyHtml += u"<table><tr>%1</tr></table>"_s.arg(u"<td>Quay</td>"_s.repeated(20));

    const QRect within = QRect(QPoint(), QPageSize::sizePoints(QPageSize::A4))
                             .adjusted(int(margin), int(margin), -int(margin), -int(margin));
    for (const QImage &sheet : sheetsOf(pdfOf({article})))
        QVERIFY(within.adjusted(-1, -1, 1, 1).contains(inkOf(sheet)));
}

void tst_PrintOptions::leavePicturesAway()
{
    m_settings.options.hasPictures = false;
    Article article = story(2);
    article.images = {pictureOf(QSize(400, 300)), pictureOf(QSize(400, 300))};
    article.images[0].caption = u"Caption-one"_s;
    article.bodyHtml += u"<figure><img src=\"picture:1\" alt=\"\"><figcaption>Caption-two"
                        "</figcaption></figure>"_s;

    const QByteArray pdf = pdfOf({article});

    QCOMPARE(pdftools::answerOf(u"pdfimages"_s, {u"-list"_s, u"@"_s}, pdf).count(u'\n'), 2);
    QVERIFY(!pagesOf(pdf).join(u' ').contains(u"Caption"_s));
}

void tst_PrintOptions::numberLinksAndListTheirAddresses()
{
    Article article = story(1);
    article.bodyHtml += u"<p>See the <a href=\"https://log.example/x\">Harbourlog</a>.</p>"_s;
    QVERIFY(!pagesOf(pdfOf({article})).first().contains(u"log.example"_s));
    m_settings.options.hasLinkNotes = true;

    const QByteArray pdf = pdfOf({article});

    const QString page = pagesOf(pdf).first();
    QVERIFY2(page.contains(QRegularExpression(u"Harbourlog\\s*1"_s)), qPrintable(page));
    QVERIFY(page.contains(QRegularExpression(u"1\\.\\s+https://log.example/x"_s)));
    // And lead there, from a screen.
    QVERIFY(pdftools::answerOf(u"pdfinfo"_s, {u"-url"_s, u"@"_s}, pdf)
                .contains(u"https://log.example/x"_s));
}

void tst_PrintOptions::listTheStoriesOfThePage()
{
    m_settings.options.hasRelatedStories = true;
    Article article = story(1);
    RelatedLink link;
    link.headline = u"Bridge-closed to lorries"_s;
    article.relatedLinks = {link};

    QVERIFY(pagesOf(pdfOf({article})).last().contains(u"Bridge-closed to lorries"_s));
}

void tst_PrintOptions::setLargerLettersWithinTheSameMargins()
{
    const auto letterHeight = [this] {
        const QList<Word> words = wordsOf(pdfOf({story(12)})).first();
        const auto first = std::ranges::find_if(
            words, [](const Word &word) { return word.text == u"harbour"_s; });
        return first == words.end() ? 0 : first->box.height();
    };
    const qreal usual = letterHeight();
    m_settings.options.textSize = 150;
    const qreal larger = letterHeight();

    QVERIFY2(qAbs(larger / usual - 1.5) < 0.05, qPrintable(u"%1 to %2"_s.arg(usual).arg(larger)));
    const QRect within = QRect(QPoint(), QPageSize::sizePoints(QPageSize::A4))
                             .adjusted(int(margin), int(margin), -int(margin), -int(margin));
    for (const QImage &sheet : sheetsOf(pdfOf({story(12)})))
        QVERIFY(within.adjusted(-1, -1, 1, 1).contains(inkOf(sheet)));
}

void tst_PrintOptions::takeColourAway()
{
    const auto colours = [this] {
        Article article = story(1);
        article.images = {pictureOf(QSize(40, 30))}; // red
        int coloured = 0;
        for (const QImage &sheet : sheetsOf(pdfOf({article}))) {
            for (int y = 0; y < sheet.height(); ++y) {
                for (int x = 0; x < sheet.width(); ++x) {
                    const QColor colour = sheet.pixelColor(x, y);
                    coloured += qAbs(colour.red() - colour.blue()) > 8;
                }
            }
        }
        return coloured;
    };
    QVERIFY(colours() > 100);
    m_settings.options.isBlackAndWhite = true;

    QCOMPARE(colours(), 0);
}

void tst_PrintOptions::leaveFieldsAway()
{
    m_settings.fields = {false, false, false, false};

    const QStringList pages = pagesOf(pdfOf({story(20)}));

    QVERIFY(pages.size() > 1);
    QVERIFY(!pages.last().contains(u"Northern Courier"_s));
    QVERIFY(!pages.last().contains(u"2024"_s));
    QVERIFY(!pages.last().contains(u"ferry.txt"_s));
    QVERIFY(!pages.last().contains(u"Page "_s));
}

void tst_PrintOptions::listTheContentsWithTheirPages()
{
    Article second = story(1);
    second.headline = u"Quay-sinks"_s;

    const QStringList pages = pagesOf(pdfOf({story(40), second}));

    QVERIFY(pages.first().contains(u"Contents"_s));
    QVERIFY(pages.first().contains(u"The Northern Courier, 30 March 2024"_s));
    // poppler reads the column of the pages after that of the stories
    QVERIFY2(pages.first().contains(u"2\n%1\n"_s.arg(pages.size())), qPrintable(pages.first()));
    QVERIFY(pages.last().contains(u"Quay-sinks"_s));
}

ENGINE_TEST_MAIN(tst_PrintOptions)
#include "tst_printoptions.moc"
