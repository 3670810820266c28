#include "tests/bench/screenwatch.h"

#include <QHash>

#include <chrono>
#include <cstdlib>
#include <poll.h>
#include <xcb/xcb.h>

namespace {

template <typename T>
struct Freed
{
    void operator()(T *reply) const { std::free(reply); }
};
template <typename T>
using Reply = std::unique_ptr<T, Freed<T>>;

} // namespace

void ScreenWatch::Closed::operator()(xcb_connection_t *connection) const
{
    xcb_disconnect(connection);
}

ScreenWatch::ScreenWatch() : m_connection(xcb_connect(nullptr, nullptr))
{
    if (isOpen())
        m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data->root;
}

ScreenWatch::~ScreenWatch() = default;

bool ScreenWatch::isOpen() const
{
    return xcb_connection_has_error(m_connection.get()) == 0;
}

QByteArray ScreenWatch::pixels(const QRect &part) const
{
    const auto cookie = xcb_get_image(m_connection.get(), XCB_IMAGE_FORMAT_Z_PIXMAP, m_root,
                                      qint16(part.x()), qint16(part.y()), quint16(part.width()),
                                      quint16(part.height()), ~0U);
    const Reply<xcb_get_image_reply_t> image(
        xcb_get_image_reply(m_connection.get(), cookie, nullptr));
    if (!image)
        return {};
    return {reinterpret_cast<const char *>(xcb_get_image_data(image.get())),
            xcb_get_image_data_length(image.get())};
}

int ScreenWatch::ink(const QRect &part) const
{
    const QByteArray bytes = pixels(part);
    const auto *pixel = reinterpret_cast<const quint32 *>(bytes.constData());
    const qsizetype count = bytes.size() / 4;
    QHash<quint32, int> colours;
    for (qsizetype at = 0; at < count; ++at)
        ++colours[pixel[at] & 0xffffffU];
    int commonest = 0;
    for (const int times : std::as_const(colours))
        commonest = std::max(commonest, times);
    return int(count) - commonest;
}

qint64 ScreenWatch::waitUntil(const std::function<bool()> &seen, qint64 start, int patience) const
{
    const qint64 deadline = start + qint64(patience) * 1000000;
    while (now() < deadline) {
        if (seen())
            return now() - start;
        // Nothing is ever sent to us: this only gives the processor away for a moment.
        pollfd connection{xcb_get_file_descriptor(m_connection.get()), POLLIN, 0};
        ::poll(&connection, 1, 1);
    }
    return -1;
}

quint32 ScreenWatch::largestWindow() const
{
    xcb_connection_t *const x = m_connection.get();
    const Reply<xcb_query_tree_reply_t> tree(
        xcb_query_tree_reply(x, xcb_query_tree(x, m_root), nullptr));
    const xcb_window_t *const windows = xcb_query_tree_children(tree.get());
    quint32 largest = m_root;
    int area = 0;
    for (int at = 0; at < xcb_query_tree_children_length(tree.get()); ++at) {
        const Reply<xcb_get_window_attributes_reply_t> state(
            xcb_get_window_attributes_reply(x, xcb_get_window_attributes(x, windows[at]), nullptr));
        const Reply<xcb_get_geometry_reply_t> size(
            xcb_get_geometry_reply(x, xcb_get_geometry(x, windows[at]), nullptr));
        if (!state || !size || state->map_state != XCB_MAP_STATE_VIEWABLE)
            continue;
        if (size->width * size->height > area) {
            area = size->width * size->height;
            largest = windows[at];
        }
    }
    return largest;
}

void ScreenWatch::press(quint8 keycode) const
{
    xcb_key_press_event_t event{};
    event.detail = keycode;
    event.root = m_root;
    event.event = largestWindow();
    event.same_screen = 1;
    // Without a window manager nobody else makes the window the active one.
    xcb_set_input_focus(m_connection.get(), XCB_INPUT_FOCUS_PARENT, event.event, XCB_CURRENT_TIME);
    for (const int type : {XCB_KEY_PRESS, XCB_KEY_RELEASE}) {
        event.response_type = quint8(type);
        xcb_send_event(m_connection.get(), 0, event.event, XCB_EVENT_MASK_NO_EVENT,
                       reinterpret_cast<const char *>(&event));
    }
    xcb_flush(m_connection.get());
}

quint8 ScreenWatch::keycode(quint32 keysym) const
{
    xcb_connection_t *const x = m_connection.get();
    const xcb_setup_t *const setup = xcb_get_setup(x);
    const int count = setup->max_keycode - setup->min_keycode + 1;
    const Reply<xcb_get_keyboard_mapping_reply_t> mapping(xcb_get_keyboard_mapping_reply(
        x, xcb_get_keyboard_mapping(x, setup->min_keycode, quint8(count)), nullptr));
    const xcb_keysym_t *const symbols = xcb_get_keyboard_mapping_keysyms(mapping.get());
    for (int at = 0; at < count; ++at) {
        if (symbols[at * mapping->keysyms_per_keycode] == keysym)
            return quint8(setup->min_keycode + at);
    }
    return 0;
}

qint64 ScreenWatch::now()
{
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}
