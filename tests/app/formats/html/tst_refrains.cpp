// The lines that sites put into their stories, and the lines of stories that sound like them.
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString storyWith(const QString &line)
{
    return u"<!DOCTYPE html><html><head><title>Ferry comes home</title></head><body><article>"
           "<h1>Ferry comes home</h1>"_s
        + storyAbout(u"ferry"_s, 3) + u"<p>"_s + line + u"</p>"_s + storyAbout(u"feast"_s, 3)
        + u"</article></body></html>"_s;
}

} // namespace

class RefrainsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aLineOfTheSiteIsLeftOut_data();
    void aLineOfTheSiteIsLeftOut();
    void aSentenceOfTheStoryStays_data();
    void aSentenceOfTheStoryStays();
    void aLineBetweenAllParagraphsIsLeftOut();
    void aLinkInAQuotationStays();
    void theRefrainOfASongStays();
    void aBoxThatOnlyBeginsAsACallKeepsItsSentences();
};

void RefrainsTest::aLineOfTheSiteIsLeftOut_data()
{
    QTest::addColumn<QString>("line");
    const QStringList lines{
        u"Share this article"_s,
        u"Article continues below advertisement"_s,
        u"Join us on our WhatsApp channel and never miss a ferry."_s,
        u"Get the news of the coast in your inbox every day."_s,
        u"Weather: Sign up for our daily newsletter about wind and waves."_s,
        u"© 2021 The Coast Paper"_s,
        u"Copyright 2021 The Coast Paper. All rights reserved."_s,
        u"Photo: Ann Lee / Coast Pictures"_s,
        u"Leserkommentare (12)"_s,
        u"Abonnieren Sie unseren Newsletter und verpassen Sie keine Fähre."_s,
        u"Inscrivez-vous à notre lettre du matin"_s,
        u"La suite après la publicité"_s,
        u"Suscríbete a nuestro boletín de la costa"_s,
        u"Lo más leído"_s,
        u"Continua a leggere dopo la pubblicità"_s,
        u"Condividi su Facebook"_s,
        u"Continua após a publicidade"_s,
        u"Comentários (3)"_s,
        u"Schrijf je in voor onze nieuwsbrief"_s,
        u"Reacties (3)"_s,
        u"Zapisz się na nasz newsletter"_s,
        u"Fot. Jan Morski / Agencja"_s,
        u"Подписывайтесь на наш Telegram-канал"_s,
        u"Самое читаемое"_s,
        u"Bültenimize abone olun"_s,
        u"التعليقات (4)"_s,
        u"הכתבה ממשיכה אחרי הפרסומת"_s,
        u"この記事をシェア"_s,
        u"写真：海野太郎／沿岸通信"_s,
        u"扫码关注公众号"_s,
        u"뉴스레터 구독하기"_s,
        u"Artikeln fortsätter efter annonsen"_s,
        u"Artiklen fortsætter efter annoncen"_s,
        u"Saken fortsetter under annonsen"_s,
        u"Juttu jatkuu mainoksen jälkeen"_s,
        u"Pokračování článku pod reklamou"_s,
    };
    for (const QString &line : lines)
        QTest::newRow(qPrintable(line)) << line;
}

void RefrainsTest::aLineOfTheSiteIsLeftOut()
{
    QFETCH(QString, line);
    const Article article = readPage(storyWith(line));
    QCOMPARE(paragraphsOf(article).size(), 6);
    QVERIFY(article.trimmings.contains(line));
}

void RefrainsTest::aSentenceOfTheStoryStays_data()
{
    QTest::addColumn<QString>("line");
    const QStringList lines{
        u"The harbour master said on his Telegram channel that the ferry had sailed."_s,
        u"Passengers can download the app from Friday, the owners said, and need no paper."_s,
        u"WhatsApp will let its users join a call from two telephones at once."_s,
        u"Copyright law, the captain's lawyer thought, was never made for songs of the sea."_s,
        u"Join our boats, it read on the sail, in letters as tall as a man."_s,
        u"Like us on the islands, those on the hills have no ferry in the winter."_s,
        u"Die Reederei teilte auf ihrem Telegram-Kanal mit, die Fähre sei im Hafen."_s,
        u"“Follow us on the other boat,” she said, and they did."_s,
        u"Share prices fell on Monday, and the ferry's most of all."_s,
        u"The app, which nobody had to subscribe to before the summer, has been withdrawn."_s,
        u"Comments like these are seldom heard on the quay."_s,
        u"The harbour office, she said, wants our cookies and our consent, and gives us nothing."_s,
        u"Reactions"_s,
        u"Photo 1: the ferry leaves. Photo 2: the ferry is back, and nobody is asleep."_s,
    };
    for (const QString &line : lines)
        QTest::newRow(qPrintable(line)) << line;
}

void RefrainsTest::aSentenceOfTheStoryStays()
{
    QFETCH(QString, line);
    QVERIFY(paragraphsOf(readPage(storyWith(line))).contains(line));
}

void RefrainsTest::aLineBetweenAllParagraphsIsLeftOut()
{
    const QString told = u"<p>Tell all of your friends of the paper of the coast.</p>"_s;
    const Article article = readPage(
        storyWith(told + storyAbout(u"market"_s, 1) + told + storyAbout(u"quay"_s, 1) + told));
    QCOMPARE(paragraphsOf(article).size(), 8);
    QVERIFY(!plainText(article.bodyHtml).contains(u"friends"));
}

void RefrainsTest::aLinkInAQuotationStays()
{
    const QString said = u"<blockquote>She left a <a href='/c'>comment</a> on it.</blockquote>"_s;
    QVERIFY(plainText(readPage(storyWith(u"</p>"_s + said + u"<p>"_s)).bodyHtml)
                .contains(u"She left a comment on it."));
}

void RefrainsTest::theRefrainOfASongStays()
{
    const QString verse = u"<p>The boat is on the sea</p><p>And comes not home to me</p>"_s;
    QCOMPARE(plainText(readPage(storyWith(verse.repeated(4))).bodyHtml).count(u"not home to me"),
             4);
}

void RefrainsTest::aBoxThatOnlyBeginsAsACallKeepsItsSentences()
{
    const Article article = readPage(storyWith(
        u"</p><div><p>Follow us on Facebook</p><p>The captain, who is sixty, went home on foot, "
        "and it took him until the morning to get there.</p></div><p>"_s));
    QVERIFY(plainText(article.bodyHtml).contains(u"went home on foot"));
    QVERIFY(!plainText(article.bodyHtml).contains(u"Facebook"));
}

QTEST_APPLESS_MAIN(RefrainsTest)
#include "tst_refrains.moc"
