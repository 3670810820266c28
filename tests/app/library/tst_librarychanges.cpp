// What happens to articles when their files come, go, move and change.
#include "app/library/database.h"
#include "app/library/librarycheck.h"
#include "app/library/librarystatus.h"
#include "app/library/storyanswers.h"
#include "tests/support/storedarticles.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class tst_LibraryChanges final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTwoFilesOfOneStoryOnce();
    void keepsAStoryWhileOneOfItsFilesIsLeft();
    void countsAStoryInEachFolderThatHasIt();
    void givesAStoryItsIdAgainWhenItComesBack();
    void followsARenamedFileWithoutReadingIt();
    void followsARenamedFolder();
    void keepsStarTagsAndNoteOfACorrectedStoryAndTakesItForUnread();
    void keepsWhatIsAwayAndReadsNothingAgain();
    void scansOneFolderAndLeavesTheOthersAlone();
    void letsGoOfARemovedFolderButNotOfWhatAnotherHolds();
    void visitsAndKeepsAndLeavesFolders();
    void picksSingleFilesForAsLongAsTheyAreTheLast();
    void remembersEverythingWhenTheCacheIsDeleted();
    void sharesOneLibraryBetweenTwo();
    void saysWhatWasWrongWithFiles();
    void remembersSearches();
    void staysConsistentWhateverHappens();
    void findsWhatIsWrong();

private:
    QString home() const { return m_directory->filePath(u"library"_s); }
    LibraryPlaces places() const { return LibraryPlaces::below(home()); }
    LibraryOverview overview() const
    {
        return m_library->overview([] { return false; }).value();
    }
    ArticleSummary summary(ArticleId id) const
    {
        return m_library->summaries({id}).value().value(0);
    }
    ArticleId put(const QString &path, const Article &article)
    {
        const auto changes = addTo(*m_library, {parsedFileOf(path, {article})});
        return (changes.added + changes.changed).value(0);
    }
    QStringList findings() const { return checkLibrary(places()).value().findings; }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Library> m_library;
};

namespace {

const QString body = u"The ferry was late again, and nobody on the quay could say why."_s;

Article late(const QString &day = u"2009-03-30"_s)
{
    return story(u"Ferry late"_s, day, body);
}

FoundFile file(const QString &path, quint64 inode = 0)
{
    return {path, 1, 1'000'000'000, inode};
}

} // namespace

void tst_LibraryChanges::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_library.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(home());
}

void tst_LibraryChanges::listsTwoFilesOfOneStoryOnce()
{
    const ArticleId first = put(u"/n/a"_s, late());
    const auto second = addTo(*m_library, {parsedFileOf(u"/n/copy"_s, {late()})});

    QVERIFY(second.added.isEmpty());
    QCOMPARE(second.changed, QList{first});
    QCOMPARE(overview().articles, 1);
    QCOMPARE(summary(first).path, u"/n/a"_s);
    QCOMPARE(summary(first).places, QStringList{u"/n/copy"_s});
    QCOMPARE(StoryAnswers(*m_library).inFile(u"/n/copy"_s).value().size(), 1);
}

void tst_LibraryChanges::keepsAStoryWhileOneOfItsFilesIsLeft()
{
    const ArticleId id = put(u"/n/a"_s, late());
    put(u"/n/copy"_s, late());

    const auto one = m_library->forget({u"/n/a"_s});

    QVERIFY(one.value().removed.isEmpty());
    QCOMPARE(summary(id).path, u"/n/copy"_s);
    QVERIFY(summary(id).places.isEmpty());
    QCOMPARE(m_library->forget({u"/n"_s}).value().removed, QList{id});
    QCOMPARE(findings(), QStringList());
}

void tst_LibraryChanges::countsAStoryInEachFolderThatHasIt()
{
    QVERIFY(m_library->addFolder(u"/here"_s).has_value());
    QVERIFY(m_library->addFolder(u"/there"_s).has_value());
    put(u"/here/a"_s, late());
    put(u"/there/below/a"_s, late());
    put(u"/there/b"_s, story(u"Port opens"_s, u"2009-01-01"_s, body));

    const LibraryOverview overview = this->overview();

    QCOMPARE(overview.articles, 2);
    QCOMPARE(overview.folders.value(0).articles, 1);
    QCOMPARE(overview.folders.value(1).articles, 2);
    QCOMPARE(overview.folders.value(1).folders.value(0).path, u"/there/below"_s);
    const ListRequest there{SearchQuery::parsed(u"folder:\"/there\""_s), SortBy::Date, false};
    QCOMPARE(m_library->list(there, 100, [] { return false; }).value().total, 2);
}

void tst_LibraryChanges::givesAStoryItsIdAgainWhenItComesBack()
{
    const ArticleId id = put(u"/n/a"_s, late());
    QCOMPARE(m_library->forget({u"/n/a"_s}).value().removed, QList{id});

    QCOMPARE(put(u"/moved/elsewhere"_s, late()), id);
}

void tst_LibraryChanges::followsARenamedFileWithoutReadingIt()
{
    ParsedFile before = parsedFileOf(u"/n/a"_s, {late()});
    before.file.inode = 77;
    const ArticleId id = addTo(*m_library, {before}).added.value(0);
    FileTable toRead;

    const auto changes = m_library->setFolder(
        {u"/n"_s, Depth::Recursive, {file(u"/n/deep/b"_s, 77)}, {}}, toRead);

    QVERIFY(toRead.isEmpty());
    QCOMPARE(changes.value().changed, QList{id});
    QVERIFY(changes.value().added.isEmpty() && changes.value().removed.isEmpty());
    QCOMPARE(summary(id).path, u"/n/deep/b"_s);
    QCOMPARE(findings(), QStringList());
}

void tst_LibraryChanges::followsARenamedFolder()
{
    const ArticleId id = put(u"/n/2009/march/a"_s, late());
    const ArticleId overwritten = put(u"/n/old/march/a"_s, story(u"Other"_s, {}, body));

    const auto changes = m_library->moved(u"/n/2009"_s, u"/n/old"_s);

    QCOMPARE(changes.value().removed, QList{overwritten});
    QCOMPARE(summary(id).path, u"/n/old/march/a"_s);
    QCOMPARE(findings(), QStringList());
}

void tst_LibraryChanges::keepsStarTagsAndNoteOfACorrectedStoryAndTakesItForUnread()
{
    const ArticleId id = put(u"/n/a"_s, late());
    QVERIFY(m_library->setRead({id}, true).has_value());
    QVERIFY(m_library->setStarred({id}, true).has_value());
    QVERIFY(m_library->setTag({id}, u"Ferries"_s, true).has_value());
    QVERIFY(m_library->setNote(id, u"call the harbour"_s).has_value());
    Article corrected = late();
    corrected.bodyHtml += u"<p>Correction: it was on time.</p>"_s;

    const auto changes = addTo(*m_library, {parsedFileOf(u"/n/a"_s, {corrected}, 2'000'000'000)});

    QCOMPARE(changes.changed, QList{id});
    const ReadingState state = m_library->readingState(id).value();
    QVERIFY(!state.read && state.starred);
    QCOMPARE(state.tags, QStringList{u"Ferries"_s});
    QCOMPARE(state.note, u"call the harbour"_s);
    QVERIFY(!summary(id).read && summary(id).starred);
    const ArticleId other = put(u"/n/b"_s, late()); // a copy of what it was before
    QVERIFY(summary(other).read);
    put(u"/n/a"_s, story(u"Another matter"_s, {}, u"Nothing of what was said before."_s));
    QVERIFY(!summary(id).starred && summary(id).tags.isEmpty());
    QCOMPARE(findings(), QStringList());
}

void tst_LibraryChanges::keepsWhatIsAwayAndReadsNothingAgain()
{
    const ArticleId id = put(u"/net/news/a"_s, late());
    FileTable toRead;

    const auto away = m_library->setFolder({u"/net"_s, Depth::Recursive, {}, {u"/net/news"_s}},
                                           toRead);

    QCOMPARE(away.value().changed, QList{id});
    QVERIFY(summary(id).isAway);
    const auto back = m_library->setFolder(
        {u"/net"_s, Depth::Recursive, {file(u"/net/news/a"_s)}, {}}, toRead);
    QVERIFY(back.value().removed.isEmpty());
    QVERIFY(toRead.isEmpty());
    QVERIFY(!summary(id).isAway);
}

void tst_LibraryChanges::scansOneFolderAndLeavesTheOthersAlone()
{
    const ArticleId here = put(u"/here/a"_s, late());
    const ArticleId neighbour = put(u"/here-too/a"_s, story(u"Port opens"_s, {}, body));
    const ArticleId below = put(u"/here/below/a"_s, story(u"Port closes"_s, {}, body));
    FileTable toRead;

    const auto shallow = m_library->setFolder({u"/here"_s, Depth::ThisFolderOnly, {}, {}}, toRead);
    const auto deep = m_library->setFolder({u"/here"_s, Depth::Recursive, {}, {}}, toRead);

    QCOMPARE(shallow.value().removed, QList{here});
    QCOMPARE(deep.value().removed, QList{below});
    QCOMPARE(summary(neighbour).headline, u"Port opens"_s);
}

void tst_LibraryChanges::letsGoOfARemovedFolderButNotOfWhatAnotherHolds()
{
    QVERIFY(m_library->addFolder(u"/n"_s).has_value());
    QVERIFY(m_library->addFolder(u"/n/kept"_s).has_value());
    const ArticleId goes = put(u"/n/a"_s, late());
    const ArticleId stays = put(u"/n/kept/deep/b"_s, story(u"Port opens"_s, {}, body));
    QVERIFY(m_library->setRead({goes}, true).has_value());

    const auto changes = m_library->removeFolder(u"/n"_s);

    QCOMPARE(changes.value().removed, QList{goes});
    QCOMPARE(overview().articles, 1);
    QCOMPARE(overview().folders.size(), 1);
    QCOMPARE(summary(stays).headline, u"Port opens"_s);
    QVERIFY(summary(put(u"/elsewhere/a"_s, late())).read);
}

void tst_LibraryChanges::visitsAndKeepsAndLeavesFolders()
{
    QVERIFY(m_library->visitFolder(u"/v"_s, Depth::ThisFolderOnly).has_value());
    QVERIFY(m_library->addFolder(u"/mine"_s).has_value());
    QVERIFY(m_library->renameFolder(u"/mine"_s, u"The archive"_s).has_value());
    put(u"/v/a"_s, late());

    QList<FolderOverview> folders = overview().folders;
    QCOMPARE(folders.value(0).name, u"The archive"_s);
    QVERIFY(!folders.value(0).isVisited && folders.value(1).isVisited);
    QCOMPARE(folders.value(1).unread, 1);

    QVERIFY(m_library->keepFolder(u"/v"_s).has_value());
    QVERIFY(!overview().folders.value(1).isVisited);
    QCOMPARE(chosenFolders(places()).value(), (QStringList{u"/mine"_s, u"/v"_s}));
    QCOMPARE(m_library->leaveFolder(u"/v"_s).value().removed.size(), 1);
    QCOMPARE(overview().folders.size(), 1);
}

void tst_LibraryChanges::picksSingleFilesForAsLongAsTheyAreTheLast()
{
    FileTable toRead;
    const auto picked = [&](const QList<FoundFile> &files) {
        return m_library->setFolder({QString(), Depth::ThisFolderOnly, files, {}}, toRead).value();
    };
    picked({file(u"/p/a"_s), file(u"/p/b"_s)});
    QCOMPARE(toRead.size(), 2);
    const ArticleId a = put(u"/p/a"_s, late());
    const ArticleId b = put(u"/p/b"_s, story(u"Port opens"_s, {}, body));

    const LibraryChanges changes = picked({file(u"/p/b"_s)});

    QVERIFY(toRead.isEmpty());
    QCOMPARE(changes.removed, QList{a});
    QCOMPARE(summary(b).headline, u"Port opens"_s);
}

void tst_LibraryChanges::remembersEverythingWhenTheCacheIsDeleted()
{
    QVERIFY(m_library->addFolder(u"/n"_s).has_value());
    const ArticleId id = put(u"/n/a"_s, late());
    QVERIFY(m_library->setStarred({id}, true).has_value());
    QVERIFY(m_library->setTag({id}, u"Ferries"_s, true).has_value());
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(1'240'000'000'000);
    QVERIFY(m_library->setOpened(id, moment).has_value());
    QVERIFY(m_library->setScroll(id, 0.5).has_value());
    m_library.reset();

    QVERIFY(!discardCache(places()));
    m_library = std::make_unique<Library>(home());
    const ArticleId again = put(u"/n/a"_s, late());

    const ReadingState state = m_library->readingState(again).value();
    QVERIFY(summary(again).starred);
    QVERIFY(summary(again).read); // what was opened is read
    QCOMPARE(state.tags, QStringList{u"Ferries"_s});
    QCOMPARE(state.opened, moment);
    QCOMPARE(state.scroll, 0.5);
    QCOMPARE(overview().folders.value(0).path, u"/n"_s);
    QCOMPARE(overview().opened, 1);
}

void tst_LibraryChanges::sharesOneLibraryBetweenTwo()
{
    Library other(home());
    const ArticleId first = put(u"/n/a"_s, late());
    const auto second = addTo(other, {parsedFileOf(u"/n/b"_s, {story(u"Port"_s, {}, body)})});
    const ArticleId third = put(u"/n/c"_s, story(u"Quay"_s, {}, body));

    QVERIFY(other.setRead({first, third}, true).has_value());

    QVERIFY(summary(third).read);
    QCOMPARE(overview().articles, 3);
    QCOMPARE(overview().unread, 1);
    QCOMPARE(second.added.size(), 1);
    QCOMPARE(findings(), QStringList());
}

void tst_LibraryChanges::saysWhatWasWrongWithFiles()
{
    ParsedFile broken{file(u"/n/broken.html"_s), {}, Error{Error::Kind::Malformed, {}, u"no"_s}};
    addTo(*m_library, {broken});

    QCOMPARE(m_library->problems().value().value(0).subject, u"/n/broken.html"_s);
    broken.problem.reset();
    addTo(*m_library, {broken});
    QVERIFY(m_library->problems().value().isEmpty());
}

void tst_LibraryChanges::remembersSearches()
{
    QVERIFY(!m_library->saveSearch({u"Mine"_s, u"is:unread"_s}));
    QVERIFY(!m_library->saveSearch({u"Mine"_s, u"is:starred"_s}));
    QCOMPARE(overview().searches, (QList<SavedSearch>{{u"Mine"_s, u"is:starred"_s}}));

    QVERIFY(!m_library->removeSearch(u"Mine"_s));
    QVERIFY(overview().searches.isEmpty());
}

// Whatever comes after whatever: rows, counts, places, state and words fit one another.
void tst_LibraryChanges::staysConsistentWhateverHappens()
{
    QRandomGenerator random(20090330);
    const auto path = [&] { return u"/n/%1/%2"_s.arg(random.bounded(3)).arg(random.bounded(6)); };
    const auto article = [&] {
        Article one = story(u"Story %1"_s.arg(random.bounded(5)), u"2009-03-30"_s,
                            body + QString::number(random.bounded(3)));
        one.publisher = u"Post %1"_s.arg(random.bounded(2));
        one.authors = {u"Author %1"_s.arg(random.bounded(3))};
        one.part = QString::number(random.bounded(2));
        return one;
    };
    for (int step = 0; step < 150; ++step) {
        const QList<ArticleId> all = m_library->list({}, 1000, [] { return false; }).value().ids;
        const ArticleId any = all.isEmpty() ? ArticleId{} : all.at(random.bounded(all.size()));
        switch (random.bounded(7)) {
        case 0:
        case 1:
        case 2:
            addTo(*m_library,
                  {parsedFileOf(path(), {article()}, random.bounded(2) + 1),
                   parsedFileOf(path(), {article()}, random.bounded(2) + 1)});
            break;
        case 3:
            QVERIFY(m_library->forget({path()}).has_value());
            break;
        case 4:
            QVERIFY(m_library->moved(path(), path()).has_value());
            break;
        case 5:
            QVERIFY(m_library->setRead({any}, random.bounded(2) == 1).has_value());
            QVERIFY(m_library->setStarred({any}, random.bounded(2) == 1).has_value());
            break;
        case 6:
            QVERIFY(m_library->moved(u"/n/0"_s, u"/n/1"_s).has_value());
            break;
        }
        QCOMPARE(overview().articles,
                 m_library->list({}, 1000, [] { return false; }).value().ids.size());
        if (step % 10 == 9)
            QCOMPARE(findings(), QStringList());
    }
}

void tst_LibraryChanges::findsWhatIsWrong()
{
    put(u"/n/a"_s, late());
    m_library.reset();
    QCOMPARE(findings(), QStringList());
    {
        Database catalogue(places().cache + u"/catalogue.sqlite"_s, Database::Access::Write);
        QVERIFY(!catalogue.open());
        catalogue.runOnce(u"UPDATE folder SET articles = 5"_s);
        catalogue.runOnce(u"UPDATE article SET starred = 1"_s);
        QVERIFY(!catalogue.takeFailure());
    }
    QCOMPARE(findings().size(), 2);

    QVERIFY(QDir(places().cache + u"/index"_s).removeRecursively());
    QCOMPARE(findings().size(), 3);
}

QTEST_GUILESS_MAIN(tst_LibraryChanges)
#include "tst_librarychanges.moc"
