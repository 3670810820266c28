#pragma once
// One file format. `recognises` looks at the first bytes and is cheap; `read` does the work. Both
// are pure: same file in, same answer out, on any thread. (Pictures beside an HTML file are looked
// for, never opened.)

#include "app/article/article.h"
#include "app/base/result.h"
#include "app/base/sourcefile.h"

struct ArticleFormat
{
    const char *name; // for people: "HTML", "Plain text"
    bool (*recognises)(const SourceFile &file);
    Result<QList<Article>> (*read)(const SourceFile &file);
};
