#include "app/library/filetable.h"

#include <algorithm>
#include <limits>

FileTable::FileTable(const QList<FoundFile> &files)
{
    for (const FoundFile &file : files)
        append(file);
}

void FileTable::append(const FoundFile &file)
{
    const qsizetype slash = file.path.lastIndexOf(u'/');
    const QStringView folder = QStringView(file.path).first(std::max<qsizetype>(0, slash));
    int number = m_rows.isEmpty() ? -1 : m_rows.constLast().folder;
    if (number < 0 || m_folders.at(number) != folder) {
        const QString text = folder.toString();
        number = m_numbers.value(text, int(m_folders.size()));
        if (number == m_folders.size()) {
            m_folders.append(text);
            m_numbers.insert(text, number);
        }
    }
    const QByteArray name = QStringView(file.path).sliced(slash + 1).toUtf8();
    Q_ASSERT(name.size() <= std::numeric_limits<quint16>::max());
    m_rows.append(
        {file.size, file.modified, file.inode, m_names.size(), number, quint16(name.size())});
    m_names += name;
}

void FileTable::sortNewestFirst()
{
    std::ranges::sort(m_rows, [this](const Row &a, const Row &b) {
        if (a.modified != b.modified)
            return a.modified > b.modified;
        if (a.folder != b.folder)
            return m_folders.at(a.folder) < m_folders.at(b.folder);
        const QByteArrayView names(m_names);
        return names.sliced(a.name, a.length).compare(names.sliced(b.name, b.length)) < 0;
    });
}

// The names of what is dropped stay where they are: a table is not kept for long.
void FileTable::removeIf(const std::function<bool(const FoundFile &file)> &isDropped)
{
    m_rows.removeIf([&](const Row &row) { return isDropped(found(row)); });
}

FoundFile FileTable::at(qsizetype row) const
{
    return found(m_rows.at(row));
}

FoundFile FileTable::found(const Row &row) const
{
    const QByteArrayView name = QByteArrayView(m_names).sliced(row.name, row.length);
    return {m_folders.at(row.folder) + u'/' + QString::fromUtf8(name), row.size, row.modified,
            row.inode};
}

QList<FoundFile> FileTable::list() const
{
    QList<FoundFile> files;
    files.reserve(size());
    for (qsizetype row = 0; row < size(); ++row)
        files.append(at(row));
    return files;
}

QByteArrayView FileTable::nameOf(qsizetype row) const
{
    const Row &found = m_rows.at(row);
    return QByteArrayView(m_names).sliced(found.name, found.length);
}

void FileTable::sortByName(std::vector<qsizetype> &rows) const
{
    std::ranges::sort(
        rows, [this](qsizetype a, qsizetype b) { return nameOf(a).compare(nameOf(b)) < 0; });
}
