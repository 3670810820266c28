#pragma once
// A program at work with a window on the screen, which xdotool gives keys and reads the title of.
// For end-to-end tests.

#include "tests/support/programrun.h"
#include "tests/support/renderers.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QProcess>
#include <QRegularExpression>
#include <QScreen>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

// The program at work, and its window.
class Session final
{
public:
    Session(const QString &program, const QStringList &arguments,
            const QProcessEnvironment &environment)
    {
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
    }

    ~Session() // of a test that failed
    {
        if (m_process.state() != QProcess::NotRunning)
            kill();
    }

    bool waitForWindow()
    {
        const auto isThere = [this] { return !(m_window = windows().value(0)).isEmpty(); };
        return QTest::qWaitFor(isThere, patience);
    }

    QString title() const
    {
        return run(u"xdotool"_s, {u"getwindowname"_s, m_window}).output.trimmed();
    }
    bool waitForTitle(const QString &headline) const
    {
        return QTest::qWaitFor([&] { return title().startsWith(headline); }, patience);
    }

    // Of every window of the program.
    QStringList titles() const
    {
        QStringList titles;
        for (const QString &window : windows())
            titles += run(u"xdotool"_s, {u"getwindowname"_s, window}).output.trimmed();
        return titles;
    }

    // By its own key; whether there was one with that headline.
    bool closeWindowCalled(const QString &headline) const
    {
        for (const QString &window : windows()) {
            if (!run(u"xdotool"_s, {u"getwindowname"_s, window}).output.startsWith(headline))
                continue;
            run(u"xdotool"_s, {u"windowfocus"_s, u"--sync"_s, window, u"key"_s, u"ctrl+w"_s});
            return true;
        }
        return false;
    }

    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    // One key after the other, as from a keyboard. There is no window manager that would give the
    // window the keyboard.
    void press(const QStringList &keys) const
    {
        run(u"xdotool"_s,
            QStringList{u"windowfocus"_s, m_window, u"key"_s, u"--clearmodifiers"_s} + keys);
    }

    // Presses a key until it is seen to have worked, for it may be too early for it. It has to be
    // one that does nothing more once it has.
    bool pressUntil(const QString &key, const std::function<bool()> &worked) const
    {
        constexpr int once = 1500; // ms
        QElapsedTimer time;
        time.start();
        while (time.elapsed() < patience) {
            press({key});
            if (QTest::qWaitFor(worked, once))
                return true;
        }
        return false;
    }
    bool pressUntilTitle(const QString &key, const QString &headline) const
    {
        return pressUntil(key, [&] { return title().startsWith(headline); });
    }

    // The processes of the web engine that draw pages, killed as by the system; how many there
    // were.
    int killRenderers() const { return killRenderersBelow(m_process.processId()); }

    // The middle of the window, where the article is, or as many pixels lower.
    QImage picture(int lower = 0) const
    {
        const QString shape = run(u"xdotool"_s, {u"getwindowgeometry"_s, u"--shell"_s, m_window})
                                  .output;
        const auto value = [&](const QString &name) {
            const QRegularExpression line(u"(?m)^%1=(-?\\d+)$"_s.arg(name));
            return line.match(shape).captured(1).toInt();
        };
        const QRect window(value(u"X"_s), value(u"Y"_s), value(u"WIDTH"_s), value(u"HEIGHT"_s));
        const QRect middle(window.x() + window.width() * 35 / 100, window.y() + 160 + lower,
                           window.width() * 35 / 100, window.height() - 260);
        return QGuiApplication::primaryScreen()
            ->grabWindow(0, middle.x(), middle.y(), middle.width(), middle.height())
            .toImage()
            .convertToFormat(QImage::Format_RGB32);
    }

    // The exit status after a key that ends the program; -1 when it does not end.
    int statusAfter(const QString &key)
    {
        press({key});
        if (!m_process.waitForFinished(patience) || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        return m_process.exitCode();
    }

private:
    QStringList windows() const
    {
        return run(u"xdotool"_s,
                   {u"search"_s, u"--onlyvisible"_s, u"--all"_s, u"--pid"_s,
                    QString::number(m_process.processId()), u"--name"_s, u"Broadsheet"_s})
            .output.split(u'\n', Qt::SkipEmptyParts);
    }

    QProcess m_process;
    QString m_window; // as X numbers it
};
