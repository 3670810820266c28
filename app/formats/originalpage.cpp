#include "app/formats/originalpage.h"

#include "app/formats/articleformat.h"
#include "app/formats/gzip.h"
#include "app/formats/mhtml/mimepage.h"
#include "app/formats/partaddresses.h"
#include "app/formats/parttypes.h"
#include "app/formats/webarchive/archiveparts.h"
#include "app/formats/zippedpage/zipparts.h"
#include "app/html/encoding.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace formats {
extern const ArticleFormat html;
extern const ArticleFormat mhtml;
extern const ArticleFormat webarchive;
extern const ArticleFormat zippedpage;
} // namespace formats

namespace {

// Its own base and its own rules for addresses are of another place; so is where it would go on to.
QString withoutElsewhere(QString html)
{
    static const QRegularExpression elsewhere(
        u"<base\\b[^>]*>|<meta\\b[^>]*http-equiv\\s*=\\s*[\"']?(?:refresh|content-security-policy|"
        "content-type)\\b[^>]*>|<meta\\b[^>]*\\bcharset\\b[^>]*>"_s,
        QRegularExpression::CaseInsensitiveOption);
    return html.remove(elsewhere);
}

// The files that the page's stylesheet links name, relative to it.
QSet<QString> stylesIn(const QString &html)
{
    static const QRegularExpression link(u"<link\\b[^<>]*+>"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression style(u"\\brel\\s*=\\s*[\"']?[^\"'>]*\\bstylesheet\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(
        u"\\bhref\\s*=\\s*(?|\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longestElement = 4000; // characters
    QSet<QString> styles;
    for (auto hits = link.globalMatch(html); hits.hasNext();) {
        const QString element = hits.next().captured();
        if (element.size() > longestElement || !style.match(element).hasMatch())
            continue;
        const QUrl url(address.match(element).captured(1).trimmed().replace(u"&amp;"_s, u"&"_s));
        if (url.isRelative() && url.host().isEmpty() && !url.path().isEmpty())
            styles.insert(QDir::cleanPath(url.path()));
    }
    return styles;
}

PartNumbers numbersOf(const QList<MimePart> &parts, const MimePage &page)
{
    PartNumbers numbers;
    for (int i = 0; i < int(parts.size()); ++i) {
        if (parts[i].isPage()) // it is served as the page, and not as a part of it
            continue;
        for (const QString &address : addressesOf(parts[i], page))
            numbers.insert(address, i);
    }
    return numbers;
}

Result<OriginalPage> fromContainer(const MimeMessage &message, const QString &path)
{
    const std::optional<MimePage> page = pageOf(message);
    if (!page)
        return Error{Error::Kind::Malformed, path, u"there is no page in it"_s};
    const PartNumbers numbers = numbersOf(message.parts, *page);
    const QString folder = page->location.adjusted(QUrl::RemoveFilename).toString();
    OriginalPage original;
    original.html = withoutElsewhere(readdressed(page->text.text, page->base, numbers, u"part/"_s));
    for (int i = 0; i < int(message.parts.size()); ++i) {
        const MimePart &part = message.parts[i];
        OriginalPart served{part.type, part.contents};
        if (part.type == "text/css")
            served.bytes = readdressed(decoded(part.contents, part.charset).text,
                                       page->location.resolved(QUrl(part.location)), numbers, {})
                               .toUtf8();
        else if (!part.type.startsWith("image/") && !part.type.startsWith("font/"))
            served.type = typeOfPicture(part.contents.left(pictureMarkSize));
        if (served.type.isEmpty())
            continue;
        original.parts.insert(u"part/%1"_s.arg(i), served);
        // A word processor's page knows them by where they stood beside it.
        for (const QString &address : addressesOf(part, *page)) {
            if (address.startsWith(folder))
                original.parts.insert(address.mid(folder.size()), served);
        }
    }
    return original;
}

} // namespace

Result<OriginalPage> readOriginalPage(const QString &path)
{
    const Result<SourceFile> file = readSourceFile(path);
    if (!file.has_value())
        return file.error();
    const Result<SourceFile> unpacked = unpressed(file.value());
    if (!unpacked.has_value())
        return unpacked.error();
    const SourceFile &source = unpacked.value();
    if (formats::mhtml.recognises(source))
        return fromContainer(mimeMessage(source.bytes), path);
    if (formats::webarchive.recognises(source))
        return fromContainer(webArchiveParts(source.bytes), path);
    if (formats::zippedpage.recognises(source)) {
        const Result<MimeMessage> message = zippedParts(source);
        return message.has_value() ? fromContainer(message.value(), path)
                                   : Result<OriginalPage>(message.error());
    }
    if (!formats::html.recognises(source))
        return Error{Error::Kind::Unsupported, path, {}};
    OriginalPage original;
    original.html = withoutElsewhere(decoded(source.bytes, declaredCharset(source.bytes)).text);
    original.styles = stylesIn(original.html);
    original.folder = QFileInfo(path).dir().canonicalPath() + u'/';
    return original;
}
