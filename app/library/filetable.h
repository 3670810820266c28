#pragma once
// The files that a look through a folder found, as many as a disk may hold: forty bytes and a name
// each, where a list of paths would cost five times as much and leave the heap in pieces. A value,
// shared until it is changed; any thread.

#include "app/library/foundfile.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

#include <functional>
#include <vector>

class FileTable final
{
public:
    FileTable() = default;
    FileTable(const QList<FoundFile> &files);
    FileTable(std::initializer_list<FoundFile> files) : FileTable(QList<FoundFile>(files)) { }

    // Quickest where the files of a folder follow one another.
    void append(const FoundFile &file);
    void sortNewestFirst();
    void removeIf(const std::function<bool(const FoundFile &file)> &isDropped);

    qsizetype size() const { return m_rows.size(); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    FoundFile at(qsizetype row) const;
    QList<FoundFile> list() const;

    int folderOf(qsizetype row) const { return m_rows.at(row).folder; } // among folders()
    const QStringList &folders() const { return m_folders; } // without a slash at the end
    QByteArrayView nameOf(qsizetype row) const;              // in UTF-8
    void sortByName(std::vector<qsizetype> &rows) const;     // in the order of these bytes

private:
    struct Row
    {
        qint64 size = 0;
        qint64 modified = 0;
        quint64 inode = 0;
        qint64 name = 0; // where it begins in m_names
        int folder = 0;
        quint16 length = 0; // of the name: no system has longer ones
    };

    FoundFile found(const Row &row) const;

    QList<Row> m_rows;
    QByteArray m_names;
    QStringList m_folders;
    QHash<QString, int> m_numbers; // of the folders
};
