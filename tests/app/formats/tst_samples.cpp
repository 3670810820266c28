// The sample articles are what a new reader sees first: each is read whole, and the stories that
// they name are among them.
#include "app/formats/formats.h"
#include "app/html/plaintext.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Samples final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void areReadWhole_data();
    void areReadWhole();
    void keepTheirPictures_data();
    void keepTheirPictures();
    void nameOneAnother();
    void keepNavigationOutOfTheStory();

private:
    QMap<QString, Article> m_articles; // by file name
};

void tst_Samples::initTestCase()
{
    const QDir folder(QStringLiteral(SOURCE_ROOT "/resources/samples"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        const auto articles = readArticles(folder.filePath(name));
        QVERIFY2(articles.has_value(), qPrintable(name));
        QCOMPARE(articles.value().size(), 1);
        m_articles.insert(name, articles.value().first());
    }
    QCOMPARE(m_articles.size(), 13);
}

void tst_Samples::areReadWhole_data()
{
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("author");
    QTest::addColumn<int>("crossheads");
    QTest::addColumn<QString>("beginning");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *file, const QString &headline, const QString &date,
                        const QString &author, int crossheads, const QString &beginning,
                        const QString &end) {
        QTest::newRow(file) << headline << date << author << crossheads << beginning << end;
    };

    row("bridge-closed.txt", u"Cracks close Carrow Bridge"_s, u"2011-04-05T06:42:00+00:00"_s, {}, 2,
        u"The only road to the island"_s, u"laboratory in Aldersund on Thursday."_s);
    row("ferries-return.txt", u"Ferries return to Carrow Sound after 31 years"_s,
        u"2011-04-06T12:31:00+00:00"_s, u"Ansel Corrie"_s, 0,
        u"PORT ELLERY, April 6 (Northern Wire) -"_s, u"Editing by Ruth Castellan)"_s);
    row("petrels-return.txt", u"Storm petrels nest on Skerra again"_s,
        u"2011-04-07T10:05:00+00:00"_s, u"Wenna Sorley"_s, 2, u"The first sign was a smell."_s,
        u"at any hour."_s);
    row("four-inspectors.html", u"The crack that four inspectors missed"_s,
        u"2011-04-08T05:00:00+00:00"_s, u"Wenna Sorley"_s, 2, u"The reports on Carrow Bridge"_s,
        u"We should like to hear from him."_s);
    row("herring-quota.html", u"Herring quota cut by a third as shoals move north"_s,
        u"2011-04-09T07:30:00+00:00"_s, u"Bram Oyelaran"_s, 1, u"The Fisheries Council proposed"_s,
        u"in two years of the last ten."_s);
    row("faehre-geliehen.txt", u"Lübbersand leiht dem Norden seine Fähre"_s,
        u"2011-04-10T14:20:00"_s, u"Hinrich Tammsen"_s, 2, u"Die kleinste der Lübber Inseln"_s,
        u"vorsorglich Mehl bestellt."_s);
    row("minister-inquiry.txt", u"Minister orders inquiry into bridge inspections"_s,
        u"2011-04-11T17:08:00+00:00"_s, u"Callum Thray"_s, 2, u"The transport minister has"_s,
        u"by the end of November."_s);
    row("harbour-library.html", u"مكتبة الميناء القديمة تفتح أبوابها بعد ترميم دام عشر سنوات"_s,
        u"2011-04-12T08:00:00+03:00"_s, u"سلمى الراوي"_s, 2, u"في السابعة من صباح"_s,
        u"ففي صحن عند الباب."_s);
    row("drew-that-crack.html", u"‘I drew that crack three years ago’"_s,
        u"2011-04-13T06:15:00+00:00"_s, u"Wenna Sorley"_s, 2, u"The notebook is the kind"_s,
        u"to see for herself."_s);
    row("rowed-the-map.txt", u"THE WOMAN WHO ROWED THE MAP"_s, u"2011-04-14"_s, u"Tom Ardley"_s, 1,
        u"Marit Hovland, who has died at Hamnavik"_s, u"which is marked."_s);
    row("schoolgirl-draw.txt", u"Skerra schoolgirl, 15, holds grandmaster to a draw"_s,
        u"2011-04-15T21:14:00+00:00"_s, u"Bram Oyelaran"_s, 1, u"A girl of fifteen who learned"_s,
        u"she may go home by road."_s);
    row("bridge-reopens.html", u"First cars cross Carrow Bridge after eleven days"_s,
        u"2011-04-16T09:40:00+00:00"_s, u"Wenna Sorley"_s, 2, u"The first across was a milk"_s,
        u"in order to clap."_s);
    row("mend-the-roof.txt", u"Mend the roof while the sun shines"_s, u"2011-04-17"_s, {}, 2,
        u"In the week after a bridge is closed"_s, u"a milk lorry noticed."_s);
}

void tst_Samples::areReadWhole()
{
    QFETCH(QString, headline);
    QFETCH(QString, date);
    QFETCH(QString, author);
    QFETCH(int, crossheads);
    QFETCH(QString, beginning);
    QFETCH(QString, end);

    const Article article = m_articles.value(QString::fromLatin1(QTest::currentDataTag()));
    const QString text = plainText(article.bodyHtml);

    QCOMPARE(article.headline, headline);
    QCOMPARE(article.date().toIso(), date);
    QCOMPARE(article.authors.value(0), author);
    QCOMPARE(article.bodyHtml.count(u"<h2"), crossheads);
    QVERIFY2(text.startsWith(beginning), qPrintable(text.left(200)));
    QVERIFY2(text.endsWith(end), qPrintable(text.right(200)));
    QVERIFY2(article.problems.isEmpty(), qPrintable(article.problems.join(u"; ")));
}

void tst_Samples::keepTheirPictures_data()
{
    QTest::addColumn<QString>("alternateName");

    QTest::newRow("bridge-reopens.html") << u"Cars and a lorry on a steel arch bridge"_s;
    QTest::newRow("four-inspectors.html") << u"Map of Carrow Sound"_s;
    QTest::newRow("herring-quota.html") << u"Bar chart"_s;
    QTest::newRow("drew-that-crack.html") << u"Pencil drawing"_s;
    QTest::newRow("harbour-library.html") << u"قاعة قراءة"_s;
}

void tst_Samples::keepTheirPictures()
{
    QFETCH(QString, alternateName);

    const Article article = m_articles.value(QString::fromLatin1(QTest::currentDataTag()));

    QCOMPARE(article.images.size(), 1);
    QVERIFY(article.images[0].isHere());
    QVERIFY(article.images[0].alternateName.startsWith(alternateName));
    QVERIFY(!article.images[0].caption.isEmpty());
}

// Two stories of other years are named and not here: the sidebar says so.
void tst_Samples::nameOneAnother()
{
    QSet<QString> headlines;
    for (const Article &article : std::as_const(m_articles))
        headlines.insert(article.headline);

    QStringList absent;
    int present = 0;
    for (const Article &article : std::as_const(m_articles)) {
        for (const RelatedLink &link : article.relatedLinks) {
            QVERIFY2(link.datePublished.isValid(), qPrintable(link.headline));
            if (headlines.contains(link.headline))
                ++present;
            else
                absent.append(link.headline);
        }
    }

    QCOMPARE(present, 17);
    QCOMPARE(absent,
             (QStringList{u"Bridge tolls to end at midnight"_s, u"The winter the Sound froze"_s}));
}

void tst_Samples::keepNavigationOutOfTheStory()
{
    static const QRegularExpression chrome(
        u"Print Sponsor|E-mail this|Bookmark with|Most read|All rights reserved|not responsible|"
        "Tide tables|Printable version"_s);
    for (const Article &article : std::as_const(m_articles)) {
        const QString text = plainText(article.bodyHtml);
        QVERIFY2(!text.contains(chrome), qPrintable(article.path));
    }
}

QTEST_GUILESS_MAIN(tst_Samples)
#include "tst_samples.moc"
