#pragma once
// The folder of a shard that is being made: locked while it is, so that no other program takes it
// for a leftover, and gone with this object unless it was kept. Only app/search; any thread, one at
// a time.

#include "app/base/result.h"

#include <QString>
#include <QStringList>

#include <memory>

class ShardFolder final
{
public:
    // A new, empty folder in `indexDirectory`.
    static Result<std::unique_ptr<ShardFolder>> made(const QString &indexDirectory);
    ~ShardFolder();
    Q_DISABLE_COPY_MOVE(ShardFolder)

    QString name() const { return m_name; }
    QString path() const { return m_path; }

    // Everything in it is on the disk when this returns, and stays there when the power goes.
    Outcome sync() const;
    void keep() { m_isKept = true; } // the manifest names it now

private:
    ShardFolder(const QString &indexDirectory, const QString &name);

    QString m_name;
    QString m_path;
    int m_lock = -1;
    bool m_isKept = false;
};

// Removes what no shard of `names` is: what a crash has left behind, but not what another program
// is making now.
void removeLeftovers(const QString &indexDirectory, const QStringList &names);
