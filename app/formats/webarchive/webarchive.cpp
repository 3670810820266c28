#include "app/formats/articleformat.h"
#include "app/formats/mhtml/mimepage.h"
#include "app/formats/webarchive/archiveparts.h"

using namespace Qt::StringLiterals;

namespace {

bool recognises(const SourceFile &file)
{
    return isWebArchive(file.bytes);
}

Result<QList<Article>> read(const SourceFile &file)
{
    return readContainer(webArchiveParts(file.bytes), file.path, u"application/x-webarchive"_s,
                         u"WebResourceURL"_s);
}

} // namespace

namespace formats {
extern const ArticleFormat webarchive;
const ArticleFormat webarchive{"Web archive", recognises, read};
} // namespace formats
