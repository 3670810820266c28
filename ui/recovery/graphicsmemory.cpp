#include "ui/recovery/graphicsmemory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace {

constexpr char trying[] = "trying";
constexpr char distrusted[] = "distrusted";

QByteArray wordIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(20).trimmed() : QByteArray();
}

} // namespace

GraphicsMemory::GraphicsMemory(const QString &file)
    : m_file(file), m_wasTrying(wordIn(file) == trying), m_isDistrusted(wordIn(file) == distrusted)
{
}

void GraphicsMemory::begin()
{
    if (m_isDistrusted)
        return;
    m_isNews = m_isDistrusted = m_wasTrying;
    m_isTrying = !m_isDistrusted;
    write(m_isTrying ? trying : distrusted);
}

void GraphicsMemory::worked()
{
    if (std::exchange(m_isTrying, false))
        QFile::remove(m_file);
}

void GraphicsMemory::trustAgain()
{
    QFile::remove(m_file);
}

void GraphicsMemory::write(const QByteArray &word) const
{
    QDir().mkpath(QFileInfo(m_file).path());
    QFile file(m_file);
    if (file.open(QIODevice::WriteOnly))
        file.write(word + '\n');
}
