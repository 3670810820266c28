#include "app/library/storyanswers.h"
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
    void asksForMoreLikenessWithoutANameAmongFewArticles();
    void showsNoCopyOfTheArticleItself();
    void worksForAnArticleThatIsNotInTheLibrary();
    void showsNoMoreThanTen();
    void givesAsManyAsAreAskedFor();
    void putsCopiesOfOneStoryIntoOneRow();
    void holdsBackAPublisherThatHasMany();
    void tellsTheSameTextFromASimilarStory();
    void takesAFlashForTheSameOnlyUnderTheSameHeadline();
    void tellsVersionsOfOnePage();
    void showsNothingThatTheReaderCallsNotRelated();
    void showsWhatTheReaderCallsRelated();
    void namesThePagesThatListTheArticle();
    void putsAStoryInTheOrderOfTime();
    void saysWhatItTook();
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

// Of the same event, in words of its own.
Article anotherOfTheTalks(int number)
{
    QStringList own;
    for (int i = 0; i < 20; ++i)
        own.append(u"word%1of%2"_s.arg(i).arg(number));
    Article article = talks();
    article.headline += u" %1"_s.arg(number);
    article.bodyHtml += u"<p>%1</p>"_s.arg(own.join(u' '));
    return article;
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
    QCOMPARE(reasons.at(0).kind, RelatedReason::Kind::Names);
    QVERIFY(reasons.at(0).text.contains(u"Mara Lindqvist"));
    QVERIFY(reasons.at(0).text.contains(u"Port Ellery"));
    QCOMPARE(reasons.at(1).kind, RelatedReason::Kind::Words);
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
    QCOMPARE(leastScore(0), leastScore(1));
    QVERIFY(leastScore(10) < leastScore(1'000));
    QVERIFY(leastScore(10) > 0.1 && leastScore(10) < 0.13);
    QVERIFY(leastScore(1'000) > 0.16 && leastScore(1'000) < 0.2);
    QCOMPARE(leastScore(1'000'000'000), 0.26);
}

void tst_RelatedStories::asksForMoreLikenessWithoutANameAmongFewArticles()
{
    QVERIFY(leastScoreWithoutNames(10) > 1.3 * leastScore(10));
    QCOMPARE(leastScoreWithoutNames(1'000), leastScore(1'000));
    QCOMPARE(leastScoreWithoutNames(5'000'000), leastScore(5'000'000));

    add(u"/n/strike"_s, strike());
    add(u"/n/owls"_s, owls());
    add(u"/n/cards"_s,
        story(u"Grandmother beats robot"_s, {},
              u"A grandmother of ninety beat a robot at cards.\nThe owners of the robot walked out "
              "of the hall, then returned to the table and asked for another game."_s));
    RelatedOptions all;
    all.takeAll = true;
    const QList<RelatedStory> any = relatedStories(strike(), *m_library, all).similar;
    QCOMPARE(any.first().here->path, u"/n/cards"_s);
    QVERIFY(any.first().score > leastScore(3) && any.first().score < leastScoreWithoutNames(3));

    QVERIFY(relatedStories(strike(), *m_library).similar.isEmpty());
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
    for (int i = 0; i < 15; ++i)
        add(u"/n/talks%1"_s.arg(i), anotherOfTheTalks(i));

    const auto similar = relatedStories(strike(), *m_library).similar;

    QCOMPARE(similar.size(), 10);
    for (qsizetype i = 1; i < similar.size(); ++i)
        QVERIFY(similar.at(i).score <= similar.at(i - 1).score);
}

void tst_RelatedStories::givesAsManyAsAreAskedFor()
{
    add(u"/n/strike"_s, strike());
    add(u"/n/owls"_s, owls());
    for (int i = 0; i < 15; ++i)
        add(u"/n/talks%1"_s.arg(i), anotherOfTheTalks(i));

    const auto all = relatedStories(strike(), *m_library, {100, true}).similar;

    QCOMPARE(all.size(), 16);
    QCOMPARE(all.last().here->path, u"/n/owls"_s); // alike by chance
}

void tst_RelatedStories::putsCopiesOfOneStoryIntoOneRow()
{
    add(u"/n/strike"_s, strike());
    Article wire = anotherOfTheTalks(1);
    wire.headline = u"Talks: nothing"_s;
    add(u"/n/wire"_s, wire);
    add(u"/n/talks1"_s, anotherOfTheTalks(1));
    add(u"/n/talks2"_s, anotherOfTheTalks(2));

    const auto similar = relatedStories(strike(), *m_library).similar;

    QCOMPARE(similar.size(), 2);
    const auto &stacked = similar.at(0).copies.isEmpty() ? similar.at(1) : similar.at(0);
    QCOMPARE(stacked.copies.size(), 1);
    QCOMPARE((QSet<QString>{stacked.here->path, stacked.copies.first().here->path}),
             (QSet<QString>{u"/n/wire"_s, u"/n/talks1"_s}));
}

void tst_RelatedStories::holdsBackAPublisherThatHasMany()
{
    add(u"/n/strike"_s, strike());
    for (int i = 0; i < 12; ++i) {
        Article one = anotherOfTheTalks(i);
        one.publisher = i < 11 ? u"The Harbour Post"_s : u"Weekly Crew"_s;
        if (i == 11) // a little less like the asked one than the others
            one.bodyHtml += u"<p>word1more word2more word3more word4more</p>"_s;
        add(u"/n/talks%1"_s.arg(i), one);
    }

    const auto similar = relatedStories(strike(), *m_library).similar;

    QCOMPARE(similar.size(), 10);
    const auto crew = std::ranges::find_if(
        similar, [](const RelatedStory &one) { return one.here->source == u"Weekly Crew"_s; });
    QVERIFY(crew != similar.end() && crew - similar.begin() <= 4);
}

void tst_RelatedStories::tellsTheSameTextFromASimilarStory()
{
    Article copy = anotherOfTheTalks(1);
    copy.headline = u"Talks in the harbour"_s;
    copy.publisher = u"Weekly Crew"_s;
    add(u"/n/copy"_s, copy);
    add(u"/n/other"_s, anotherOfTheTalks(2));

    const RelatedStories stories = relatedStories(anotherOfTheTalks(1), *m_library);

    QCOMPARE(stories.sameText.size(), 1);
    QCOMPARE(stories.sameText.first().relation, RelatedStory::Relation::Duplicate);
    QCOMPARE(stories.sameText.first().here->path, u"/n/copy"_s);
    QCOMPARE(stories.sameText.first().reasons.first().kind, RelatedReason::Kind::SameText);
    QCOMPARE(stories.sameText.first().reasons.first().text, u"Weekly Crew"_s);
    QCOMPARE(stories.similar.size(), 1);
    QCOMPARE(stories.similar.first().here->path, u"/n/other"_s);
}

// What stands below a flash says nothing.
void tst_RelatedStories::takesAFlashForTheSameOnlyUnderTheSameHeadline()
{
    const QString below = u"Full story to follow."_s;
    Article asked = story(u"Ferry talks fail in Port Ellery"_s, u"2011-05-03"_s, below);
    Article same = story(asked.headline, u"2011-05-03"_s, u"Full story to follow"_s);
    same.publisher = u"Weekly Crew"_s;
    Article other = story(u"Ferry talks begin in Port Ellery"_s, u"2011-05-02"_s, below);
    Article third = story(u"Ferry talks go on in Port Ellery"_s, u"2011-05-02"_s, below);
    add(u"/n/same"_s, same);
    add(u"/n/other"_s, other);
    add(u"/n/third"_s, third);

    const RelatedStories stories = relatedStories(asked, *m_library);

    QCOMPARE(stories.sameText.size(), 1);
    QCOMPARE(stories.sameText.first().here->path, u"/n/same"_s);
    QCOMPARE(stories.similar.size(), 2); // nor copies of one another
    QVERIFY(stories.similar.first().copies.isEmpty());
}

void tst_RelatedStories::tellsVersionsOfOnePage()
{
    Article now = anotherOfTheTalks(1);
    now.url = QUrl(u"https://post.example/talks"_s);
    now.datePublished = *dateFromIso(u"2011-05-03T12:00+00:00"_s);
    Article before = talks(); // shorter by a third
    before.url = QUrl(u"http://www.post.example/talks?utm_source=x"_s);
    before.datePublished = *dateFromIso(u"2011-05-03T09:00+00:00"_s);
    Article after = now;
    after.bodyHtml += u"<p>They will meet again on Friday.</p>"_s;
    after.datePublished = *dateFromIso(u"2011-05-03T18:00+00:00"_s);
    add(u"/n/before"_s, before);
    add(u"/n/after"_s, after);

    const auto versions = relatedStories(now, *m_library).sameText;

    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions.at(0).here->path, u"/n/before"_s);
    QCOMPARE(versions.at(0).relation, RelatedStory::Relation::EarlierVersion);
    QCOMPARE(versions.at(1).here->path, u"/n/after"_s);
    QCOMPARE(versions.at(1).relation, RelatedStory::Relation::LaterVersion);
    QCOMPARE(versions.at(1).reasons.first().kind, RelatedReason::Kind::Version);
}

void tst_RelatedStories::showsNothingThatTheReaderCallsNotRelated()
{
    add(u"/n/strike"_s, strike());
    add(u"/n/talks"_s, talks());
    const auto before = relatedStories(strike(), *m_library);
    QCOMPARE(before.similar.size(), 1);
    StoryAnswers answers(*m_library);
    const ArticleId asked = answers.inFile(u"/n/strike"_s).value().first().id;

    QVERIFY(m_library->setJudgement(asked, {before.similar.first().here->id}, Judgement::NotRelated)
                .has_value());

    const auto after = relatedStories(strike(), *m_library);
    QVERIFY(after.similar.isEmpty());
    QVERIFY(after.thread.stories.isEmpty());
    QVERIFY(relatedStories(talks(), *m_library).similar.isEmpty()); // nor the other way round
}

void tst_RelatedStories::showsWhatTheReaderCallsRelated()
{
    add(u"/n/strike"_s, strike());
    add(u"/n/owls"_s, owls());
    StoryAnswers answers(*m_library);
    const ArticleId asked = answers.inFile(u"/n/strike"_s).value().first().id;
    const ArticleId other = answers.inFile(u"/n/owls"_s).value().first().id;

    QVERIFY(m_library->setJudgement(asked, {other}, Judgement::Related).has_value());

    const auto stories = relatedStories(strike(), *m_library);
    QCOMPARE(stories.marked.size(), 1);
    QCOMPARE(stories.marked.first().here->path, u"/n/owls"_s);
    QCOMPARE(stories.marked.first().relation, RelatedStory::Relation::Marked);
    QVERIFY(stories.similar.isEmpty());
}

void tst_RelatedStories::namesThePagesThatListTheArticle()
{
    add(u"/n/strike"_s, strike());
    Article page = talks();
    page.relatedLinks = {{strike().headline, {}, {}, {}}};
    add(u"/n/talks"_s, page);

    const auto stories = relatedStories(strike(), *m_library);

    QCOMPARE(stories.linksHere.size(), 1);
    QCOMPARE(stories.linksHere.first().here->path, u"/n/talks"_s);
    QVERIFY(stories.similar.isEmpty()); // said once
}

void tst_RelatedStories::putsAStoryInTheOrderOfTime()
{
    add(u"/n/strike"_s, strike());
    Article later = strike();
    later.headline = u"Ferry crews walk out again"_s;
    later.bodyHtml += u"<p>It was the second time, and nobody knew for how long.</p>"_s;
    later.datePublished = *dateFromIso(u"2011-05-09"_s);
    add(u"/n/later"_s, later);

    const StoryThread thread = relatedStories(strike(), *m_library).thread;

    QCOMPARE(thread.stories.size(), 2);
    QVERIFY(thread.stories.first().isAsked);
    QVERIFY(thread.stories.last().id != ArticleId{});
}

void tst_RelatedStories::saysWhatItTook()
{
    add(u"/n/strike"_s, strike());

    const auto stories = relatedStories(strike(), *m_library);

    QVERIFY(stories.milliseconds > 0);
    QCOMPARE(stories.lookedAt, 1);
}

void tst_RelatedStories::stopsWhenNobodyWantsTheAnswer()
{
    add(u"/n/talks"_s, talks());

    QVERIFY(relatedStories(strike(), *m_library, {}, [] { return true; }).similar.isEmpty());
}

void tst_RelatedStories::isEmptyInAnEmptyLibrary()
{
    const RelatedStories stories = relatedStories(strike(), *m_library);

    QVERIFY(stories.linked.isEmpty() && stories.similar.isEmpty());
    QCOMPARE(stories.lookedAt, 0);
}

QTEST_GUILESS_MAIN(tst_RelatedStories)
#include "tst_relatedstories.moc"
