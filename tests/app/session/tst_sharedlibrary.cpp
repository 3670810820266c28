// Two programs, one library: what one changes the other hears of.
#include "app/library/cataloguewriter.h"
#include "app/library/library.h"
#include "app/session/librarysession.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_SharedLibrary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void hearsWhatAnotherProgramAdds();
    void tellsOthersFromItself();
    void isEmptyWhileAnotherProgramIsMakingIt();
};

namespace {

void write(const QTemporaryDir &news, const QString &name, const QByteArray &headline)
{
    QFile file(news.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(headline + "\n\n2 May 2009\n\nThe ferry left the harbour in the morning.\n");
}

QStringList headlines(LibrarySession &session)
{
    auto order = session.list({});
    order.waitForFinished();
    auto found = session.summaries(order.result().value().ids);
    found.waitForFinished();
    QStringList headlines;
    for (const ArticleSummary &summary : found.result())
        headlines += summary.headline;
    headlines.sort();
    return headlines;
}

} // namespace

void tst_SharedLibrary::hearsWhatAnotherProgramAdds()
{
    const QTemporaryDir directory, ours, theirs;
    write(ours, u"one.txt"_s, "Ferry leaves at last");
    write(theirs, u"two.txt"_s, "Bridge opens again");
    Library library(directory.path());
    LibrarySession session(library);
    session.followFolders();
    session.addFolder(ours.path());
    QTRY_COMPARE(headlines(session), QStringList{u"Ferry leaves at last"_s});

    Library otherLibrary(directory.path());
    LibrarySession other(otherLibrary);
    QSignalSpy finished(&other, &LibrarySession::scanFinished);
    QSignalSpy changed(&session, &LibrarySession::changed);
    QSignalSpy overview(&session, &LibrarySession::overviewChanged);
    other.addFolder(theirs.path());
    QTRY_VERIFY(!finished.isEmpty());

    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty() && !overview.isEmpty(), 15'000);
    QCOMPARE(headlines(session), (QStringList{u"Bridge opens again"_s, u"Ferry leaves at last"_s}));
}

void tst_SharedLibrary::tellsOthersFromItself()
{
    const QTemporaryDir directory;
    Library ours(directory.path());
    QVERIFY(!ours.haveOthersWritten());
    QVERIFY(!ours.saveSearch({u"Ferries"_s, u"ferry"_s}));
    QVERIFY(ours.addFolder(u"/news"_s).has_value());
    QVERIFY(!ours.haveOthersWritten());

    Library theirs(directory.path());
    ParsedFile file;
    file.file = {u"/news/one.txt"_s, 10, 1};
    ParsedArticle article;
    article.summary.headline = u"Ferry leaves at last"_s;
    article.digest = QByteArray(20, 'a');
    file.articles.append(article);
    QVERIFY(theirs.add({file}).has_value());
    QVERIFY(ours.haveOthersWritten());
    QVERIFY(!ours.haveOthersWritten());
}

// Both files are there before the first table is.
void tst_SharedLibrary::isEmptyWhileAnotherProgramIsMakingIt()
{
    const QTemporaryDir directory;
    const LibraryPlaces places = LibraryPlaces::below(directory.path());
    for (const QString &path : {catalogueFile(places), stateFile(places)}) {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    Library library(places);

    const Result<ArticleOrder> order = library.list({}, 10, {});

    QVERIFY2(order.has_value(), qPrintable(order.has_value() ? QString() : order.error().detail));
    QVERIFY(order.value().ids.isEmpty());
    QVERIFY(library.addFolder(u"/news"_s).has_value()); // and it can be made
}

QTEST_GUILESS_MAIN(tst_SharedLibrary)
#include "tst_sharedlibrary.moc"
