#include "app/search/textsketch.h"

#include "app/search/wordsplitter.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace {

constexpr size_t runLength = 5; // words
constexpr int binBits = 6;
constexpr size_t bins = size_t(1) << binBits;
constexpr quint64 nothing = ~quint64(0);

// Of SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014).
quint64 mixed(quint64 x)
{
    x ^= x >> 30;
    x *= 0xBF58'476D'1CE4'E5B9;
    x ^= x >> 27;
    x *= 0x94D0'49BB'1331'11EB;
    return x ^ (x >> 31);
}

quint64 hashOf(QStringView word)
{
    quint64 hash = 0xCBF2'9CE4'8422'2325;
    for (const QChar c : word) {
        const char16_t code = c.unicode();
        const bool isCapital = code >= u'A' && code <= u'Z';
        const char16_t lower = code < 128 ? char16_t(code | (isCapital ? 0x20 : 0))
                                          : c.toLower().unicode();
        hash = (hash ^ lower) * 0x0000'0100'0000'01B3;
    }
    return mixed(hash);
}

// The hash of each run of words; of a shorter text the one of all its words.
template <typename Use>
void eachRun(QStringView text, Use use)
{
    std::array<quint64, runLength> last{};
    size_t words = 0;
    WordSplitter splitter(text);
    SplitWord word;
    const auto hash = [&](size_t length) {
        quint64 run = 0;
        for (size_t i = words - length; i < words; ++i)
            run = run * 0x9E37'79B9'7F4A'7C15 + last[i % runLength];
        return mixed(run);
    };
    while (splitter.next(word)) {
        last[words % runLength] = hashOf(text.sliced(word.at, word.length));
        if (++words >= runLength)
            use(hash(runLength));
    }
    if (words > 0 && words < runLength)
        use(hash(words));
}

} // namespace

QByteArray sketchOf(QStringView text)
{
    std::array<quint64, bins> least;
    least.fill(nothing);
    bool isEmpty = true;
    eachRun(text, [&](quint64 run) {
        quint64 &bin = least[run >> (64 - binBits)];
        bin = qMin(bin, run << binBits);
        isEmpty = false;
    });
    if (isEmpty)
        return {};
    // A bin that nothing fell into takes the next one's, for short texts.
    QByteArray sketch(qsizetype(bins), '\0');
    for (size_t i = 0; i < bins; ++i) {
        size_t from = i;
        while (least[from % bins] == nothing)
            ++from;
        sketch[qsizetype(i)] = char(mixed(least[from % bins] + (from - i)) >> 56);
    }
    return sketch;
}

double sketchedLikeness(const QByteArray &one, const QByteArray &other)
{
    if (one.size() != qsizetype(bins) || other.size() != qsizetype(bins))
        return 0;
    int alike = 0;
    for (qsizetype i = 0; i < qsizetype(bins); ++i)
        alike += one.at(i) == other.at(i);
    // One bin in 256 is alike by chance.
    const double share = double(alike) / double(bins);
    return qMax(0.0, (share - 1.0 / 256) / (1 - 1.0 / 256));
}

TextRuns::TextRuns(QStringView text)
{
    eachRun(text, [&](quint64 run) { m_hashes.push_back(run); });
    std::ranges::sort(m_hashes);
    const auto doubles = std::ranges::unique(m_hashes);
    m_hashes.erase(doubles.begin(), doubles.end());
}

TextOverlap textOverlap(const TextRuns &one, const TextRuns &other)
{
    const std::vector<quint64> &runs = one.m_hashes;
    const std::vector<quint64> &others = other.m_hashes;
    if (runs.empty() || others.empty())
        return {};
    std::vector<quint64> both;
    std::ranges::set_intersection(runs, others, std::back_inserter(both));
    const auto shared = double(both.size());
    return {shared / double(runs.size() + others.size() - both.size()),
            shared / double(runs.size()), shared / double(others.size())};
}
