#include "ui/related/relatedrows.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_RelatedRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void hasNoSectionWithoutStories();
    void putsSectionsInTheOrderAReaderWants();
    void putsTheArticleAmongTheStoriesOfItsEvent();
    void leavesTheConnectedStoriesApart();
    void putsTheSameTextIntoOneRow();
    void showsCopiesWhenTheyAreOpened();
    void foldsASection();
};

namespace {

using Kind = RelatedRow::Kind;

RelatedStory alike(quint64 id)
{
    RelatedStory story;
    story.here.emplace();
    story.here->id = ArticleId{id};
    story.here->headline = u"Story %1"_s.arg(id);
    return story;
}

StoryThread threadOf(const QList<quint64> &ids, quint64 asked)
{
    StoryThread thread;
    for (qsizetype i = 0; i < ids.size(); ++i)
        thread.stories.append({ArticleId{ids.at(i)}, i * 86'400, ids.at(i) == asked});
    return thread;
}

// "#Linked" for a heading, "~" for the strip, "this", and ids; copies in parentheses.
QStringList shown(const RelatedStories &stories, const RelatedFolds &folds = {})
{
    static const QStringList names{u"linked"_s,    u"links here"_s, u"marked"_s,
                                   u"same text"_s, u"thread"_s,     u"similar"_s};
    QStringList all;
    for (const RelatedRow &row : relatedRows(stories, folds)) {
        const QString id = row.story.here ? QString::number(quint64(row.story.here->id)) : u"-"_s;
        switch (row.kind) {
        case Kind::Heading:
            all.append(u"#%1 %2"_s.arg(names.at(int(row.section))).arg(row.stories));
            break;
        case Kind::Strip:
            all.append(u"~"_s);
            break;
        case Kind::Subject:
            all.append(u"this"_s);
            break;
        case Kind::Story:
            all.append(id);
            break;
        case Kind::Copy:
            all.append(u'(' + id + u')');
            break;
        }
    }
    return all;
}

} // namespace

void tst_RelatedRows::hasNoSectionWithoutStories()
{
    QVERIFY(shown({}).isEmpty());
    RelatedStories stories;
    stories.similar = {alike(2)};
    QCOMPARE(shown(stories), (QStringList{u"#similar 1"_s, u"2"_s}));
}

void tst_RelatedRows::putsSectionsInTheOrderAReaderWants()
{
    RelatedStories stories;
    stories.linked = {alike(1)};
    stories.linksHere = {alike(2)};
    stories.marked = {alike(3)};
    stories.sameText = {alike(4)};
    stories.similar = {alike(5)};

    QCOMPARE(shown(stories),
             (QStringList{u"#linked 1"_s, u"1"_s, u"#same text 1"_s, u"4"_s, u"#similar 1"_s,
                          u"5"_s, u"#links here 1"_s, u"2"_s, u"#marked 1"_s, u"3"_s}));
}

void tst_RelatedRows::putsTheArticleAmongTheStoriesOfItsEvent()
{
    RelatedStories stories;
    stories.similar = {alike(4), alike(2)}; // the best first
    stories.thread = threadOf({2, 9, 3, 4}, 3);

    QCOMPARE(shown(stories), (QStringList{u"#thread 4"_s, u"~"_s, u"2"_s, u"this"_s, u"4"_s}));
    stories.thread = threadOf({2, 4, 3}, 3);
    QCOMPARE(shown(stories), (QStringList{u"#thread 3"_s, u"~"_s, u"2"_s, u"4"_s, u"this"_s}));
}

void tst_RelatedRows::leavesTheConnectedStoriesApart()
{
    RelatedStories stories;
    stories.similar = {alike(4), alike(7), alike(2)};
    stories.thread = threadOf({3, 4}, 3);

    QCOMPARE(
        shown(stories),
        (QStringList{u"#thread 2"_s, u"~"_s, u"this"_s, u"4"_s, u"#similar 2"_s, u"7"_s, u"2"_s}));
    QVERIFY(hasThread(stories));
    stories.thread = {};
    QVERIFY(!hasThread(stories));
}

void tst_RelatedRows::putsTheSameTextIntoOneRow()
{
    RelatedStories stories;
    stories.sameText = {alike(1), alike(2), alike(3)};

    QCOMPARE(shown(stories), (QStringList{u"#same text 1"_s, u"1"_s}));
    RelatedFolds folds;
    folds.open = {ArticleId{1}};
    QCOMPARE(shown(stories, folds), (QStringList{u"#same text 1"_s, u"1"_s, u"(2)"_s, u"(3)"_s}));
}

void tst_RelatedRows::showsCopiesWhenTheyAreOpened()
{
    RelatedStories stories;
    stories.similar = {alike(1), alike(2)};
    stories.similar[0].copies = {alike(8)};
    RelatedFolds folds;

    QCOMPARE(shown(stories, folds), (QStringList{u"#similar 2"_s, u"1"_s, u"2"_s}));
    folds.open = {ArticleId{1}};
    QCOMPARE(shown(stories, folds), (QStringList{u"#similar 2"_s, u"1"_s, u"(8)"_s, u"2"_s}));
}

void tst_RelatedRows::foldsASection()
{
    RelatedStories stories;
    stories.linked = {alike(1)};
    stories.similar = {alike(4)};
    stories.thread = threadOf({3, 4}, 3);
    RelatedFolds folds;
    folds.closed = {RelatedSection::Linked, RelatedSection::Thread};

    QCOMPARE(shown(stories, folds), (QStringList{u"#linked 1"_s, u"#thread 2"_s}));
}

QTEST_APPLESS_MAIN(tst_RelatedRows)
#include "tst_relatedrows.moc"
