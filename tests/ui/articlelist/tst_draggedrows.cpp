#include "ui/articlelist/draggedrows.h"

#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

ArticleSummary row(const QString &headline, const QString &path, const QString &part = {})
{
    ArticleSummary summary;
    summary.headline = headline;
    summary.path = path;
    summary.part = part;
    summary.source = u"The Courant"_s;
    return summary;
}

} // namespace

class tst_DraggedRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void bringsFilesLinksAndLines()
    {
        const std::unique_ptr<QMimeData> data(dragData(
            {row(u"Ferry <stays>"_s, u"/news/a b.html"_s), row(u"Storm"_s, u"/news/ö.txt"_s)}));

        QCOMPARE(data->data(u"text/uri-list"_s),
                 QByteArray("file:///news/a%20b.html\r\nfile:///news/%C3%B6.txt\r\n"));
        QCOMPARE(data->text(), u"Ferry <stays>, The Courant\nStorm, The Courant"_s);
        QVERIFY(data->html().contains(
            u"<a href=\"file:///news/a%20b.html\">Ferry &lt;stays&gt;, The Courant</a>"_s));
    }

    void bringsAFileOnceThatHoldsSeveral()
    {
        const std::unique_ptr<QMimeData> data(dragData(
            {row(u"One"_s, u"/wire.xml"_s, u"1"_s), row(u"Two"_s, u"/wire.xml"_s, u"2"_s)}));

        QCOMPARE(data->urls().size(), 1);
        QCOMPARE(data->text().count(u'\n'), 1);
    }
};

QTEST_APPLESS_MAIN(tst_DraggedRows)
#include "tst_draggedrows.moc"
