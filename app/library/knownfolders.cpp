#include "app/library/knownfolders.h"

#include "app/library/cataloguetables.h"
#include "app/library/cataloguewriter.h"

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

KnownFolders::KnownFolders(const LibraryPlaces &places, const QByteArray &readerVersion)
    : m_readerVersion(readerVersion)
    , m_database(catalogueFile(places), Database::Access::Read)
    , m_files(m_database)
{
}

bool KnownFolders::isOpen()
{
    if (m_isOpen)
        return *m_isOpen;
    m_isOpen = !m_database.open() && hasTables(m_database);
    if (!*m_isOpen)
        return false;
    m_reader = m_database.number(u"SELECT id FROM reader WHERE version = ?"_s, {m_readerVersion});
    m_mark = catalogueMark(m_database);
    m_isOpen = !m_database.takeFailure();
    return *m_isOpen;
}

qint64 KnownFolders::settled(const QString &folder, const FileTable &files)
{
    if (!isOpen())
        return 0;
    const qint64 number = m_database.number(u"SELECT id FROM folder WHERE path = ?"_s, {folder});
    std::vector<qsizetype> rows(std::size_t(files.size()));
    std::iota(rows.begin(), rows.end(), 0);
    files.sortByName(rows);
    auto row = rows.cbegin();
    bool isSame = number != 0;
    m_files.eachIn(folder, number, [&](const KnownFile &known) {
        isSame = isSame && row != rows.cend() && known.isSettled(files.at(*row), m_reader);
        if (isSame)
            ++row;
    });
    return !m_database.takeFailure() && isSame && row == rows.cend() ? number : 0;
}
