// What the reader does to folders and articles, of Library.
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "app/library/library.h"

Result<QList<ReaderFolder>> Library::folders()
{
    QList<ReaderFolder> folders;
    const auto asked = write(
        [&](CatalogueWriter &catalogue, LibraryChanges &) { folders = catalogue.folders().all(); });
    if (!asked.has_value())
        return asked.error();
    return folders;
}

Result<LibraryChanges> Library::addFolder(const QString &path)
{
    return writeState(
        [&](CatalogueWriter &catalogue, LibraryChanges &) { catalogue.folders().add(path); });
}

Result<LibraryChanges> Library::keepFolder(const QString &path)
{
    return addFolder(path);
}

Result<LibraryChanges> Library::removeFolder(const QString &path)
{
    return writeState([&](CatalogueWriter &catalogue, LibraryChanges &changes) {
        catalogue.folders().remove(path);
        catalogue.folderChanges(changes).letGo(catalogue.folders().all(), path);
    });
}

Result<LibraryChanges> Library::leaveFolder(const QString &path)
{
    return removeFolder(path);
}

Result<LibraryChanges> Library::renameFolder(const QString &path, const QString &name)
{
    return writeState([&](CatalogueWriter &catalogue, LibraryChanges &) {
        catalogue.folders().rename(path, name);
    });
}

Result<LibraryChanges> Library::visitFolder(const QString &path, Depth depth)
{
    return writeState([&](CatalogueWriter &catalogue, LibraryChanges &) {
        catalogue.folders().visit(path, depth);
    });
}

Result<LibraryChanges> Library::setRead(const QList<ArticleId> &ids, bool read)
{
    return writeState([&](CatalogueWriter &catalogue, LibraryChanges &changes) {
        catalogue.state().setRead(ids, read);
        changes.changed = ids;
    });
}

Result<LibraryChanges> Library::setStarred(const QList<ArticleId> &ids, bool starred)
{
    return writeState([&](CatalogueWriter &catalogue, LibraryChanges &changes) {
        catalogue.state().setStarred(ids, starred);
        changes.changed = ids;
    });
}

Result<LibraryChanges> Library::setTag(const QList<ArticleId> &ids, const QString &tag, bool tagged)
{
    return writeState([&](CatalogueWriter &catalogue, LibraryChanges &changes) {
        catalogue.state().setTag(ids, tag, tagged);
        changes.changed = ids;
    });
}

Result<LibraryChanges> Library::setNote(ArticleId id, const QString &text)
{
    return writeState(
        [&](CatalogueWriter &catalogue, LibraryChanges &) { catalogue.state().setNote(id, text); });
}

Result<LibraryChanges> Library::setOpened(ArticleId id, const QDateTime &moment)
{
    return writeState([&](CatalogueWriter &catalogue, LibraryChanges &changes) {
        catalogue.state().setOpened(id, moment);
        changes.changed = {id};
    });
}

Result<LibraryChanges> Library::setScroll(ArticleId id, double position)
{
    return writeState([&](CatalogueWriter &catalogue, LibraryChanges &) {
        catalogue.state().setScroll(id, position);
    });
}

Result<LibraryChanges> Library::setJudgement(ArticleId id, const QList<ArticleId> &others,
                                             Judgement judgement)
{
    return writeState([&](CatalogueWriter &catalogue, LibraryChanges &) {
        catalogue.state().setJudgement(id, others, judgement);
    });
}

Outcome Library::saveSearch(const SavedSearch &search)
{
    const auto saved = writeState([&](CatalogueWriter &catalogue, LibraryChanges &) {
        catalogue.state().saveSearch(search);
    });
    return saved.has_value() ? Outcome() : saved.error();
}

Outcome Library::removeSearch(const QString &name)
{
    const auto removed = writeState([&](CatalogueWriter &catalogue, LibraryChanges &) {
        catalogue.state().removeSearch(name);
    });
    return removed.has_value() ? Outcome() : removed.error();
}

Result<LibraryChanges> Library::writeState(const Change &change)
{
    m_hasChangedState = true;
    return write(change);
}
