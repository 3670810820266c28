#include "ui/reading/engineenvironment.h"

#include "ui/reading/graphics.h"
#include "ui/reading/readingplugin.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QDir>
#include <QLoggingCategory>
#include <QOpenGLContext>
#include <QPluginLoader>

// Exported by QtGui and what QGuiApplication itself calls for Qt::AA_ShareOpenGLContexts, but
// declared in a private header only.
QT_BEGIN_NAMESPACE
Q_GUI_EXPORT void qt_gl_set_global_share_context(QOpenGLContext *context);
Q_GUI_EXPORT QOpenGLContext *qt_gl_global_share_context();
QT_END_NAMESPACE

using namespace Qt::StringLiterals;

namespace {

QtMessageHandler nextHandler = nullptr;

// Without OpenGL the engine says once, as a warning, that it has none. That is what was chosen.
void withoutKnownNoise(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (message.startsWith(u"No suitable graphics backend found"_s))
        return;
    nextHandler(type, context, message);
}

// The desktop says on the session bus whether a screen reader runs. Asked after the first frame,
// and not at all where there is no bus: it would be started for the question.
bool hasScreenReader()
{
    if (qEnvironmentVariableIntValue("QT_LINUX_ACCESSIBILITY_ALWAYS_ON") == 1)
        return true;
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return false;
    QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.a11y.Status"_s << u"ScreenReaderEnabled"_s;
    question.setAutoStartService(false);
    constexpr int patience = 100; // ms
    const QDBusReply<QDBusVariant> answer = QDBusConnection::sessionBus().call(
        question, QDBus::Block, patience);
    return answer.isValid() && answer.value().variant().toBool();
}

} // namespace

void prepareEngine()
{
    if (drawsInSoftware() && !qEnvironmentVariableIsSet("QT_XCB_GL_INTEGRATION")) {
        // Else the engine makes Qt load the software OpenGL, only to leave it unused.
        qputenv("QT_XCB_GL_INTEGRATION", "none");
    }
    // The engine tells its graphics set-up at every start.
    QLoggingCategory::setFilterRules(u"qt.webenginecontext.info=false"_s);
    nextHandler = qInstallMessageHandler(withoutKnownNoise);
}

Result<ReadingPlugin *> loadReadingPlugin()
{
    // Web accessibility is off on Linux in Qt 6.4 unless this is set before the engine starts.
    if (!qEnvironmentVariableIsSet("QTWEBENGINE_ENABLE_LINUX_ACCESSIBILITY") && hasScreenReader())
        qputenv("QTWEBENGINE_ENABLE_LINUX_ACCESSIBILITY", "1");
    // The engine wants a context to share when it is loaded. Qt::AA_ShareOpenGLContexts would make
    // one before the first frame; drawing in software, one that was never created will do.
    if (!qt_gl_global_share_context()) {
        auto *context = new QOpenGLContext; // the engine's, and so until the program ends
        if (!drawsInSoftware())
            context->create();
        qt_gl_set_global_share_context(context);
    }

    const QDir here(QCoreApplication::applicationDirPath());
    QPluginLoader loader(here.filePath(QStringLiteral(BROADSHEET_READING_PLUGIN)));
    auto *plugin = qobject_cast<ReadingPlugin *>(loader.instance());
    if (!plugin)
        return Error{Error::Kind::Failed, loader.fileName(), loader.errorString()};
    return plugin;
}
