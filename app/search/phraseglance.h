#pragma once
// A quick look at the bytes of a text, whether a phrase may be in it: a tenth of what it costs to
// part the text into words. It says no to nearly every text that does not have the phrase, and to
// none that has it. Pure, one thread.

#include "app/search/querywords.h"

#include <string>
#include <string_view>
#include <vector>

class PhraseGlance final
{
public:
    explicit PhraseGlance(const QueryWords &phrase);

    // `text` is UTF-8.
    bool mayBeIn(std::string_view text);

private:
    void fold(std::string_view text);
    bool endsInInitial(size_t initials) const;
    bool isAround(size_t anchor) const;

    std::vector<std::string> m_words; // none where it can only say yes
    size_t m_anchor = 0;              // the longest of them
    bool m_isOpen = false;            // the last may go on
    bool m_isUnsure = false;          // the text has what only parting it into words can tell
    std::string m_folded;             // the text: a to z, digits, and what parts them
};
