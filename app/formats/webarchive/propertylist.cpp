#include "app/formats/webarchive/propertylist.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace {

constexpr int trailerSize = 32;
constexpr qint64 mostItems = 20'000; // of an array
constexpr qint64 mostKeys = 100;     // of a dictionary; a saved page's have six

enum Kind { Integer = 0x1, Data = 0x4, Ascii = 0x5, Utf16 = 0x6, Array = 0xA, Dictionary = 0xD };

} // namespace

bool PropertyList::isOne(const QByteArray &bytes)
{
    return bytes.startsWith("bplist0") && bytes.size() > trailerSize + 8;
}

PropertyList::PropertyList(const QByteArray &bytes) : m_bytes(bytes)
{
    if (!isOne(bytes))
        return;
    const qint64 trailer = bytes.size() - trailerSize;
    m_offsetSize = int(numberAt(trailer + 6, 1));
    m_referenceSize = int(numberAt(trailer + 7, 1));
    m_objects = numberAt(trailer + 8, 8);
    m_offsets = numberAt(trailer + 24, 8);
    const bool isSound = m_offsetSize >= 1 && m_offsetSize <= 8 && m_referenceSize >= 1
        && m_referenceSize <= 8 && m_objects > 0 && m_offsets > 0 && m_offsets < trailer
        && m_objects <= (trailer - m_offsets) / m_offsetSize;
    if (isSound)
        m_top = numberAt(trailer + 16, 8);
    else
        m_objects = 0;
}

qint64 PropertyList::numberAt(qint64 place, int size) const
{
    if (place < 0 || size < 1 || size > 8 || place > m_bytes.size() - size)
        return -1;
    quint64 number = 0;
    for (int i = 0; i < size; ++i)
        number = number << 8 | quint8(m_bytes[place + i]);
    return number > quint64(std::numeric_limits<qint64>::max()) ? -1 : qint64(number);
}

PropertyList::Head PropertyList::headOf(Object object) const
{
    if (object < 0 || object >= m_objects)
        return {};
    const qint64 place = numberAt(m_offsets + object * m_offsetSize, m_offsetSize);
    const qint64 marker = numberAt(place, 1);
    if (marker < 0)
        return {};
    Head head{int(marker >> 4), place + 1, marker & 0xF};
    if (head.count != 0xF)
        return head;
    // More than fourteen: an integer says how many.
    const qint64 number = numberAt(place + 1, 1);
    if (number < 0 || number >> 4 != Integer || (number & 0xF) > 3)
        return {};
    const int size = 1 << (number & 0xF);
    head.count = numberAt(place + 2, size);
    head.start = place + 2 + size;
    return head.count < 0 ? Head{} : head;
}

PropertyList::Object PropertyList::referenceAt(const Head &head, qint64 index) const
{
    return numberAt(head.start + index * m_referenceSize, m_referenceSize);
}

// The references of all keys stand first, and then those of their values.
PropertyList::Object PropertyList::valueOf(Object dictionary, const char *key) const
{
    const Head head = headOf(dictionary);
    if (head.kind != Dictionary)
        return none;
    for (qint64 i = 0; i < std::min(head.count, mostKeys); ++i) {
        if (isText(referenceAt(head, i), key))
            return referenceAt(head, head.count + i);
    }
    return none;
}

// Compared where it lies: one long text may be the name of everything.
bool PropertyList::isText(Object string, QByteArrayView ascii) const
{
    const Head head = headOf(string);
    return head.kind == Ascii && head.count == ascii.size()
        && head.count <= m_bytes.size() - head.start
        && QByteArrayView(m_bytes.constData() + head.start, head.count) == ascii;
}

QList<PropertyList::Object> PropertyList::itemsOf(Object array) const
{
    const Head head = headOf(array);
    QList<Object> items;
    for (qint64 i = 0; head.kind == Array && i < std::min(head.count, mostItems); ++i) {
        const Object item = referenceAt(head, i);
        if (item == none)
            break;
        items.append(item);
    }
    return items;
}

QString PropertyList::textOf(Object string) const
{
    constexpr qint64 longest = 1'000'000; // letters; an address may hold a picture
    const Head head = headOf(string);
    const int width = head.kind == Utf16 ? 2 : 1;
    const bool isText = head.kind == Ascii || head.kind == Utf16;
    if (!isText || head.count > longest || head.count * width > m_bytes.size() - head.start)
        return {};
    if (head.kind == Ascii)
        return QString::fromLatin1(m_bytes.constData() + head.start, head.count);
    QString text(head.count, Qt::Uninitialized);
    qFromBigEndian<char16_t>(m_bytes.constData() + head.start, head.count, text.data());
    return text;
}

QByteArray PropertyList::dataOf(Object data) const
{
    const Head head = headOf(data);
    if (head.kind != Data || head.count > m_bytes.size() - head.start)
        return {};
    return m_bytes.mid(head.start, head.count);
}
