#include "app/formats/html/pagepictures.h"

#include "app/formats/companionfolders.h"
#include "app/formats/html/pagefacts.h"

#include <QByteArrayView>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumInlineBytes = 48 * 1024 * 1024; // of all pictures in one page
constexpr qsizetype smallestInline = 200; // bytes; below are dots and place holders
constexpr int smallestSide = 40;          // pixels; below are icons
constexpr qsizetype mostAddresses = 64;   // of one picture

bool isPicture(QByteArrayView bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1A\n") || bytes.startsWith("\xFF\xD8\xFF")
        || bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")
        || (bytes.startsWith("RIFF") && bytes.size() > 12 && bytes.sliced(8).startsWith("WEBP"))
        || (bytes.size() > 12 && bytes.sliced(4).startsWith("ftypavi"));
}

// https://www.rfc-editor.org/rfc/rfc2397. Only pictures made of dots: a drawing can hold scripts.
QByteArray inlinePicture(const QString &address)
{
    const qsizetype comma = address.indexOf(u',');
    if (comma < 0)
        return {};
    const QString kind = address.left(comma).toLower();
    const QByteArray data = address.mid(comma + 1).toLatin1();
    const QByteArray plain = QByteArray::fromPercentEncoding(data);
    const QByteArray bytes = kind.endsWith(";base64"_L1) ? QByteArray::fromBase64(plain) : plain;
    return isPicture(bytes) ? bytes : QByteArray();
}

// The addresses of "a.jpg 400w, b.jpg 800w", the largest first. A comma parts two of them when a
// blank follows it or a descriptor stands before it; another is of the address.
// https://html.spec.whatwg.org/#parse-a-srcset-attribute
QStringList candidatesIn(const QString &srcset)
{
    static const QRegularExpression one(
        u"\\s*([^\\s,](?:[^\\s]*[^\\s,])?)(?:\\s+([0-9.]+)[wxh])?\\s*(?:,|$)"_s);
    QList<std::pair<double, QString>> found;
    for (auto match = one.globalMatch(srcset); match.hasNext();) {
        const auto next = match.next();
        found.emplace_back(next.captured(2).toDouble(), next.captured(1));
    }
    std::ranges::stable_sort(found, std::greater(), &std::pair<double, QString>::first);
    QStringList addresses;
    for (const auto &[size, address] : found)
        addresses.append(address);
    return addresses;
}

bool isPlaceHolder(const QString &address)
{
    return address.isEmpty() || address == "about:blank"_L1
        || (address.startsWith("data:"_L1)
            && (address.size() < smallestInline || address.startsWith("data:image/svg"_L1)));
}

// Every address that an img gives, the one a browser shows first.
QStringList addressesOf(const HtmlNode &img, const QStringList &srcsets)
{
    QStringList addresses;
    const auto add = [&addresses](const QString &address) {
        if (addresses.size() < mostAddresses && !isPlaceHolder(address)
            && !addresses.contains(address))
            addresses.append(address);
    };
    for (const auto name : {"src"_L1, "data-src"_L1, "data-lazy-src"_L1, "data-original"_L1})
        add(img.attribute(name).trimmed());
    for (const QString &srcset :
         srcsets + QStringList{img.attribute("srcset"_L1), img.attribute("data-srcset"_L1)}) {
        for (const QString &address : candidatesIn(srcset))
            add(address);
    }
    return addresses;
}

bool isSmall(const HtmlNode &img)
{
    for (const auto name : {"width"_L1, "height"_L1}) {
        bool isNumber = false;
        const int side = img.attribute(name).toInt(&isNumber);
        if (isNumber && side < smallestSide)
            return true;
    }
    return false;
}

// The folder that a browser saved the page's pictures in.
QString savedFolderOf(const QFileInfo &page)
{
    const QString name = page.completeBaseName();
    for (const QString &ending : companionEndings()) {
        if (QFileInfo(page.dir(), name + ending).isDir())
            return name + ending;
    }
    return {};
}

} // namespace

PagePictures::PagePictures(const SavedPage &page, const QUrl &address)
    : m_folder(QFileInfo(page.path).dir())
    , m_root(m_folder.canonicalPath() + u'/')
    , m_savedFolder(savedFolderOf(QFileInfo(page.path)))
    , m_page(!page.base.isEmpty()          ? page.base
                 : page.location.isEmpty() ? address
                                           : page.location)
    , m_parts(page.parts)
{
}

// What the page's container holds for an address, or nothing.
QByteArray PagePictures::partOf(const QString &address) const
{
    if (m_parts.isEmpty())
        return {};
    const QUrl url(address);
    const QByteArray bytes = m_parts.value(
        url.isRelative() && !m_page.isEmpty() ? m_page.resolved(url).toString() : address);
    return isPicture(bytes) ? bytes : QByteArray();
}

// The file of a relative address, when it is one and stands in the page's folder or below, links
// followed; else empty.
QString PagePictures::fileOf(const QString &address) const
{
    QString relative = QUrl::fromPercentEncoding(
        address.section(u'#', 0, 0).section(u'?', 0, 0).toUtf8());
    if (relative.isEmpty() || relative.startsWith(u'/') || relative.contains(u'\\')
        || relative.contains(QChar(u'\0')) || relative.section(u'/', 0, 0).contains(u':'))
        return {};
    const QFileInfo file(m_folder.filePath(relative));
    if (!file.isFile())
        return {};
    const QString canonical = file.canonicalFilePath();
    return canonical.startsWith(m_root) ? canonical : QString();
}

// Those that came with the page itself, as long as they are no more than a page has.
QByteArray PagePictures::bytesAt(const QString &address)
{
    const QByteArray bytes = address.startsWith("data:"_L1) ? inlinePicture(address)
                                                            : partOf(address);
    m_inlineBytes += bytes.size();
    return m_inlineBytes > maximumInlineBytes ? QByteArray() : bytes;
}

int PagePictures::add(const QString &address, const QString &alternateName)
{
    if (const auto known = m_numbers.constFind(address); known != m_numbers.constEnd()) {
        // The lead picture is known from the page's head, where it has no such text.
        if (*known >= 0 && m_images[*known].alternateName.isEmpty())
            m_images[*known].alternateName = alternateName.simplified();
        return *known;
    }
    ArticleImage image;
    image.alternateName = alternateName.simplified();
    image.bytes = bytesAt(address);
    if (address.startsWith("data:"_L1)) {
        if (image.bytes.isEmpty())
            return -1;
        image.contentUrl = address.section(u',', 0, 0);
    } else if (!image.bytes.isEmpty()) {
        image.contentUrl = address;
    } else {
        image.filePath = fileOf(address);
        const QUrl url(address);
        const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        // One that is not here and says nothing of itself would be an empty frame.
        if (image.filePath.isEmpty()
            && (image.alternateName.isEmpty() || !(isWeb || url.isRelative())))
            return -1;
        if (const auto same = m_files.constFind(image.filePath); same != m_files.constEnd()) {
            if (m_images[*same].alternateName.isEmpty())
                m_images[*same].alternateName = image.alternateName;
            return *m_numbers.insert(address, *same);
        }
        if (!image.filePath.isEmpty())
            m_files.insert(image.filePath, int(m_images.size()));
        image.contentUrl = m_page.isValid() && url.isRelative() && image.filePath.isEmpty()
            ? m_page.resolved(url).toString()
            : address;
    }
    m_numbers.insert(address, int(m_images.size()));
    m_images.append(image);
    return int(m_images.size()) - 1;
}

int PagePictures::numberOf(const HtmlNode &img, const QStringList &srcsets,
                           const QStringList &spare)
{
    const QStringList addresses = addressesOf(img, srcsets) + spare;
    if (addresses.isEmpty() || isSmall(img))
        return -1;
    // The first that is here; browsers save the one they showed, under whichever name.
    const auto here = std::ranges::find_if(addresses, [this](const QString &address) {
        return address.startsWith("data:"_L1) || !partOf(address).isEmpty()
            || !fileOf(address).isEmpty();
    });
    if (here == addresses.end() && isNoscriptPicture(img))
        return -1; // nobody with scripts has seen that it is missing
    return add(here == addresses.end() ? addresses.first() : *here, img.attribute("alt"_L1));
}

int PagePictures::numberOfAddress(const QString &address)
{
    const QString name = QUrl(address).fileName();
    if (name.isEmpty())
        return -1;
    for (int i = 0; i < m_images.size(); ++i) {
        if (QUrl(m_images[i].contentUrl).fileName() == name)
            return i;
    }
    if (!partOf(address).isEmpty())
        return add(address, {});
    if (!m_savedFolder.isEmpty() && !fileOf(m_savedFolder + u'/' + name).isEmpty())
        return add(m_savedFolder + u'/' + name, {});
    return -1;
}

void PagePictures::setCaption(int number, const QString &caption)
{
    if (m_images[number].caption.isEmpty())
        m_images[number].caption = caption;
}
