#include "app/formats/html/pictureaddresses.h"

#include "app/formats/html/expression.h"
#include "app/formats/html/namepattern.h"
#include "app/formats/html/valuepattern.h"

#include <QUrl>

#include <algorithm>
#include <functional>
#include <optional>

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

bool isSetSpace(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
}

// "800w", "2x"; 0 where there is none, and nothing where it is something else.
std::optional<double> descriptor(QStringView words)
{
    words = words.trimmed();
    if (words.isEmpty())
        return 0;
    bool isNumber = false;
    const double size = words.chopped(1).toDouble(&isNumber);
    return isNumber && QStringView(u"wxh").contains(words.back()) ? std::optional(size)
                                                                  : std::nullopt;
}

// The addresses of "a.jpg 400w, b.jpg 800w", the largest first. A comma parts two of them when a
// blank follows it or a descriptor stands before it; another is of the address.
// https://html.spec.whatwg.org/#parse-a-srcset-attribute
QStringList candidatesIn(const QString &srcset)
{
    QList<std::pair<double, QStringView>> found;
    const QStringView set(srcset);
    for (qsizetype at = 0; at < set.size();) {
        while (at < set.size() && (isSetSpace(set[at]) || set[at] == u','))
            ++at;
        const qsizetype from = at;
        while (at < set.size() && !isSetSpace(set[at]))
            ++at;
        QStringView address = set.sliced(from, at - from);
        std::optional<double> size = 0;
        if (address.endsWith(u',')) {
            while (address.endsWith(u','))
                address.chop(1);
        } else {
            const qsizetype comma = set.indexOf(u',', at);
            const qsizetype end = comma < 0 ? set.size() : comma;
            size = descriptor(set.sliced(at, end - at));
            at = end;
        }
        if (size && !address.isEmpty())
            found.emplace_back(*size, address);
    }
    std::ranges::stable_sort(found, std::greater(), &std::pair<double, QStringView>::first);
    QStringList addresses;
    for (const auto &[size, address] : found)
        addresses.append(address.toString());
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
    static const Expression name(u"\\.(?:jpe?g|png|gif|webp|avif)$"_s,
                                 Expression::Case::Insensitive);
    return name.isIn(address.section(u'#', 0, 0).section(u'?', 0, 0));
}

bool namesPlaceHolder(const QString &address)
{
    static const ValuePattern name(
        u"(?:^|[^a-z])(?:blank|place-?holder|spacer|transparent|lazy(?:-?load)?|pixel|dummy|"
        "loading|loader|empty|gr[ae]y)(?:$|[^a-z])"_s);
    static const Expression size(u"(?:^|[^A-Za-z])1[xX]1(?:$|[^A-Za-z])"_s);
    if (address.startsWith("data:"_L1))
        return false;
    const QStringView path = QStringView(address).first(
        std::ranges::find_if(address, [](QChar c) { return c == u'?' || c == u'#'; })
        - address.begin());
    const QByteArray file = path.sliced(path.lastIndexOf(u'/') + 1).toUtf8();
    return name.matches(file) || (file.contains('1') && size.isIn(QString::fromUtf8(file)));
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
    static const Expression url(u"background(?:-image)?\\s*:[^;]*?url\\(\\s*[\"']?([^\"')]+)"_s,
                                Expression::Case::Insensitive);
    const QString address = url.firstIn(element.attribute("style"_L1)).text(1).trimmed();
    return address.isEmpty() || isPlaceHolder(address) ? QStringList() : QStringList{address};
}
