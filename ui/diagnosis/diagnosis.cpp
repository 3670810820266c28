#include "ui/diagnosis/diagnosis.h"

#include "app/library/librarystatus.h"
#include "ui/reading/graphics.h"

#include <QDir>
#include <QFile>
#include <QFontInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QProcessEnvironment>
#include <QScreen>
#include <QStandardPaths>
#include <QSysInfo>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

QString line(const QString &name, const QString &value)
{
    return name + u": "_s + (value.isEmpty() ? u"none"_s : value) + u'\n';
}

QString line(const QString &name, qint64 value)
{
    return line(name, QString::number(value));
}

QString yesOrNo(bool yes)
{
    return yes ? u"yes"_s : u"no"_s;
}

// A report is sent to strangers, who need not know what the reader is called.
QString withoutHome(const QString &path)
{
    const QString home = QDir::homePath();
    if (path == home || path.startsWith(home + u'/'))
        return u'~' + path.mid(home.size());
    return path;
}

QString variable(const char *name)
{
    return line(QString::fromLatin1(name), qEnvironmentVariable(name, u"not set"_s));
}

QString orWhyNot(const Result<QString> &loaded)
{
    return loaded.has_value() ? loaded.value()
                              : u"could not be loaded: "_s + withoutHome(loaded.error().detail);
}

QString versions(const Outfit &outfit)
{
    QString text = u"Broadsheet\n"_s + line(u"Version"_s, QCoreApplication::applicationVersion());
    text += u"\nQt\n"_s + line(u"Compiled with"_s, QStringLiteral(QT_VERSION_STR))
        + line(u"Running with"_s, QString::fromLatin1(qVersion()))
        + line(u"Web engine"_s, orWhyNot(outfit.engine))
        + line(u"Printing"_s, orWhyNot(outfit.printing));
    return text;
}

QString machine(bool isDistrusted)
{
    QString text = u"\nSystem\n"_s + line(u"System"_s, QSysInfo::prettyProductName())
        + line(u"Kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion())
        + line(u"Processor"_s, QSysInfo::currentCpuArchitecture())
        + line(u"Platform plug-in"_s, QGuiApplication::platformName())
        + variable("XDG_SESSION_TYPE") + variable("XDG_CURRENT_DESKTOP")
        + line(u"Locale"_s, QLocale().name())
        + line(u"Graphics"_s, drawsInSoftware() ? u"software"_s : u"OpenGL"_s)
        + line(u"Graphics processor failed once"_s, yesOrNo(isDistrusted));
    for (const QScreen *screen : QGuiApplication::screens())
        text += line(u"Screen"_s,
                     u"%1 × %2 at scale %3"_s.arg(screen->size().width())
                         .arg(screen->size().height())
                         .arg(screen->devicePixelRatio()));
    for (const QString &family : {u"serif"_s, u"sans-serif"_s, u"monospace"_s})
        text += line(u"Font for "_s + family, QFontInfo(QFont(family)).family());
    return text
        + line(u"Printing through lp"_s,
               yesOrNo(!QStandardPaths::findExecutable(u"lp"_s).isEmpty()));
}

// What decides whether Chromium can lock its renderers in.
QString sandbox()
{
    const auto number = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed())
                                              : u"not known here"_s;
    };
    return u"\nSandbox\n"_s + line(u"Run by root"_s, yesOrNo(geteuid() == 0))
        + line(u"User namespaces at most"_s, number(u"/proc/sys/user/max_user_namespaces"_s))
        + line(u"User namespaces without privilege"_s,
               number(u"/proc/sys/kernel/unprivileged_userns_clone"_s));
}

// Among them are those that switch the sandbox off, choose the back end or scale the screen.
QString environment()
{
    QString text = u"\nEnvironment\n"_s;
    const QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    QStringList names = all.keys();
    names.sort();
    for (const QString &name : names) {
        if (name.startsWith(u"QT_"_s) || name.startsWith(u"QTWEBENGINE_"_s))
            text += line(name, withoutHome(all.value(name)));
    }
    return text;
}

QString library(const LibraryPlaces &places, const QString &settings)
{
    QString text = u"\nPlaces\n"_s + line(u"Settings"_s, withoutHome(settings))
        + line(u"State"_s, withoutHome(places.state)) + line(u"Cache"_s, withoutHome(places.cache))
        + u"\nLibrary\n"_s;
    const auto found = libraryStatus(places);
    if (!found.has_value()) // its detail may name a file
        return text + line(u"Cannot be read, error"_s, qint64(found.error().kind));
    const LibraryStatus &status = found.value();
    return text + line(u"Articles"_s, status.overview.articles)
        + line(u"Articles with words"_s, status.withWords)
        + line(u"Folders"_s, status.overview.folders.size())
        + line(u"Files that could not be read"_s, status.problems.size())
        + line(u"State version"_s, status.stateVersion)
        + line(u"Catalogue version"_s, status.catalogueVersion)
        + line(u"State bytes"_s, status.stateBytes)
        + line(u"Catalogue bytes"_s, status.catalogueBytes)
        + line(u"Index bytes"_s, status.indexBytes)
        + line(u"Index shards"_s,
               status.indexShards ? QString::number(*status.indexShards) : u"list is damaged"_s);
}

} // namespace

QString diagnosis(const LibraryPlaces &places, const QString &settings, const Outfit &outfit)
{
    return versions(outfit) + machine(outfit.isDistrusted) + sandbox() + environment()
        + library(places, settings);
}
