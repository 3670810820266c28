#include "ui/recovery/graphicsmemory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_GraphicsMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_home = std::make_unique<QTemporaryDir>();
    }

    void trustsAProcessorThatWorked()
    {
        start(true);

        QVERIFY(!start(true));
        QVERIFY(!QFile::exists(file()));
    }

    void distrustsOneThatEndedTheProgramAndRemembersIt()
    {
        start(false);

        bool isNews = false;
        QVERIFY(start(true, &isNews));
        QVERIFY(isNews);
        QVERIFY(start(true, &isNews)); // and the day after
        QVERIFY(!isNews);
    }

    void triesAgainWhenAsked()
    {
        start(false);
        QVERIFY(start(true));
        GraphicsMemory(file()).trustAgain();

        QVERIFY(!start(true));
    }

private:
    QString file() const { return m_home->filePath(u"deep/graphics"_s); }

    // A start of the program, to whose end it worked or not; answers whether it distrusts.
    bool start(bool works, bool *isNews = nullptr)
    {
        GraphicsMemory memory(file());
        memory.begin();
        const bool answer = memory.isDistrusted();
        if (isNews)
            *isNews = memory.isNews();
        if (works)
            memory.worked();
        return answer;
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_APPLESS_MAIN(tst_GraphicsMemory)
#include "tst_graphicsmemory.moc"
