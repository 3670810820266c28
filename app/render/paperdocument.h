#pragma once
// What every page for paper is inside: one document, whose only style sheet is let in by its
// digest. Only app/render; pure.

#include "app/render/theme.h"

#include <QString>

// `articles` is HTML; `about` gives the document its language, direction and headline.
QString paperDocument(const QString &articles, const TemplateValues &about, const QString &style);
