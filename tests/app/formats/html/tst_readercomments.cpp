// What readers wrote below a story is no part of it.
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QStringList comments{
    u"I have sailed on her since I was a boy, and she was never late by more than a day or two."_s,
    u"Home at last. They all knew where she was, from the mayor down, and would not tell us."_s,
    u"What of the other ferry? Nobody says a word on the other ferry, and we on the hills wait."_s};

QString storyWith(const QString &below, const QString &name = u"text"_s)
{
    return u"<!DOCTYPE html><html><head><title>Ferry comes home</title></head><body>"
           "<div class='main'><h1>Ferry comes home</h1><div class='"_s
        + name + u"'>"_s + storyAbout(u"ferry"_s) + below + u"</div></div></body></html>"_s;
}

QString listed(const QString &name)
{
    QString all = u"<div class='"_s + name + u"'><h3>You say</h3>"_s;
    for (const QString &comment : comments)
        all += u"<div class='item'><b>A reader</b><p>"_s + comment + u"</p></div>"_s;
    return all + u"</div>"_s;
}

} // namespace

class ReaderCommentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void areKnownByTheirName_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"comentarios", "reacties", "komentarze", "kommentarer", "yorumlar",
                                 "kommentit", "leserkommentare", "kommentare-liste", "forum",
                                 "discussion", "livefyre", "coral", "opinie", "reader-reactions"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void areKnownByTheirName()
    {
        QFETCH(QString, name);
        QCOMPARE(paragraphsOf(readPage(storyWith(listed(name)))).size(), 5);
    }

    void areKnownByTheButtonsUnderThem()
    {
        QString below = u"<section><h2>What you say</h2>"_s;
        for (const QString &comment : comments + comments)
            below += u"<div class='k7'><span>A reader</span><p>"_s + comment
                + u"</p><a href='#'>Reply</a> <a href='#'>Report</a></div>"_s;
        QCOMPARE(paragraphsOf(readPage(storyWith(below + u"</section>"_s))).size(), 5);
    }

    void aStoryUnderSuchANameStays_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"forum", "discussion", "opinie", "kommentar"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aStoryUnderSuchANameStays()
    {
        QFETCH(QString, name);
        QCOMPARE(paragraphsOf(readPage(storyWith({}, name))).size(), 5);
    }

    void aPassageOnAForumStays()
    {
        const Article article = readPage(storyWith(u"<section class='forum'><h2>At the forum</h2>"_s
                                                   + storyAbout(u"forum"_s, 2) + u"</section>"_s));
        QCOMPARE(paragraphsOf(article).size(), 8);
    }
};

QTEST_APPLESS_MAIN(ReaderCommentsTest)
#include "tst_readercomments.moc"
