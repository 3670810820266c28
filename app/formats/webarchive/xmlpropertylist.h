#pragma once
// A property list that was written as XML, answering as PropertyList does for a binary one. Nothing
// outside the bytes is read, whatever its document type names. Pure; any thread.
// https://www.apple.com/DTDs/PropertyList-1.0.dtd

#include <QByteArray>
#include <QList>
#include <QString>

class XmlPropertyList
{
public:
    using Object = qint64;
    static constexpr Object none = -1;

    explicit XmlPropertyList(const QByteArray &bytes);

    static bool isOne(const QByteArray &bytes);                 // by its first bytes
    Object top() const { return m_nodes.isEmpty() ? none : 0; } // none for a damaged list

    Object valueOf(Object dictionary, const char *key) const;
    QList<Object> itemsOf(Object array) const;
    QString textOf(Object string) const;
    QByteArray dataOf(Object data) const;

private:
    enum class Kind { Other, Dictionary, Array, Text, Data };

    struct Node
    {
        Kind kind = Kind::Other;
        QString key; // in the dictionary that holds it
        QString text;
        QList<Object> children;
    };

    static Kind kindOf(QStringView element);
    bool isA(Object object, Kind kind) const;

    QList<Node> m_nodes; // the top first
};
