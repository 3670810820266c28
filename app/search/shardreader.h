#pragma once
// All shards of the index as one database, as new as the last commit. It opens them again when the
// manifest has changed, and asks again when a commit overtakes a question. One object, one thread.
// Only app/search: it hands out what Xapian may throw from.

#include "app/base/result.h"
#include "app/search/indexformat.h"
#include "app/search/termfrequencies.h"

#include <xapian.h>

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

class ShardReader final
{
public:
    explicit ShardReader(const QString &indexDirectory);

    // Calls `question` with the database, which is empty where there is no index yet. It is called
    // again when its answer could not be finished because the index changed meanwhile: so it must
    // begin anew each time. What it throws of Xapian's becomes the Error.
    Outcome ask(const std::function<void(const Xapian::Database &)> &question);
    // Of the database that ask() hands out.
    TermFrequencies &termFrequencies() { return m_termFrequencies; }
    void close();

private:
    Outcome open();

    QString m_directory;
    QByteArray m_manifest;
    std::optional<Xapian::Database> m_database;
    TermFrequencies m_termFrequencies;
};

// The text of a document that ask() found. Nothing where it is no text of ours.
std::optional<indexformat::StoredText> storedText(const Xapian::Document &document);

// What Xapian threw, as an Error about `subject`.
Error indexError(const QString &subject, const Xapian::Error &error);
