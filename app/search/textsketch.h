#pragma once
// Whether two articles have the same text, whoever printed it: told by the runs of five words that
// they share. A sketch of 64 bytes stands for a text where there is no time to look at it: MinHash
// (Broder, On the resemblance and containment of documents, 1997) with one permutation in 64 bins
// (Li, Owen and Zhang, One permutation hashing, 2012) and 8 bits of each. Pure; any thread.

#include <QByteArray>
#include <QStringView>

#include <vector>

// Of what is printed, but for case and punctuation. Empty for a text without words.
QByteArray sketchOf(QStringView text);

// About how many of all runs of two texts are in both, 0 to 1: off by less than 0.15 in 99 of 100
// cases. 0 where one of them is empty.
double sketchedLikeness(const QByteArray &one, const QByteArray &other);

// The runs themselves, to be compared with those of several others.
class TextRuns final
{
public:
    TextRuns() = default;
    explicit TextRuns(QStringView text);

    size_t size() const { return m_hashes.size(); } // different ones

private:
    friend struct TextOverlap textOverlap(const TextRuns &one, const TextRuns &other);

    std::vector<quint64> m_hashes; // in order, each once
};

// Exactly how many.
struct TextOverlap
{
    double ofBoth = 0;  // of all runs: Jaccard's coefficient
    double ofOne = 0;   // of the runs of `one`
    double ofOther = 0; // of those of `other`
};
TextOverlap textOverlap(const TextRuns &one, const TextRuns &other);

// With so many of their runs in both, two articles have the same text.
inline constexpr double sameText = 0.8;
