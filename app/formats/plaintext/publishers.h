#pragma once
// Publishers and agencies by the names that their pages and datelines print. Pure; any thread.

#include <string_view>

// The publisher's own spelling, or empty. `folded` is in lower case.
std::u16string_view publisherOf(std::u16string_view folded);
