#include "ui/mainwindow/citation.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_Citation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void saysAuthorHeadlineSourceDateAndAddress();
    void leavesOutWhatTheArticleDoesNotSay();
    void shortensALongRowOfAuthors();
};

void tst_Citation::saysAuthorHeadlineSourceDateAndAddress()
{
    Article article;
    article.authors = {u"Ada Quill"_s};
    article.headline = u"Ferry stays\n in port"_s;
    article.publisher = u"The Harbour Post"_s;
    article.articleSection = u"Coast"_s;
    article.datePublished = *dateFromIso(u"2031-05-02T15:33:00+00:00"_s);
    article.url = QUrl(u"https://user:secret@post.example/ferry?a=b"_s);

    QCOMPARE(citationOf(article, QLocale(QLocale::English, QLocale::UnitedKingdom)),
             u"Ada Quill, “Ferry stays in port”, The Harbour Post, 2 May 2031, "
             "https://user@post.example/ferry?a=b"_s);
}

void tst_Citation::leavesOutWhatTheArticleDoesNotSay()
{
    Article article;
    article.headline = u"Ferry stays in port"_s;
    article.articleSection = u"Coast"_s;

    QCOMPARE(citationOf(article, QLocale(QLocale::German)), u"„Ferry stays in port“, Coast"_s);
    QCOMPARE(citationOf({}, QLocale::c()), QString());
}

void tst_Citation::shortensALongRowOfAuthors()
{
    Article article;
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    article.authors = {u"Ada Quill"_s, u"Ben Oar"_s};
    QCOMPARE(citationOf(article, english), u"Ada Quill and Ben Oar"_s);

    article.authors = {u"Ada Quill"_s, u"Ben Oar"_s, u"Cy Mast"_s, u"Di Keel"_s};

    QCOMPARE(citationOf(article, english), u"Ada Quill and others"_s);
}

QTEST_GUILESS_MAIN(tst_Citation)
#include "tst_citation.moc"
