#include "app/search/searchindexwriter.h"

#include <xapian.h>

namespace {

Error damaged(const QString &directory, const Xapian::Error &error)
{
    const auto kind = error.get_error_string()
            && std::string(error.get_error_string()).find("No space") != std::string::npos
        ? Error::Kind::DiskFull
        : Error::Kind::Damaged;
    return {kind, directory, QString::fromStdString(error.get_description())};
}

} // namespace

struct SearchIndexWriter::Database
{
    Xapian::WritableDatabase words;
};

SearchIndexWriter::SearchIndexWriter(const QString &directory) : m_directory(directory) { }

SearchIndexWriter::~SearchIndexWriter()
{
    if (m_database)
        static_cast<void>(commit()); // what is lost is found missing by the next scan
}

// DB_NO_SYNC: the index can be made again from the articles, so it need not wait for the disk.
Outcome SearchIndexWriter::openWith(int flags)
{
    try {
        m_database = std::make_unique<Database>(Database{Xapian::WritableDatabase(
            m_directory.toStdString(), flags | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC)});
    } catch (const Xapian::Error &error) {
        return damaged(m_directory, error);
    }
    m_uncommitted = 0;
    return {};
}

Outcome SearchIndexWriter::open()
{
    return openWith(Xapian::DB_CREATE_OR_OPEN);
}

Outcome SearchIndexWriter::startAgain()
{
    m_database.reset();
    return openWith(Xapian::DB_CREATE_OR_OVERWRITE);
}

Outcome SearchIndexWriter::put(ArticleId id, const ArticleWords &words)
{
    try {
        const auto document = Xapian::Document::unserialise(words.document.toStdString());
        m_database->words.replace_document(Xapian::docid(id), document);
    } catch (const Xapian::Error &error) {
        return damaged(m_directory, error);
    }
    ++m_uncommitted;
    return {};
}

Outcome SearchIndexWriter::remove(ArticleId id)
{
    try {
        m_database->words.delete_document(Xapian::docid(id));
    } catch (const Xapian::DocNotFoundError &) {
        return {};
    } catch (const Xapian::Error &error) {
        return damaged(m_directory, error);
    }
    ++m_uncommitted;
    return {};
}

Outcome SearchIndexWriter::commit()
{
    try {
        m_database->words.commit();
    } catch (const Xapian::Error &error) {
        return damaged(m_directory, error);
    }
    m_uncommitted = 0;
    return {};
}
