#include "app/search/termfrequencies.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_TermFrequencies final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void counts();
    void countsAnewWhenThereAreMoreArticles();
};

namespace {

void add(Xapian::WritableDatabase &database, const std::vector<std::string> &terms)
{
    Xapian::Document document;
    for (const std::string &term : terms)
        document.add_term(term);
    database.add_document(document);
}

} // namespace

void tst_TermFrequencies::counts()
{
    Xapian::WritableDatabase database({}, Xapian::DB_BACKEND_INMEMORY);
    add(database, {"crew", "ferri"});
    add(database, {"ferri"});
    TermFrequencies frequencies;

    for (int again = 0; again < 2; ++again) {
        QCOMPARE(frequencies.of(database, "ferri"), 2);
        QCOMPARE(frequencies.of(database, "crew"), 1);
        QCOMPARE(frequencies.of(database, "owl"), 0);
    }
}

void tst_TermFrequencies::countsAnewWhenThereAreMoreArticles()
{
    Xapian::WritableDatabase database({}, Xapian::DB_BACKEND_INMEMORY);
    add(database, {"ferri"});
    TermFrequencies frequencies;
    QCOMPARE(frequencies.of(database, "ferri"), 1);

    add(database, {"ferri", "owl"});

    QCOMPARE(frequencies.of(database, "ferri"), 2);
    QCOMPARE(frequencies.of(database, "owl"), 1);
}

QTEST_APPLESS_MAIN(tst_TermFrequencies)
#include "tst_termfrequencies.moc"
