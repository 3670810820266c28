#include "app/formats/mhtml/mimepage.h"

#include "app/formats/html/savedpage.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestHead = 64 * 1024; // characters

// What the page itself says its addresses are relative to.
QUrl baseIn(const QString &html, const QUrl &location)
{
    const QStringView head = QStringView(html).left(longestHead);
    const qsizetype at = head.indexOf("<base"_L1, 0, Qt::CaseInsensitive);
    const qsizetype end = at < 0 ? -1 : head.indexOf(u'>', at);
    if (end < 0)
        return location;
    static const QRegularExpression base(
        u"^<base\\b[^>]*?\\shref\\s*=\\s*(?|\"([^\">]*)\"|'([^'>]*)'|([^\\s\"'>]+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = base.match(head.sliced(at, end + 1 - at).toString());
    const QUrl url(match.captured(1).trimmed().replace(u"&amp;"_s, u"&"_s));
    return url.isEmpty() || !url.isValid() ? location : location.resolved(url);
}

// Roughly how many letters a page shows; it stops counting at `enough`. Cheap: of encodings and of
// most elements it knows nothing.
qsizetype lettersIn(QByteArrayView html, qsizetype enough)
{
    static constexpr const char *unseen[] = {"script", "style", "title", "noframes"};
    qsizetype letters = 0;
    for (qsizetype at = 0; at < html.size() && letters < enough; ++at) {
        if (html[at] != '<') {
            letters += uchar(html[at]) > ' ';
            continue;
        }
        const QByteArray
            name = html.sliced(at + 1, qMin(html.size() - at - 1, 8)).toByteArray().toLower();
        const auto element = std::ranges::find_if(
            unseen, [&](const char *candidate) { return name.startsWith(candidate); });
        if (element != std::end(unseen))
            at = html.indexOf(QByteArray("</") + *element, at);
        at = at < 0 ? at : html.indexOf('>', at);
        if (at < 0)
            break;
    }
    return letters;
}

// The first; but where that has nothing to read but its frames, the frame that has the most.
const MimePart *storyPart(const QList<MimePart> &parts)
{
    constexpr qsizetype nothing = 100; // letters
    QList<const MimePart *> pages;
    for (const MimePart &part : parts) {
        if (part.isPage())
            pages.append(&part);
    }
    if (pages.isEmpty())
        return nullptr;
    if (pages.size() == 1 || lettersIn(pages.first()->contents, nothing) >= nothing)
        return pages.first();
    return *std::ranges::max_element(pages, {}, [](const MimePart *page) {
        return lettersIn(page->contents, page->contents.size());
    });
}

} // namespace

std::optional<MimePage> pageOf(const MimeMessage &message)
{
    const MimePart *part = storyPart(message.parts);
    if (!part)
        return std::nullopt;
    const QByteArray charset = part->charset.isEmpty() ? declaredCharset(part->contents)
                                                       : part->charset;
    const QUrl own(part->location);
    const bool hasOwn = own.isValid() && !own.isRelative() && own.scheme() != "cid"_L1;
    MimePage page{decoded(part->contents, charset),
                  hasOwn ? own : QUrl(message.location),
                  {},
                  hasOwn ? u"Content-Location"_s : u"Snapshot-Content-Location"_s};
    page.base = baseIn(page.text.text, page.location);
    return page;
}

Result<QList<Article>> readContainer(const MimeMessage &message, const QString &path,
                                     const QString &encodingFormat, const QString &locationFrom)
{
    const std::optional<MimePage> page = pageOf(message);
    if (!page)
        return Error{Error::Kind::Malformed, path, u"there is no page in it"_s};
    SavedPage saved{
        path,
        {page->text.text.toUtf8(), page->text.charset, page->text.foundBy, page->text.wrongBytes},
        encodingFormat,
        page->location,
        locationFrom.isEmpty() ? page->locationFrom : locationFrom,
        page->base,
        message.saved,
        {}};
    for (const MimePart &part : message.parts) {
        if (!part.type.startsWith("image/") && part.type != "application/octet-stream")
            continue;
        for (const QString &address : addressesOf(part, *page))
            saved.parts.insert(address, part.contents);
    }
    return readSavedPage(saved);
}

QStringList addressesOf(const MimePart &part, const MimePage &page)
{
    QStringList addresses;
    const QUrl location(part.location);
    if (!part.location.isEmpty())
        addresses.append(page.location.resolved(location).toString());
    if (!part.location.isEmpty() && location.isRelative() && page.base != page.location)
        addresses.append(page.base.resolved(location).toString());
    if (!part.id.isEmpty())
        addresses.append(u"cid:"_s + part.id);
    return addresses;
}
