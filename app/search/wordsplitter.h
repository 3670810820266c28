#pragma once
// Where words begin and end, for articles, questions, phrases and snippets alike: whoever parts a
// text into words in another way will not find it. Pure; any thread.

#include <QStringView>

#include <string>

// Words are runs of letters, digits and marks. Inside a word stand the apostrophe of an English
// ending ("China's", "don't"; others part: "l'eau", "O'Brien"), the points of initials ("U.S."), an
// ampersand ("AT&T"), points and commas between digits ("3.5"). A hyphen parts.
struct SplitWord
{
    qsizetype at = 0;
    qsizetype length = 0; // QChars
    // One character of a script that is written without blanks between words (Chinese, Japanese,
    // Korean, Thai…). Two that join stand in the index as a pair, and so they are asked for.
    bool isCharacter = false;
    bool joins = false; // it and the character before are neighbours

    qsizetype end() const { return at + length; }
};

class WordSplitter final
{
public:
    // `text` must outlive the splitter.
    explicit WordSplitter(QStringView text) : m_text(text) { }

    // False after the last word.
    bool next(SplitWord &word);

private:
    void finish(SplitWord &word) const;
    bool takeInitials(SplitWord &word) const;

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_characterEnd = -1; // where the last character of such a script ended
};

// A word as it is compared: lower case, without accents, with one kind of apostrophe, "us" for
// "U.S.". UTF-8.
std::string foldedWord(QStringView word);

// The same with its accents, which stemmers must see.
QString loweredWord(QStringView word);

// Without the accents over and under Latin, Greek and Cyrillic letters; "ss" for "ß".
QString withoutAccents(const QString &word);
