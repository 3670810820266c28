#pragma once
// What the reader wants of paper, remembered from one day to the next: how articles are set, what
// the running lines say, which paper. Values, in the shell: the plug-in that prints is loaded
// later.

#include "app/render/paperoptions.h"

#include <QString>

inline constexpr int smallestMargin = 5; // mm, on all four sides
inline constexpr int usualMargin = 20;
inline constexpr int largestMargin = 60;

// The fields of the running header and footer.
struct RunningFields
{
    bool hasPublisher = true;
    bool hasDate = true;
    bool hasAddress = true;
    bool hasPageNumbers = true;

    bool operator==(const RunningFields &other) const = default;
};

struct PrintSettings
{
    PaperOptions options;
    RunningFields fields;
    bool hasContents = true;  // before several articles
    bool isRunningOn = false; // several articles follow one another on the same page
    QString paper;            // QPageSize::key(), "A4"; empty: the printer's, or the country's
    bool isLandscape = false;
    int margin = usualMargin;

    bool operator==(const PrintSettings &other) const = default;
};
