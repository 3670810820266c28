#include "ui/handover/startupnotice.h"

#include <QGuiApplication>
#include <QTest>
#include <QWindow>

#include <cstdlib>
#include <memory>

#include <xcb/xcb.h>

using namespace Qt::StringLiterals;

namespace {

struct Free
{
    void operator()(void *memory) const { std::free(memory); }
};

// A screen of its own, that listens as a window manager's panel does.
class Panel final
{
public:
    Panel() : m_screen(xcb_connect(nullptr, nullptr))
    {
        m_root = xcb_setup_roots_iterator(xcb_get_setup(m_screen)).data->root;
        const uint32_t events = XCB_EVENT_MASK_PROPERTY_CHANGE | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_screen, m_root, XCB_CW_EVENT_MASK, &events);
        xcb_flush(m_screen);
    }
    ~Panel() { xcb_disconnect(m_screen); }

    xcb_atom_t atom(const QByteArray &name)
    {
        const auto asked = xcb_intern_atom(m_screen, 0, uint16_t(name.size()), name.constData());
        const std::unique_ptr<xcb_intern_atom_reply_t, Free> atom(
            xcb_intern_atom_reply(m_screen, asked, nullptr));
        return atom->atom;
    }

    QByteArray property(WId window, const QByteArray &name)
    {
        const auto asked = xcb_get_property(m_screen, 0, xcb_window_t(window), atom(name),
                                            XCB_GET_PROPERTY_TYPE_ANY, 0, 100);
        const std::unique_ptr<xcb_get_property_reply_t, Free> value(
            xcb_get_property_reply(m_screen, asked, nullptr));
        return QByteArray(static_cast<const char *>(xcb_get_property_value(value.get())),
                          xcb_get_property_value_length(value.get()));
    }

    // The text of every startup message, and when a window asked for the front: 0 for never.
    void hear()
    {
        const xcb_atom_t active = atom("_NET_ACTIVE_WINDOW");
        const xcb_atom_t begin = atom("_NET_STARTUP_INFO_BEGIN");
        const xcb_atom_t more = atom("_NET_STARTUP_INFO");
        while (const auto event = std::unique_ptr<xcb_generic_event_t, Free>(
                   xcb_poll_for_event(m_screen))) {
            if ((event->response_type & 0x7f) != XCB_CLIENT_MESSAGE)
                continue;
            const auto *message = reinterpret_cast<xcb_client_message_event_t *>(event.get());
            if (message->type == begin || message->type == more)
                said += QByteArray(reinterpret_cast<const char *>(message->data.data8), 20);
            else if (message->type == active)
                frontTime = message->data.data32[1];
        }
    }

    QByteArray said;
    uint32_t frontTime = 0;

private:
    xcb_connection_t *m_screen;
    xcb_window_t m_root;
};

} // namespace

class tst_StartupNotice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
        if (!m_x11)
            QSKIP("there is no X11 screen");
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void endsTheWaitingAndComesForTheClick()
    {
        QWindow window;
        window.create();
        Panel panel;

        answerStartup(m_x11->connection(), window.winId(), "files/pen/71-0-desk_TIME4711");

        QTRY_VERIFY((panel.hear(), panel.said.contains("remove: ID=")));
        QVERIFY(panel.said.contains("_TIME4711"));
        QCOMPARE(panel.frontTime, 4711u);
        QVERIFY(panel.property(window.winId(), "_NET_STARTUP_ID").startsWith("files/pen/71-0"));
    }

    // Nobody clicked, or it is not known when: the window does not push itself forward.
    void asksForNoMoreThanItMay()
    {
        QWindow window;
        window.create();
        Panel panel;

        answerStartup(m_x11->connection(), window.winId(), "");
        answerStartup(m_x11->connection(), window.winId(), "of-another-kind");

        QTRY_VERIFY((panel.hear(), panel.said.contains("of-another-kind")));
        QCOMPARE(panel.frontTime, 0u);
    }

private:
    QNativeInterface::QX11Application *m_x11 = nullptr;
};

QTEST_MAIN(tst_StartupNotice)
#include "tst_startupnotice.moc"
