#pragma once
// Articles that are hard to print, all of them made up. Tests only.

#include "ui/printing/printmatter.h"
#include "ui/printing/printsettings.h"

struct HardArticle
{
    QString name;
    PrintMatter matter;
    PrintSettings settings = {};
};

QList<HardArticle> hardArticles();
