// Stands in until the format lands.
#include "app/formats/articleformat.h"

namespace formats {
extern const ArticleFormat plaintext;
const ArticleFormat plaintext{"plaintext", [](const SourceFile &) { return false; }, nullptr};
} // namespace formats
