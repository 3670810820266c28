#include "ui/reading/webpaperpress.h"

#include "tests/ui/reading/startedengine.h"

#include <QBuffer>
#include <QImage>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

const QPageLayout a4(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(20, 20, 20, 20),
                     QPageLayout::Millimeter);

QString page(const QString &body)
{
    return u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>%1</body></html>"_s
        .arg(body);
}

QString textOf(QPdfDocument &document, int number)
{
    return document.getAllText(number).text();
}

} // namespace

class tst_WebPaperPress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startEngine()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void makesPagesOfText()
    {
        WebPaperPress press;
        QSignalSpy laidOut(&press, &PaperPress::laidOut);

        press.layOut(page(u"<h1>Ferry strike ends — für alle</h1>"_s), {}, a4);
        QVERIFY(laidOut.wait(30000));

        QByteArray pdf = laidOut.first().first().toByteArray();
        QBuffer buffer(&pdf);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QPdfDocument document;
        document.load(&buffer);
        QCOMPARE(document.pageCount(), 1);
        QVERIFY(textOf(document, 0).contains(u"Ferry strike ends — für alle"_s));
    }

    // What is much is a comment: a thousand pages of prose would prove no more, and take the engine
    // some twenty seconds to set.
    void takesMoreThanTheTwoMegabytesOfSetHtml()
    {
        WebPaperPress press;
        QSignalSpy laidOut(&press, &PaperPress::laidOut);

        press.layOut(page(u"<!-- %1 --><p>After all that</p>"_s.arg(u"word "_s.repeated(600000))),
                     {}, a4);
        QVERIFY(laidOut.wait(30000));

        QByteArray pdf = laidOut.first().first().toByteArray();
        QBuffer buffer(&pdf);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QPdfDocument document;
        document.load(&buffer);
        QVERIFY(textOf(document, 0).contains(u"After all that"_s));
    }

    void showsPicturesFromBytesAndFromFiles()
    {
        QTemporaryDir folder;
        QImage red(400, 300, QImage::Format_RGB32);
        red.fill(QColor(200, 0, 0));
        QVERIFY(red.save(folder.filePath(u"red.png"_s)));
        ArticleImage fromFile;
        fromFile.filePath = folder.filePath(u"red.png"_s);
        QImage blue = red;
        blue.fill(QColor(0, 0, 200));
        ArticleImage fromBytes;
        QBuffer bytes(&fromBytes.bytes);
        QVERIFY(bytes.open(QIODevice::WriteOnly));
        QVERIFY(blue.save(&bytes, "PNG"));
        WebPaperPress press;
        QSignalSpy laidOut(&press, &PaperPress::laidOut);

        press.layOut(page(u"<img src=\"picture:0\" width=\"400\"><br>"
                          "<img src=\"picture:1\" width=\"400\">"_s),
                     {fromFile, fromBytes}, a4);
        QVERIFY(laidOut.wait(30000));

        QByteArray pdf = laidOut.first().first().toByteArray();
        QBuffer buffer(&pdf);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QPdfDocument document;
        document.load(&buffer);
        const QImage paper = document.render(0, QSize(595, 842));
        QCOMPARE(paper.pixelColor(150, 150), QColor(200, 0, 0));
        QCOMPARE(paper.pixelColor(150, 400), QColor(0, 0, 200));
    }

    void answersACancelledJobOnceAndTakesTheNext()
    {
        WebPaperPress press;
        QSignalSpy laidOut(&press, &PaperPress::laidOut);
        QSignalSpy failed(&press, &PaperPress::failed);

        press.layOut(page(u"<p>First</p>"_s.repeated(2000)), {}, a4);
        press.cancel();
        press.cancel();
        QCOMPARE(failed.count(), 0);
        QVERIFY(failed.wait());
        press.layOut(page(u"<p>Second</p>"_s), {}, a4);
        QVERIFY(laidOut.wait(30000));

        QCOMPARE(failed.count(), 1);
        QCOMPARE(laidOut.count(), 1);
        QByteArray pdf = laidOut.first().first().toByteArray();
        QBuffer buffer(&pdf);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QPdfDocument document;
        document.load(&buffer);
        QVERIFY(textOf(document, 0).contains(u"Second"_s));
    }
};

ENGINE_TEST_MAIN(tst_WebPaperPress)
#include "tst_webpaperpress.moc"
