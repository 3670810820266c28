#pragma once
// What the reader typed into the search bar, understood: a tree of what an article must have. The
// same tree is a place in the sidebar ("is:unread", "folder:…") and a saved search, so that every
// list of the window is one query and one order. A value; pure; any thread.
//
// The grammar is that of Recoll's and Xapian's query strings, in the words of the search bar:
//   ghost net            both words            "ghost net"        the phrase
//   ghost OR net         either                ghost NOT net, ghost -net
//   ghost*               any ending            ( … )              together
//   title:ghost  author:smith  from:"the times"  section:world  lang:en  tag:budget
//   date:2009-03..2009-04  date:2009  date:..2009-03-29  date:today
//   is:unread  is:read  is:starred  is:opened  is:away  folder:"/home/…"  id:17,29
// OR binds closer than words side by side, as with Recoll: "budget 2009 OR 2010" is one of two
// years' budget. A field before a parenthesis is every word's inside: title:(ghost OR net). Between
// quotation marks a doubled one stands for itself.
// A slip of syntax is never an error: what cannot be understood is searched as words.

#include "app/article/articleid.h"

#include <QDate>
#include <QList>
#include <QString>

struct SearchQuery
{
    enum class Kind {
        Everything, // nothing is asked: every article
        All,        // every one of `parts`
        Any,        // one of `parts` or more
        Not,        // not the only one of `parts`
        // Leaves that the index answers.
        Word,      // `text`, with its other forms
        Phrase,    // the words of `text`, in this order, beside one another
        Prefix,    // `text` and any ending
        Publisher, // whose name has the words of `text`; likewise the next two
        Section,
        Author,
        Language, // `text` is a primary language subtag: "en"
        Date,     // from `first` to `last`, both days included
        // Leaves that only the catalogue and the reading state answer.
        Tag,    // `text`, exactly, but for case
        Folder, // `text` is a path: in it or below it
        Ids,    // exactly these: `text` is numbers parted by commas
        Read,
        Unread,
        Starred,
        Opened, // ever, last opened first
        Away,   // its folder cannot be reached now
    };
    enum class Where { Anywhere, Headline };

    Kind kind = Kind::Everything;
    Where where = Where::Anywhere; // of Word, Phrase and Prefix
    QString text; // of names: may end in "*"; of Date: as typed where it means other days tomorrow
    QDate first;  // null: without a beginning; last likewise. Days of the reader's own clock.
    QDate last;
    QList<SearchQuery> parts;

    // Never fails. `today` is what "date:today" and "date:yesterday" mean.
    static SearchQuery parsed(const QString &typed, const QDate &today = QDate::currentDate());
    // Parses to the same query again: what the search bar shows for a place of the sidebar.
    QString written() const;

    // Both must hold. Everything on either side is the other side.
    static SearchQuery both(const SearchQuery &one, const SearchQuery &other);

    // Whether the index is needed: there is a leaf that looks at the words of articles. A query
    // without one is the catalogue's alone.
    bool asksForWords() const;

    // Exactly these articles.
    static SearchQuery ofIds(const QList<ArticleId> &ids);
    QList<ArticleId> ids() const; // of a leaf that ofIds() made

    bool operator==(const SearchQuery &other) const = default;
};
