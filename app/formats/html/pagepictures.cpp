#include "app/formats/html/pagepictures.h"

#include "app/formats/companionfolders.h"
#include "app/formats/html/pagefacts.h"
#include "app/formats/html/pictureaddresses.h"
#include "app/formats/html/picturebytes.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumInlineBytes = 48 * 1024 * 1024; // of all pictures in one page
constexpr int mostPictures = 10'000; // of one page: more are looked for nowhere
constexpr int smallestSide = 40;     // pixels; below are icons
constexpr int leadWidth = 150;       // pixels; below are portraits of writers
constexpr int leadHeight = 80;
constexpr int dotSide = 2;               // pixels; what no picture is
constexpr qsizetype largestDot = 4096;   // bytes; larger files are not looked into
constexpr qsizetype headerBytes = 65536; // of a file, that tell its size
constexpr qsizetype faintInline = 4000;  // characters; below may be a blurred sight of another

// https://www.rfc-editor.org/rfc/rfc2397
QByteArray inlinePicture(const QString &address)
{
    const qsizetype comma = address.indexOf(u',');
    if (comma < 0)
        return {};
    const QString kind = address.left(comma).toLower();
    const QByteArray data = address.mid(comma + 1).toLatin1();
    const QByteArray plain = QByteArray::fromPercentEncoding(data);
    const QByteArray bytes = kind.endsWith(";base64"_L1) ? QByteArray::fromBase64(plain) : plain;
    const bool isShown = kind.startsWith("data:image/svg"_L1) ? isDrawing(bytes) : isPicture(bytes);
    return isShown ? bytes : QByteArray();
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

// Spacers, counters and the dots that stand for a picture to come.
bool isDot(QByteArrayView bytes)
{
    const QSize size = pictureSize(bytes);
    return size.isValid() && (size.width() < dotSide || size.height() < dotSide);
}

// The folder in an address like "Story_files/a.jpg", when it is one that browsers make.
QString companionIn(const QString &address)
{
    const qsizetype slash = address.indexOf(u'/');
    if (slash <= 0 || address.startsWith("http"_L1) || address.startsWith("data:"_L1))
        return {};
    const QString folder = QUrl::fromPercentEncoding(address.left(slash).toUtf8());
    const bool isCompanion = std::ranges::any_of(
        companionEndings(), [&](const QString &ending) { return folder.endsWith(ending); });
    return isCompanion ? folder : QString();
}

QByteArray firstBytes(const QString &path, qsizetype most)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
}

} // namespace

PagePictures::PagePictures(const SavedPage &page, const QUrl &address, const HtmlDocument &document)
    : m_folder(QFileInfo(page.path).dir())
    , m_name(QFileInfo(page.path).completeBaseName())
    , m_page(!page.base.isEmpty()          ? page.base
                 : page.location.isEmpty() ? address
                                           : page.location)
    , m_parts(page.parts)
    , m_document(document)
    , m_shared(page.text.utf8)
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
    return isPicture(bytes) || isDrawing(bytes) ? bytes : QByteArray();
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
    return canonical.startsWith(m_folder.canonicalPath() + u'/') ? canonical : QString();
}

// In which folder the page's own files are, and which of them it names.
void PagePictures::readAddresses()
{
    if (std::exchange(m_areAddressesRead, true) || !m_parts.isEmpty())
        return;
    for (const HtmlNode &node : m_document.nodes) {
        if (node.tag == HtmlTag::Img && m_savedFolder.isEmpty()) // of that name, unless renamed
            m_savedFolder = companionIn(node.attribute("src"_L1));
    }
    if (m_savedFolder.isEmpty() || !QFileInfo(m_folder, m_savedFolder).isDir())
        m_savedFolder = savedFolder();
    if (m_savedFolder.isEmpty())
        return;
    for (const HtmlNode &node : m_document.nodes) {
        const QString address = node.tag == HtmlTag::Img ? node.attribute("src"_L1) : QString();
        if (address.contains(u'/') && !address.contains(u':'))
            m_ownNames.insert(QUrl(address).fileName());
    }
}

// The folder that a browser saved the page's pictures in.
QString PagePictures::savedFolder() const
{
    for (const QString &ending : companionEndings()) {
        if (QFileInfo(m_folder, m_name + ending).isDir())
            return m_name + ending;
    }
    return {};
}

// Browsers save a picture under the last of its address, but write the new one into one attribute
// only. A name that another img has is that one's.
QString PagePictures::savedFileOf(const QString &address)
{
    readAddresses();
    if (m_savedFolder.isEmpty() || address.startsWith("data:"_L1))
        return {};
    const QString name = QUrl(address).fileName();
    if (name.isEmpty() || m_ownNames.contains(name))
        return {};
    return fileOf(m_savedFolder + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name)));
}

// Those that came with the page itself, as long as they are no more than a page has.
QByteArray PagePictures::bytesAt(const QString &address)
{
    const QByteArray bytes = address.startsWith("data:"_L1) ? inlinePicture(address)
                                                            : partOf(address);
    m_inlineBytes += bytes.size();
    return m_inlineBytes > maximumInlineBytes ? QByteArray() : bytes;
}

// Whether a picture is at an address: in the page, in its container or in `filePath`.
bool PagePictures::isAt(const QString &address, QString &filePath) const
{
    if (address.startsWith("data:"_L1))
        return !address.startsWith("data:image/svg"_L1) || !inlinePicture(address).isEmpty();
    if (!partOf(address).isEmpty())
        return true;
    filePath = fileOf(address);
    return !filePath.isEmpty();
}

bool PagePictures::isDotAt(const Place &place) const
{
    if (!place.filePath.isEmpty())
        return QFileInfo(place.filePath).size() <= largestDot
            && isDot(firstBytes(place.filePath, largestDot));
    if (place.address.startsWith("data:"_L1))
        return place.address.size() <= faintInline && isDot(inlinePicture(place.address));
    return isDot(partOf(place.address));
}

// The first that is here; browsers save the one they showed, under whichever name. A small one
// inside the page is a blurred sight of the picture, when there are others.
PagePictures::Place PagePictures::placeOf(const HtmlNode &img, QStringList addresses)
{
    if (const QString shared = m_shared.addressIn(img.attribute("style"_L1)); !shared.isEmpty())
        addresses.prepend(shared);
    if (isSmall(img) || m_lookedFor >= mostPictures)
        return {};
    ++m_lookedFor;
    QString faint;
    const bool hasOthers = addresses.size() > 1;
    for (const QString &address : addresses) {
        Place place{address, {}};
        if ((hasOthers && namesPlaceHolder(address)) || !isAt(address, place.filePath)
            || (hasOthers && isDotAt(place)))
            continue;
        if (!address.startsWith("data:"_L1) || address.size() > faintInline)
            return place;
        if (faint.isEmpty())
            faint = address;
    }
    for (const QString &address : addresses) {
        if (const QString file = savedFileOf(address);
            !file.isEmpty() && !namesPlaceHolder(address))
            return {address, file};
    }
    return {faint, {}};
}

int PagePictures::add(const Place &place, const QString &alternateName, bool isMissing)
{
    const QString &address = place.address;
    const auto named = [&](int number) { // the lead picture's address in the head has no words
        if (number >= 0 && m_images[number].alternateName.isEmpty())
            m_images[number].alternateName = alternateName.simplified();
        return number;
    };
    if (const auto known = m_numbers.constFind(address); known != m_numbers.constEnd())
        return named(*known);
    if (const auto same = m_files.constFind(place.filePath); same != m_files.constEnd())
        return named(*m_numbers.insert(address, *same));

    ArticleImage image;
    image.alternateName = alternateName.simplified();
    image.filePath = place.filePath;
    if (!isMissing && image.filePath.isEmpty())
        image.bytes = bytesAt(address);
    const QUrl url(address);
    if (address.startsWith("data:"_L1)) {
        if (image.bytes.isEmpty())
            return -1;
        image.contentUrl = address.section(u',', 0, 0);
    } else {
        image.contentUrl = m_page.isValid() && url.isRelative() && !image.isHere()
            ? m_page.resolved(url).toString()
            : address;
    }
    if (!image.filePath.isEmpty())
        m_files.insert(image.filePath, int(m_images.size()));
    m_numbers.insert(address, int(m_images.size()));
    m_images.append(image);
    return int(m_images.size()) - 1;
}

int PagePictures::numberOf(const HtmlNode &img, const QStringList &addresses,
                           const QString &caption)
{
    if (m_images.size() >= mostPictures)
        return -1;
    const QString words = img.attribute("alt"_L1);
    const Place place = placeOf(img, addresses);
    if (!place.address.isEmpty())
        return add(place, words, false);
    if (isSmall(img) || isNoscriptPicture(img))
        return -1; // nobody with scripts has seen that it is missing
    const auto real = std::ranges::find_if_not(addresses, [](const QString &address) {
        return address.startsWith("data:"_L1) || namesPlaceHolder(address);
    });
    // One that is not here and says nothing of itself would be an empty frame.
    if (real == addresses.end() || (words.trimmed().isEmpty() && caption.isEmpty()))
        return -1;
    const QUrl url(*real);
    const bool isOfTheWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return isOfTheWeb || url.isRelative() ? add({*real, {}}, words, true) : -1;
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
        return add({address, {}}, {}, false);
    readAddresses();
    const QString saved = m_savedFolder + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name));
    const QString file = m_savedFolder.isEmpty() ? QString() : fileOf(saved);
    return file.isEmpty() ? -1 : add({saved, file}, {}, false);
}

void PagePictures::setCaption(int number, const QString &caption)
{
    if (m_images[number].caption.isEmpty())
        m_images[number].caption = caption;
}

bool PagePictures::isHere(const HtmlNode &img, const QStringList &addresses)
{
    return !placeOf(img, addresses).address.isEmpty();
}

bool PagePictures::isLarge(const HtmlNode &img, const QStringList &addresses)
{
    const Place place = placeOf(img, addresses);
    const QByteArray bytes = !place.filePath.isEmpty() ? firstBytes(place.filePath, headerBytes)
        : place.address.startsWith("data:"_L1)         ? inlinePicture(place.address)
                                                       : partOf(place.address);
    const QSize size = pictureSize(bytes);
    return !size.isValid() || (size.width() >= leadWidth && size.height() >= leadHeight);
}
