#pragma once
// The words of the lines that sites put into every story, in the languages we met: buttons,
// advertisements, calls to subscribe. Kept folded: in one case, letters alone, one blank between
// words. Pure; any thread.

#include <QString>

// The form in which phrases are kept and asked for. Digits go too: "Comments (12)" is "comments".
QString foldedWords(QStringView text);

// Nothing but such a phrase.
bool isPhraseOfSite(const QString &folded);

// A phrase that is the site's when a number stands beside it: "Reactions (3)", and not "Reactions".
bool isCountOfSite(const QString &folded);

// Begins as nobody but a site begins: "Sign up for our …".
bool beginsAsCallOfSite(const QString &folded);

// "We use cookies …".
bool beginsAsConsent(const QString &folded);

// "Photo: Ann Lee": how the line begins that says who took a picture, a colon following.
bool isCreditWord(const QString &folded);

// "A post shared by": how networks begin the line below a picture that is quoted from them.
bool introducesPost(const QString &folded);
