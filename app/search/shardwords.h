#pragma once
// What the articles of one shard bring into it: their documents, and together the forms of their
// words, for spelling and for "nationa*". Only app/search; one thread.

#include "app/article/articleid.h"
#include "app/search/articlewords.h"
#include "app/search/hashedrows.h"

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

// The term that one document alone has.
std::string idTerm(ArticleId id);

class ShardWords final
{
public:
    // `database` must outlive it.
    explicit ShardWords(Xapian::WritableDatabase &database) : m_database(database) { }

    // The article as the index has it. Nothing for one without words.
    std::optional<Xapian::Document> documentOf(ArticleId id, const ArticleWords &words);
    // The forms of all those articles, into the database; before the last commit. Among many
    // articles a word of one or two is as likely a slip as a word: it is found, but not suggested.
    void writeForms();

private:
    struct Form
    {
        std::string form;
        std::string term; // a form of two languages may have two, and is here twice
        Xapian::termcount articles = 0;
    };

    void take(std::string_view form, std::string_view term);

    Xapian::WritableDatabase &m_database;
    HashedRows m_rows; // -> m_forms, by form and term
    std::vector<Form> m_forms;
    int m_articles = 0;
};
