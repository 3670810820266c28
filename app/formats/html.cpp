// Stands in until the format lands.
#include "app/formats/articleformat.h"

namespace formats {
extern const ArticleFormat html;
const ArticleFormat html{"html", [](const SourceFile &) { return false; }, nullptr};
} // namespace formats
