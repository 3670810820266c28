#pragma once
// Articles on their way out of the window, by the mouse. Pure; GUI thread.

#include "app/article/articlesummary.h"

#include <QList>

class QMimeData;

// The files (text/uri-list), and a line for each article with a link to its file (text/html) and
// without (text/plain). The caller owns it.
QMimeData *dragData(const QList<ArticleSummary> &articles);
