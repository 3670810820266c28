// What is printed besides one article on pages of its own: articles that run on, the reader's note,
// the saved page itself; with the web engine that the program has.
#include "tests/ui/printing/printworks.h"
#include "ui/printing/bookbinder.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using pdftools::answerOf;
using namespace sheettools;

namespace {

Article shortStory(const QString &headline, const QString &publisher, const QString &file)
{
    Article article = story(0);
    article.bodyHtml = paragraph(1, 40);
    article.headline = headline;
    article.publisher = publisher;
    article.path = u"/somewhere/private/"_s + file;
    return article;
}

} // namespace

class tst_PrintedMatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void runsOnFromArticleToArticle();
    void saysAboveAllWhatTheyHaveInCommon();
    void saysOfEachOnlyWhatIsWanted();
    void listsArticlesThatRunOnWithTheirPages();
    void showsEachArticleItsOwnPictures();
    void keepsHeadlinesWithTheirStories();
    void holdsWhatTheReaderWrote();
    void keepsTheNoteBackUnlessItIsWanted();
    void isTheSavedPageWhereThatIsWanted();

private:
    QByteArray pdfOf(const PrintMatter &matter);

    PrintSettings m_settings;
    Printworks m_works;
};

void tst_PrintedMatter::initTestCase()
{
    QVERIFY(m_works.start());
}

void tst_PrintedMatter::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_settings = PrintSettings();
    m_settings.hasContents = false;
}

QByteArray tst_PrintedMatter::pdfOf(const PrintMatter &matter)
{
    return m_works.pdfOf(matter, m_settings);
}

void tst_PrintedMatter::runsOnFromArticleToArticle()
{
    const PrintMatter three{shortStory(u"Ferry"_s, u"The Courier"_s, u"a.txt"_s),
                            shortStory(u"Harbour"_s, u"The Post"_s, u"b.txt"_s),
                            shortStory(u"Quay"_s, u"The Post"_s, u"c.txt"_s)};
    QCOMPARE(pdftools::pagesOf(pdfOf(three)).size(), 3);
    m_settings.isRunningOn = true;

    const QStringList pages = pdftools::pagesOf(pdfOf(three));

    QCOMPARE(pages.size(), 1);
    // One after another, each with its publisher above and its source below.
    qsizetype at = 0;
    for (const auto &word : {u"The Courier"_s, u"Ferry"_s, u"End-1"_s, u"a.txt"_s, u"The Post"_s,
                             u"Harbour"_s, u"End-1"_s, u"b.txt"_s, u"Quay"_s, u"c.txt"_s}) {
        const qsizetype found = pages.first().indexOf(word, at);
        QVERIFY2(found >= at, qPrintable(word + u" in "_s + pages.first()));
        at = found;
    }
    QVERIFY(pages.first().contains(u"Page 1 of 1"_s));
    QVERIFY(!pages.first().contains(u"private"_s));
}

void tst_PrintedMatter::saysAboveAllWhatTheyHaveInCommon()
{
    m_settings.isRunningOn = true;
    const auto header = [this](const QString &second) {
        const QList<Word> words = wordsOf(pdfOf({shortStory(u"Ferry"_s, u"Courier"_s, u"a.txt"_s),
                                                 shortStory(u"Quay"_s, second, u"b.txt"_s)}))
                                      .first();
        QStringList above;
        for (const Word &word : words) {
            if (word.box.bottom() < margin + line - 6)
                above += word.text;
        }
        return above.join(u' ');
    };

    QCOMPARE(header(u"Courier"_s), u"Courier 30 March 2024"_s);
    QCOMPARE(header(u"Post"_s), u"30 March 2024"_s);
}

void tst_PrintedMatter::saysOfEachOnlyWhatIsWanted()
{
    m_settings.isRunningOn = true;
    m_settings.fields.hasPublisher = m_settings.fields.hasAddress = false;

    const QString page = pdftools::pagesOf(pdfOf({shortStory(u"Ferry"_s, u"Courier"_s, u"a.txt"_s),
                                                  shortStory(u"Quay"_s, u"Post"_s, u"b.txt"_s)}))
                             .first();

    QVERIFY2(page.contains(u"Ferry"_s) && page.contains(u"Quay"_s), qPrintable(page));
    for (const QString &unwanted : {u"Courier"_s, u"Post"_s, u"a.txt"_s, u"b.txt"_s})
        QVERIFY2(!page.contains(unwanted), qPrintable(page));
}

void tst_PrintedMatter::listsArticlesThatRunOnWithTheirPages()
{
    m_settings.isRunningOn = m_settings.hasContents = true;
    Article later = story(2);
    later.headline = u"Lighthouse"_s;

    const QByteArray pdf = pdfOf({story(12), shortStory(u"Quay"_s, u"Post"_s, u"b.txt"_s), later});

    const QStringList pages = pdftools::pagesOf(pdf);
    QList<int> begins;
    for (const auto &headline : {u"Ferry to return in June\n"_s, u"Quay\n"_s, u"Lighthouse\n"_s}) {
        for (int i = 1; i < pages.size(); ++i) {
            if (pages[i].contains(headline)) {
                begins += i + 1;
                break;
            }
        }
    }
    QCOMPARE(begins.size(), 3);
    QVERIFY(begins[2] > begins[0]); // there is something to number
    const QString json = answerOf(u"qpdf"_s, {u"--json"_s, u"--json-key=outlines"_s, u"@"_s}, pdf);
    QString rows = pages.first();
    qsizetype row = 0;
    qsizetype entry = json.indexOf(u"\"destpageposfrom1\": 1"_s);
    for (int page : begins) {
        const QRegularExpressionMatch match = QRegularExpression(u"\\n%1\\n"_s.arg(page))
                                                  .match(rows, std::max<qsizetype>(0, row - 1));
        QVERIFY2(match.hasMatch(), qPrintable(rows));
        row = match.capturedEnd();
        entry = json.indexOf(u"\"destpageposfrom1\": %1"_s.arg(page), entry + 1);
        QVERIFY2(entry > 0, qPrintable(json));
    }
}

void tst_PrintedMatter::showsEachArticleItsOwnPictures()
{
    m_settings.isRunningOn = true;
    Article first = shortStory(u"Ferry"_s, u"Courier"_s, u"a.txt"_s);
    first.images = {pictureOf(QSize(200, 150), Qt::red), pictureOf(QSize(200, 150), Qt::green)};
    Article second = shortStory(u"Quay"_s, u"Courier"_s, u"b.txt"_s);
    second.images = {pictureOf(QSize(200, 150), Qt::blue)};
    second.bodyHtml += u"<figure><img src=\"picture:0\" alt=\"\"></figure>"_s;

    const QList<QImage> sheets = sheetsOf(pdfOf({first, second}));

    QSet<QString> seen;
    for (const QImage &sheet : sheets) {
        for (const char *name : {"red", "lime", "blue"}) {
            const QRect box = boxOf(sheet, QColor(name));
            if (!box.isEmpty()) {
                seen.insert(QLatin1StringView(name));
                QVERIFY(qAbs(box.width() - 150) < 3 && qAbs(box.height() - 112) < 3); // whole
            }
        }
    }
    QCOMPARE(seen.size(), 3);
}

void tst_PrintedMatter::keepsHeadlinesWithTheirStories()
{
    m_settings.isRunningOn = true;
    for (int words = 280; words < 460; words += 12) {
        Article first = story(0);
        first.bodyHtml = paragraph(1, words);
        Article second = story(0);
        second.headline = u"Lighthouse"_s;
        second.bodyHtml = u"<p>Opening %1</p>"_s.arg(u"harbour "_s.repeated(100));

        for (const QList<Word> &page : wordsOf(pdfOf({first, second}))) {
            const QStringList story = storyWords(page);
            QVERIFY2(story.contains(u"Lighthouse"_s) == story.contains(u"Opening"_s),
                     qPrintable(u"after %1 words: %2"_s.arg(words).arg(story.join(u' '))));
        }
    }
}

void tst_PrintedMatter::holdsWhatTheReaderWrote()
{
    m_settings.options.hasNote = true;
    PrintMatter matter{story(1)};
    matter.notes = {u"Ask the <harbour> master.\n\nTide table 1962"_s};

    const QString page = pdftools::pagesOf(pdfOf(matter)).first();

    const qsizetype end = page.indexOf(u"End-1"_s);
    const qsizetype heading = page.indexOf(u"Note\n"_s, end);
    QVERIFY2(end > 0 && heading > end, qPrintable(page));
    QVERIFY(page.indexOf(u"Ask the <harbour> master."_s) > heading);
    QVERIFY(page.indexOf(u"Tide table 1962"_s) > heading);
}

void tst_PrintedMatter::keepsTheNoteBackUnlessItIsWanted()
{
    PrintMatter matter{story(1)};
    matter.notes = {u"Between us only"_s};

    QVERIFY(!pdftools::pagesOf(pdfOf(matter)).first().contains(u"Between"_s));
}

void tst_PrintedMatter::isTheSavedPageWhereThatIsWanted()
{
    PrintMatter matter{story(1)};
    OriginalPage page;
    page.html = u"<html><head><link rel=stylesheet href=\"part/0\"></head><body><h1>Saved</h1>"
                "<p class=late>Hidden by its style</p><p>Navigation and all</p></body></html>"_s;
    page.parts.insert(u"part/0"_s, {"text/css", ".late { display: none }"});
    matter.original = page;

    const QByteArray pdf = pdfOf(matter);

    const QString text = pdftools::pagesOf(pdf).first();
    QVERIFY2(text.contains(u"Saved"_s) && text.contains(u"Navigation and all"_s), qPrintable(text));
    QVERIFY(!text.contains(u"Hidden"_s)); // its own style sheet was there
    QVERIFY(!text.contains(u"Begin-1"_s));
    QVERIFY(text.contains(u"The Northern Courier"_s) && text.contains(u"Page 1 of 1"_s));
    QCOMPARE(pdftools::infoOf(pdf, u"Title"_s), u"Ferry to return in June"_s);
}

ENGINE_TEST_MAIN(tst_PrintedMatter)
#include "tst_printedmatter.moc"
