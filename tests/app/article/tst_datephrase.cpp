#include "app/article/datephrase.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_DatePhrase final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void readsADateAsPagesPrintIt_data();
    void readsADateAsPagesPrintIt();
    void keepsTheSecondTimeOfTheSameMoment();
    void keepsAZoneThatItCannotPlace();
    void orderOfNumbersFollowsTheLanguage_data();
    void orderOfNumbersFollowsTheLanguage();
    void tellsPublishedFromModified();
    void findsTheDateInsideALine();
};

void tst_DatePhrase::readsADateAsPagesPrintIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso");
    const auto row = [](const char *name, const QString &text, const QString &iso) {
        QTest::newRow(name) << text << iso;
    };

    row("BBC 1998", u"Monday, June 22, 1998 Published at 17:21 GMT 18:21 UK"_s,
        u"1998-06-22T17:21:00+00:00"_s);
    row("BBC 2002", u"Tuesday, 13 August, 2002, 12:07 GMT 13:07 UK"_s,
        u"2002-08-13T12:07:00+00:00"_s);
    row("BBC 2005", u"Last Updated: Friday, 20 May, 2005, 09:13 GMT 10:13 UK"_s,
        u"2005-05-20T09:13:00+00:00"_s);
    row("BBC 2008", u"Page last updated at 11:05 GMT, Tuesday, 3 February 2009"_s,
        u"2009-02-03T11:05:00+00:00"_s);
    row("BBC 2008 in summer", u"Page last updated at 23:41 GMT, Thursday, 4 June 2009 00:41 UK"_s,
        u"2009-06-04T23:41:00+00:00"_s);
    row("a letter left out", u"Novemer 27,2005"_s, u"2005-11-27"_s);
    row("letters exchanged", u"Posted 3 Decmeber 2009"_s, u"2009-12-03"_s);
    row("another word", u"Members 27, 2005"_s, QString());
    row("BBC 2011", u"29 July 2011 Last updated at 14:38 GMT"_s, u"2011-07-29T14:38:00+00:00"_s);
    row("BBC print", u"Published: 2009/03/30 15:33:53 GMT"_s, u"2009-03-30T15:33:53+00:00"_s);
    row("BBC, UK time only", u"Wednesday, 5 July 2000, 10:13 UK"_s, u"2000-07-05T10:13:00+01:00"_s);
    row("summer time of a place", u"July 4, 2010 9:30 AM ET"_s, u"2010-07-04T09:30:00-04:00"_s);
    row("American", u"Posted on March 30, 2009, at 9:30 a.m. EST"_s,
        u"2009-03-30T09:30:00-05:00"_s);
    row("Pacific", u"Updated 12:05 p.m. Pacific Time, Monday, Mar. 30, 2009"_s,
        u"2009-03-30T12:05:00-07:00"_s);
    row("midnight", u"30 March 2009 12:05 am BST"_s, u"2009-03-30T00:05:00+01:00"_s);
    row("capitals, odd blanks", u"PUBLISHED: THURSDAY, MAY 2,2013,1: 32 PM"_s,
        u"2013-05-02T13:32:00"_s);
    row("ordinal", u"30th March, 2009"_s, u"2009-03-30"_s);
    row("two digits", u"29 Mar 09"_s, u"2009-03-29"_s);
    row("last century", u"29 Mar 98"_s, u"1998-03-29"_s);
    row("September", u"Sept. 5, 2008"_s, u"2008-09-05"_s);
    row("four digits of time", u"Monday, 30 March 2009 1533 GMT"_s, u"2009-03-30T15:33:00+00:00"_s);
    row("Moscow in winter", u"30 January 2009, 15:33 MSK"_s, u"2009-01-30T15:33:00+03:00"_s);
    row("zone with digits", u"30 March 2009 15:33 GMT+2"_s, u"2009-03-30T15:33:00+02:00"_s);
    row("offset", u"30 Mar 2009 15:33 -0330"_s, u"2009-03-30T15:33:00-03:30"_s);
    row("ISO", u"2009-03-30T15:33:07.250+02:00"_s, u"2009-03-30T15:33:07+02:00"_s);
    row("ISO, Z", u"2009-03-30T15:33Z"_s, u"2009-03-30T15:33:00+00:00"_s);
    row("compact", u"Date: 20090330"_s, u"2009-03-30"_s);
    row("mail", u"Mon, 30 Mar 2009 15:33:00 +0100"_s, u"2009-03-30T15:33:00+01:00"_s);
    row("German", u"Montag, 30. März 2009, 15.33 Uhr"_s, u"2009-03-30T15:33:00"_s);
    row("German label", u"Veröffentlicht am 30. März 2009 um 15:33 Uhr"_s,
        u"2009-03-30T15:33:00"_s);
    row("German state", u"Stand: 30.03.2009 15:33 Uhr (MESZ)"_s, u"2009-03-30T15:33:00+02:00"_s);
    row("German numbers", u"30.3.09, 7 Uhr"_s, u"2009-03-30T07:00:00"_s);
    row("French", u"Publié le 30 mars 2009 à 15h33"_s, u"2009-03-30T15:33:00"_s);
    row("French first", u"Mis à jour le mercredi 1er avril 2009 à 8 h 05"_s,
        u"2009-04-01T08:05:00"_s);
    row("Spanish", u"Lunes, 30 de marzo de 2009 - 15:33 h. CEST"_s, u"2009-03-30T15:33:00+02:00"_s);
    row("Spanish label", u"Actualizado: 30/03/2009 a las 15:33 CEST"_s,
        u"2009-03-30T15:33:00+02:00"_s);
    row("Italian", u"Pubblicato il 30 marzo 2009 alle ore 15.33"_s, u"2009-03-30T15:33:00"_s);
    row("Portuguese", u"Segunda-feira, 30 de março de 2009, às 15h33"_s, u"2009-03-30T15:33:00"_s);
    row("Portuguese numbers", u"30/03/2009 - 15h33"_s, u"2009-03-30T15:33:00"_s);

    row("Japanese", u"2009年3月30日 15時33分"_s, u"2009-03-30T15:33:00"_s);
    row("Japanese, afternoon", u"2009年3月30日（月）午後3時5分更新"_s, u"2009-03-30T15:05:00"_s);
    row("Japanese, noon", u"2009年3月30日月曜日 午後0時33分"_s, u"2009-03-30T12:33:00"_s);
    row("Japanese, wide figures", u"２００９年３月３０日"_s, u"2009-03-30"_s);
    row("Japanese, of an era", u"平成21年3月30日 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("its first year", u"令和元年５月１日（水）更新"_s, u"2019-05-01"_s);
    row("an era alone", u"令和3年"_s, QString());
    row("no day of an era", u"昭和40年代の3月30日"_s, QString());
    row("Vietnamese", u"Thứ Hai, ngày 30 tháng 3 năm 2009 15:33 GMT+7"_s,
        u"2009-03-30T15:33:00+07:00"_s);
    row("Vietnamese, numbers", u"Thứ 2, 30/03/2009, 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Vietnamese, a month's name", u"Đăng lúc 15:33 Tháng Năm 30, 2009"_s,
        u"2009-05-30T15:33:00"_s);
    row("Vietnamese, two words for a month", u"Cập nhật: 30 tháng mười hai 2009"_s,
        u"2009-12-30"_s);
    row("Vietnamese, Sunday", u"Chủ nhật, 29 tháng Giêng, 2009"_s, u"2009-01-29"_s);
    row("Vietnamese, no such month", u"30 tháng 13 năm 2009"_s, QString());
    row("Chinese", u"发布时间：2009年03月30日 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Chinese, morning", u"2009年3月30日 星期一 上午9时33分"_s, u"2009-03-30T09:33:00"_s);
    row("Korean", u"입력 2009년 3월 30일 (월) 오후 3시 33분"_s, u"2009-03-30T15:33:00"_s);
    row("Korean, points", u"2009. 3. 30. 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Polish", u"Opublikowano: 30 marca 2009 r., godz. 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Russian", u"Опубликовано 30 марта 2009 г., 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Ukrainian", u"понеділок, 30 березня 2009 р., 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Turkish", u"Güncelleme: 30 Mart 2009 Pazartesi, saat 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Turkish capitals", u"4 AĞUSTOS 2009"_s, u"2009-08-04"_s);
    row("Arabic", u"تاريخ النشر: 30 مارس 2009م"_s, u"2009-03-30"_s);
    row("Arabic, evening", u"30 مارس 2009، الساعة 3:33 م"_s, u"2009-03-30T15:33:00"_s);
    row("Arabic figures", u"\u200F٣٠ مارس ٢٠٠٩"_s, u"2009-03-30"_s);
    row("Hebrew", u"פורסם: 30 במרץ 2009 בשעה 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Czech", u"pondělí 30. března 2009 v 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Hungarian", u"2009. március 30., hétfő 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Hungarian numbers", u"2009. 03. 30. 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Greek", u"30 Μαρτίου 2009, 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Romanian", u"Publicat: luni, 30 martie 2009, ora 15:33"_s, u"2009-03-30T15:33:00"_s);
    row("Persian", u"۳۰ مارس ۲۰۰۹"_s, u"2009-03-30"_s);
    row("Persian, its own calendar", u"دوشنبه ۱۰ فروردین ۱۳۸۸"_s, u"2009-03-30"_s);
    row("Hindi", u"30 सितंबर 2009"_s, u"2009-09-30"_s);
    row("Dutch", u"Gepubliceerd op maandag 30 maart 2009 om 15:33 uur"_s, u"2009-03-30T15:33:00"_s);
    row("Swedish", u"Publicerad måndag 30 maj 2009 kl 15.33"_s, u"2009-05-30T15:33:00"_s);
    row("Danish", u"30. sep. 2009 kl. 15.33"_s, u"2009-09-30T15:33:00"_s);
    row("Finnish", u"Julkaistu 30.3.2009 klo 15.33"_s, u"2009-03-30T15:33:00"_s);
    row("Finnish month", u"30. maaliskuuta 2009"_s, u"2009-03-30"_s);
    row("Indonesian", u"Senin, 30 Maret 2009 15:33 WIB"_s, u"2009-03-30T15:33:00+07:00"_s);
    row("CNN", u"POSTED: 1052 GMT (1852 HKT), April 10, 2007"_s, u"2007-04-10T10:52:00+00:00"_s);
    row("of a script", u"Mon Mar 30 2009 15:33:00 GMT+0200 (Eastern European Summer Time)"_s,
        u"2009-03-30T15:33:00+02:00"_s);
    row("parted numbers", u"UPDATED 05 / 13 / 2013 at 11:00 AM EDT"_s,
        u"2013-05-13T11:00:00-04:00"_s);

    row("no such day", u"31 April 2009"_s, QString());
    row("no year", u"March 30"_s, QString());
    row("no day", u"March 2009"_s, QString());
    row("prose", u"He was born on 30 March 1979 in Leeds"_s, QString());
    row("time alone", u"15:33 GMT"_s, QString());
    row("a score", u"Leeds 3-2 York 2009"_s, QString());
    row("scores", u"3 - 2 - 2009"_s, QString());
    row("a telephone", u"020 7946 0958"_s, QString());
    row("nothing", QString(), QString());
}

void tst_DatePhrase::readsADateAsPagesPrintIt()
{
    QFETCH(QString, text);
    QFETCH(QString, iso);

    const auto date = datePhrase(text);

    QCOMPARE(date.value_or(PrintedDate{}).toIso(), iso);
    QCOMPARE(date.has_value(), !iso.isEmpty());
}

void tst_DatePhrase::keepsTheSecondTimeOfTheSameMoment()
{
    const auto date = datePhrase(u"Page last updated at 15:33 GMT, Monday, 30 March 2009 16:33 UK");

    QVERIFY(date);
    QCOMPARE(date->zone, u"GMT"_s);
    QCOMPARE(date->alsoPrinted, u"16:33 UK"_s);
    QCOMPARE(date->toIso(), u"2009-03-30T15:33:00+00:00"_s);
}

void tst_DatePhrase::keepsAZoneThatItCannotPlace()
{
    const auto date = datePhrase(u"Updated: 17 August 2020, 14:33 IST"); // India, Ireland, Israel

    QVERIFY(date);
    QVERIFY(!date->hasZone);
    QCOMPARE(date->zone, u"IST"_s);
    QCOMPARE(date->toIso(), u"2020-08-17T14:33:00"_s);
}

void tst_DatePhrase::orderOfNumbersFollowsTheLanguage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("iso");

    QTest::newRow("nobody knows") << u"3/4/2009"_s << QString() << QString();
    QTest::newRow("English alone") << u"3/4/2009"_s << u"en"_s << QString();
    QTest::newRow("American") << u"3/4/2009"_s << u"en-US"_s << u"2009-03-04"_s;
    QTest::newRow("British") << u"3/4/2009"_s << u"en-GB"_s << u"2009-04-03"_s;
    QTest::newRow("French") << u"03/04/2009"_s << u"fr"_s << u"2009-04-03"_s;
    QTest::newRow("Brazilian") << u"03/04/2009"_s << u"pt_BR"_s << u"2009-04-03"_s;
    QTest::newRow("Vietnamese") << u"03/04/2009"_s << u"vi"_s << u"2009-04-03"_s;
    QTest::newRow("Ukrainian") << u"03/04/2009"_s << u"uk-UA"_s << u"2009-04-03"_s;
    QTest::newRow("Persian, its own calendar") << u"1388/01/10"_s << u"fa"_s << u"2009-03-30"_s;
    QTest::newRow("another year of that number") << u"1388/01/10"_s << u"en"_s << QString();
    QTest::newRow("American zone")
        << u"3/4/2009 9:30 AM EST"_s << u"en"_s << u"2009-03-04T09:30:00-05:00"_s;
    QTest::newRow("European zone")
        << u"3/4/2009 09:30 CET"_s << QString() << u"2009-04-03T09:30:00+01:00"_s;
    QTest::newRow("only one way") << u"3/30/2009"_s << u"fr"_s << u"2009-03-30"_s;
    QTest::newRow("points") << u"3.4.2009"_s << QString() << u"2009-04-03"_s;
}

void tst_DatePhrase::orderOfNumbersFollowsTheLanguage()
{
    QFETCH(QString, text);
    QFETCH(QString, language);
    QFETCH(QString, iso);

    QCOMPARE(datePhrase(text, language).value_or(PrintedDate{}).toIso(), iso);
}

void tst_DatePhrase::tellsPublishedFromModified()
{
    const auto dates = dateLine(
        u"Published: 30 March 2009 15:33 GMT | Last updated: 31 March 2009 08:00 GMT");

    QCOMPARE(dates.size(), 2);
    QCOMPARE(dates[0].kind, DateKind::Published);
    QCOMPARE(dates[0].date.toIso(), u"2009-03-30T15:33:00+00:00"_s);
    QCOMPARE(dates[1].kind, DateKind::Modified);
    QCOMPARE(dates[1].date.toIso(), u"2009-03-31T08:00:00+00:00"_s);

    const auto unlabelled = dateLine(u"30 March 2009 - Updated 31 March 2009");
    QCOMPARE(unlabelled.size(), 2);
    QCOMPARE(unlabelled[0].kind, DateKind::Unsaid);
    QCOMPARE(unlabelled[1].kind, DateKind::Modified);
}

void tst_DatePhrase::findsTheDateInsideALine()
{
    const QString line = u"By Ann Hill, Leeds | Posted on 30 March 2009 at 15:33 | 12 comments"_s;

    const auto dates = datesIn(line);

    QCOMPARE(dates.size(), 1);
    QCOMPARE(dates[0].kind, DateKind::Published);
    QCOMPARE(dates[0].date.toIso(), u"2009-03-30T15:33:00"_s);
    QCOMPARE(line.mid(dates[0].from, dates[0].length), u"Posted on 30 March 2009 at 15:33"_s);
    QVERIFY(dateLine(line).isEmpty());
}

QTEST_GUILESS_MAIN(tst_DatePhrase)
#include "tst_datephrase.moc"
