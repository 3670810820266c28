#pragma once
// Whether two headlines are one, as a list printed it and as its story did. Pure; any thread.

#include <QString>

enum class HeadlineLikeness {
    None,
    WordedAnew, // most words of the shorter one are in the other: believable within a day or two
    Cut,        // one is the beginning of the other, or both but for a few letters at the end
    Same,       // but for case, accents and punctuation
};

HeadlineLikeness headlineLikeness(const QString &one, const QString &other);
