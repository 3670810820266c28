#include "ui/handover/startupnotice.h"

#include <cstdlib>
#include <memory>

#include <xcb/xcb.h>
#define SN_API_NOT_YET_FROZEN // as the library asks of its users
#include <libsn/sn.h>

namespace {

struct Free
{
    void operator()(void *memory) const { std::free(memory); }
    void operator()(SnDisplay *display) const { sn_display_unref(display); }
    void operator()(SnLauncheeContext *launchee) const { sn_launchee_context_unref(launchee); }
};

// https://specifications.freedesktop.org/wm-spec/latest/ar01s03.html#id-1.4.10
void askForFront(xcb_connection_t *screen, xcb_window_t window, xcb_timestamp_t time)
{
    constexpr char name[] = "_NET_ACTIVE_WINDOW";
    const std::unique_ptr<xcb_intern_atom_reply_t, Free> atom(
        xcb_intern_atom_reply(screen, xcb_intern_atom(screen, 0, sizeof name - 1, name), nullptr));
    if (!atom)
        return;
    xcb_client_message_event_t event{};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = window;
    event.type = atom->atom;
    event.data.data32[0] = 1; // an application
    event.data.data32[1] = time;
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(screen)).data->root;
    xcb_send_event(screen, 0, root,
                   XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY | XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT,
                   reinterpret_cast<const char *>(&event));
}

} // namespace

void answerStartup(xcb_connection_t *screen, WId window, const QByteArray &id)
{
    if (id.isEmpty())
        return;
    const std::unique_ptr<SnDisplay, Free> display(sn_xcb_display_new(screen, nullptr, nullptr));
    const std::unique_ptr<SnLauncheeContext, Free> launchee(
        sn_launchee_context_new(display.get(), 0, id.constData()));
    sn_launchee_context_setup_window(launchee.get(), Window(window));
    if (sn_launchee_context_get_id_has_timestamp(launchee.get()))
        askForFront(screen, xcb_window_t(window),
                    xcb_timestamp_t(sn_launchee_context_get_timestamp(launchee.get())));
    sn_launchee_context_complete(launchee.get());
    xcb_flush(screen);
}
