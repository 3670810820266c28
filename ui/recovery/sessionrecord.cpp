#include "ui/recovery/sessionrecord.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longest = 1'000'000; // bytes: whatever is larger was not written by us
constexpr qsizetype mostWindows = 50;

QJsonObject toJson(const OpenWindow &window)
{
    return {{u"path"_s, window.path},
            {u"part"_s, window.part},
            {u"article"_s, window.article},
            {u"place"_s, window.place},
            {u"placeName"_s, window.placeName},
            {u"geometry"_s, QString::fromLatin1(window.geometry.toBase64())}};
}

OpenWindow fromJson(const QJsonObject &json)
{
    return {json.value(u"path"_s).toString(),
            json.value(u"part"_s).toString(),
            json.value(u"article"_s).toInteger(),
            json.value(u"place"_s).toString(),
            json.value(u"placeName"_s).toString(),
            QByteArray::fromBase64(json.value(u"geometry"_s).toString().toLatin1())};
}

} // namespace

SessionRecord::SessionRecord(const QString &path) : m_file(path)
{
    QFile file(path);
    if (file.size() > longest || !file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject record = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue &window : record.value(u"windows"_s).toArray()) {
        if (m_lost.size() < mostWindows)
            m_lost += fromJson(window.toObject());
    }
    m_isLostAgain = record.value(u"unproved"_s).toBool();
}

void SessionRecord::proved()
{
    if (!m_isUnproved)
        return;
    m_isUnproved = false;
    write();
}

void SessionRecord::keep(const QList<OpenWindow> &windows)
{
    if (windows == m_open)
        return;
    m_open = windows;
    write();
}

void SessionRecord::end()
{
    m_open.clear();
    QFile::remove(m_file);
}

// Whole or not at all, but not waited for: this is about programs that end, not machines.
void SessionRecord::write() const
{
    QJsonArray windows;
    for (const OpenWindow &window : m_open)
        windows.append(toJson(window));
    const QJsonObject record{{u"windows"_s, windows}, {u"unproved"_s, m_isUnproved}};
    QDir().mkpath(QFileInfo(m_file).path());
    QFile next(m_file + u".next"_s);
    if (!next.open(QIODevice::WriteOnly))
        return;
    next.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // what one reads is nobody's concern
    const QByteArray bytes = QJsonDocument(record).toJson();
    const bool isWhole = next.write(bytes) == bytes.size() && next.flush();
    next.close();
    if (isWhole)
        std::rename(QFile::encodeName(next.fileName()).constData(),
                    QFile::encodeName(m_file).constData());
    else
        next.remove();
}
