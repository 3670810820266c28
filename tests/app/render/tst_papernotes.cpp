#include "app/render/papernotes.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_PaperNotes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void numbersLinksByTheirAddress();
    void numbersNothingThatStaysInTheArticle();
    void listsAddressesInTheOrderOfTheirNumbers();
    void listsRelatedStoriesWithSectionAndDate();
    void setsTheReadersNoteInParagraphs();
};

void tst_PaperNotes::numbersLinksByTheirAddress()
{
    QStringList addresses;

    const QString html = withLinkNotes(
        u"<p>A <a href=\"https://a.example/?x=1&amp;y=2\">log</a>, a "
        "<a href=\"https://b.example/\"><em>map</em></a> and the "
        "<a href=\"https://a.example/?x=1&amp;y=2\">log</a> again.</p>"_s,
        addresses);

    QCOMPARE(addresses, (QStringList{u"https://a.example/?x=1&y=2"_s, u"https://b.example/"_s}));
    QCOMPARE(html,
             u"<p>A <a href=\"https://a.example/?x=1&amp;y=2\">log</a>"
             "<sup class=\"note\">1</sup>, a <a href=\"https://b.example/\"><em>map</em></a>"
             "<sup class=\"note\">2</sup> and the "
             "<a href=\"https://a.example/?x=1&amp;y=2\">log</a><sup class=\"note\">1</sup>"
             " again.</p>"_s);
}

void tst_PaperNotes::numbersNothingThatStaysInTheArticle()
{
    QStringList addresses;
    const QString html = u"<p><a href=\"#below\">Below</a>, <a>nowhere</a></p>"_s;

    QCOMPARE(withLinkNotes(html, addresses), html);
    QVERIFY(addresses.isEmpty());
    QVERIFY(linkNotesList(addresses, u"Links"_s).isEmpty());
}

void tst_PaperNotes::listsAddressesInTheOrderOfTheirNumbers()
{
    const QString list = linkNotesList({u"https://b.example/<x>"_s, u"https://a.example/"_s},
                                       u"Links & more"_s);

    QVERIFY(list.contains(u"<h2>Links &amp; more</h2>"_s));
    QVERIFY(list.contains(u"b.example/&lt;x&gt;"_s) && !list.contains(u"<x>"_s));
    QVERIFY(list.indexOf(u"b.example"_s) < list.indexOf(u"a.example"_s));
}

void tst_PaperNotes::listsRelatedStoriesWithSectionAndDate()
{
    Article article;
    QVERIFY(relatedStoriesList(article, QLocale::c(), u"Related"_s).isEmpty());
    RelatedLink link;
    link.headline = u"Ferries & <boats>"_s;
    link.articleSection = u"Coast"_s;
    link.datePublished = *dateFromIso(u"2031-05-02");
    article.relatedLinks = {link, RelatedLink()};

    const QString list = relatedStoriesList(article, QLocale::c(), u"Related"_s);

    QCOMPARE(list.count(u"<li>"_s), 1); // one without a headline says nothing
    QVERIFY(list.contains(u"<bdi>Ferries &amp; &lt;boats&gt;</bdi> <i>Coast, 2 May 2031</i>"_s));
}

void tst_PaperNotes::setsTheReadersNoteInParagraphs()
{
    QVERIFY(readersNote(u" \n "_s, u"Note"_s).isEmpty());

    const QString note = readersNote(u"Ask <her>.\n\nTide & time\n"_s, u"Note"_s);

    QVERIFY(note.contains(u"<h2>Note</h2>"_s));
    QVERIFY(note.contains(u"<p>Ask &lt;her&gt;.</p>\n<p>Tide &amp; time</p>"_s));
}

QTEST_GUILESS_MAIN(tst_PaperNotes)
#include "tst_papernotes.moc"
