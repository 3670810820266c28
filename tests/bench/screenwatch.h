#pragma once
// Watches the screen from outside, as a reader does: the same eye for our program and for the
// floor that it is measured against. X11 only; a window of its own connection; one thread.

#include <QByteArray>
#include <QRect>

#include <functional>
#include <memory>

struct xcb_connection_t;

class ScreenWatch final
{
public:
    ScreenWatch();
    ~ScreenWatch();

    bool isOpen() const;

    // The pixels of a part of the screen, 4 bytes each.
    QByteArray pixels(const QRect &part) const;
    // How many of them differ from the commonest one: text, where there is a page.
    int ink(const QRect &part) const;

    // Looks about once a millisecond until `seen`; answers the nanoseconds since `start` (of
    // std::chrono::steady_clock), or -1 when it takes longer than `patience` milliseconds.
    qint64 waitUntil(const std::function<bool()> &seen, qint64 start, int patience) const;

    // A key pressed and released in the largest window on the screen, as X sends it.
    void press(quint8 keycode) const;
    // The keycode that types this X keysym; 0 when there is none.
    quint8 keycode(quint32 keysym) const;

    static qint64 now(); // nanoseconds of std::chrono::steady_clock

private:
    quint32 largestWindow() const;

    struct Closed
    {
        void operator()(xcb_connection_t *connection) const;
    };
    std::unique_ptr<xcb_connection_t, Closed> m_connection;
    quint32 m_root = 0;
};
