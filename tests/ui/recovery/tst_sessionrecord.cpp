#include "ui/recovery/sessionrecord.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_SessionRecord final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_home = std::make_unique<QTemporaryDir>();
    }

    void bringsBackWhatWasOpen()
    {
        const QList<OpenWindow> open{
            {u"/news/a.html"_s, {}, 0, u"folder:/news"_s, u"news"_s, QByteArray("\x01\x00\xd9", 3)},
            {u"/wire/b.xml"_s, u"17"_s, 90, {}, {}, {}}};
        SessionRecord(file()).keep(open); // and then the program is gone

        const SessionRecord next(file());

        QCOMPARE(next.lost(), open);
        QVERIFY(!next.isLostAgain());
    }

    void hasNothingToBringBackAfterAGoodEnd()
    {
        SessionRecord record(file());
        record.keep({{u"/news/a.html"_s, {}, 0, {}, {}, {}}});
        record.end();

        QVERIFY(SessionRecord(file()).lost().isEmpty());
        QVERIFY(!QFile::exists(file()));
    }

    // Else an article that ends the program would end it at every start.
    void knowsWhenWhatItBroughtBackWasTheEndAgain()
    {
        const QList<OpenWindow> open{{u"/news/bad.html"_s, {}, 0, {}, {}, {}}};
        SessionRecord(file()).keep(open);
        SessionRecord second(file());
        second.restoring();
        second.keep(open);

        QVERIFY(SessionRecord(file()).isLostAgain());
        QCOMPARE(SessionRecord(file()).lost(), open);
        second.proved();
        QVERIFY(!SessionRecord(file()).isLostAgain());
    }

    void takesADamagedRecordForNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut short") << QByteArray("{\"windows\": [{\"pa");
        QTest::newRow("something else") << QByteArray("[1, 2]");
        QTest::newRow("of other kinds") << QByteArray("{\"windows\": {\"path\": 3}}");
        QTest::newRow("huge") << QByteArray(2'000'000, ' ');
    }
    void takesADamagedRecordForNone()
    {
        QFETCH(QByteArray, bytes);
        SessionRecord(file()).keep({{}, {}}); // makes the folder
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(bytes) == bytes.size());
        damaged.close();

        QVERIFY(SessionRecord(file()).lost().isEmpty());
    }

    void isTheReadersAlone()
    {
        SessionRecord record(file());
        record.keep({{u"/news/a.html"_s, {}, 0, {}, {}, {}}});

        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
            | QFile::WriteOther;
        QVERIFY(!(QFile(file()).permissions() & others));
    }

private:
    QString file() const { return m_home->filePath(u"deep/down/session.json"_s); }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_APPLESS_MAIN(tst_SessionRecord)
#include "tst_sessionrecord.moc"
