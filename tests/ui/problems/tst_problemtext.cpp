#include "ui/problems/problemtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_ProblemText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void namesTheFileAndWhatIsWrongWithIt_data();
    void namesTheFileAndWhatIsWrongWithIt();
    void wordsEveryKindDifferently();
    void givesTheSystemsOwnReason();
    void keepsAHostileNameInOneShortLine();
    void sumsUpAFolder();
};

void tst_ProblemText::namesTheFileAndWhatIsWrongWithIt_data()
{
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("gone") << Error::Kind::NotFound << u"not there"_s;
    QTest::newRow("unreadable") << Error::Kind::Unreadable << u"cannot be read"_s;
    QTest::newRow("pipe") << Error::Kind::NotAFile << u"pipe"_s;
    QTest::newRow("empty") << Error::Kind::Empty << u"empty"_s;
    QTest::newRow("large") << Error::Kind::TooLarge << u"64 MB"_s;
    QTest::newRow("binary") << Error::Kind::Binary << u"not a text"_s;
    QTest::newRow("unknown") << Error::Kind::Unsupported << u"format"_s;
    QTest::newRow("malformed") << Error::Kind::Malformed << u"damaged"_s;
}

void tst_ProblemText::namesTheFileAndWhatIsWrongWithIt()
{
    QFETCH(Error::Kind, kind);
    QFETCH(QString, word);

    const QString sentence = problemText({kind, u"/home/ada/news/ferry 50%1.txt"_s, {}});

    QVERIFY2(sentence.contains(u"“ferry 50%1.txt”"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(word), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
    QVERIFY(!sentence.contains(u"/home"_s));
}

void tst_ProblemText::wordsEveryKindDifferently()
{
    QSet<QString> sentences;
    for (int kind = 0; kind <= int(Error::Kind::Failed); ++kind)
        sentences.insert(problemText({Error::Kind(kind), u"/news/ferry.txt"_s, {}}));

    QCOMPARE(sentences.size(), int(Error::Kind::Failed) + 1);
}

void tst_ProblemText::givesTheSystemsOwnReason()
{
    QCOMPARE(problemText({Error::Kind::Unreadable, u"/n/ferry.txt"_s, u"Permission denied"_s}),
             u"“ferry.txt” cannot be read: Permission denied."_s);
}

void tst_ProblemText::keepsAHostileNameInOneShortLine()
{
    const QString name = u"a\nb\u202e\u0007"_s + u"x"_s.repeated(5000);

    const QString sentence = problemText({Error::Kind::Empty, u"/n/"_s + name, {}});

    QVERIFY(sentence.size() < 120);
    QVERIFY(!sentence.contains(u'\n') && !sentence.contains(QChar(0x202e)));
}

void tst_ProblemText::sumsUpAFolder()
{
    const Error empty{Error::Kind::Empty, u"/n/a.txt"_s, {}};
    const Error gone{Error::Kind::NotFound, u"/n/b.txt"_s, {}};

    QCOMPARE(problemSummary({}), QString());
    QCOMPARE(problemSummary({empty}), problemText(empty));
    QVERIFY(problemSummary({empty, gone}).startsWith(u"2 files"_s));
    const Error kept{Error::Kind::Failed, u"/news/a.txt"_s, u"“a.txt” stays where it is"_s};
    QVERIFY(!problemSummary({kept, kept}).contains(u"read"_s)); // it may well be
}

QTEST_MAIN(tst_ProblemText)
#include "tst_problemtext.moc"
