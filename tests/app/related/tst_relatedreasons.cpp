#include "app/related/relatedreasons.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_RelatedReasons final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void namesWhatBothName();
    void namesNothingThatStandsApartInTheOther();
    void saysNoPartOfANameAlone();
    void saysFewWords();
    void saysNothingWhereNothingIsShared();
};

namespace {

AskedArticle asked(const QString &text)
{
    Article article;
    article.inLanguage = u"en"_s;
    article.headline = u"Strike"_s;
    article.bodyHtml = u"<p>%1</p>"_s.arg(text);
    WordIndexer indexer;
    return askedArticle(article, indexer);
}

IndexedText other(const QString &text)
{
    return {{}, {}, {}, text};
}

QString textOf(const QList<RelatedReason> &reasons, RelatedReason::Kind kind)
{
    for (const RelatedReason &reason : reasons) {
        if (reason.kind == kind)
            return reason.text;
    }
    return {};
}

} // namespace

void tst_RelatedReasons::namesWhatBothName()
{
    const auto reasons = likenessReasons(
        asked(u"Then Mara Lindqvist spoke of ferries in Ellery."_s),
        {u"lindqvist"_s, u"mara"_s, u"elleri"_s, u"ferri"_s},
        other(u"In Ellery spoke Mara Lindqvist of a ferry."_s));

    QCOMPARE(textOf(reasons, RelatedReason::Kind::Names), u"Mara Lindqvist, Ellery"_s);
    QCOMPARE(textOf(reasons, RelatedReason::Kind::Words), u"ferries"_s);
}

void tst_RelatedReasons::namesNothingThatStandsApartInTheOther()
{
    const auto reasons = likenessReasons(asked(u"It was said in New Ellery on the day."_s),
                                         {u"new"_s, u"elleri"_s},
                                         other(u"A new man came to Ellery."_s));

    QCOMPARE(textOf(reasons, RelatedReason::Kind::Names), QString());
}

void tst_RelatedReasons::saysNoPartOfANameAlone()
{
    const auto reasons = likenessReasons(asked(u"It was said in New Ellery of a ferry."_s),
                                         {u"elleri"_s, u"ferri"_s},
                                         other(u"A ferry came to Ellery."_s));

    QCOMPARE(textOf(reasons, RelatedReason::Kind::Words), u"ferry"_s);
}

void tst_RelatedReasons::saysFewWords()
{
    const auto reasons = likenessReasons(
        asked(u"crews ferries harbour winter islands barley"_s),
        {u"crew"_s, u"ferri"_s, u"harbour"_s, u"winter"_s, u"island"_s},
        other(u"crews ferries harbour winter islands"_s));

    QCOMPARE(textOf(reasons, RelatedReason::Kind::Words), u"crews, ferries, harbour"_s);
}

void tst_RelatedReasons::saysNothingWhereNothingIsShared()
{
    QVERIFY(likenessReasons(asked(u"crews"_s), {}, other(u"owls"_s)).isEmpty());
}

QTEST_APPLESS_MAIN(tst_RelatedReasons)
#include "tst_relatedreasons.moc"
