#pragma once
// What a tree builder need not read: words and attributes go past it in a stash, and a short mark
// stands for each of them in the markup. It looks at every character several times, and only the
// tags among them make a tree. Owned by one parse.

#include "app/html/document.h"

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>

#include <vector>

class Stash final
{
public:
    // The attribute whose value is the mark of an element's attributes. No page's own: it is none
    // of those that are kept.
    static constexpr QLatin1StringView attributesName{"a"};

    enum class Space { Joined, Kept }; // runs of white space become one blank, or stay

    // Appends to `out` what makes a tree builder see the run of text `words`: UTF-8, no tag in it.
    void putText(QByteArrayView words, Space space, QByteArray &out);
    // The same of what stands between two tags and means itself: `words` as it is.
    void putRawText(QByteArrayView words, QByteArray &out);
    // Appends the attribute that stands for `attributes`, one at least; false when there is no room
    // for more: a page of a hundred thousand elements.
    bool putAttributes(QList<HtmlAttribute> attributes, QByteArray &out);

    // What a text was before its words were put here.
    QString text(QByteArrayView marked) const;
    // Of the mark that is the value of the attribute.
    QList<HtmlAttribute> attributes(QByteArrayView mark) const;

private:
    void putWords(QByteArrayView words, Space space, QByteArray &out);
    void putMark(QString &&words, QByteArray &out);

    std::vector<QString> m_texts;
    std::vector<QList<HtmlAttribute>> m_attributes;
};
