#include "app/related/relatedstories.h"
#include "app/related/similarstories.h"
#include "tests/support/storedarticles.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class tst_RelatedStories final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesTheListedStoriesAndThenTheSimilarOnes();
    void saysWhyInWordsThatBothArticlesHave();
    void showsNothingThatIsNotRelated();
    void asksForLessLikenessAmongFewArticles();
    void showsNoCopyOfTheArticleItself();
    void worksForAnArticleThatIsNotInTheLibrary();
    void showsNoMoreThanTen();
    void stopsWhenNobodyWantsTheAnswer();
    void isEmptyInAnEmptyLibrary();

private:
    void add(const QString &path, Article article);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Library> m_library;
};

namespace {
Article strike()
{
    Article article = story(u"Ferry crews walk out"_s, u"2011-05-02"_s,
                            u"Ferry crews in Port Ellery walked out over pay on Monday.\n"
                            "Mara Lindqvist of the Seafarers Union said the ferries would stay in "
                            "harbour until the owners returned to the table."_s);
    article.path = u"/n/strike"_s;
    return article;
}

Article talks()
{
    return story(u"Ferry talks fail"_s, u"2011-05-03"_s,
                 u"Talks on the pay of ferry crews failed in Port Ellery.\nThe ferries stay in "
                 "harbour, said Mara Lindqvist, who speaks for the crews."_s);
}

Article owls()
{
    return story(u"Owls in oil"_s, u"2011-05-02"_s,
                 u"A museum in Varga shows paintings of birds.\nVisitors said that they liked the "
                 "owls best, and most of them returned on Monday."_s);
}
} // namespace

void tst_RelatedStories::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_library.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(m_directory->path());
}

void tst_RelatedStories::add(const QString &path, Article article)
{
    addTo(*m_library, {parsedFileOf(path, {article})});
}

void tst_RelatedStories::givesTheListedStoriesAndThenTheSimilarOnes()
{
    Article asked = strike();
    asked.relatedLinks = {{u"Ferry talks fail"_s, {}, {}, {}}, {u"Not here"_s, {}, {}, {}}};
    Article third = talks();
    third.headline = u"Ferries still in harbour"_s;
    add(u"/n/strike"_s, asked);
    add(u"/n/talks"_s, talks());
    add(u"/n/third"_s, third);

    const RelatedStories stories = relatedStories(asked, *m_library);

    QCOMPARE(stories.lookedAt, 3);
    QCOMPARE(stories.linked.size(), 2);
    QCOMPARE(stories.linked.at(0).here->path, u"/n/talks"_s);
    QVERIFY(!stories.linked.at(1).here);
    QCOMPARE(stories.similar.size(), 1); // the listed one is not said twice
    QCOMPARE(stories.similar.first().here->path, u"/n/third"_s);
    QCOMPARE(stories.similar.first().relation, RelatedStory::Relation::Similar);
}

void tst_RelatedStories::saysWhyInWordsThatBothArticlesHave()
{
    add(u"/n/strike"_s, strike());
    add(u"/n/talks"_s, talks());
    add(u"/n/owls"_s, owls());

    const RelatedStories stories = relatedStories(strike(), *m_library);

    QCOMPARE(stories.similar.size(), 1);
    const QList<RelatedReason> reasons = stories.similar.first().reasons;
    QCOMPARE(reasons.size(), 2);
    QCOMPARE(reasons.at(0).kind, u"names"_s);
    QVERIFY(reasons.at(0).text.contains(u"Mara Lindqvist"));
    QVERIFY(reasons.at(0).text.contains(u"Port Ellery"));
    QCOMPARE(reasons.at(1).kind, u"words"_s);
    const QString both = (talks().headline + talks().bodyHtml).toLower();
    for (const QString &word : reasons.at(1).text.split(u", "_s))
        QVERIFY2(both.contains(word.toLower()), qPrintable(word));
}

void tst_RelatedStories::showsNothingThatIsNotRelated()
{
    add(u"/n/strike"_s, strike());
    add(u"/n/owls"_s, owls());

    QVERIFY(relatedStories(strike(), *m_library).similar.isEmpty());
}

void tst_RelatedStories::asksForLessLikenessAmongFewArticles()
{
    QCOMPARE(leastScore(0), leastScore(10));
    QVERIFY(leastScore(10) < leastScore(13));
    QVERIFY(leastScore(13) < 0.13);
    QVERIFY(leastScore(100) > 0.15 && leastScore(100) < 0.2);
    QCOMPARE(leastScore(1000), 0.2);
    QCOMPARE(leastScore(1'000'000), 0.2);
}

void tst_RelatedStories::showsNoCopyOfTheArticleItself()
{
    add(u"/n/strike"_s, strike());
    add(u"/n/copy"_s, strike());
    add(u"/n/talks"_s, talks());

    const RelatedStories stories = relatedStories(strike(), *m_library);

    QCOMPARE(stories.similar.size(), 1);
    QCOMPARE(stories.similar.first().here->path, u"/n/talks"_s);
}

void tst_RelatedStories::worksForAnArticleThatIsNotInTheLibrary()
{
    add(u"/n/talks"_s, talks());
    add(u"/n/owls"_s, owls());

    const RelatedStories stories = relatedStories(strike(), *m_library);

    QCOMPARE(stories.similar.size(), 1);
    QCOMPARE(stories.similar.first().here->path, u"/n/talks"_s);
}

void tst_RelatedStories::showsNoMoreThanTen()
{
    add(u"/n/strike"_s, strike());
    for (int i = 0; i < 15; ++i) {
        Article one = talks();
        one.headline += u" %1"_s.arg(i);
        add(u"/n/talks%1"_s.arg(i), one);
    }

    const auto similar = relatedStories(strike(), *m_library).similar;

    QCOMPARE(similar.size(), 10);
    for (qsizetype i = 1; i < similar.size(); ++i)
        QVERIFY(similar.at(i).score <= similar.at(i - 1).score);
}

void tst_RelatedStories::stopsWhenNobodyWantsTheAnswer()
{
    add(u"/n/talks"_s, talks());

    QVERIFY(relatedStories(strike(), *m_library, [] { return true; }).similar.isEmpty());
}

void tst_RelatedStories::isEmptyInAnEmptyLibrary()
{
    const RelatedStories stories = relatedStories(strike(), *m_library);

    QVERIFY(stories.linked.isEmpty() && stories.similar.isEmpty());
    QCOMPARE(stories.lookedAt, 0);
}

QTEST_GUILESS_MAIN(tst_RelatedStories)
#include "tst_relatedstories.moc"
