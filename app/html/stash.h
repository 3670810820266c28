#pragma once
// What a tree builder need not read: words and attributes go past it in a stash. It looks at every
// character several times, and only the tags among them make a tree. A short mark stands for words
// in the markup; attributes are known by the place of their tag there. Owned by one parse.

#include "app/html/document.h"

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>
#include <QStringDecoder>

#include <string>
#include <vector>

class Stash final
{
public:
    // `markup` is what attributes are read from.
    explicit Stash(const QByteArray &markup) : m_source{markup, {}, {}, {}} { }

    enum class Space { Joined, Kept }; // runs of white space become one blank, or stay

    // Appends to `out` what makes a tree builder see the run of text `words`: UTF-8, no tag in it.
    void putText(QByteArrayView words, Space space, std::string &out);
    // The same of what stands between two tags and means itself: `words` as it is.
    void putRawText(QByteArrayView words, std::string &out);
    // Those of the start tag that begins at `place` of the markup that the tree builder reads, one
    // at least; tags in their order there. Their values are in the page's markup, or kept().
    void putAttributes(std::size_t place, std::span<const HtmlAttribute> attributes);
    // Bytes that live as long as the document.
    QByteArrayView kept(QByteArray &&value);
    std::span<const HtmlAttribute> kept(std::vector<HtmlAttribute> &&attributes);

    // What a text was before its words were put here.
    QStringView text(QByteArrayView marked);
    // Of the start tag at that place; none, when it has none.
    std::span<const HtmlAttribute> attributes(std::size_t place);
    // What all of these view, to be the document's.
    HtmlSource takeSource() { return std::move(m_source); }

private:
    struct TagAttributes
    {
        std::size_t place;
        std::span<const HtmlAttribute> attributes;
    };

    void putWords(QByteArrayView words, Space space, std::string &out);
    void putMark(QStringView words, std::string &out);
    QChar *roomFor(qsizetype characters);
    QStringView kept(QStringView words);
    QStringView decoded(QByteArrayView utf8, Space space);

    HtmlSource m_source;
    std::vector<QStringView> m_texts;
    QStringDecoder m_decoder{QStringConverter::Utf8, QStringConverter::Flag::Stateless};
    QChar *m_room = nullptr; // in the last block of words
    qsizetype m_roomLeft = 0;
    std::vector<TagAttributes> m_attributes; // by place
    std::size_t m_next = 0;                  // as a rule, the one that is asked for
};
