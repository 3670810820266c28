#pragma once
// What paper cannot do, done another way: links as numbered notes, related stories as a list. Only
// app/render; pure.

#include "app/article/article.h"

#include <QLocale>
#include <QString>
#include <QStringList>

// A sanitised body with a number behind every link that leads out of the article, one number an
// address. The addresses, in the order of their numbers, are appended to `addresses`.
QString withLinkNotes(const QString &bodyHtml, QStringList &addresses);

// HTML of such a list under a heading; empty without addresses.
QString linkNotesList(const QStringList &addresses, const QString &heading);

// HTML of the stories that the page lists, with their dates; empty when it lists none.
QString relatedStoriesList(const Article &article, const QLocale &locale, const QString &heading);

// HTML of what the reader wrote on the story; empty when that is nothing.
QString readersNote(const QString &note, const QString &heading);
