#pragma once
// What an X11 desktop wants to hear of a click that started us, or handed us files: the window that
// answers it. https://specifications.freedesktop.org/startup-notification-spec/ GUI thread.

#include <QByteArray>
#include <QWindow>

struct xcb_connection_t;

// Ends the desktop's waiting for `id` (DESKTOP_STARTUP_ID), and asks it to bring `window` to the
// front for the click of that time: without it, it takes the window for one that pushes itself
// forward.
void answerStartup(xcb_connection_t *screen, WId window, const QByteArray &id);
