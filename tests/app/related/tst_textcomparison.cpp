#include "app/related/textcomparison.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_TextComparison final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void saysNothingOfWhatIsTheSame();
    void tellsWordsThatCameAndWent();
    void tellsAParagraphThatCame();
    void findsTheFewestChanges();
    void partsTextsWithoutBlanksIntoCharacters();
    void losesNoWordOfEither();
    void givesUpOnTextsThatHaveNothingInCommon();
    void marksTheChangesUp();
    void putsAChangedHeadlineBeforeTheText();
};

namespace {

using Kind = TextChange::Kind;

QString rebuilt(const QList<TextChange> &changes, Kind without)
{
    QStringList parts;
    for (const TextChange &change : changes) {
        if (change.kind != without)
            parts.append(change.text);
    }
    return parts.join(u' ').simplified();
}

} // namespace

void tst_TextComparison::saysNothingOfWhatIsTheSame()
{
    const auto changes = textChanges(u"One two.\n\nThree."_s, u"One  two.\nThree."_s);

    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first(), (TextChange{Kind::Same, u"One two.\nThree."_s}));
    QVERIFY(textChanges({}, {}).isEmpty());
}

void tst_TextComparison::tellsWordsThatCameAndWent()
{
    QCOMPARE(textChanges(u"Five ferries sail today."_s, u"No ferries sail now or today."_s),
             (QList<TextChange>{{Kind::Removed, u"Five"_s},
                                {Kind::Added, u"No"_s},
                                {Kind::Same, u"ferries sail"_s},
                                {Kind::Added, u"now or"_s},
                                {Kind::Same, u"today."_s}}));
}

void tst_TextComparison::tellsAParagraphThatCame()
{
    const auto changes = textChanges(u"One.\n\nThree."_s, u"One.\n\nTwo.\n\nThree."_s);

    QCOMPARE(changes.size(), 3);
    QCOMPARE(changes.at(1).kind, Kind::Added);
    QVERIFY(changes.at(1).text.contains(u"Two."_s));
}

void tst_TextComparison::findsTheFewestChanges()
{
    // Myers' own example: five.
    const auto changes = textChanges(u"a b c a b b a"_s, u"c b a b a c"_s);

    qsizetype words = 0;
    for (const TextChange &change : changes)
        words += change.kind == Kind::Same ? 0 : change.text.split(u' ').size();
    QCOMPARE(words, 5);
}

void tst_TextComparison::partsTextsWithoutBlanksIntoCharacters()
{
    const auto changes = textChanges(u"港口关闭三天"_s, u"港口关闭五天"_s);

    QCOMPARE(rebuilt(changes, Kind::Added).remove(u' '), u"港口关闭三天"_s);
    QCOMPARE(changes.at(1), (TextChange{Kind::Removed, u"三"_s}));
}

void tst_TextComparison::losesNoWordOfEither()
{
    QRandomGenerator random(7);
    const auto text = [&random] {
        QStringList words;
        for (int i = random.bounded(200); i >= 0; --i)
            words.append(random.bounded(9) == 0 ? u"\n"_s : u"w%1"_s.arg(random.bounded(30)));
        return words.join(u' ');
    };
    for (int run = 0; run < 200; ++run) {
        const QString before = text();
        const QString after = text();

        const auto changes = textChanges(before, after);

        QCOMPARE(rebuilt(changes, Kind::Added), before.simplified());
        QCOMPARE(rebuilt(changes, Kind::Removed), after.simplified());
    }
}

void tst_TextComparison::givesUpOnTextsThatHaveNothingInCommon()
{
    QStringList before, after;
    for (int i = 0; i < 5'000; ++i) {
        before.append(u"b%1"_s.arg(i));
        after.append(u"a%1"_s.arg(i));
    }

    const auto changes = textChanges(before.join(u' '), after.join(u' '));

    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes.at(0).kind, Kind::Removed);
    QCOMPARE(changes.at(1).text.split(u' ').size(), 5'000);
}

void tst_TextComparison::marksTheChangesUp()
{
    Article before;
    before.bodyHtml = u"<p>Five ferries &amp; a boat.</p><p>Wind.</p>"_s;
    Article after;
    after.headline = u"No ferries"_s;
    after.bodyHtml = u"<p>No ferries &amp; a boat.</p><p>Wind.</p><p>&lt;b&gt; came.</p>"_s;

    before.headline = after.headline;

    const ArticleComparison compared = comparedArticle(before, after);

    QCOMPARE(compared.article.headline, u"No ferries"_s);
    QCOMPARE(compared.article.bodyHtml,
             u"<p><del>Five</del> <ins>No</ins> ferries &amp; a boat.</p>\n<p>Wind.</p>\n"
             "<p><ins>&lt;b&gt; came.</ins></p>\n"_s);
    QCOMPARE(compared.wordsAdded, 3);
    QCOMPARE(compared.wordsRemoved, 1);
}

void tst_TextComparison::putsAChangedHeadlineBeforeTheText()
{
    Article before;
    before.headline = u"Five ferries"_s;
    before.bodyHtml = u"<p>Wind.</p>"_s;
    Article after = before;
    after.headline = u"No ferries"_s;

    const ArticleComparison compared = comparedArticle(before, after);

    QCOMPARE(compared.article.bodyHtml,
             u"<p><strong><del>Five</del> <ins>No</ins> ferries</strong></p>\n<p>Wind.</p>\n"_s);
    QCOMPARE(comparedArticle(after, after).wordsAdded, 0);
    QCOMPARE(comparedArticle(after, after).article.bodyHtml, u"<p>Wind.</p>\n"_s);
}

QTEST_APPLESS_MAIN(tst_TextComparison)
#include "tst_textcomparison.moc"
