#include "ui/reading/graphics.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

// The rule: OpenGL when there is a graphics processor that we may use, which on Linux is a render
// node under /dev/dri, and the screen is this machine's own. Everything else (virtual machines,
// containers, thin clients, ssh -X) would draw OpenGL in software, slower and later than Qt Quick
// draws by itself. Looking at two file names costs nothing; asking OpenGL would cost a context, as
// much time as the whole first frame.
bool drawsInSoftware()
{
    const QByteArray asked = qgetenv("QT_QUICK_BACKEND");
    if (!asked.isEmpty())
        return asked == "software";
    if (qEnvironmentVariable("WAYLAND_DISPLAY").isEmpty()
        && !qEnvironmentVariable("DISPLAY").startsWith(u':'))
        return true;
    const QDir devices(u"/dev/dri"_s);
    const QStringList nodes = devices.entryList({u"renderD*"_s}, QDir::System);
    return std::none_of(nodes.begin(), nodes.end(), [&](const QString &node) {
        const QFileInfo info(devices.filePath(node));
        return info.isReadable() && info.isWritable();
    });
}
