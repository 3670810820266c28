#pragma once
// An article's text as the index keeps it: what is searched, without reading the file again. A
// value; any thread.

#include "app/article/articleid.h"

#include <QString>

struct IndexedText
{
    ArticleId id{};
    QString headline;
    QString standfirst; // the alternative headline and the standfirst, a line each
    QString body;       // plain text
};
