#pragma once
// The tables behind app/formats/plaintext/linerules.h. Keys are folded: lower case, single blanks,
// no colon or counter at the end. Pure; any thread.

#include "app/formats/plaintext/linerules.h"

#include <string_view>

LineRule ruleForWholeLine(std::u16string_view folded);
LineRule ruleForBeginning(std::u16string_view folded);

bool isSectionName(std::u16string_view folded);
bool isSectionWord(std::u16string_view folded);  // a word of such names
bool isToolWord(std::u16string_view folded);     // a word of share bars
bool isMastheadWord(std::u16string_view folded); // the last word of newspapers' names
