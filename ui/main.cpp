// broadsheet: opens a window on the files that it is given, or prints them without one.
#include "app/library/library.h"
#include "app/session/librarysession.h"
#include "ui/diagnosis/diagnosis.h"
#include "ui/handover/applicationservice.h"
#include "ui/handover/handoverlistener.h"
#include "ui/handover/startupnotice.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/printing/printingplugin.h"
#include "ui/reading/engineenvironment.h"
#include "ui/reading/graphics.h"
#include "ui/reading/readingplugin.h"
#include "ui/recovery/graphicsmemory.h"
#include "ui/recovery/sessionrecord.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDBusConnection>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct CommandLine
{
    QCommandLineParser parser;
    QCommandLineOption pdf{
        u"pdf"_s, u"Write the articles into a PDF, or each file into one in a folder; no window."_s,
        u"OUT.pdf|FOLDER"_s};
    QCommandLineOption print{u"print"_s, u"Print the articles and show no window."_s};
    QCommandLineOption printer{u"printer"_s, u"Print there, and not on the default printer."_s,
                               u"NAME"_s};
    QCommandLineOption newWindow{
        u"new-window"_s, u"Open another window, and not a story in the one that is there."_s};
    QCommandLineOption library{u"library"_s,
                               u"Open another library than your own, whole below DIR."_s, u"DIR"_s};
    QCommandLineOption diagnose{u"diagnose"_s, u"Say what a bug report needs; show no window."_s};
};

void describe(CommandLine &line)
{
    line.parser.setApplicationDescription(u"Reads the news articles that are on your disk."_s);
    line.parser.addHelpOption();
    line.parser.addVersionOption();
    line.parser.addOption(line.pdf);
    line.parser.addOption(line.print);
    line.parser.addOption(line.printer);
    line.parser.addOption(line.newWindow);
    line.parser.addOption(line.library);
    line.parser.addOption(line.diagnose);
    line.parser.addPositionalArgument(u"files"_s, u"Articles, or folders of them."_s,
                                      u"[FILE|FOLDER…]"_s);
}

int complain(const QString &sentence)
{
    std::fprintf(stderr, "broadsheet: %s\n", qPrintable(sentence));
    return 2;
}

int missPlugin(const Error &error)
{
    std::fprintf(stderr, "broadsheet: %s\n", qPrintable(error.detail));
    return 1;
}

int printWithoutWindow(const PrintOrder &order)
{
    const auto reading = loadReadingPlugin();
    if (!reading.has_value())
        return missPlugin(reading.error());
    const auto printing = loadPrintingPlugin();
    if (!printing.has_value())
        return missPlugin(printing.error());
    QObject workshop; // the press leaves before the engine does, and what uses it before the press
    PaperPress *press = reading.value()->createPaperPress(&workshop);
    QObject command;
    printing.value()->carryOut(*press, order, &command, &QCoreApplication::exit);
    return QApplication::exec();
}

// Below the program's own name: Qt would put it below that of an organization, which there is none.
QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + u"/broadsheet.conf"_s;
}

int diagnose(const LibraryPlaces &places, const GraphicsMemory &graphics)
{
    const auto reading = loadReadingPlugin();
    const auto printing = loadPrintingPlugin();
    const Outfit outfit{reading.has_value() ? Result<QString>(reading.value()->engineVersion())
                                            : Result<QString>(reading.error()),
                        printing.has_value() ? Result<QString>(printing.value()->outfit())
                                             : Result<QString>(printing.error()),
                        graphics.isDistrusted()};
    std::fputs(diagnosis(places, settingsFile(), outfit).toUtf8().constData(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}

// As the settings have it, and as it was where it is brought back.
WindowSettings settingsFor(const QSettings &settings, const OpenWindow &before)
{
    WindowSettings values = readWindowSettings(settings);
    if (!before.place.isEmpty()) {
        values.place = before.place;
        values.placeName = before.placeName;
    }
    if (!before.geometry.isEmpty())
        values.geometry = before.geometry;
    return values;
}

// A window with all that it needs of its own. Several of them, and the command line, may have the
// same library open: writers take turns.
class OwnWindow final : public QObject
{
    // Windows looks for its children of this class, and of no other.
    Q_OBJECT

public:
    OwnWindow(const LibraryPlaces &places, const QStringList &paths, const OpenWindow &before,
              QObject *parent)
        : QObject(parent)
        , m_library(places)
        , m_session(m_library)
        , m_window(m_session, &loadReadingPlugin, settingsFor(m_settings, before), paths)
    {
        connect(&m_window, &MainWindow::settingsChanged, this,
                [this] { writeWindowSettings(m_settings, m_window.settings()); });
        connect(&m_window, &MainWindow::closed, this, &QObject::deleteLater);
        if (!before.path.isEmpty())
            goTo(before);
        m_window.show();
    }

    void goTo(const OpenWindow &place)
    {
        m_window.goTo({ArticleId(place.article), place.path, place.part});
    }

    MainWindow &window() { return m_window; }

    OpenWindow now() const
    {
        const ReadingPlace place = m_window.place();
        const WindowSettings settings = m_window.settings();
        return {place.path,     place.part,         qint64(place.id),
                settings.place, settings.placeName, settings.geometry};
    }

private:
    Library m_library;
    LibrarySession m_session;
    QSettings m_settings{settingsFile(), QSettings::IniFormat};
    MainWindow m_window;
};

// Every window of this program, and what later starts of it ask for.
class Windows final : public QObject
{
    Q_OBJECT

public:
    explicit Windows(const LibraryPlaces &places)
        : m_places(places), m_record(places.state + u"/session.json"_s)
    {
        connect(&m_listener, &HandoverListener::asked, this, &Windows::follow);
        connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, [this] {
            for (OwnWindow *own : windows()) {
                if (own->window().isActiveWindow())
                    m_newest = own;
            }
        });
        m_keepSoon.setSingleShot(true);
        m_keepSoon.setInterval(500ms);
        connect(&m_keepSoon, &QTimer::timeout, this, &Windows::keep);
        m_provedSoon.setSingleShot(true);
        connect(&m_provedSoon, &QTimer::timeout, this, &Windows::liveOn);
        m_provedSoon.start(10s);
    }

    // At the end of a program that ends as it should.
    ~Windows() override
    {
        liveOn();
        m_record.end();
    }

    // What the program before left behind when it ended badly, or else a window on `paths`. What
    // may have been its end is brought back only when the reader says so.
    void begin(const QStringList &paths)
    {
        QList<OpenWindow> lost = m_record.lost();
        lost.removeIf([](const OpenWindow &window) { return window.path.isEmpty(); });
        if (!lost.isEmpty() && paths.isEmpty() && !m_record.isLostAgain()) {
            bringBack(lost);
            m_newest->window().offer(
                tr("Broadsheet did not end as it should: what was open is here again."), {}, {});
            return;
        }
        MainWindow &window = open(paths);
        if (!lost.isEmpty())
            window.offer(tr("Broadsheet did not end as it should."), tr("Reopen What Was Open"),
                         [this, lost] { bringBack(lost); });
    }

    void tellOfGraphics(const std::function<void()> &trustAgain)
    {
        m_newest->window().offer(
            tr("The graphics processor failed at the last start: pages are drawn without it."),
            tr("Use It at the Next Start"), trustAgain);
    }

    // After the first window is there: nobody is kept waiting for the socket or the bus. The
    // desktop knows of the reader's own library only.
    void listen()
    {
        m_listener.listen(handoverAddress(m_places.state));
        if (m_places.state == LibraryPlaces::ofReader().state)
            m_service->offer(QDBusConnection::sessionBus());
    }

    MainWindow &open(const QStringList &paths, const OpenWindow &before = {})
    {
        auto *own = new OwnWindow(m_places, paths, before, this);
        connect(&own->window(), &MainWindow::newWindowWanted, this,
                [this](const ArticleSummary &story) { open({}).openArticle(story); });
        connect(&own->window(), &MainWindow::placeChanged, &m_keepSoon,
                qOverload<>(&QTimer::start));
        connect(&own->window(), &MainWindow::settled, this, &Windows::settled);
        connect(own, &QObject::destroyed, &m_keepSoon, qOverload<>(&QTimer::start));
        m_newest = own;
        return own->window();
    }

Q_SIGNALS:
    void settled(); // something is to be seen

private:
    QList<OwnWindow *> windows() const
    {
        return findChildren<OwnWindow *>(Qt::FindDirectChildrenOnly);
    }

    // Into the window that is there, where that is still empty.
    void bringBack(QList<OpenWindow> lost)
    {
        m_record.restoring();
        if (m_newest && m_newest->now().path.isEmpty())
            m_newest->goTo(lost.takeFirst());
        for (const OpenWindow &window : lost)
            open({}, window);
        keep();
        m_provedSoon.start(10s);
    }

    void liveOn()
    {
        m_record.proved();
        Q_EMIT settled();
    }

    void keep()
    {
        QList<OpenWindow> open;
        for (const OwnWindow *own : windows())
            open += own->now();
        m_record.keep(open);
    }

    void follow(const HandoverRequest &request)
    {
        if (!m_newest)
            m_newest = windows().value(0); // the one that was used last has been closed
        if (request.wantsNewWindow || !m_newest)
            return toFront(open(request.paths), request.activationToken);
        if (!request.paths.isEmpty())
            m_newest->window().open(request.paths);
        toFront(m_newest->window(), request.activationToken);
    }

    // The compositor lets a window come to the front for a token of the click that asked for it.
    // https://wayland.app/protocols/xdg-activation-v1
    static void toFront(MainWindow &window, const QByteArray &token)
    {
        if (!token.isEmpty())
            qputenv("XDG_ACTIVATION_TOKEN", token);
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.show();
        window.raise();
#if QT_CONFIG(xcb)
        if (auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>())
            answerStartup(x11->connection(), window.winId(), token);
#endif
        window.activateWindow();
    }

    LibraryPlaces m_places;
    SessionRecord m_record;
    QTimer m_keepSoon;
    QTimer m_provedSoon; // that it lives on
    HandoverListener m_listener;
    ApplicationService *m_service = new ApplicationService(
        this, [this](const HandoverRequest &request) { follow(request); });
    QPointer<OwnWindow> m_newest; // that the reader used last
};

int openWindow(const LibraryPlaces &places, const QStringList &paths, GraphicsMemory &graphics)
{
    Windows windows(places);
    QObject::connect(&windows, &Windows::settled, &windows, [&graphics] { graphics.worked(); });
    windows.begin(paths);
    windows.listen();
    if (graphics.isNews())
        windows.tellOfGraphics([&graphics] { graphics.trustAgain(); });
    return QApplication::exec();
}

LibraryPlaces placesOf(const CommandLine &line)
{
    if (!line.parser.isSet(line.library))
        return LibraryPlaces::ofReader();
    const QString directory = line.parser.value(line.library);
    return LibraryPlaces::below(QDir::cleanPath(QDir().absoluteFilePath(directory)));
}

void nameProgram()
{
    QCoreApplication::setApplicationName(u"broadsheet"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BROADSHEET_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Broadsheet"_s);
    QGuiApplication::setDesktopFileName(u"org.broadsheet.Broadsheet"_s);
}

int carryOut(const CommandLine &line, GraphicsMemory &graphics)
{
    if (line.parser.isSet(line.diagnose))
        return diagnose(placesOf(line), graphics);
    const QStringList paths = line.parser.positionalArguments();
    const bool makesPdf = line.parser.isSet(line.pdf);
    if (makesPdf && line.parser.isSet(line.print))
        return complain(u"--pdf and --print are two orders: give one"_s);
    if (line.parser.isSet(line.printer) && !line.parser.isSet(line.print))
        return complain(u"--printer says where to --print"_s);
    if (!makesPdf && !line.parser.isSet(line.print))
        return openWindow(placesOf(line), paths, graphics);
    if (paths.isEmpty())
        return complain(
            u"%1 needs an article to print"_s.arg(makesPdf ? u"--pdf"_s : u"--print"_s));
    return printWithoutWindow(
        {paths, line.parser.value(line.pdf), line.parser.value(line.printer)});
}

int answer(GraphicsMemory &graphics)
{
    CommandLine line;
    describe(line);
    if (!line.parser.parse(QCoreApplication::arguments()))
        return complain(line.parser.errorText());
    if (line.parser.isSet(u"help"_s))
        line.parser.showHelp(0);
    if (line.parser.isSet(u"version"_s))
        line.parser.showVersion();
    return carryOut(line, graphics);
}

// What the reader says in the environment goes before what we remember.
void chooseGraphics(GraphicsMemory &graphics)
{
    if (qEnvironmentVariableIsSet("QT_QUICK_BACKEND") || drawsInSoftware())
        return;
    graphics.begin();
    if (graphics.isDistrusted())
        qputenv("QT_QUICK_BACKEND", "software");
}

// Asks a running program to do what this one was started for. Before there is an application
// object: a double-click must not wait for more than it needs.
bool isHandedOver(const QStringList &words)
{
    CommandLine line;
    describe(line);
    if (!line.parser.parse(QStringList{u"broadsheet"_s} + words))
        return false;
    HandoverRequest request;
    for (const QString &path : line.parser.positionalArguments())
        request.paths.append(QDir::cleanPath(QDir::current().absoluteFilePath(path)));
    request.wantsNewWindow = line.parser.isSet(line.newWindow);
    request.activationToken = qgetenv("XDG_ACTIVATION_TOKEN");
    if (request.activationToken.isEmpty())
        request.activationToken = qgetenv("DESKTOP_STARTUP_ID");
    return handOver(handoverAddress(placesOf(line).state), request);
}

} // namespace

int main(int argc, char *argv[])
{
    // What needs no window needs no screen either.
    QStringList words;
    for (int at = 1; at < argc; ++at)
        words.append(QString::fromLocal8Bit(argv[at]));
    const bool isQuestion = std::ranges::any_of(words, [](const QString &word) {
        return word == u"--help"_s || word == u"-h"_s || word == u"--version"_s || word == u"-v"_s;
    });
    const bool hasScreen = !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
    const bool needsNoWindow = std::ranges::any_of(words, [](const QString &word) {
        return word.startsWith(u"--pdf"_s) || word.startsWith(u"--print"_s)
            || word == u"--diagnose"_s;
    });
    nameProgram();
    if (!needsNoWindow && !isQuestion && isHandedOver(words))
        return 0;
    if ((needsNoWindow || isQuestion) && !hasScreen)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    GraphicsMemory graphics(QFileInfo(settingsFile()).path() + u"/graphics"_s);
    if (!needsNoWindow && !isQuestion)
        chooseGraphics(graphics);
    if (!isQuestion)
        prepareEngine();
    QApplication program(argc, argv);

    const int status = answer(graphics);
    graphics.worked(); // whatever came of it, the program has lived to its end
    return status;
}

#include "main.moc"
