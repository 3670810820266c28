#pragma once
// The sentences with which publishers stop a story for those who do not pay, in the languages we
// met. Pure; any thread.

#include <QStringView>

// "Subscribe to continue reading", "Déjà abonné ?": nothing but a story's end has it. Lines longer
// than such a sentence is are never one.
bool asksToSubscribe(QStringView line);

// "Continue reading", which other stories' teasers say as well.
bool leadsOn(QStringView line);
