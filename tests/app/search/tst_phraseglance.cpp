#include "app/search/hitfinder.h"
#include "app/search/phraseglance.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_PhraseGlance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void tellsWhatMayBeThere_data();
    void tellsWhatMayBeThere();
    void neverDeniesWhatIsThere();
};

namespace {

QueryWords phrase(const QString &text)
{
    SearchQuery query;
    query.kind = SearchQuery::Kind::Phrase;
    query.text = text;
    return queryWords(query);
}

bool mayBe(const QString &asked, const QString &text)
{
    return PhraseGlance(phrase(asked)).mayBeIn(text.toStdString());
}

} // namespace

void tst_PhraseGlance::tellsWhatMayBeThere_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const QString &asked, const QString &text, bool expected) {
        QTest::addRow("%s in %s", qPrintable(asked), qPrintable(text)) << asked << text << expected;
    };

    row(u"ghost net"_s, u"A Ghost-Net."_s, true);
    row(u"ghost net"_s, u"ghost \u2014 “net”"_s, true);
    row(u"ghost net"_s, u"net ghost"_s, false);
    row(u"ghost net"_s, u"ghost in the net"_s, false);
    row(u"ghost net"_s, u"aghost net"_s, false);
    row(u"ghost net"_s, u"ghost nets"_s, false);
    row(u"ghost net*"_s, u"ghost nets"_s, true);
    row(u"ghost net"_s, u"ghost, ghost. Ghost net"_s, true);
    row(u"cafe noir"_s, u"le CAFÉ noir"_s, true);
    row(u"cafe noir"_s, u"le cafe\u0301 noir"_s, true);
    row(u"strasse"_s, u"die Straße"_s, true);
    row(u"the us senate"_s, u"The U.S. Senate"_s, true);
    row(u"china's sea"_s, u"China’s sea"_s, true);
    row(u"a smith"_s, u"said A.Smith"_s, true);
    row(u"3.5 million"_s, u"at 3.5 million"_s, true);
    row(u"ghost"_s, u""_s, false);
    row(u"москва"_s, u"anything"_s, true); // it cannot tell
}

void tst_PhraseGlance::tellsWhatMayBeThere()
{
    QFETCH(QString, asked);
    QFETCH(QString, text);
    QFETCH(bool, expected);

    QCOMPARE(mayBe(asked, text), expected);
}

void tst_PhraseGlance::neverDeniesWhatIsThere()
{
    static const QStringList pieces =
        u"net|Net|NET|U.S.|US|a|A|A.B|cafe|café|CAFÉ|cafe\u0301|straße|STRASSE|don't|don’t|"
        "3.5|3,5|5|ﬁne|fine|ｎｅｔ|İ|i|ne\u00ADt|AT&T|at&t|m²|m2|罢|москва|Ŝ|s| | | | |-|\u2014|"
        "“|”|.|,|'|’|\n|\x1F|\U0001F600"_s.split(u'|');
    QRandomGenerator random(2009);
    int found = 0;
    for (int i = 0; i < 30'000; ++i) {
        const auto some = [&random](int most) {
            QString text;
            for (int k = random.bounded(1, most); k > 0; --k)
                text += pieces.at(random.bounded(pieces.size()))
                    + (random.bounded(2) ? u" "_s : u""_s);
            return text;
        };
        const QString asked = some(4);
        const QString text = some(12);
        const QueryWords words = phrase(asked);
        if (words.words.isEmpty() || !HitFinder({words}).isIn(text, u"en"_s))
            continue;
        ++found;
        if (!PhraseGlance(words).mayBeIn(text.toStdString())) {
            qInfo() << asked << text;
            QFAIL("it is there");
        }
    }
    QVERIFY(found > 1'000);
}

QTEST_GUILESS_MAIN(tst_PhraseGlance)
#include "tst_phraseglance.moc"
