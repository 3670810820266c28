#include "tests/ui/printing/pdftools.h"
#include "ui/printing/articleprinter.h"
#include "ui/reading/plainpaperpress.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QPageLayout a4(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(20, 20, 20, 20),
                     QPageLayout::Millimeter);

Article story(const QString &headline, int paragraphs)
{
    Article article;
    article.headline = headline;
    article.publisher = u"The Ellery Courant"_s;
    article.path = u"/news/%1.html"_s.arg(headline);
    article.url = QUrl(u"https://courant.example/%1"_s.arg(headline));
    for (int i = 0; i < paragraphs; ++i)
        article.bodyHtml += u"<p>Paragraph number %1: the council met again on Tuesday and put "
                            "the matter off until the harbour office has answered.</p>"_s.arg(i);
    return article;
}

QByteArray printed(const PrintMatter &matter, const PrintSettings &settings = {})
{
    PlainPaperPress press;
    ArticlePrinter printer(press);
    printer.setSettings(settings);
    QSignalSpy ready(&printer, &ArticlePrinter::pdfReady);
    printer.toPdf(matter, a4);
    if (!ready.wait(20000))
        return {};
    return ready.takeFirst().at(1).toByteArray();
}

} // namespace

class tst_PlainPrinting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void printsEveryParagraphOnceAndInOrder()
    {
        const QByteArray pdf = printed({story(u"Council"_s, 80)});

        const QStringList pages = pdftools::pagesOf(pdf);
        QVERIFY2(pages.size() > 2, qPrintable(QString::number(pages.size())));
        const QString text = pages.join(u' ').simplified();
        qsizetype from = 0;
        for (int i = 0; i < 80; ++i) {
            const QString words = u"Paragraph number %1:"_s.arg(i);
            QVERIFY2(text.count(words) == 1, qPrintable(words + text));
            from = text.indexOf(words, from);
            QVERIFY2(from >= 0, qPrintable(words));
        }
        QVERIFY(pages.first().contains(u"Council"_s));
        QVERIFY(!pages.last().simplified().isEmpty());
    }

    void hasTheRunningLinesOfEveryOtherPaper()
    {
        const QStringList pages = pdftools::pagesOf(printed({story(u"Council"_s, 80)}));

        for (const QString &page : pages)
            QVERIFY(page.contains(u"https://courant.example/Council"_s));
        QVERIFY(pages.last().contains(QString::number(pages.size())));
    }

    void embedsItsFonts()
    {
        const QString fonts = pdftools::answerOf(u"pdffonts"_s, {u"@"_s},
                                                 printed({story(u"Council"_s, 3)}));

        static const QRegularExpression isEmbedded(u" (yes|no) +(yes|no) +(yes|no) +\\d+ +0$"_s,
                                                   QRegularExpression::MultilineOption);
        int all = 0;
        for (auto font = isEmbedded.globalMatch(fonts); font.hasNext(); ++all)
            QCOMPARE(font.next().captured(1), u"yes"_s);
        QVERIFY2(all > 1, qPrintable(fonts));
    }

    // Nobody could say where an article begins that runs on: each has a page of its own.
    void putsEveryArticleOnAPageOfItsOwn()
    {
        PrintSettings settings;
        settings.isRunningOn = true;
        settings.hasContents = true;

        const QStringList pages = pdftools::pagesOf(
            printed({story(u"First"_s, 2), story(u"Second"_s, 2)}, settings));

        QCOMPARE(pages.size(), 3);
        QVERIFY(pages.at(0).contains(u"Contents"_s));
        QVERIFY(pages.at(1).contains(u"First"_s) && !pages.at(1).contains(u"Second"_s));
        QVERIFY(pages.at(2).contains(u"Second"_s));
    }

    void saysThatASavedPageNeedsMore()
    {
        PlainPaperPress press;
        ArticlePrinter printer(press);
        QSignalSpy failed(&printer, &ArticlePrinter::failed);
        PrintMatter matter{story(u"Page"_s, 1)};
        matter.original = OriginalPage{};

        printer.toPdf(matter, a4);

        QVERIFY(failed.wait(5000));
    }
};

QTEST_MAIN(tst_PlainPrinting)
#include "tst_plainprinting.moc"
