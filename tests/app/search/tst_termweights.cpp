#include "app/search/termweights.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_TermWeights final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void isOneForTheSameWordsAndNoughtForOthers();
    void growsWithWhatIsShared();
    void countsRareWordsMore();
    void countsNamesMore();
    void countsNumbersLittle();
    void isLessForALongerText();
    void tellsWhatIsShared();
    void sharesNothingThatSaysNothing();
    void takesNothing();
};

namespace {

struct Word
{
    const char *term;
    unsigned count = 1;
    double rareness = 5;
    double emphasis = 1;
};

TermWeights weights(const QList<Word> &words)
{
    std::vector<WeightedTerm> terms;
    for (const Word &word : words)
        terms.push_back({word.term, double(word.count), word.rareness, word.emphasis, true});
    return TermWeights(std::move(terms));
}

TermCounts counts(QList<std::pair<const char *, unsigned>> words)
{
    TermCounts counts;
    for (const auto &[term, count] : words) // in order
        counts.add(term, count);
    return counts;
}

} // namespace

void tst_TermWeights::isOneForTheSameWordsAndNoughtForOthers()
{
    const TermWeights article = weights({{"ferry", 3}, {"crew"}, {"strike", 2}});

    QVERIFY(qAbs(article.likeness(counts({{"crew", 1}, {"ferry", 3}, {"strike", 2}})) - 1) < 1e-9);
    QCOMPARE(article.likeness(counts({{"owl", 1}, {"paint", 3}})), 0);
}

void tst_TermWeights::growsWithWhatIsShared()
{
    const TermWeights article = weights({{"crew"}, {"ferry"}, {"pay"}, {"strike"}});

    const double one = article.likeness(
        counts({{"ferry", 1}, {"owl", 1}, {"paint", 1}, {"red", 1}}));
    const double two = article.likeness(
        counts({{"crew", 1}, {"ferry", 1}, {"paint", 1}, {"red", 1}}));

    QVERIFY(one > 0.2 && one < 0.3); // a quarter of either
    QVERIFY(two > 0.45 && two < 0.55);
}

void tst_TermWeights::countsRareWordsMore()
{
    const TermWeights article = weights({{"government", 1, 1}, {"lindqvist", 1, 8}});

    QVERIFY(article.likeness(counts({{"lindqvist", 1}, {"owl", 1}}))
            > 3 * article.likeness(counts({{"government", 1}, {"owl", 1}})));
}

void tst_TermWeights::countsNamesMore()
{
    const TermWeights article = weights({{"ellery", 1, 5, 1.5}, {"ferry"}});

    QVERIFY(article.likeness(counts({{"ellery", 1}, {"owl", 1}}))
            > article.likeness(counts({{"ferry", 1}, {"owl", 1}})));
}

void tst_TermWeights::countsNumbersLittle()
{
    QVERIFY(isNumber("2031") && isNumber("3.5") && !isNumber("5km"));
    const TermWeights article = weights({{"2031"}, {"ferry"}});

    QVERIFY(article.likeness(counts({{"ferry", 1}, {"owl", 1}}))
            > 2 * article.likeness(counts({{"2031", 1}, {"owl", 1}})));
}

void tst_TermWeights::isLessForALongerText()
{
    const TermWeights article = weights({{"crew"}, {"ferry"}});

    QVERIFY(article.likeness(counts({{"ferry", 1}, {"owl", 1}}))
            > article.likeness(counts({{"ferry", 1}, {"owl", 20}})));
}

void tst_TermWeights::tellsWhatIsShared()
{
    const TermWeights article = weights({{"strike"}, {"ferry"}, {"crew"}});
    std::vector<size_t> shared;

    article.likeness(counts({{"crew", 1}, {"owl", 1}, {"strike", 1}}), &shared);

    QCOMPARE(shared.size(), 2u);
    QCOMPARE(article.terms().at(shared.at(0)).term, std::string("crew"));
    QCOMPARE(article.terms().at(shared.at(1)).term, std::string("strike"));
}

void tst_TermWeights::sharesNothingThatSaysNothing()
{
    QVERIFY(saysLittle("a") && saysLittle("港") && !saysLittle("港口") && !saysLittle("eu"));
    const TermWeights article = weights({{"the", 9, 0}, {"ferry"}});
    std::vector<size_t> shared;

    QCOMPARE(article.likeness(counts({{"owl", 1}, {"the", 7}}), &shared), 0);
    QVERIFY(shared.empty());
}

void tst_TermWeights::takesNothing()
{
    QCOMPARE(weights({}).likeness({}), 0);
    QCOMPARE(weights({}).likeness(counts({{"owl", 1}})), 0);
    QCOMPARE(weights({{"owl"}}).likeness({}), 0);
}

QTEST_APPLESS_MAIN(tst_TermWeights)
#include "tst_termweights.moc"
