#include "app/library/storyanswers.h"
#include "tests/support/storedarticles.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class tst_StoryAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsWhatHasAHeadlineOrAnAddress();
    void findsThePagesThatListAStory();
    void tellsWhatTellsStoriesApart();
    void remembersWhatTheReaderSaysOfTwoStories();
    void takesBackWhatTheReaderSaid();
    void carriesAJudgementOverAChangeOfTheText();
    void keepsAJudgementWhileAStoryIsAway();
    void answersNothingBeforeAnythingWasAdded();

private:
    ArticleId add(const QString &path, const Article &article, qint64 modified = 1'000'000'000)
    {
        const auto changes = addTo(*m_library, {parsedFileOf(path, {article}, modified)});
        return (changes.added + changes.changed).value(0);
    }
    Judgement judgement(ArticleId one, ArticleId other);
    StoryTraits traitsOf(ArticleId id)
    {
        return StoryAnswers(*m_library).traits({id}).value().value(0);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Library> m_library;
};

void tst_StoryAnswers::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_library.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(m_directory->path());
}

Judgement tst_StoryAnswers::judgement(ArticleId one, ArticleId other)
{
    StoryAnswers answers(*m_library);
    return answers.judgements(traitsOf(one).digest).value().value(traitsOf(other).digest);
}

void tst_StoryAnswers::findsWhatHasAHeadlineOrAnAddress()
{
    Article port = story(u"Port ‘closed’ – ferries wait"_s, u"2031-05-01"_s, u"Wind."_s);
    port.url = QUrl(u"https://www.post.example/port/"_s);
    const ArticleId id = add(u"/n/port"_s, port);
    add(u"/n/owls"_s, story(u"Owls in oil"_s, u"2031-05-01"_s, u"Birds."_s));
    StoryAnswers answers(*m_library);

    QCOMPARE(answers.withHeadline(u"port closed ferries wait"_s).value().value(0).id, id);
    QVERIFY(answers.withHeadline(u"port closed"_s).value().isEmpty());
    QCOMPARE(answers.withUrl(u"post.example/port"_s).value().value(0).id, id);
    QVERIFY(answers.withUrl(QString()).value().isEmpty()); // the owls have none
    QCOMPARE(answers.inFile(u"/n/port"_s).value().value(0).id, id);
}

void tst_StoryAnswers::findsThePagesThatListAStory()
{
    Article list = story(u"Strike goes on"_s, u"2031-05-02"_s, u"Crews."_s);
    list.relatedLinks = {{u"Port ‘closed’"_s, *dateFromIso(u"2031-05-01"_s), u"Harbour"_s,
                          QUrl(u"http://post.example/port?utm_source=x"_s)},
                         {u"Owls in oil"_s, {}, {}, {}}};
    const ArticleId id = add(u"/n/list"_s, list);
    StoryAnswers answers(*m_library);

    const auto byUrl = answers.linksTo(u"post.example/port"_s, {});
    const auto byHeadline = answers.linksTo({}, u"owls in oil"_s);

    QCOMPARE(byUrl.value().size(), 1);
    QCOMPARE(byUrl.value().first().from.id, id);
    QCOMPARE(byUrl.value().first().printed, list.relatedLinks.first());
    QCOMPARE(byHeadline.value().size(), 1);
    QVERIFY(answers.linksTo({}, u"owls"_s).value().isEmpty());
    QVERIFY(answers.linksTo({}, {}).value().isEmpty());
}

void tst_StoryAnswers::tellsWhatTellsStoriesApart()
{
    Article port = story(u"Port ‘closed’"_s, u"2031-05-01"_s,
                         u"The ferries stay in harbour until the wind has turned, it was said."_s);
    port.url = QUrl(u"https://post.example/port"_s);
    port.publisher = u"The Harbour Post"_s;

    const StoryTraits traits = traitsOf(add(u"/n/port"_s, port));

    QCOMPARE(traits.url, u"post.example/port"_s);
    QCOMPARE(traits.publisher, u"The Harbour Post"_s);
    QCOMPARE(traits.foldedHeadline, u"port closed"_s);
    QCOMPARE(traits.digest.size(), 20);
    QCOMPARE(traits.sketch,
             sketchOf(u"The ferries stay in harbour until the wind has turned, it was said."));
    QVERIFY(StoryAnswers(*m_library).traits({ArticleId{99}}).value().isEmpty());
    QCOMPARE(traitsOf(add(u"/n/bare"_s, story(u"In pictures"_s))).sketch, QByteArray());
}

void tst_StoryAnswers::remembersWhatTheReaderSaysOfTwoStories()
{
    const ArticleId port = add(u"/n/port"_s, story(u"Port"_s, {}, u"Wind over the harbour."_s));
    const ArticleId owls = add(u"/n/owls"_s, story(u"Owls"_s, {}, u"Birds over the museum."_s));
    const ArticleId choir = add(u"/n/choir"_s, story(u"Choir"_s, {}, u"Songs over the square."_s));

    QVERIFY(m_library->setJudgement(port, {owls}, Judgement::NotRelated).has_value());
    QVERIFY(m_library->setJudgement(port, {choir, port}, Judgement::Related).has_value());

    QCOMPARE(judgement(port, owls), Judgement::NotRelated);
    QCOMPARE(judgement(owls, port), Judgement::NotRelated); // whichever is on the screen
    QCOMPARE(judgement(port, choir), Judgement::Related);
    QCOMPARE(judgement(owls, choir), Judgement::None);
    QCOMPARE(judgement(port, port), Judgement::None);
}

void tst_StoryAnswers::takesBackWhatTheReaderSaid()
{
    const ArticleId port = add(u"/n/port"_s, story(u"Port"_s, {}, u"Wind over the harbour."_s));
    const ArticleId owls = add(u"/n/owls"_s, story(u"Owls"_s, {}, u"Birds over the museum."_s));
    QVERIFY(m_library->setJudgement(port, {owls}, Judgement::NotRelated).has_value());

    QVERIFY(m_library->setJudgement(owls, {port}, Judgement::None).has_value());

    QCOMPARE(judgement(port, owls), Judgement::None);
    QCOMPARE(judgement(owls, port), Judgement::None);
}

void tst_StoryAnswers::carriesAJudgementOverAChangeOfTheText()
{
    const ArticleId port = add(u"/n/port"_s, story(u"Port"_s, {}, u"Wind over the harbour."_s));
    const ArticleId owls = add(u"/n/owls"_s, story(u"Owls"_s, {}, u"Birds over the museum."_s));
    QVERIFY(m_library->setJudgement(port, {owls}, Judgement::NotRelated).has_value());

    add(u"/n/port"_s, story(u"Port"_s, {}, u"Wind over the whole harbour."_s), 2'000'000'000);

    QCOMPARE(judgement(port, owls), Judgement::NotRelated);
    QCOMPARE(judgement(owls, port), Judgement::NotRelated);
}

void tst_StoryAnswers::keepsAJudgementWhileAStoryIsAway()
{
    const ArticleId port = add(u"/n/port"_s, story(u"Port"_s, {}, u"Wind over the harbour."_s));
    const ArticleId owls = add(u"/n/owls"_s, story(u"Owls"_s, {}, u"Birds over the museum."_s));
    QVERIFY(m_library->setJudgement(port, {owls}, Judgement::NotRelated).has_value());

    QVERIFY(m_library->forget({u"/n/owls"_s}).has_value());
    const ArticleId back = add(u"/elsewhere/owls"_s,
                               story(u"Owls"_s, {}, u"Birds over the museum."_s));

    QCOMPARE(judgement(port, back), Judgement::NotRelated);
}

void tst_StoryAnswers::answersNothingBeforeAnythingWasAdded()
{
    StoryAnswers answers(*m_library);

    QVERIFY(answers.withHeadline(u"port"_s).value().isEmpty());
    QVERIFY(answers.traits({ArticleId{1}}).value().isEmpty());
    QVERIFY(answers.judgements("digest").value().isEmpty());
    QVERIFY(answers.texts({ArticleId{1}}).value().isEmpty());
    QCOMPARE(answers.count().value(), 0);
}

QTEST_GUILESS_MAIN(tst_StoryAnswers)
#include "tst_storyanswers.moc"
