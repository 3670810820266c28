#pragma once
// Words that say nothing of what a story is about: a language's small words, and those that every
// news story uses. Pure; any thread.

#include <QString>
#include <QStringList>

// Lower case, unstemmed. `language` is a BCP 47 tag; empty for a language nobody knows, which has
// English's.
const QStringList &stopWords(const QString &language);

// The primary language subtag, lower case: "en" of "en-GB".
QString primaryLanguage(const QString &tag);
