#pragma once
// The words of the lines that sites put into every story, in the languages we met: buttons,
// advertisements, calls to subscribe. Kept folded: in one case, letters alone, one blank between
// words. Pure; any thread.

#include <QSet>
#include <QStringList>

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

// Phrases that head something, and a cheap question about their first words, to be asked before a
// line is put together.
class HeadingPhrases final
{
public:
    explicit HeadingPhrases(const QString &table); // bars between them

    bool holds(const QString &folded) const { return m_whole.contains(folded); }
    // Whether the first word of a text, if it has one, is the first of a phrase.
    bool mayBegin(QStringView text) const;

private:
    QSet<QString> m_whole;
    QStringList m_firstWords;   // sorted
    QSet<quint32> m_beginnings; // of those
};
