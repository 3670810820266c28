#include "ui/mainwindow/desktoprecents.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

class tst_DesktopRecents final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_home = std::make_unique<QTemporaryDir>();
    }

    void beginsAListWhereThereIsNone()
    {
        QVERIFY(addToRecents(u"/news/fish & chips ö.html"_s, list()));

        QXmlStreamReader xml(text());
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.name(), u"xbel"_s);
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.attributes().value(u"href"_s).toString(),
                 u"file:///news/fish%20&%20chips%20%C3%B6.html"_s);
        QVERIFY(text().contains("text/html"));
        QVERIFY(text().contains("broadsheet"));
        QVERIFY(!(QFile(list()).permissions() & (QFile::ReadOther | QFile::ReadGroup)));
    }

    void keepsWhatOthersPutThere()
    {
        write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<xbel version=\"1.0\" "
              "xmlns:bookmark=\"http://www.freedesktop.org/standards/desktop-bookmarks\" "
              "xmlns:mime=\"http://www.freedesktop.org/standards/shared-mime-info\">"
              "<bookmark href=\"file:///letters/a.odt\" added=\"2031-01-01T10:00:00Z\" "
              "modified=\"2031-01-01T10:00:00Z\" visited=\"2031-01-01T10:00:00Z\"><info><metadata "
              "owner=\"http://freedesktop.org\"><mime:mime-type type=\"application/odt\"/>"
              "<bookmark:applications><bookmark:application name=\"pen\" exec=\"pen %u\" "
              "modified=\"2031-01-01T10:00:00Z\" count=\"1\"/></bookmark:applications>"
              "</metadata></info></bookmark></xbel>");

        QVERIFY(addToRecents(u"/news/a.txt"_s, list()));
        QVERIFY(addToRecents(u"/news/a.txt"_s, list())); // once

        QVERIFY(text().contains("file:///letters/a.odt"));
        QVERIFY(text().contains("pen %u"));
        QCOMPARE(text().count("file:///news/a.txt"), 1);
    }

    void leavesADamagedListAlone()
    {
        write("<xbel><bookmark href=");

        QVERIFY(!addToRecents(u"/news/a.txt"_s, list()));
        QCOMPARE(text(), QByteArray("<xbel><bookmark href="));
    }

private:
    QString list() const { return m_home->filePath(u"recently-used.xbel"_s); }
    QByteArray text() const
    {
        QFile file(list());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(list());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_APPLESS_MAIN(tst_DesktopRecents)
#include "tst_desktoprecents.moc"
