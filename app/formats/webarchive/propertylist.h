#pragma once
// Looks things up in a binary property list where it lies: nothing is built from it but what is
// asked for, so that objects which hold one another a thousand times over cost nothing. Pure; any
// thread; the bytes must stay.
// https://opensource.apple.com/source/CF/CF-855.17/CFBinaryPList.c

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

class PropertyList
{
public:
    // One of its objects; none where there is no such thing, which holds nothing.
    using Object = qint64;
    static constexpr Object none = -1;

    explicit PropertyList(const QByteArray &bytes);

    static bool isOne(const QByteArray &bytes); // by its first bytes
    Object top() const { return m_top; }        // none for a damaged list

    Object valueOf(Object dictionary, const char *key) const;
    QList<Object> itemsOf(Object array) const;
    QString textOf(Object string) const;
    QByteArray dataOf(Object data) const; // a copy

private:
    struct Head
    {
        int kind = -1;    // the upper half of an object's first byte
        qint64 start = 0; // of what is in it
        qint64 count = 0;
    };

    qint64 numberAt(qint64 place, int size) const; // -1 beyond the end
    Head headOf(Object object) const;
    bool isText(Object string, QByteArrayView ascii) const;
    Object referenceAt(const Head &head, qint64 index) const;

    const QByteArray &m_bytes;
    int m_offsetSize = 0;
    int m_referenceSize = 0;
    qint64 m_objects = 0;
    qint64 m_offsets = 0; // where their table is
    Object m_top = none;
};
