#include "ui/reading/plainreadingpane.h"

#include "app/render/screenpage.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTextFrame>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace {

Article story(const QString &headline, const QString &body)
{
    Article article;
    article.headline = headline;
    article.bodyHtml = body;
    article.path = u"/news/%1.txt"_s.arg(headline);
    return article;
}

QString paragraphs(int count)
{
    return u"<p>The council met again on Tuesday and put the matter off.</p>"_s.repeated(count);
}

struct Shown
{
    Shown()
    {
        pane.resize(700, 500);
        pane.show();
    }

    bool show(const Article &article)
    {
        QSignalSpy shown(&pane, &ReadingPane::articleShown);
        pane.showArticle(article);
        return shown.wait(5000);
    }

    QTextBrowser *view() { return pane.findChild<QTextBrowser *>(); }
    QString text() { return view()->toPlainText(); }
    QScrollBar *bar() { return view()->verticalScrollBar(); }

    PlainReadingPane pane;
};

} // namespace

class tst_PlainReadingPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void showsAnArticle()
    {
        Shown shown;

        QVERIFY(shown.show(story(u"Harbour reopens"_s, u"<p>Boats left at dawn.</p>"_s)));

        QVERIFY(shown.text().contains(u"Harbour reopens"_s));
        QVERIFY(shown.text().contains(u"Boats left at dawn."_s));
        QVERIFY(!shown.pane.showsOriginals());
    }

    void fetchesNothing()
    {
        Shown shown;
        const QUrl file = QUrl::fromLocalFile(QCoreApplication::applicationFilePath());

        QVERIFY(shown.show(story(u"Greedy"_s, u"<p>x</p>"_s)));

        for (const auto type : {QTextDocument::HtmlResource, QTextDocument::ImageResource,
                                QTextDocument::StyleSheetResource})
            QVERIFY(!shown.view()->loadResource(type, file).isValid());
    }

    void findsEveryHitAndGoesRound()
    {
        Shown shown;
        QVERIFY(shown.show(story(u"Ferries"_s, u"<p>A boat, a BOAT, boats.</p>"_s)));
        QSignalSpy found(&shown.pane, &ReadingPane::found);
        const auto ask = [&](ReadingPane::Direction direction) {
            shown.pane.find(u"boat"_s, direction);
            return found.takeLast();
        };

        QCOMPARE(ask(ReadingPane::Direction::Forward), QVariantList({1, 3}));
        QCOMPARE(ask(ReadingPane::Direction::Forward), QVariantList({2, 3}));
        QCOMPARE(ask(ReadingPane::Direction::Forward), QVariantList({3, 3}));
        QCOMPARE(ask(ReadingPane::Direction::Forward), QVariantList({1, 3}));
        QCOMPARE(ask(ReadingPane::Direction::Backward), QVariantList({3, 3}));
        shown.pane.find({}, ReadingPane::Direction::Forward);
        QCOMPARE(found.takeLast(), QVariantList({0, 0}));
        QVERIFY(shown.view()->extraSelections().isEmpty());
    }

    void marksWholeWords()
    {
        Shown shown;
        QVERIFY(shown.show(story(u"Sea"_s, u"<p>Boats and a boat; boathouses.</p>"_s)));

        shown.pane.mark({u"Boats"_s, u"boat"_s});

        QCOMPARE(shown.view()->extraSelections().size(), 2);
        QVERIFY(shown.show(story(u"Land"_s, u"<p>Boats.</p>"_s)));
        QVERIFY(shown.view()->extraSelections().isEmpty());
    }

    void turnsPagesAndSaysWhereTheEndIs()
    {
        Shown shown;
        QVERIFY(shown.show(story(u"Long"_s, paragraphs(60))));
        QSignalSpy ends(&shown.pane, &ReadingPane::endReached);
        QSignalSpy scrolled(&shown.pane, &ReadingPane::scrolled);
        QTRY_VERIFY(shown.bar()->maximum() > 0);

        int pages = 0;
        while (ends.isEmpty() && ++pages < 100)
            shown.pane.scrollByPage(ReadingPane::Direction::Forward);

        QVERIFY(pages > 3 && pages < 50);
        QCOMPARE(shown.bar()->value(), shown.bar()->maximum());
        QCOMPARE(scrolled.last().at(0).toDouble(), 1.0);
        shown.pane.scrollTo(0);
        QCOMPARE(shown.bar()->value(), 0);
    }

    void keepsItsPlaceWhenItsLettersGrow()
    {
        Shown shown;
        QVERIFY(shown.show(story(u"Long"_s, paragraphs(60))));
        QTRY_VERIFY(shown.bar()->maximum() > 0);
        shown.pane.scrollTo(0.5);
        const int before = shown.bar()->maximum();
        QSignalSpy zoomed(&shown.pane, &ReadingPane::zoomChanged);

        shown.pane.setZoom(1000);

        QCOMPARE(shown.pane.zoom(), ReadingPane::largestZoom);
        QCOMPARE(zoomed.count(), 1);
        QTRY_VERIFY(shown.bar()->maximum() > before * 2);
        QVERIFY(qAbs(double(shown.bar()->value()) / shown.bar()->maximum() - 0.5) < 0.1);
    }

    void turnsItsWheelIntoZoom()
    {
        Shown shown;
        QVERIFY(shown.show(story(u"Wheel"_s, paragraphs(1))));
        QWidget *ground = shown.view()->viewport();
        QWheelEvent turn(QPointF(9, 9), ground->mapToGlobal(QPointF(9, 9)), {}, QPoint(0, 120),
                         Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);

        QApplication::sendEvent(ground, &turn);

        QCOMPARE(shown.pane.zoom(), 110);
    }

    void asksTheWindowAboutLinksOfTheWebOnly()
    {
        Shown shown;
        QVERIFY(shown.show(story(u"Links"_s, paragraphs(1))));
        QSignalSpy asked(&shown.pane, &ReadingPane::linkActivated);

        for (const char *address : {"https://post.example/a", "mailto:desk@post.example",
                                    "file:///etc/passwd", "javascript:1", "#below"})
            Q_EMIT shown.view()->anchorClicked(QUrl(QString::fromLatin1(address)));

        QCOMPARE(asked.count(), 2);
        QVERIFY(shown.text().contains(u"The council met"_s)); // and it went nowhere itself
    }

    void givesItsSelectionAsParagraphs()
    {
        Shown shown;
        QVERIFY(shown.show(story(u"A & B"_s, u"<p>Boats left.</p>"_s)));
        QString html;

        shown.pane.selectAll();
        QVERIFY(shown.pane.hasSelection());
        shown.pane.copySelection();
        shown.pane.askSelection([&html](const QString &answer) { html = answer; });

        QVERIFY(QApplication::clipboard()->text().contains(u"Boats left."_s));
        QTRY_VERIFY(!html.isEmpty());
        QVERIFY2(html.contains(u"<p>A &amp; B</p>"_s), qPrintable(html));
        QVERIFY2(html.contains(u"<p>Boats left.</p>"_s), qPrintable(html));
        QVERIFY2(!html.contains(u"/news/"_s), qPrintable(html)); // which is no part of the story
    }

    void keepsItsLinesShortInAWideWindow()
    {
        Shown shown;
        shown.pane.resize(1600, 500);

        QVERIFY(shown.show(story(u"Wide"_s, paragraphs(3))));

        const double widest = 37 * 13.5 * shown.view()->logicalDpiX() / 72;
        const QTextFrameFormat frame = shown.view()->document()->rootFrame()->frameFormat();
        const double text = shown.view()->viewport()->width() - frame.leftMargin()
            - frame.rightMargin();
        QVERIFY2(qAbs(text - widest) < 2, qPrintable(QString::number(text)));
    }

    void isDarkWhereTheWindowIs()
    {
        Shown shown;
        QVERIFY(shown.show(story(u"Night"_s, paragraphs(1))));

        shown.pane.setDark(true);

        const QImage seen = shown.pane.grab().toImage();
        QCOMPARE(seen.pixelColor(3, 3), QColor(screenPaper(true)));
        QVERIFY(shown.text().contains(u"Night"_s));
    }
};

QTEST_MAIN(tst_PlainReadingPane)
#include "tst_plainreadingpane.moc"
