#include "ui/articlelist/listgroups.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDate wednesday(2031, 5, 14);

qint32 ago(int days)
{
    return qint32(wednesday.toJulianDay() - days);
}

QStringList titles(const QList<ListGroup> &groups)
{
    QStringList found;
    for (const ListGroup &group : groups)
        found.append(u"%1 %2"_s.arg(group.firstRow).arg(group.title));
    return found;
}

} // namespace

class tst_ListGroups final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void partsTheDays_data();
    void partsTheDays();
    void speaksTheReadersLanguage();
    void partsByLettersAndPublishersAsTheLibrarySays();
    void hasNoHeadersWhereRowsFollowNoOrderOfTheirs();
    void partsAListThatIsOnlyAsWholeAsItsFirstRows();
};

void tst_ListGroups::partsTheDays_data()
{
    QTest::addColumn<QList<qint32>>("days");
    QTest::addColumn<QStringList>("headers");
    QTest::newRow("none") << QList<qint32>{} << QStringList{};
    QTest::newRow("newest first") << QList<qint32>{ago(0), ago(0), ago(1),  ago(2),
                                                   ago(6), ago(7), ago(13), ago(14)}
                                  << QStringList{u"0 Today"_s,    u"2 Yesterday"_s,
                                                 u"3 Monday"_s,   u"4 Thursday"_s,
                                                 u"5 May 2031"_s, u"7 April 2031"_s};
    QTest::newRow("oldest first") << QList<qint32>{0,      ago(400), ago(30), ago(7),
                                                   ago(6), ago(1),   ago(0)}
                                  << QStringList{u"0 No Date"_s,    u"1 April 2030"_s,
                                                 u"2 April 2031"_s, u"3 May 2031"_s,
                                                 u"4 Thursday"_s,   u"5 Yesterday"_s,
                                                 u"6 Today"_s};
    QTest::newRow("of tomorrow and without a date")
        << QList<qint32>{ago(-40), ago(-3), ago(-1), ago(0), 0, 0}
        << QStringList{u"0 June 2031"_s, u"1 May 2031"_s, u"3 Today"_s, u"4 No Date"_s};
    // A page without a zone may be sorted among those of the next day.
    QTest::newRow("out of step") << QList<qint32>{ago(0), ago(1), ago(0), ago(1), ago(30)}
                                 << QStringList{u"0 Today"_s, u"3 Yesterday"_s, u"4 April 2031"_s};
}

void tst_ListGroups::partsTheDays()
{
    QFETCH(QList<qint32>, days);
    QFETCH(QStringList, headers);

    QCOMPARE(titles(dayGroups(days, wednesday, QLocale::c())), headers);
}

void tst_ListGroups::speaksTheReadersLanguage()
{
    const QList<ListGroup> groups = dayGroups({ago(2), ago(40)}, wednesday,
                                              QLocale(QLocale::French));

    QCOMPARE(titles(groups), (QStringList{u"0 Lundi"_s, u"1 Avril 2031"_s}));
}

void tst_ListGroups::partsByLettersAndPublishersAsTheLibrarySays()
{
    ArticleOrder order;
    order.ids = {ArticleId{1}, ArticleId{2}, ArticleId{3}};
    order.days = {ago(0), ago(1), ago(0)};
    order.groups = {{0, u"The Harbour Post"_s}, {2, {}}, {3, u"beyond these rows"_s}};
    ListRequest request;

    request.sortBy = SortBy::Publisher;
    QCOMPARE(titles(groupsOf(order, request, wednesday)),
             (QStringList{u"0 The Harbour Post"_s, u"2 No Publisher"_s}));
    request.sortBy = SortBy::Headline;
    QCOMPARE(titles(groupsOf(order, request, wednesday)).last(), u"2 No Headline"_s);
}

void tst_ListGroups::hasNoHeadersWhereRowsFollowNoOrderOfTheirs()
{
    ArticleOrder order;
    order.ids = {ArticleId{1}, ArticleId{2}};
    order.days = {ago(0), ago(1)};
    ListRequest request;
    request.query.kind = SearchQuery::Kind::Word;
    request.query.text = u"ferry"_s;

    request.sortBy = SortBy::Relevance;
    QCOMPARE(groupsOf(order, request, wednesday), QList<ListGroup>());
    request.sortBy = SortBy::Opened;
    QCOMPARE(groupsOf(order, request, wednesday), QList<ListGroup>());
    request.sortBy = SortBy::Date;
    QCOMPARE(groupsOf(order, request, wednesday).size(), 2);
}

void tst_ListGroups::partsAListThatIsOnlyAsWholeAsItsFirstRows()
{
    ArticleOrder order;
    order.ids = {ArticleId{1}};
    order.days = {ago(0)};
    order.total = 500;

    QCOMPARE(titles(groupsOf(order, {}, wednesday, QLocale::c())), QStringList{u"0 Today"_s});
}

QTEST_GUILESS_MAIN(tst_ListGroups)
#include "tst_listgroups.moc"
