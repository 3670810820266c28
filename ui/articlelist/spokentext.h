#pragma once
// What a screen reader says of a row: what the eye sees, and what it sees only as bold, as a star
// or as grey. Pure; GUI thread.

#include "app/article/articlesummary.h"

#include <QLocale>

QString spokenText(const ArticleSummary &summary, const QLocale &locale);
