#include "app/library/storyanswers.h"
#include "tests/support/storedarticles.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

// A look through the whole disk that found these.
FolderScan allFiles(const QList<FoundFile> &files)
{
    return {u"/"_s, Depth::Recursive, files, {}};
}

} // namespace

class tst_Library final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTheNewestFirst();
    void ordersAnUndatedArticleByItsFileAndSaysNoDate();
    void givesBackTheSummaryThatItWasGiven_data();
    void givesBackTheSummaryThatItWasGiven();
    void keepsTheIdOfAnArticleWhoseFileChanges();
    void neverGivesAnIdTwice();
    void letsGoOfWhatIsNotInTheFolderAnyMore();
    void asksOnlyForFilesThatAreNewOrChanged();
    void keepsTheArticlesOfOneFileApart();
    void remembersWhatWasReadWhenAFileIsMoved();
    void opensAgainWhereItWas();
    void readsEverythingAgainAfterTheReaderHasChanged();
    void readsOnlyOnceAgain();
    void keepsReadWhatAnotherReaderReadsOtherwise();
    void doesNotTakeUnreadFilesForRead();
    void listsBeforeItHasTheWords();
    void looksIntoEveryTextWhereEveryRowIsWanted();
    void knowsWhichWordsABrokenOffScanHasLeft();
    void answersBeforeAnythingWasAdded();
    void setsADamagedCatalogueAsideAndSaysSo();

private:
    QList<ArticleId> order() // of all, newest first
    {
        return m_library->list({}, 1000, [] { return false; }).value().ids;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Library> m_library;
};

void tst_Library::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_library.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(m_directory->filePath(u"library"_s));
}

void tst_Library::listsTheNewestFirst()
{
    const auto first = addTo(*m_library,
                             {parsedFileOf(u"/n/a"_s, {story(u"A"_s, u"2009-03-30"_s)}),
                              parsedFileOf(u"/n/b"_s, {story(u"B"_s, u"2009-04-02"_s)})});
    QCOMPARE(order(), (QList{first.added.at(1), first.added.at(0)}));
    const auto second = addTo(*m_library,
                              {parsedFileOf(u"/n/c"_s, {story(u"C"_s, u"2009-04-01"_s)})});

    QCOMPARE(first.added.size(), 2);
    QCOMPARE(order(), (QList{first.added.at(1), second.added.at(0), first.added.at(0)}));
    QVERIFY(second.removed.isEmpty() && second.changed.isEmpty());
}

void tst_Library::ordersAnUndatedArticleByItsFileAndSaysNoDate()
{
    const qint64 may = QDateTime(QDate(2009, 5, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const auto changes = addTo(*m_library,
                               {parsedFileOf(u"/n/dated"_s, {story(u"A"_s, u"2009-04-30"_s)}),
                                parsedFileOf(u"/n/undated"_s, {story(u"B"_s)}, may * 1'000'000)});

    const auto summaries = m_library->summaries(order());

    QCOMPARE(summaries.value().value(0).headline, u"B"_s);
    QVERIFY(!summaries.value().value(0).date.isValid());
}

void tst_Library::givesBackTheSummaryThatItWasGiven_data()
{
    QTest::addColumn<QString>("date");

    QTest::newRow("none") << QString();
    QTest::newRow("a day") << u"2009-03-30"_s;
    QTest::newRow("no zone") << u"2009-03-30T15:33"_s;
    QTest::newRow("a zone") << u"2009-03-30T15:33-03:30"_s;
    QTest::newRow("before 1970") << u"1954-12-01T01:00+02:00"_s;
}

void tst_Library::givesBackTheSummaryThatItWasGiven()
{
    QFETCH(QString, date);
    Article article = story(u"Ferry ‘late’"_s, date, u"The ferry was late."_s);
    article.datePublished.alsoPrinted = date.isEmpty() ? QString() : u"16:33 UK"_s;
    article.publisher = u"Harbour Post"_s;
    article.articleSection = u"Transport"_s;
    article.part = u"7"_s;
    const auto file = parsedFileOf(u"/n/a b\u00E9.txt"_s, {article});

    const auto changes = addTo(*m_library, {file});
    const auto summaries = m_library->summaries({ArticleId{999}, changes.added.at(0)});

    ArticleSummary expected = file.articles.first().summary;
    expected.id = changes.added.at(0);
    QCOMPARE(summaries.value().size(), 1);
    QCOMPARE(summaries.value().first().date.toIso(), expected.date.toIso());
    QVERIFY(summaries.value().first() == expected);
}

void tst_Library::keepsTheIdOfAnArticleWhoseFileChanges()
{
    const auto before = addTo(*m_library,
                              {parsedFileOf(u"/n/a"_s, {story(u"A"_s, u"2009-03-30"_s)}),
                               parsedFileOf(u"/n/b"_s, {story(u"B"_s, u"2009-03-29"_s)})});

    const auto after = addTo(*m_library,
                             {parsedFileOf(u"/n/a"_s, {story(u"A again"_s, u"2009-03-28"_s)})});

    QCOMPARE(after.changed, QList{before.added.at(0)});
    QVERIFY(after.added.isEmpty());
    QCOMPARE(order(), (QList{before.added.at(1), before.added.at(0)}));
    QCOMPARE(m_library->summaries(after.changed).value().value(0).headline, u"A again"_s);
}

void tst_Library::neverGivesAnIdTwice()
{
    const auto before = addTo(*m_library, {parsedFileOf(u"/n/a"_s, {story(u"A"_s)})});
    FileTable toRead;
    const auto gone = m_library->setFolder(allFiles({}), toRead);

    const auto after = addTo(*m_library, {parsedFileOf(u"/n/b"_s, {story(u"B"_s)})});

    QCOMPARE(gone.value().removed, before.added);
    QVERIFY(after.added.at(0) != before.added.at(0));
}

void tst_Library::letsGoOfWhatIsNotInTheFolderAnyMore()
{
    const auto a = parsedFileOf(u"/n/a"_s, {story(u"A"_s, u"2009-03-30"_s)});
    const auto b = parsedFileOf(u"/n/b"_s, {story(u"B"_s, u"2009-03-29"_s)});
    const auto added = addTo(*m_library, {a, b});
    FileTable toRead;

    const auto changes = m_library->setFolder(allFiles({b.file}), toRead);

    QCOMPARE(changes.value().removed, QList{added.added.at(0)});
    QCOMPARE(order(), QList{added.added.at(1)});
    QCOMPARE(m_library->count().value(), 1);
    QCOMPARE(m_library->article(added.added.at(0)).error().kind, Error::Kind::NotFound);
}

void tst_Library::asksOnlyForFilesThatAreNewOrChanged()
{
    const auto same = parsedFileOf(u"/n/same"_s, {story(u"A"_s)});
    const auto notAnArticle = parsedFileOf(u"/n/picture"_s, {});
    const auto changed = parsedFileOf(u"/n/changed"_s, {story(u"B"_s)});
    addTo(*m_library, {same, notAnArticle, changed});
    FoundFile later = changed.file;
    later.modified += 1;
    const FoundFile young{u"/n/new"_s, 1, 1};
    FileTable toRead;

    const auto changes = m_library->setFolder(
        allFiles({young, same.file, notAnArticle.file, later}), toRead);

    QVERIFY(changes.value().isEmpty());
    QCOMPARE(toRead.list(), (QList{young, later}));
}

void tst_Library::keepsTheArticlesOfOneFileApart()
{
    Article first = story(u"One"_s), second = story(u"Two"_s);
    first.part = u"1"_s;
    second.part = u"2"_s;
    const auto before = addTo(*m_library, {parsedFileOf(u"/n/feed"_s, {first, second})});

    const auto after = addTo(*m_library, {parsedFileOf(u"/n/feed"_s, {second})});

    QCOMPARE(before.added.size(), 2);
    QCOMPARE(after.changed, QList{before.added.at(1)});
    QCOMPARE(after.removed, QList{before.added.at(0)});
    QCOMPARE(StoryAnswers(*m_library).inFile(u"/n/feed"_s).value().size(), 1);
}

void tst_Library::remembersWhatWasReadWhenAFileIsMoved()
{
    const Article article = story(u"A"_s, u"2009-03-30"_s, u"Words."_s);
    const auto before = addTo(*m_library, {parsedFileOf(u"/n/a"_s, {article})});
    const auto read = m_library->setRead({before.added.at(0)}, true);
    FileTable toRead;
    const auto gone = m_library->setFolder(allFiles({}), toRead);

    const auto after = addTo(*m_library, {parsedFileOf(u"/moved/a"_s, {article})});

    QCOMPARE(read.value().changed, before.added);
    QCOMPARE(gone.value().removed.size(), 1);
    QVERIFY(m_library->summaries(after.added).value().value(0).read);
    QVERIFY(m_library->setRead({after.added.at(0)}, false).has_value());
    QVERIFY(!m_library->summaries(after.added).value().value(0).read);
}

void tst_Library::opensAgainWhereItWas()
{
    const auto file = parsedFileOf(u"/n/a"_s, {story(u"A"_s)});
    const auto before = addTo(*m_library, {file});
    m_library = std::make_unique<Library>(m_directory->filePath(u"library"_s));
    FileTable toRead;

    const auto changes = m_library->setFolder(allFiles({file.file}), toRead);

    QVERIFY(changes.has_value());
    QCOMPARE(order(), before.added);
    QVERIFY(toRead.isEmpty());
}

void tst_Library::readsEverythingAgainAfterTheReaderHasChanged()
{
    const QString directory = m_directory->filePath(u"library"_s);
    const auto file = parsedFileOf(u"/n/a"_s, {story(u"Print Sponsor"_s)});
    const auto before = addTo(*m_library, {file});
    m_library = std::make_unique<Library>(directory, "another");
    FileTable toRead;

    const auto changes = m_library->setFolder(allFiles({file.file}), toRead);

    QCOMPARE(toRead.list(), QList{file.file});
    QVERIFY(changes.has_value());
    QVERIFY(changes.has_value());
    QCOMPARE(order(), before.added); // the list does not go empty meanwhile
    const auto after = addTo(*m_library, {parsedFileOf(u"/n/a"_s, {story(u"Ferry late"_s)})});
    QCOMPARE(after.changed, before.added);
    QCOMPARE(m_library->summaries(after.changed).value().value(0).headline, u"Ferry late"_s);
}

void tst_Library::readsOnlyOnceAgain()
{
    const QString directory = m_directory->filePath(u"library"_s);
    const auto file = parsedFileOf(u"/n/a"_s, {story(u"A"_s)});
    addTo(*m_library, {file});
    m_library = std::make_unique<Library>(directory, "another");
    addTo(*m_library, {file});
    m_library = std::make_unique<Library>(directory, "another");
    FileTable toRead;

    QVERIFY(m_library->setFolder(allFiles({file.file}), toRead).has_value());

    QVERIFY(toRead.isEmpty());
}

void tst_Library::keepsReadWhatAnotherReaderReadsOtherwise()
{
    const QString directory = m_directory->filePath(u"library"_s);
    const auto before = addTo(
        *m_library,
        {parsedFileOf(u"/n/a"_s, {story(u"A"_s)}), parsedFileOf(u"/n/b"_s, {story(u"B"_s)})});
    QVERIFY(m_library->setRead({before.added.at(0)}, true).has_value());
    QVERIFY(m_library->setRead({before.added.at(1)}, true).has_value());
    m_library = std::make_unique<Library>(directory, "another");

    addTo(*m_library,
          {parsedFileOf(u"/n/a"_s, {story(u"A, trimmed"_s)}),
           parsedFileOf(u"/n/b"_s, {story(u"Another story"_s)}, 2'000'000'000)});

    QVERIFY(m_library->summaries({before.added.at(0)}).value().value(0).read);
    QVERIFY(!m_library->summaries({before.added.at(1)}).value().value(0).read); // its file changed
}

void tst_Library::doesNotTakeUnreadFilesForRead()
{
    const QString directory = m_directory->filePath(u"library"_s);
    const auto a = parsedFileOf(u"/n/a"_s, {story(u"A"_s)});
    const auto b = parsedFileOf(u"/n/b"_s, {story(u"B"_s)});
    addTo(*m_library, {a, b});
    m_library = std::make_unique<Library>(directory, "another");
    addTo(*m_library, {a}); // and then the scan is cancelled
    FileTable toRead;

    QVERIFY(m_library->setFolder(allFiles({a.file, b.file}), toRead).has_value());

    QCOMPARE(toRead.list(), QList{b.file});
}

void tst_Library::listsBeforeItHasTheWords()
{
    const auto file = parsedFileOf(u"/n/a"_s, {story(u"A"_s)});
    const auto notAnArticle = parsedFileOf(u"/n/picture"_s, {});

    const auto changes = m_library->add({file, notAnArticle});

    QCOMPARE(order().size(), 1);
    FileTable toRead;
    QVERIFY(m_library->setFolder(allFiles({file.file, notAnArticle.file}), toRead).has_value());
    QCOMPARE(toRead.list(), QList{file.file});
    const auto words = m_library->toIndex({file, notAnArticle});
    QCOMPARE(words.value().size(), 1);
    QVERIFY(!m_library->putWords(words.value(), {file.file}).has_value());
    QVERIFY(m_library->setFolder(allFiles({file.file, notAnArticle.file}), toRead).has_value());
    QVERIFY(toRead.isEmpty());
}

// 2,000 texts are looked into for the first rows; the one that has the phrase is the longest.
void tst_Library::looksIntoEveryTextWhereEveryRowIsWanted()
{
    QList<ParsedFile> files;
    for (int i = 0; i < 2'050; ++i) {
        Article words = story(u"A"_s, {}, u"Coal: its price %1."_s.arg(i));
        words.publisher = u"Post"_s;
        files += parsedFileOf(u"/n/%1"_s.arg(i), {words});
    }
    const QString longText = u"The council met about other things. "_s.repeated(300);
    Article phrase = story(u"B"_s, {}, longText + u"The coal price fell."_s);
    phrase.publisher = u"Wire"_s;
    files += parsedFileOf(u"/n/z"_s, {phrase});
    addTo(*m_library, files);
    ListRequest request;
    request.query = SearchQuery::parsed(u"\"coal price\""_s);
    request.sortBy = SortBy::Relevance;
    const auto never = [] { return false; };

    const auto first = m_library->list(request, 200, never);
    QVERIFY(first.value().ids.isEmpty());
    QVERIFY(!first.value().isWhole());

    const auto all = m_library->list(request, SearchOptions::all, never);
    QCOMPARE(all.value().ids.size(), 1);
    QVERIFY(all.value().isWhole());
    // Of those that were found, and not of all that have the words.
    const auto known = m_library->facets(SearchQuery::parsed(u"coal"_s), all.value().ids, never);
    QCOMPARE(known.value().publishers, (QList<FacetCount>{{u"Wire"_s, 1}}));
}

void tst_Library::knowsWhichWordsABrokenOffScanHasLeft()
{
    const auto a = parsedFileOf(u"/n/a"_s, {story(u"A"_s)});
    const auto b = parsedFileOf(u"/n/b"_s, {story(u"B"_s)});
    QVERIFY(m_library->add({a, b}).has_value());
    const auto words = m_library->toIndex({a});
    QVERIFY(!m_library->putWords(words.value(), {a.file}).has_value());
    m_library = std::make_unique<Library>(m_directory->filePath(u"library"_s));
    FileTable toRead;

    const auto changes = m_library->setFolder(allFiles({a.file, b.file}), toRead);

    QCOMPARE(order().size(), 2);
    QCOMPARE(toRead.list(), QList{b.file});
}

void tst_Library::answersBeforeAnythingWasAdded()
{
    QCOMPARE(m_library->count().value(), 0);
    QVERIFY(StoryAnswers(*m_library).withHeadline(u"a"_s).value().isEmpty());
    QVERIFY(m_library->summaries({ArticleId{1}}).value().isEmpty());

    addTo(*m_library, {parsedFileOf(u"/n/a"_s, {story(u"A"_s)})});

    QCOMPARE(m_library->count().value(), 1);
    QCOMPARE(StoryAnswers(*m_library).withHeadline(u"a"_s).value().size(), 1);
}

void tst_Library::setsADamagedCatalogueAsideAndSaysSo()
{
    QVERIFY(QDir().mkpath(m_directory->filePath(u"library/cache"_s)));
    QFile file(m_directory->filePath(u"library/cache/catalogue.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();

    const auto changes = m_library->add({parsedFileOf(u"/n/a"_s, {story(u"A"_s)})});

    QCOMPARE(changes.value().added.size(), 1);
    QCOMPARE(changes.value().notices.size(), 1);
    const Error &notice = changes.value().notices.first();
    QCOMPARE(notice.kind, Error::Kind::CatalogueSetAside);
    QFile aside(notice.subject);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), QByteArray(8192, 'x'));
}

QTEST_GUILESS_MAIN(tst_Library)
#include "tst_library.moc"
