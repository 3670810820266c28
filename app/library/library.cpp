#include "app/library/library.h"

#include "app/formats/formats.h"
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "app/library/setaside.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

Library::Library(const LibraryPlaces &places, const QByteArray &readerVersion)
    : m_places(places), m_readerVersion(readerVersion), m_readIndex(indexFolder(places))
{
}

Library::Library(const QString &directory, const QByteArray &readerVersion)
    : Library(LibraryPlaces::below(directory), readerVersion)
{
}

Library::~Library()
{
    closeWriting();
}

// Takes the turn to write, and has everything open as it is now.
Outcome Library::openWriting()
{
    for (const QString &directory : {m_places.state, m_places.cache}) {
        if (!QDir().mkpath(directory))
            return Error{Error::Kind::Unreadable, directory,
                         u"the library's folder cannot be made"_s};
    }
    if (const Outcome failed = m_lock.take(lockFile(m_places)))
        return failed;
    if (m_written && m_written->database().isReplaced()) { // another program has made it anew
        m_writtenIndex.reset();
        m_written.reset();
    }
    if (m_written)
        return openIndex();
    auto catalogue = std::make_unique<CatalogueWriter>(m_places, m_readerVersion);
    Outcome failed = catalogue->open(m_notices);
    if (failed && failed->kind == Error::Kind::Damaged) {
        catalogue.reset();
        m_notices.append({Error::Kind::CatalogueSetAside,
                          setAside(catalogueFile(m_places), Earlier::Remove), failed->detail});
        catalogue = std::make_unique<CatalogueWriter>(m_places, m_readerVersion);
        failed = catalogue->open(m_notices);
    }
    if (failed)
        return failed;
    m_written = std::move(catalogue);
    return openIndex();
}

// The index can be made again from the articles: one that another catalogue has left behind, whose
// ids mean other articles, is.
Outcome Library::openIndex()
{
    const bool isFirst = !m_writtenIndex;
    if (isFirst)
        m_writtenIndex = std::make_unique<SearchIndexWriter>(indexDirectory());
    const Outcome failed = m_writtenIndex->open();
    if (isFirst && m_written->isNew() && !m_writtenIndex->isNew())
        return m_writtenIndex->startAgain();
    const bool isDamaged = failed && failed->kind == Error::Kind::Damaged;
    if (failed && !isDamaged)
        return failed;
    if (isDamaged)
        m_notices.append({Error::Kind::IndexSetAside, failed->subject, failed->detail});
    if (!isDamaged && !m_writtenIndex->isNew())
        return {};
    const auto left = m_writtenIndex->ids();
    return left.has_value() ? markLostWords(left.value()) : left.error();
}

// A damaged catalogue makes room at once, so that the next change finds a new one.
Outcome Library::giveUp(const Error &error)
{
    if (error.kind == Error::Kind::Damaged && m_written) {
        m_writtenIndex.reset();
        m_written.reset();
        m_notices.append({Error::Kind::CatalogueSetAside,
                          setAside(catalogueFile(m_places), Earlier::Remove), error.detail});
    }
    m_lock.letGo();
    return error;
}

Result<LibraryChanges> Library::write(const Change &change)
{
    LibraryChanges changes;
    if (const Outcome failed = openWriting())
        return *giveUp(*failed);
    m_written->begin();
    change(*m_written, changes);
    if (const Outcome failed = m_written->commit())
        return *giveUp(*failed);
    if (const Outcome failed = removeWords(changes.removed))
        return *giveUp(*failed);
    if (const Outcome failed = m_written->database().takeFailure())
        return *giveUp(*failed);
    changes.notices = std::exchange(m_notices, {});
    m_lock.letGo();
    return changes;
}

bool Library::haveOthersWritten()
{
    if (!m_written)
        return false;
    if (!m_written->database().isReplaced())
        return m_written->haveOthersWritten();
    m_writtenIndex.reset(); // the next change opens what is there now
    m_written.reset();
    return true;
}

void Library::rest()
{
    if (m_written)
        m_written->setBusy(false);
}

void Library::closeWriting()
{
    if (m_written && m_hasChangedState)
        static_cast<void>(m_written->backUp()); // the day before's is there still
    m_hasChangedState = false;
    m_writtenIndex.reset();
    m_written.reset();
}

Result<LibraryChanges> Library::setFolder(const FolderScan &scan, FileTable &toRead)
{
    return write([&](CatalogueWriter &catalogue, LibraryChanges &changes) {
        FolderChanges folders = catalogue.folderChanges(changes);
        folders.setFolder(scan, toRead);
        if (scan.folder.isEmpty())
            folders.letGo(catalogue.folders().all(), u"/"_s);
    });
}

Result<LibraryChanges> Library::lookAgain(const QList<FoundFile> &files, FileTable &toRead)
{
    return write([&](CatalogueWriter &catalogue, LibraryChanges &changes) {
        catalogue.folderChanges(changes).lookAgain(files, toRead);
    });
}

Result<LibraryChanges> Library::forget(const QStringList &paths)
{
    return write([&](CatalogueWriter &catalogue, LibraryChanges &changes) {
        catalogue.folderChanges(changes).forget(paths);
    });
}

Result<LibraryChanges> Library::moved(const QString &from, const QString &to)
{
    return write([&](CatalogueWriter &catalogue, LibraryChanges &changes) {
        catalogue.folderChanges(changes).moved(from, to);
    });
}

Result<LibraryChanges> Library::setAway(const QString &path, bool away)
{
    return write([&](CatalogueWriter &catalogue, LibraryChanges &changes) {
        catalogue.folderChanges(changes).setAway(path, away);
    });
}

Result<LibraryChanges> Library::add(const QList<ParsedFile> &files)
{
    return write([&](CatalogueWriter &catalogue, LibraryChanges &changes) {
        catalogue.setBusy(true);
        m_toIndex.clear();
        QList<CatalogueArticles::ToIndex> toIndex;
        catalogue.articles().put(files, catalogue.reader(), changes, toIndex);
        for (const CatalogueArticles::ToIndex &one : std::as_const(toIndex)) {
            m_toIndex[one.article->summary.path].append({one.id, one.article->words});
            ++m_awaited[one.id];
        }
    });
}
