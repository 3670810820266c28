// Lists, as Library answers them from the catalogue.
#include "tests/support/storedarticles.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class tst_ListReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersWhatIsAsked_data();
    void answersWhatIsAsked();
    void sortsAsAsked_data();
    void sortsAsAsked();
    void beginsAsTheWholeDoes_data();
    void beginsAsTheWholeDoes();
    void saysDays();
    void saysWhereLettersAndPublishersBegin();
    void takesWhatWasTypedForWordsAndNotForSql();
    void findsWordsAndSortsThemByTheCatalogue();
    void dividesTheSameWayAsItLists();

private:
    Article storyOf(const QString &headline, const QString &day, const QString &publisher,
                    const QString &section, const QString &author) const;
    ArticleOrder list(const QString &typed, SortBy sortBy = SortBy::Date, bool reversed = false,
                      qsizetype atMost = 1'000'000) const;
    QStringList headlines(const ArticleOrder &order) const;
    ArticleId idOf(const QString &headline) const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Library> m_library;
};

Article tst_ListReader::storyOf(const QString &headline, const QString &day,
                                const QString &publisher, const QString &section,
                                const QString &author) const
{
    Article article = story(headline, day, headline + u" and the harbour, in many words."_s);
    article.publisher = publisher;
    article.articleSection = section;
    article.authors = {author};
    article.inLanguage = u"en"_s;
    return article;
}

void tst_ListReader::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_library.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(m_directory->filePath(u"library"_s));
    addTo(*m_library,
          {parsedFileOf(u"/n/a/1"_s,
                        {storyOf(u"Ferry late"_s, u"2009-03-30"_s, u"Harbour Post"_s, u"World"_s,
                                 u"Ann Smith"_s)}),
           parsedFileOf(u"/n/a/2"_s,
                        {storyOf(u"‘Älvik’ wins"_s, u"2009-04-02"_s, u"The Times"_s, u"Sport"_s,
                                 u"Bo Lind"_s)}),
           parsedFileOf(
               u"/n/b/3"_s,
               {storyOf(u"budget"_s, u"2010-01-05"_s, u"The Times"_s, u"World"_s, u"Ann Smith"_s)}),
           parsedFileOf(
               u"/n/b-c/4"_s,
               {storyOf(u"Zebra seen"_s, u"2008-12-31"_s, QString(), u"Sport"_s, u"Cy Low"_s)})});
    QVERIFY(m_library->setRead({idOf(u"Ferry late"_s)}, true).has_value());
    QVERIFY(m_library->setStarred({idOf(u"budget"_s)}, true).has_value());
    QVERIFY(m_library->setTag({idOf(u"budget"_s)}, u"Follow up"_s, true).has_value());
    const ArticleId zebra = idOf(u"Zebra seen"_s);
    QVERIFY(m_library->setOpened(zebra, QDateTime::currentDateTime()).has_value());
    QVERIFY(m_library->setRead({zebra}, false).has_value()); // opened, and to be read again
    QVERIFY(m_library->setAway(u"/n/b-c"_s, true).has_value());
}

ArticleOrder tst_ListReader::list(const QString &typed, SortBy sortBy, bool reversed,
                                  qsizetype atMost) const
{
    const ListRequest request{SearchQuery::parsed(typed), sortBy, reversed};
    const auto order = m_library->list(request, atMost, [] { return false; });
    if (!order.has_value())
        qFatal("no list: %s", qPrintable(order.error().detail));
    return order.value();
}

QStringList tst_ListReader::headlines(const ArticleOrder &order) const
{
    QStringList headlines;
    const auto summaries = m_library->summaries(order.ids);
    for (const ArticleSummary &summary : summaries.value())
        headlines.append(summary.headline.section(u' ', 0, 0));
    return headlines;
}

ArticleId tst_ListReader::idOf(const QString &headline) const
{
    for (const ArticleId id : list({}).ids) {
        if (m_library->summaries({id}).value().first().headline == headline)
            return id;
    }
    return {};
}

void tst_ListReader::answersWhatIsAsked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("headlines");

    QTest::newRow("all") << u""_s << QStringList{u"budget"_s, u"‘Älvik’"_s, u"Ferry"_s, u"Zebra"_s};
    QTest::newRow("unread") << u"is:unread"_s << QStringList{u"budget"_s, u"‘Älvik’"_s, u"Zebra"_s};
    QTest::newRow("read") << u"is:read"_s << QStringList{u"Ferry"_s};
    QTest::newRow("starred") << u"is:starred"_s << QStringList{u"budget"_s};
    QTest::newRow("opened") << u"is:opened"_s << QStringList{u"Zebra"_s};
    QTest::newRow("away") << u"is:away"_s << QStringList{u"Zebra"_s};
    QTest::newRow("tag") << u"tag:\"follow UP\""_s << QStringList{u"budget"_s};
    QTest::newRow("no such tag") << u"tag:follow"_s << QStringList();
    QTest::newRow("folder") << u"folder:\"/n/b\""_s << QStringList{u"budget"_s};
    QTest::newRow("root") << u"folder:\"/n\""_s
                          << QStringList{u"budget"_s, u"‘Älvik’"_s, u"Ferry"_s, u"Zebra"_s};
    QTest::newRow("publisher") << u"from:times"_s << QStringList{u"budget"_s, u"‘Älvik’"_s};
    QTest::newRow("section") << u"section:world"_s << QStringList{u"budget"_s, u"Ferry"_s};
    QTest::newRow("author") << u"author:smith"_s << QStringList{u"budget"_s, u"Ferry"_s};
    QTest::newRow("not part of a name") << u"author:smit"_s << QStringList();
    QTest::newRow("month") << u"date:2009-03"_s << QStringList{u"Ferry"_s};
    QTest::newRow("until") << u"date:..2009-03-29"_s << QStringList{u"Zebra"_s};
    QTest::newRow("both") << u"author:smith is:unread"_s << QStringList{u"budget"_s};
    QTest::newRow("either") << u"is:starred OR is:read"_s << QStringList{u"budget"_s, u"Ferry"_s};
    QTest::newRow("not") << u"-from:times"_s << QStringList{u"Ferry"_s, u"Zebra"_s};
    QTest::newRow("not one of either") << u"-(from:times OR is:away)"_s << QStringList{u"Ferry"_s};
}

void tst_ListReader::answersWhatIsAsked()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, headlines);

    const ArticleOrder order = list(typed);

    QCOMPARE(this->headlines(order), headlines);
    QCOMPARE(order.total, headlines.size());
    QCOMPARE(list(typed, SortBy::Date, false, 1).total, headlines.size());
}

void tst_ListReader::sortsAsAsked_data()
{
    QTest::addColumn<SortBy>("sortBy");
    QTest::addColumn<bool>("reversed");
    QTest::addColumn<QStringList>("headlines");

    const QStringList byDate{u"budget"_s, u"‘Älvik’"_s, u"Ferry"_s, u"Zebra"_s};
    const QStringList byHeadline{u"‘Älvik’"_s, u"budget"_s, u"Ferry"_s, u"Zebra"_s};
    const QStringList byPublisher{u"Ferry"_s, u"budget"_s, u"‘Älvik’"_s, u"Zebra"_s};
    QTest::newRow("date") << SortBy::Date << false << byDate;
    QTest::newRow("oldest first") << SortBy::Date << true
                                  << QStringList(byDate.crbegin(), byDate.crend());
    QTest::newRow("headline") << SortBy::Headline << false << byHeadline;
    QTest::newRow("headline, reversed")
        << SortBy::Headline << true << QStringList(byHeadline.crbegin(), byHeadline.crend());
    QTest::newRow("publisher") << SortBy::Publisher << false << byPublisher;
    QTest::newRow("publisher, reversed")
        << SortBy::Publisher << true << QStringList(byPublisher.crbegin(), byPublisher.crend());
    QTest::newRow("relevance, where nothing is searched") << SortBy::Relevance << false << byDate;
    QTest::newRow("opened") << SortBy::Opened << false
                            << QStringList{u"Zebra"_s, u"budget"_s, u"‘Älvik’"_s, u"Ferry"_s};
}

void tst_ListReader::sortsAsAsked()
{
    QFETCH(SortBy, sortBy);
    QFETCH(bool, reversed);
    QFETCH(QStringList, headlines);

    QCOMPARE(this->headlines(list({}, sortBy, reversed)), headlines);
}

void tst_ListReader::beginsAsTheWholeDoes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<SortBy>("sortBy");
    QTest::addColumn<bool>("reversed");

    for (const char *typed : {"", "is:unread", "is:read", "folder:\"/m/3\"", "from:times",
                              "section:world is:unread", "date:2009"}) {
        for (const SortBy sortBy : {SortBy::Date, SortBy::Headline, SortBy::Publisher}) {
            for (const bool reversed : {false, true})
                QTest::addRow("%s, %d, %d", typed, int(sortBy), int(reversed))
                    << QString::fromLatin1(typed) << sortBy << reversed;
        }
    }
}

// Enough articles that a list is walked piece by piece, many of them with the same date and the
// same beginning of a headline.
void tst_ListReader::beginsAsTheWholeDoes()
{
    QFETCH(QString, typed);
    QFETCH(SortBy, sortBy);
    QFETCH(bool, reversed);
    static std::unique_ptr<Library> large;
    static QTemporaryDir home;
    if (!large) {
        large = std::make_unique<Library>(home.path());
        QRandomGenerator random(7);
        QList<ParsedFile> files;
        for (int i = 0; i < 6000; ++i) {
            const QString path = u"/m/%1/%2"_s.arg(random.bounded(9)).arg(i);
            const QString day = QDate(2009, 1, 1).addDays(random.bounded(40)).toString(Qt::ISODate);
            const QString publisher = random.bounded(3) == 0 ? u"The Times"_s
                                                             : u"Post %1"_s.arg(random.bounded(5));
            ParsedFile file{{path, 1, 1, 0}, {}, {}};
            ParsedArticle article;
            article.summary.path = path;
            article.summary.headline = u"Story %1 of many"_s.arg(random.bounded(50));
            article.summary.section = random.bounded(2) == 0 ? u"World"_s : u"Sport"_s;
            article.summary.date = dateFromIso(day).value();
            article.digest = QByteArray::number(i).rightJustified(20, 'x');
            article.publisher = publisher;
            file.articles = {article};
            files.append(file);
        }
        const auto added = large->add(files);
        QVERIFY(large->setRead(added.value().added.mid(0, 1500), true).has_value());
    }
    const ListRequest request{SearchQuery::parsed(typed), sortBy, reversed};
    const auto never = [] { return false; };

    const ArticleOrder whole = large->list(request, 1'000'000, never).value();
    const ArticleOrder beginning = large->list(request, 170, never).value();

    QVERIFY(whole.isWhole() && whole.total > 170);
    QCOMPARE(QSet<ArticleId>(whole.ids.begin(), whole.ids.end()).size(), whole.total);
    QCOMPARE(beginning.total, whole.total);
    QCOMPARE(beginning.ids, whole.ids.mid(0, 170));
    QCOMPARE(beginning.days, whole.days.mid(0, 170));
}

void tst_ListReader::saysDays()
{
    QCOMPARE(list({}).days,
             (QList<qint32>{qint32(QDate(2010, 1, 5).toJulianDay()),
                            qint32(QDate(2009, 4, 2).toJulianDay()),
                            qint32(QDate(2009, 3, 30).toJulianDay()),
                            qint32(QDate(2008, 12, 31).toJulianDay())}));
}

void tst_ListReader::saysWhereLettersAndPublishersBegin()
{
    const QList<OrderGroup> letters = list({}, SortBy::Headline).groups;
    const QList<OrderGroup> publishers = list({}, SortBy::Publisher).groups;

    QCOMPARE(letters, (QList<OrderGroup>{{0, u"A"_s}, {1, u"B"_s}, {2, u"F"_s}, {3, u"Z"_s}}));
    QCOMPARE(publishers,
             (QList<OrderGroup>{{0, u"Harbour Post"_s}, {1, u"The Times"_s}, {3, QString()}}));
}

void tst_ListReader::takesWhatWasTypedForWordsAndNotForSql()
{
    const QString evil = u"x') OR 1=1; DROP TABLE article; --"_s;
    for (const auto kind :
         {SearchQuery::Kind::Publisher, SearchQuery::Kind::Section, SearchQuery::Kind::Author,
          SearchQuery::Kind::Language, SearchQuery::Kind::Tag, SearchQuery::Kind::Folder}) {
        SearchQuery query;
        query.kind = kind;
        query.text = evil;
        const auto order = m_library->list({query, SortBy::Date, false}, 10, [] { return false; });
        QVERIFY(order.has_value());
        QVERIFY(order.value().ids.isEmpty());
    }
    QCOMPARE(list({}).total, 4);
}

void tst_ListReader::findsWordsAndSortsThemByTheCatalogue()
{
    QCOMPARE(headlines(list(u"harbour"_s, SortBy::Headline)),
             (QStringList{u"‘Älvik’"_s, u"budget"_s, u"Ferry"_s, u"Zebra"_s}));
    QCOMPARE(headlines(list(u"harbour is:unread"_s, SortBy::Date)),
             (QStringList{u"budget"_s, u"‘Älvik’"_s, u"Zebra"_s}));
    QCOMPARE(headlines(list(u"harbour tag:\"follow up\""_s)), QStringList{u"budget"_s});
    QCOMPARE(headlines(list(u"harbour folder:\"/n/a\""_s)),
             (QStringList{u"‘Älvik’"_s, u"Ferry"_s}));
}

void tst_ListReader::dividesTheSameWayAsItLists()
{
    const auto facets = m_library->facets(SearchQuery::parsed(u"from:times"_s), {},
                                          [] { return false; });

    QCOMPARE(facets.value().publishers, (QList<FacetCount>{{u"The Times"_s, 2}}));
    QCOMPARE(facets.value().sections.size(), 2);
    QCOMPARE(facets.value().authors.size(), 2);
    QCOMPARE(facets.value().months, (QList<MonthCount>{{2009, 4, 1}, {2010, 1, 1}}));
    const auto all = m_library->facets(SearchQuery(), {}, [] { return false; });
    QCOMPARE(all.value().months.size(), 4);
    QCOMPARE(all.value().publishers,
             (QList<FacetCount>{{u"The Times"_s, 2}, {u"Harbour Post"_s, 1}}));
}

QTEST_GUILESS_MAIN(tst_ListReader)
#include "tst_listreader.moc"
