#pragma once
// What is printed as one job: articles with what their reader wrote on them, or the saved page of
// one. A value.

#include "app/article/article.h"
#include "app/formats/originalpage.h"

#include <QStringList>

#include <initializer_list>
#include <optional>

struct PrintMatter
{
    PrintMatter() = default;
    PrintMatter(const QList<Article> &all) : articles(all) { }
    PrintMatter(std::initializer_list<Article> all) : articles(all) { }

    QList<Article> articles;              // never empty, in the order of printing
    QStringList notes;                    // one an article; none for those it is too short for
    std::optional<OriginalPage> original; // of the only article, to be printed in its place
};
