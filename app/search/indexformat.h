#pragma once
// What stands where in the index: the letters before terms, the slots of values, the text.
// Named here once, for those who write it and those who ask it. Only app/search; pure.
//
// Every word of an article is in the index, small ones ("the") too, so that no question finds
// nothing because of how it is worded; what says little is left out of *similar*, not of *search*.
// Words are parted by WordSplitter and made terms by WordStems, for articles and questions alike.
//
// Names are no terms of their own: a name found by its words finds the same stories.
//
// There are no positions: a phrase is searched as all of its words and then verified on the stored
// text. Measured on 10,000 articles of 450 words: positions take 1.30 of the text on the disk,
// where the whole index with the text takes 1.27, and building a shard takes 2.8 times as long. In
// return they answer any phrase in 5 ms, where one of small words has hundreds of texts looked at.

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace indexformat {

// Words anywhere in the article stand under no letter; they are lower case, so no letter is one.
inline constexpr char headlineWord = 'S';  // stem; the headlines' words
inline constexpr char authorWord = 'A';    // unstemmed
inline constexpr char publisherWord = 'P'; // unstemmed
inline constexpr char sectionWord = 'G';   // unstemmed
// These say yes or no; they carry no weight.
inline constexpr char wholeAuthor = 'W';    // foldedText()
inline constexpr char wholePublisher = 'B'; // foldedText()
inline constexpr char wholeSection = 'T';   // foldedText()
inline constexpr char language = 'L';       // primary subtag: "en"; "und" where nobody knows
inline constexpr char articleId = 'Q';      // decimal: one document has it

// Every printed form of a word whose stem is another word is a synonym key of its stem(s), for
// questions like "nationa*"; every word of a letter or more is in the spelling table.

enum Slot : unsigned {
    IdSlot = 0,        // sortedNumber(); docids are Xapian's own and change with every merge
    DaySlot = 1,       // sortedNumber(QDate::toJulianDay()): as the page printed it where it named
                       // no zone or no time, else on the reader's clock; absent without a date
    TimeSlot = 2,      // sortedTime() of the moment; absent without a date
    PublisherSlot = 3, // as printed, UTF-8; absent when not known; likewise the next two
    SectionSlot = 4,
    AuthorsSlot = 5,  // parted by line feeds
    LanguageSlot = 6, // primary subtag, as in the term; absent when not known
    // packed() of the text. A value and not the document's data, on which Xapian would spend a
    // tenth of the time of adding the article, to find that zlib makes nothing of zstd.
    TextSlot = 7,
};

// Numbers as values, in the order of their bytes: how many bytes, then those, big end first.
std::string sortedNumber(quint64 number);
quint64 numberOf(std::string_view sorted);
// Seconds since 1970, before it too.
std::string sortedTime(qint64 seconds);
qint64 timeOf(std::string_view sorted);

// What of the article is searched: for snippets, and to verify phrases. Each part is plain text.
struct StoredText
{
    QString headline;
    QString standfirst; // the alternative headline and the standfirst, a line each
    QString body;       // app/html/plaintext.h
    QString rest;       // keywords and captions, a line each

    bool operator==(const StoredText &other) const = default;
};

// zstd of the four parts in UTF-8, parted by 0x1F.
std::string packed(const StoredText &text);
// Nothing when those are no bytes of packed().
std::optional<StoredText> unpacked(std::string_view data);
// The four parts as they are packed; and what they are.
std::optional<QByteArray> unpackedBytes(std::string_view data);
std::optional<StoredText> textOf(const QByteArray &bytes);

} // namespace indexformat
