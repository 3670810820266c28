// That an article reaches nobody: the program is watched by strace while it shows pages that ask
// for the world, as saved and as articles, and prepares to print them.
#include "tests/support/programrun.h"
#include "tests/support/programsession.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

// Addresses of 192.0.2.0/24 and 2001:db8::/32 belong to nobody (RFC 5737, RFC 3849).
const char greedyPage[] = R"html(<!DOCTYPE html><html><head><title>Greedy page</title>
<base href="http://192.0.2.7/">
<meta http-equiv="refresh" content="0;url=http://192.0.2.7/away">
<link rel="preconnect" href="http://192.0.2.7/"><link rel="dns-prefetch" href="//nobody.example">
<link rel="prefetch" href="http://[2001:db8::7]/p"><link rel="icon" href="http://192.0.2.7/i.ico">
<link rel="stylesheet" href="http://192.0.2.7/a.css">
<style>@import url(http://192.0.2.7/b.css); body { background: url(//192.0.2.7/b.png) }
@font-face { font-family: x; src: url(http://192.0.2.7/x.woff) } p { font-family: x }</style>
<script src="http://192.0.2.7/a.js"></script></head><body><article><h1>Greedy page</h1>
<p>The harbour office said on the telephone that nothing would sail before the storm had passed the
outer islands, and for three days nothing did; on the fourth the pilots went out alone.</p>
<img src="http://192.0.2.7/x.png" srcset="http://192.0.2.7/y.png 2x">
<picture><source srcset="//192.0.2.7/z.webp"><img src="http://nobody.example/z.png"></picture>
<video src="http://192.0.2.7/v.mp4" poster="http://192.0.2.7/v.png" autoplay></video>
<audio src="http://192.0.2.7/a.mp3" autoplay></audio><embed src="http://192.0.2.7/e.swf">
<object data="http://192.0.2.7/o.pdf"></object><iframe src="http://192.0.2.7/f.html"></iframe>
<form action="http://192.0.2.7/s"><input autofocus onfocus="this.form.submit()"
    > </ form><p ping = "http://192.0.2.7/ping"> Captain Ada Quill had seen worse,
           she said,
           but not with a full hold of winter barley.The council met again on Tuesday
    and put the matter off.</ p><svg><image href = "http://192.0.2.7/s.png" />
        <use href = "http://192.0.2.7/u.svg#u" /></ svg><script> fetch('http://192.0.2.7/');
new WebSocket('ws://192.0.2.7/');navigator.sendBeacon('//192.0.2.7')
new RTCPeerConnection({iceServers:[{urls:'stun:192.0.2.7'}]}).createDataChannel('x')</script>
</article></body></html>)html";

// What was sent or connected to an address of a network. A printer's server may be asked on this
// machine itself.
QStringList addressesIn(const QByteArray &trace)
{
    static const QRegularExpression address(
        uR"re((?:sin_addr=inet_addr\("|inet_pton\(AF_INET6, ")([0-9a-fA-F:.]+)")re"_s);
    QStringList addresses;
    const QString text = QString::fromUtf8(trace);
    for (auto found = address.globalMatch(text); found.hasNext();)
        addresses += found.next().captured(1);
    addresses.removeDuplicates();
    addresses.removeAll(u"127.0.0.1"_s);
    addresses.removeAll(u"::1"_s);
    return addresses;
}

// Letters where the article is, and not just its ground.
bool hasInk(const QImage &picture)
{
    int dark = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            dark += picture.pixelColor(x, y).lightness() < 90 ? 1 : 0;
    }
    return dark > 500;
}

} // namespace

class tst_Confinement final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void seesWhatReachesOut();
    void reachesNobody();

private:
    QStringList watched(const QStringList &command) const
    {
        // The watcher stands aside, so that the process is the program's own.
        return QStringList{u"-D"_s,
                           u"-f"_s,
                           u"-qq"_s,
                           u"-e"_s,
                           u"trace=connect,sendto,sendmsg,sendmmsg,bind"_s,
                           u"-o"_s,
                           trace()}
        + command;
    }
    bool comesToPaper(const QString &page) const;
    QString trace() const { return m_home.filePath(u"trace"_s); }
    QByteArray traced() const
    {
        QFile file(trace());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_home;
};

void tst_Confinement::initTestCase()
{
    if (run(u"strace"_s, {u"-qq"_s, u"-o"_s, trace(), u"true"_s}).status != 0)
        QSKIP("nobody may watch a program here");
}

// Else the other test could not fail.
void tst_Confinement::seesWhatReachesOut()
{
    run(u"strace"_s, watched({u"bash"_s, u"-c"_s, u"echo > /dev/udp/192.0.2.7/9"_s}));

    QTRY_COMPARE(addressesIn(traced()), QStringList{u"192.0.2.7"_s});
}

// The article, the page as it was saved, and then that on paper.
bool tst_Confinement::comesToPaper(const QString &page) const
{
    constexpr int longEnough = 15'000; // ms
    const QString program = QCoreApplication::applicationDirPath() + u"/broadsheet"_s;
    Session session(u"strace"_s, watched({program, page}), environmentAt(m_home.path()));
    const auto isDrawn = [&] {
        return QTest::qWaitFor([&] { return hasInk(session.picture()); }, longEnough);
    };
    if (!session.waitForWindow() || !session.waitForTitle(u"Greedy page"_s) || !isDrawn())
        return false;
    const QImage article = session.picture();
    const auto isPreviewed = [] {
        const QStringList search{u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"Print Preview"_s};
        return !run(u"xdotool"_s, search).output.isEmpty();
    };
    const bool isShown = session.pressUntil(u"ctrl+u"_s,
                                            [&] { return session.picture() != article; });
    const bool isOnPaper = isShown && session.pressUntil(u"ctrl+shift+p"_s, isPreviewed)
        && isDrawn();
    session.kill();
    return isOnPaper;
}

void tst_Confinement::reachesNobody()
{
    const QString page = m_home.filePath(u"greedy.html"_s);
    QFile file(page);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(greedyPage) > 0);
    file.close();

    // On a busy machine the engine now and then stands still under a tracer, and only there.
    bool isOnPaper = false;
    for (int attempt = 0; attempt < 5 && !isOnPaper; ++attempt)
        isOnPaper = comesToPaper(page);
    QVERIFY(isOnPaper);

    const QByteArray calls = traced();
    QVERIFY2(calls.contains("/tmp/.X11-unix"), "nothing was seen at all");
    QCOMPARE(addressesIn(calls), QStringList());
}

QTEST_MAIN(tst_Confinement)
#include "tst_confinement.moc"
