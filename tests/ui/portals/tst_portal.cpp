#include "ui/portals/portal.h"

#include "tests/support/fakeportal.h"

#include <QTemporaryDir>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

const auto predictable = u"/org/freedesktop/portal/desktop/request/"_s;

// What was heard, and how often.
struct Ear
{
    int times = 0;
    PortalAnswer answer;

    std::function<void(const PortalAnswer &)> hear()
    {
        return [this](const PortalAnswer &heard) {
            ++times;
            answer = heard;
        };
    }
};

} // namespace

class tst_Portal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void knowsASandbox();
    void namesAWindowOnlyWhereOthersKnowIt();
    void hearsWhatWasChosen();
    void hearsThatItWasGivenUp();
    void hearsAnOldPortalThatNamesTheRequestItself();
    void hearsThatThereIsNoPortal();
    void hearsThatThePortalIsGone();
    void takesTheQuestionBackWithItsAsker();

private:
    void ask(QObject *context, Ear &ear) const
    {
        askPortal(*m_desk->bus.asking,
                  {u"Print"_s, u"PreparePrint"_s, {u"title"_s}, {{u"modal"_s, true}}}, context,
                  ear.hear());
    }

    std::unique_ptr<PortalDesk> m_desk;
};

void tst_Portal::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_desk = std::make_unique<PortalDesk>();
    if (!m_desk->open())
        QSKIP("there is no dbus-daemon here to try it with");
}

void tst_Portal::cleanup()
{
    m_desk.reset();
}

void tst_Portal::knowsASandbox()
{
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    QTemporaryDir runtime; // 0700
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
    QVERIFY(!isInSandbox());

    QFile info(runtime.filePath(u"flatpak-info"_s));
    QVERIFY(info.open(QIODevice::WriteOnly));
    QVERIFY(isInSandbox());
    QVERIFY(info.remove());

    qputenv("SNAP", "/snap/broadsheet/1");
    QVERIFY(isInSandbox());
    qunsetenv("SNAP");
    qputenv("XDG_RUNTIME_DIR", before);
}

void tst_Portal::namesAWindowOnlyWhereOthersKnowIt()
{
    QWidget window;
    auto *child = new QWidget(&window);
    if (QGuiApplication::platformName() != u"xcb"_s)
        QCOMPARE(portalParent(&window), QString());
    else
        QCOMPARE(portalParent(child), u"x11:"_s + QString::number(window.winId(), 16));
    QCOMPARE(portalParent(nullptr), QString());
}

void tst_Portal::hearsWhatWasChosen()
{
    QObject asker;
    Ear ear;
    m_desk->portal.answers[u"PreparePrint"_s] = {0, {{u"token"_s, 7u}}};

    ask(&asker, ear);

    QTRY_COMPARE(ear.times, 1);
    QCOMPARE(ear.answer.kind, PortalAnswer::Kind::Done);
    QCOMPARE(ear.answer.results.value(u"token"_s).toUInt(), 7u);
    QCOMPARE(m_desk->portal.calls.size(), 1);
    const FakePortal::Call call = m_desk->portal.calls.first();
    QCOMPARE(call.interface, u"org.freedesktop.portal.Print"_s);
    QCOMPARE(call.arguments, QVariantList{u"title"_s});
    QVERIFY(call.options.value(u"modal"_s).toBool());
    QVERIFY(asker.children().isEmpty()
            || QTest::qWaitFor([&] { return asker.children().isEmpty(); }));
    QVERIFY(m_desk->portal.closed.isEmpty());
}

void tst_Portal::hearsThatItWasGivenUp()
{
    QObject asker;
    for (const auto &[response, kind] : {std::pair{1u, PortalAnswer::Kind::Cancelled},
                                         std::pair{2u, PortalAnswer::Kind::Failed}}) {
        Ear ear;
        m_desk->portal.answers[u"PreparePrint"_s] = {response, {}};

        ask(&asker, ear);

        QTRY_COMPARE(ear.times, 1);
        QCOMPARE(ear.answer.kind, kind);
    }
}

void tst_Portal::hearsAnOldPortalThatNamesTheRequestItself()
{
    QObject asker;
    Ear ear;
    m_desk->portal.oldPath = predictable + u"t/another"_s;
    ask(&asker, ear);
    QTRY_COMPARE(m_desk->portal.calls.size(), 1);

    // Again and again: nobody but the asker knows when it listens there.
    const bool isHeard = QTest::qWaitFor([&] {
        FakePortal::respond(*m_desk->bus.desktop, m_desk->portal.oldPath, 0, {{u"token"_s, 8u}});
        return ear.times > 0;
    });

    QVERIFY(isHeard);
    QCOMPARE(ear.times, 1);
    QCOMPARE(ear.answer.results.value(u"token"_s).toUInt(), 8u);
}

void tst_Portal::hearsThatThereIsNoPortal()
{
    QObject asker;
    Ear refused;
    m_desk->portal.isRefusing = true;
    ask(&asker, refused);
    QTRY_COMPARE(refused.times, 1);
    QCOMPARE(refused.answer.kind, PortalAnswer::Kind::Absent);

    Ear nobody;
    askPortal(QDBusConnection(u"never connected"_s), {u"Print"_s, u"Print"_s, {}, {}}, &asker,
              nobody.hear());
    QTRY_COMPARE(nobody.times, 1);
    QCOMPARE(nobody.answer.kind, PortalAnswer::Kind::Absent);
}

void tst_Portal::hearsThatThePortalIsGone()
{
    QObject asker;
    Ear ear;
    ask(&asker, ear);
    QTRY_COMPARE(m_desk->portal.calls.size(), 1);

    QVERIFY(m_desk->bus.desktop->unregisterService(u"org.freedesktop.portal.Desktop"_s));

    QTRY_COMPARE(ear.times, 1);
    QCOMPARE(ear.answer.kind, PortalAnswer::Kind::Absent);
}

void tst_Portal::takesTheQuestionBackWithItsAsker()
{
    auto asker = std::make_unique<QObject>();
    Ear ear;
    ask(asker.get(), ear);
    QTRY_COMPARE(m_desk->portal.calls.size(), 1);

    asker.reset();

    QTRY_COMPARE(m_desk->portal.closed.size(), 1);
    QVERIFY(m_desk->portal.closed.first().startsWith(predictable));
    QCOMPARE(ear.times, 0);
}

QTEST_MAIN(tst_Portal)
#include "tst_portal.moc"
