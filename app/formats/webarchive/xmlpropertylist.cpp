#include "app/formats/webarchive/xmlpropertylist.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lookedAt = 1024;     // bytes: the prolog and the document type
constexpr qsizetype deepest = 50;        // objects in one another; frames in frames take four each
constexpr qsizetype mostNodes = 200'000; // a saved page has six for each of its parts

} // namespace

bool XmlPropertyList::isOne(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(lookedAt);
    const QByteArray start = (head.startsWith("\xEF\xBB\xBF") ? head.mid(3) : head).trimmed();
    return (start.startsWith("<?xml") || start.startsWith("<!DOCTYPE plist")
            || start.startsWith("<plist"))
        && start.contains("<plist");
}

XmlPropertyList::Kind XmlPropertyList::kindOf(QStringView element)
{
    return element == "dict"_L1  ? Kind::Dictionary
        : element == "array"_L1  ? Kind::Array
        : element == "string"_L1 ? Kind::Text
        : element == "data"_L1   ? Kind::Data
                                 : Kind::Other;
}

XmlPropertyList::XmlPropertyList(const QByteArray &bytes)
{
    QXmlStreamReader reader(bytes);
    QList<Object> open; // the containers around the place that is read
    QString key;
    while (!reader.atEnd()) {
        reader.readNext();
        const QStringView name = reader.name();
        if (reader.isEndElement() && !open.isEmpty() && (name == "dict"_L1 || name == "array"_L1))
            open.removeLast();
        if (!reader.isStartElement() || name == "plist"_L1)
            continue;
        if (name == "key"_L1) {
            key = reader.readElementText(QXmlStreamReader::SkipChildElements);
            continue;
        }
        if (open.size() >= deepest || m_nodes.size() >= mostNodes
            || (open.isEmpty() && !m_nodes.isEmpty()))
            break;
        Node node{kindOf(name), std::exchange(key, {}), {}, {}};
        const Object number = m_nodes.size();
        if (!open.isEmpty())
            m_nodes[open.last()].children.append(number);
        if (node.kind == Kind::Dictionary || node.kind == Kind::Array)
            open.append(number);
        else
            node.text = reader.readElementText(QXmlStreamReader::SkipChildElements);
        m_nodes.append(node);
    }
}

bool XmlPropertyList::isA(Object object, Kind kind) const
{
    return object >= 0 && object < m_nodes.size() && m_nodes[object].kind == kind;
}

XmlPropertyList::Object XmlPropertyList::valueOf(Object dictionary, const char *key) const
{
    if (!isA(dictionary, Kind::Dictionary))
        return none;
    for (const Object child : m_nodes[dictionary].children) {
        if (m_nodes[child].key == QLatin1StringView(key))
            return child;
    }
    return none;
}

QList<XmlPropertyList::Object> XmlPropertyList::itemsOf(Object array) const
{
    return isA(array, Kind::Array) ? m_nodes[array].children : QList<Object>();
}

QString XmlPropertyList::textOf(Object string) const
{
    return isA(string, Kind::Text) ? m_nodes[string].text : QString();
}

QByteArray XmlPropertyList::dataOf(Object data) const
{
    return isA(data, Kind::Data) ? QByteArray::fromBase64(m_nodes[data].text.toLatin1())
                                 : QByteArray();
}
