#include "app/formats/articleformat.h"

#include "app/formats/html/expression.h"
#include "app/formats/html/savedpage.h"
#include "app/html/encoding.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lookedAt = 4096; // bytes that tell a page from a text

// How a page begins, after white space, comments and an XML prolog: with a doctype, or with one of
// the elements that stand first in one. A text that mentions a tag begins otherwise, but one that
// begins with the ticker of a company, "<BASE> to sell its ferries", looks like it: what is no
// doctype and no root has an attribute, where it is nothing without one, or is closed somewhere.
bool beginsAsPage(const QString &start)
{
    static const Expression page(u"(?s)^(?:\\s|<!--.*?(?:-->|$)|<\\?.*?(?:\\?>|$))*<(?:"
                                 "!doctype\\s+html(?=[\\s/>])|html(?=[\\s/>])|"
                                 "(?:meta|link|base)\\s+[a-z:-]+\\s*=|"
                                 "(?:head|body|title)(?=[\\s/>]).*</[a-z])"_s,
                                 Expression::Case::Insensitive);
    return start.startsWith("<!doctype html>"_L1, Qt::CaseInsensitive) || page.isIn(start);
}

// Other XML and feeds may have an HTML extension's look, never its root.
bool hasPageName(const QString &path)
{
    static const Expression name(u"\\.(?:x?html?|shtml)(?:\\.gz)?$"_s,
                                 Expression::Case::Insensitive);
    return name.isIn(path);
}

bool recognises(const SourceFile &file)
{
    const QByteArray head = file.bytes.left(lookedAt);
    if (looksBinary(head))
        return false;
    const QString start = decoded(head, declaredCharset(head)).text;
    if (beginsAsPage(start))
        return true;
    static const Expression tag(u"<[a-z][a-z0-9]*[\\s/>]"_s, Expression::Case::Insensitive);
    return hasPageName(file.path) && tag.isIn(start);
}

Result<QList<Article>> read(const SourceFile &file)
{
    SavedPage page;
    page.path = file.path;
    page.text = decodedToUtf8(file.bytes, declaredCharset(file.bytes));
    page.encodingFormat = u"text/html"_s;
    return readSavedPage(page);
}

} // namespace

namespace formats {
extern const ArticleFormat html;
const ArticleFormat html{"HTML", recognises, read};
} // namespace formats
