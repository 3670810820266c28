#include "app/formats/html/pictureaddresses.h"

#include "app/formats/html/namepattern.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype smallestInline = 200;  // bytes; below are dots and place holders
constexpr qsizetype smallestDrawing = 500; // the same of an SVG
constexpr qsizetype mostAddresses = 64;    // of one picture
constexpr int mostSources = 64;            // of a picture, and blanks between them

// Where scripts find the address that they will fill in, the commonest first.
constexpr QLatin1StringView singles[] = {"src"_L1,           "data-src"_L1,
                                         "data-lazy-src"_L1, "data-original"_L1,
                                         "data-lazyload"_L1, "data-original-src"_L1};
constexpr QLatin1StringView sets[] = {"srcset"_L1, "data-srcset"_L1, "data-lazy-srcset"_L1};
// These may be something else's, and name a picture only when they look like it.
constexpr QLatin1StringView doubtful[] = {"data-hi-res-src"_L1, "data-image"_L1, "data-url"_L1};

// The addresses of "a.jpg 400w, b.jpg 800w", the largest first. A comma parts two of them when a
// blank follows it or a descriptor stands before it; another is of the address.
// https://html.spec.whatwg.org/#parse-a-srcset-attribute
QStringList candidatesIn(const QString &srcset)
{
    if (srcset.isEmpty())
        return {};
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
            && address.size()
                < (address.startsWith("data:image/svg"_L1) ? smallestDrawing : smallestInline));
}

class Addresses
{
public:
    void add(const QString &address)
    {
        if (m_found.size() < mostAddresses && !isPlaceHolder(address) && !m_found.contains(address))
            m_found.append(address);
    }
    void addSets(const HtmlNode &node)
    {
        for (const QLatin1StringView name : sets) {
            for (const QString &address : candidatesIn(node.attribute(name)))
                add(address);
        }
    }
    QStringList take() { return std::move(m_found); }

private:
    QStringList m_found;
};

// <picture><source srcset><img></picture>, in their order.
void addSources(const PageFacts &facts, int picture, Addresses &addresses)
{
    const int parent = facts.node(picture).parent;
    const int last = std::max(parent, picture - mostSources);
    int first = picture;
    for (int i = picture - 1; i > last && facts.node(i).parent == parent; --i) {
        if (facts.node(i).tag == HtmlTag::Source)
            first = i;
        else if (!isBlank(facts.node(i)))
            break;
    }
    for (int i = first; i < picture; ++i)
        addresses.addSets(facts.node(i));
}

} // namespace

bool isPictureAddress(const QString &address)
{
    if (address.isEmpty())
        return false;
    static const QRegularExpression name(u"\\.(?:jpe?g|png|gif|webp|avif)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return name.match(address.section(u'#', 0, 0).section(u'?', 0, 0)).hasMatch();
}

bool namesPlaceHolder(const QString &address)
{
    static const QRegularExpression name(
        u"^(?:.*[^a-z])?(?:blank|place-?holder|spacer|1x1|transparent|lazy(?:-?load)?|pixel|dummy|"
        "loading|loader|empty|gr[ae]y)(?:[^a-z].*)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (address.startsWith("data:"_L1))
        return false;
    const QStringView path = QStringView(address).first(
        std::ranges::find_if(address, [](QChar c) { return c == u'?' || c == u'#'; })
        - address.begin());
    return name.match(path.sliced(path.lastIndexOf(u'/') + 1)).hasMatch();
}

QStringList pictureAddresses(const PageFacts &facts, int picture)
{
    const HtmlNode &img = facts.node(picture);
    Addresses addresses;
    for (const QLatin1StringView name : singles)
        addresses.add(img.attribute(name).trimmed());
    addSources(facts, picture, addresses);
    addresses.addSets(img);
    for (const QLatin1StringView name : doubtful) {
        const QString address = img.attribute(name).trimmed();
        if (isPictureAddress(address))
            addresses.add(address);
    }
    // The way to a larger one.
    for (int up = img.parent, level = 0; up > 0 && level < 2; up = facts.node(up).parent, ++level) {
        const QString link = facts.node(up).tag == HtmlTag::A
            ? facts.node(up).attribute("href"_L1).trimmed()
            : QString();
        if (isPictureAddress(link))
            addresses.add(link);
    }
    return addresses.take();
}

bool isBackgroundPicture(const PageFacts &facts, int element)
{
    const HtmlNode &node = facts.node(element);
    if (node.attributes.empty() || node.tag == HtmlTag::Img
        || !node.attribute("style"_L1).contains("background"_L1))
        return false;
    const Counts counts = facts.counts(element);
    static const NamePattern image(u"image|img|photo|picture|bild|foto"_s);
    return counts.letters == 0 && counts.pictures == 0
        && (node.attribute("role"_L1) == "img"_L1 || image.matches(node));
}

QStringList backgroundAddresses(const HtmlNode &element)
{
    static const QRegularExpression url(
        u"background(?:-image)?\\s*:[^;]*?url\\(\\s*[\"']?([^\"')]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString address = url.match(element.attribute("style"_L1)).captured(1).trimmed();
    return address.isEmpty() || isPlaceHolder(address) ? QStringList() : QStringList{address};
}
