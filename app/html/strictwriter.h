#pragma once
// Writes the strict markup of Article::bodyHtml (see sanitizer.h) from a walk over any element
// tree: it is told what opens, what closes and what is said, and makes well-formed blocks of it.
// Loose text gets a paragraph, a block inside a paragraph becomes a line break, what holds nothing
// is not written. Pure; any thread.

#include "app/html/document.h"

#include <QString>

#include <vector>

class StrictWriter final
{
public:
    // `images` is the number of pictures that the article has.
    explicit StrictWriter(qsizetype images) : m_images(images) { }

    // Opens an element. What may not stand where it is, or anywhere, is unwrapped.
    void open(const HtmlNode &element);
    void close();
    void text(QStringView text);
    void lineBreak();
    void image(qsizetype number, const QString &alternateName);

    // What was written; the writer is finished then.
    QString take();

private:
    // An element as it was opened, whatever has become of it.
    struct Frame
    {
        HtmlTag tag = HtmlTag::Other;
        qsizetype blocks = -1; // the number of blocks before it, when it became a block
        bool isInline = false;
        bool isWritten = false; // an inline element whose start tag stands in the output
        bool isBoundary = false;
        QString startTag;
        QString dir; // in force inside
    };

    // A block in the output that is not closed yet.
    struct Block
    {
        HtmlTag tag;
        qsizetype start;
        QString dir;
        bool isImplied = false; // nobody opened it: loose text did
        bool hasContent = false;
        bool hasWords = false; // and not pictures only
        bool hasCaption = false;
    };

    HtmlTag context() const;
    bool admits(HtmlTag block) const;
    void openBlock(HtmlTag tag, const HtmlNode *element, const QString &dir, bool isImplied);
    void closeBlock();
    bool isPictureParagraph(const Block &block) const;
    void closeImplied();
    void closeInlines();
    void beginLine();
    void breakLines();
    void preformatted(QStringView text);
    bool reachesContent();
    bool isInlineOpen(HtmlTag tag) const;

    const qsizetype m_images;
    QString m_out;
    std::vector<Frame> m_frames;
    std::vector<Block> m_blocks;
    bool m_space = false;     // white space seen since the last word
    bool m_lineBegun = false; // the line has a word or a picture
    int m_breaks = 0;         // line breaks seen since the last word
    QString m_preformattedSpace;
};
