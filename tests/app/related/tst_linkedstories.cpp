#include "app/library/storyanswers.h"
#include "app/related/linkedstories.h"
#include "tests/support/storedarticles.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class tst_LinkedStories final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsTheReadersOwnFileByItsHeadline();
    void staysHonestWhereNothingIsHere();
    void takesNoStoryOfAnotherWeek_data();
    void takesNoStoryOfAnotherWeek();
    void prefersTheNearerDayThenTheSection();
    void believesAnAddressAboveAHeadline();
    void neverFindsTheArticleItself();
    void knowsAnAddressInItsOtherForms_data();
    void knowsAnAddressInItsOtherForms();
    void findsAHeadlineThatWasCut();
    void findsAHeadlineThatWasWordedAnew();
    void findsThePagesThatListTheArticle();
    void namesNoPageOfAnotherWeek();

private:
    void add(const QString &path, const Article &article);
    QString foundFor(const RelatedLink &link);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Library> m_library;
};

namespace {
RelatedLink link(const QString &headline, const QString &day = {}, const QString &section = {})
{
    return {headline, dateFromIso(day).value_or(PrintedDate{}), section, {}};
}
} // namespace

void tst_LinkedStories::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_library.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(m_directory->path());
}

void tst_LinkedStories::add(const QString &path, const Article &article)
{
    addTo(*m_library, {parsedFileOf(path, {article})});
}

// The path of what the link of an article leads to, or nothing.
QString tst_LinkedStories::foundFor(const RelatedLink &printed)
{
    Article article = story(u"Asking"_s);
    article.path = u"/n/asking"_s;
    article.relatedLinks = {printed};
    StoryAnswers answers(*m_library);
    const auto stories = linkedStories(article, answers);
    if (stories.size() != 1 || !(stories.first().printed == printed))
        return u"the link itself is lost"_s;
    return stories.first().here ? stories.first().here->path : QString();
}

void tst_LinkedStories::findsTheReadersOwnFileByItsHeadline()
{
    add(u"/n/a"_s, story(u"Port ‘closed’ – ferries wait"_s, u"2009-03-29"_s));

    QCOMPARE(foundFor(link(u"PORT 'CLOSED' - FERRIES WAIT"_s, u"2009-03-30"_s)), u"/n/a"_s);
    QCOMPARE(foundFor(link(u"Port closed: ferries wait"_s)), u"/n/a"_s);
}

void tst_LinkedStories::staysHonestWhereNothingIsHere()
{
    add(u"/n/a"_s, story(u"Port closed"_s, u"2009-03-29"_s));

    QCOMPARE(foundFor(link(u"Port open"_s, u"2009-03-29"_s)), QString());
    QCOMPARE(foundFor(link(QString(), u"2009-03-29"_s)), QString());
}

void tst_LinkedStories::takesNoStoryOfAnotherWeek_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("here");

    QTest::newRow("same day") << u"2009-03-29"_s << u"/n/a"_s;
    QTest::newRow("two days before") << u"2009-03-27"_s << u"/n/a"_s;
    QTest::newRow("two days after") << u"2009-03-31"_s << u"/n/a"_s;
    QTest::newRow("three days after") << u"2009-04-01"_s << QString();
    QTest::newRow("a year before") << u"2008-03-29"_s << QString();
    QTest::newRow("no date") << QString() << u"/n/a"_s;
}

void tst_LinkedStories::takesNoStoryOfAnotherWeek()
{
    QFETCH(QString, printed);
    QFETCH(QString, here);
    add(u"/n/a"_s, story(u"In pictures"_s, u"2009-03-29T23:10+01:00"_s));

    QCOMPARE(foundFor(link(u"In pictures"_s, printed)), here);
}

void tst_LinkedStories::prefersTheNearerDayThenTheSection()
{
    Article nearer = story(u"In pictures"_s, u"2009-03-29"_s);
    Article other = story(u"In pictures"_s, u"2009-03-29"_s, u"Other."_s);
    nearer.articleSection = u"Europe"_s;
    other.articleSection = u"Americas"_s;
    add(u"/n/far"_s, story(u"In pictures"_s, u"2009-03-31"_s));
    add(u"/n/europe"_s, nearer);
    add(u"/n/americas"_s, other);

    QCOMPARE(foundFor(link(u"In pictures"_s, u"2009-03-29"_s, u"americas"_s)), u"/n/americas"_s);
    QCOMPARE(foundFor(link(u"In pictures"_s, u"2009-03-29"_s, u"Europe"_s)), u"/n/europe"_s);
    QCOMPARE(foundFor(link(u"In pictures"_s, u"2009-03-31"_s, u"Europe"_s)), u"/n/far"_s);
    QCOMPARE(foundFor(link(u"In pictures"_s, u"2009-03-31"_s, u"Asia"_s)), u"/n/far"_s);
}

void tst_LinkedStories::believesAnAddressAboveAHeadline()
{
    Article renamed = story(u"Port opens at last"_s, u"2009-05-01"_s);
    renamed.url = QUrl(u"http://www.post.example/port/"_s);
    add(u"/n/renamed"_s, renamed);
    add(u"/n/headline"_s, story(u"Port opens"_s));
    RelatedLink printed = link(u"Port opens"_s, u"2009-03-29"_s);
    printed.url = QUrl(u"https://post.example/port?utm_source=list"_s);

    QCOMPARE(foundFor(printed), u"/n/renamed"_s);
}

void tst_LinkedStories::neverFindsTheArticleItself()
{
    add(u"/n/asking"_s, story(u"Port opens"_s));

    QCOMPARE(foundFor(link(u"Port opens"_s)), QString());
}

void tst_LinkedStories::knowsAnAddressInItsOtherForms_data()
{
    QTest::addColumn<QString>("printed");

    for (const char *address :
         {"http://www.post.example/2031/port", "https://m.post.example/2031/port/",
          "https://mobile.post.example/2031/port", "https://amp.post.example/2031/port",
          "https://post.example/2031/port/amp", "https://post.example/2031/port/amp/",
          "https://post.example/2031/port?amp=1", "https://post.example/2031/port?outputType=amp",
          "https://post.example/2031/port?print=true", "https://post.example/2031/port/print",
          "https://post.example/2031/port?utm_source=list&fbclid=x#comments"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void tst_LinkedStories::knowsAnAddressInItsOtherForms()
{
    QFETCH(QString, printed);
    Article port = story(u"Port opens at last"_s, u"2031-05-01"_s);
    port.url = QUrl(u"https://post.example/2031/port"_s);
    add(u"/n/port"_s, port);
    RelatedLink asked = link(u"Quite another headline"_s);
    asked.url = QUrl(printed);

    QCOMPARE(foundFor(asked), u"/n/port"_s);
}

void tst_LinkedStories::findsAHeadlineThatWasCut()
{
    add(u"/n/a"_s, story(u"Ferry crews walk out over pay and hours"_s, u"2031-05-01"_s));

    QCOMPARE(foundFor(link(u"Ferry crews walk out…"_s, u"2031-05-01"_s)), u"/n/a"_s);
    QCOMPARE(foundFor(link(u"Ferry crews walk out over p..."_s)), u"/n/a"_s);
    QCOMPARE(foundFor(link(u"Ferry crews walk out…"_s, u"2031-08-01"_s)), QString());
}

void tst_LinkedStories::findsAHeadlineThatWasWordedAnew()
{
    add(u"/n/a"_s, story(u"Ferries' crews walk out over pay for winter"_s, u"2031-05-01"_s));

    QCOMPARE(foundFor(link(u"Crews of ferries walk out over winter pay"_s, u"2031-05-02"_s)),
             u"/n/a"_s);
    // Without a day nothing says that it is not last year's strike.
    QCOMPARE(foundFor(link(u"Crews of ferries walk out over winter pay"_s)), QString());
}

void tst_LinkedStories::findsThePagesThatListTheArticle()
{
    Article byUrl = story(u"One"_s, u"2031-05-03"_s, u"Some."_s);
    byUrl.relatedLinks = {
        {u"As it was called then"_s, {}, {}, QUrl(u"http://post.example/port"_s)}};
    Article byHeadline = story(u"Two"_s, u"2031-05-04"_s, u"Other."_s);
    byHeadline.relatedLinks = {link(u"PORT OPENS"_s, u"2031-05-01"_s), link(u"Port opens"_s)};
    add(u"/n/one"_s, byUrl);
    add(u"/n/two"_s, byHeadline);
    Article port = story(u"Port opens"_s, u"2031-05-02"_s);
    port.path = u"/n/port"_s;
    port.url = QUrl(u"https://www.post.example/port"_s);
    StoryAnswers answers(*m_library);

    const auto stories = storiesLinkingHere(port, answers);

    QCOMPARE(stories.size(), 2);
    QCOMPARE(stories.at(0).here->path, u"/n/two"_s); // newest first
    QCOMPARE(stories.at(1).here->path, u"/n/one"_s);
    QCOMPARE(stories.at(0).relation, RelatedStory::Relation::LinksHere);
    QCOMPARE(stories.at(0).reasons.value(0).kind, RelatedReason::Kind::Lists);
}

void tst_LinkedStories::namesNoPageOfAnotherWeek()
{
    Article page = story(u"Two"_s, u"2031-05-04"_s, u"Other."_s);
    page.relatedLinks = {link(u"In pictures"_s, u"2031-04-01"_s)};
    add(u"/n/two"_s, page);
    Article asked = story(u"In pictures"_s, u"2031-05-02"_s);
    StoryAnswers answers(*m_library);

    QVERIFY(storiesLinkingHere(asked, answers).isEmpty());
}

QTEST_GUILESS_MAIN(tst_LinkedStories)
#include "tst_linkedstories.moc"
