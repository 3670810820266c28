#pragma once
// How the reader wants articles on paper. Values; any thread.

inline constexpr int smallestText = 60; // percent
inline constexpr int largestText = 200;

struct PaperOptions
{
    bool hasTwoColumns = false;
    bool hasPictures = true;        // with them go captions of pictures that are not here
    bool hasLinkNotes = false;      // the addresses of links as numbered notes below the story
    bool hasRelatedStories = false; // the stories that the page lists, below the story
    bool hasNote = false;           // the reader's own, below the story
    bool isBlackAndWhite = false;   // no colours, no greys
    int textSize = 100;             // percent, smallestText to largestText

    bool operator==(const PaperOptions &other) const = default;
};
