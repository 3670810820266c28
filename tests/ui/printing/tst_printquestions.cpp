#include "ui/printing/printquestions.h"

#include "tests/ui/printing/pdftools.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_PrintQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void nameTheFileAfterTheHeadline_data();
    void nameTheFileAfterTheHeadline();
};

void tst_PrintQuestions::nameTheFileAfterTheHeadline_data()
{
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("name");

    QTest::newRow("plain") << u"Ferry to return"_s << u"Ferry to return.pdf"_s;
    QTest::newRow("separators") << u"../../AC/DC: \"back\"?"_s << u"ACDC back.pdf"_s;
    QTest::newRow("controls") << u"Ferry\n\tto\x01 return"_s << u"Ferry to return.pdf"_s;
    QTest::newRow("hidden") << u"...and on"_s << u"and on.pdf"_s;
    QTest::newRow("nothing left") << u"???"_s << u"story.pdf"_s;
    QTest::newRow("long") << u"a"_s.repeated(300) << u"a"_s.repeated(80) + u".pdf"_s;
    QTest::newRow("another script") << u"渡し船が戻る"_s << u"渡し船が戻る.pdf"_s;
}

void tst_PrintQuestions::nameTheFileAfterTheHeadline()
{
    QFETCH(QString, headline);
    QFETCH(QString, name);
    Article article;
    article.headline = headline;
    article.path = u"/somewhere/story.txt"_s;

    QCOMPARE(pdfFileName(article), name);
}

QTEST_MAIN(tst_PrintQuestions)
#include "tst_printquestions.moc"
