#include "app/formats/html/pagepictures.h"

#include <QByteArrayView>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumInlineBytes = 48 * 1024 * 1024; // of all pictures in one page
constexpr qsizetype smallestInline = 200; // bytes; below are dots and place holders
constexpr int smallestSide = 40;          // pixels; below are icons

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

// The largest of "a.jpg 400w, b.jpg 800w".
QString largestOf(const QString &srcset)
{
    QString best;
    double most = -1;
    for (const QString &candidate : srcset.split(u", "_s, Qt::SkipEmptyParts)) {
        const QString tidy = candidate.simplified();
        QString size = tidy.section(u' ', 1, 1);
        size.chop(1);
        if (size.toDouble() > most) {
            most = size.toDouble();
            best = tidy.section(u' ', 0, 0);
        }
    }
    return best;
}

bool isPlaceHolder(const QString &address)
{
    return address.isEmpty() || address == "about:blank"_L1
        || (address.startsWith("data:"_L1)
            && (address.size() < smallestInline || address.startsWith("data:image/svg"_L1)));
}

QString addressOf(const HtmlNode &img)
{
    const QString src = img.attribute("src"_L1).trimmed();
    if (!isPlaceHolder(src))
        return src;
    for (const auto name : {"data-src"_L1, "data-lazy-src"_L1, "data-original"_L1}) {
        if (const QString late = img.attribute(name).trimmed(); !isPlaceHolder(late))
            return late;
    }
    for (const auto name : {"srcset"_L1, "data-srcset"_L1}) {
        if (const QString late = largestOf(img.attribute(name)); !isPlaceHolder(late))
            return late;
    }
    return {};
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

// The folder that a browser saved the page's pictures in: the file's name and a word for "files" in
// the browser's language.
QString savedFolderOf(const QFileInfo &page)
{
    const QString name = page.completeBaseName();
    for (const auto suffix :
         {"_files"_L1, "-Dateien"_L1, "_fichiers"_L1, "_archivos"_L1, "_file"_L1, "_bestanden"_L1,
          "_arquivos"_L1, "_pliki"_L1, "-filer"_L1, ".files"_L1}) {
        if (QFileInfo(page.dir(), name + suffix).isDir())
            return name + suffix;
    }
    return {};
}

} // namespace

PagePictures::PagePictures(const QString &path, const QUrl &page)
    : m_folder(QFileInfo(path).dir())
    , m_root(m_folder.canonicalPath() + u'/')
    , m_savedFolder(savedFolderOf(QFileInfo(path)))
    , m_page(page)
{
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
    if (address.startsWith("data:"_L1)) {
        image.bytes = inlinePicture(address);
        m_inlineBytes += image.bytes.size();
        if (image.bytes.isEmpty() || m_inlineBytes > maximumInlineBytes)
            return -1;
        image.contentUrl = address.section(u',', 0, 0);
    } else {
        image.filePath = fileOf(address);
        const QUrl url(address);
        const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        // One that is not here and says nothing of itself would be an empty frame.
        if (image.filePath.isEmpty()
            && (image.alternateName.isEmpty() || !(isWeb || url.isRelative())))
            return -1;
        for (int i = 0; !image.filePath.isEmpty() && i < m_images.size(); ++i) {
            if (m_images[i].filePath == image.filePath) {
                m_numbers.insert(address, i);
                if (m_images[i].alternateName.isEmpty())
                    m_images[i].alternateName = image.alternateName;
                return i;
            }
        }
        image.contentUrl = m_page.isValid() && url.isRelative() && image.filePath.isEmpty()
            ? m_page.resolved(url).toString()
            : address;
    }
    m_numbers.insert(address, int(m_images.size()));
    m_images.append(image);
    return int(m_images.size()) - 1;
}

int PagePictures::numberOf(const HtmlNode &img)
{
    const QString address = addressOf(img);
    if (address.isEmpty() || isSmall(img))
        return -1;
    return add(address, img.attribute("alt"_L1));
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
    if (!m_savedFolder.isEmpty() && !fileOf(m_savedFolder + u'/' + name).isEmpty())
        return add(m_savedFolder + u'/' + name, {});
    return -1;
}

void PagePictures::setCaption(int number, const QString &caption)
{
    if (m_images[number].caption.isEmpty())
        m_images[number].caption = caption;
}
