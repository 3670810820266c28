#pragma once
// What the articles of one shard bring into it: their documents, and together the forms of their
// words, for spelling and for "nationa*". Only app/search; one thread.

#include "app/article/articleid.h"
#include "app/search/articlewords.h"

#include <xapian.h>

#include <optional>
#include <string>
#include <unordered_map>

// The term that one document alone has.
std::string idTerm(ArticleId id);

class ShardWords final
{
public:
    // `database` must outlive it.
    explicit ShardWords(Xapian::WritableDatabase &database) : m_database(database) { }

    // The article as the index has it. Nothing for one without words.
    std::optional<Xapian::Document> documentOf(ArticleId id, const ArticleWords &words);
    // The forms of all those articles, into the database; before each commit.
    void writeForms();

private:
    struct Form
    {
        std::string term; // one of the terms it stands under: two languages may make two of it
        Xapian::termcount articles = 0;
    };

    Xapian::WritableDatabase &m_database;
    std::unordered_map<std::string, Form> m_forms;
};
