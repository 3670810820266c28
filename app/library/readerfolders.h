#pragma once
// The folders that the reader chose or visits, as the reading state keeps them. Write lane.

#include "app/library/folderfiles.h"

class Database;

struct ReaderFolder
{
    QString path;
    QString name; // what the reader calls it; empty: its own
    bool isVisited = false;
    Depth depth = Depth::Recursive;
};

class ReaderFolders final
{
public:
    explicit ReaderFolders(Database &database) : m_database(database) { }

    QList<ReaderFolder> all(); // in the order they were added
    void add(const QString &path);
    void visit(const QString &path, Depth depth); // does nothing to one that is there already
    void rename(const QString &path, const QString &name);
    void remove(const QString &path);

    // Whether the articles right in `folder` belong to one of `folders`.
    static bool hold(const QList<ReaderFolder> &folders, const QString &folder);

private:
    Database &m_database;
};
