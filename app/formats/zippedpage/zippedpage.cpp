#include "app/formats/articleformat.h"
#include "app/formats/mhtml/mimepage.h"
#include "app/formats/zippedpage/zipparts.h"

using namespace Qt::StringLiterals;

namespace {

bool recognises(const SourceFile &file)
{
    return isZippedPage(file.bytes);
}

Result<QList<Article>> read(const SourceFile &file)
{
    const Result<MimeMessage> message = zippedParts(file);
    if (!message.has_value())
        return message.error();
    return readContainer(message.value(), file.path, u"application/zip"_s, u"manifest.json"_s);
}

} // namespace

namespace formats {
extern const ArticleFormat zippedpage;
const ArticleFormat zippedpage{"Zipped page", recognises, read};
} // namespace formats
