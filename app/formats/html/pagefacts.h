#pragma once
// What there is to count in a page, for any element of it at once: letters, letters in links,
// commas, paragraphs, pictures. An element's share is one subtraction, because its descendants
// stand in one row. Owned by one read; not shared between threads.

#include "app/html/document.h"

#include <memory>
#include <vector>

// Sums over an element and all below it that is not left out.
struct Counts
{
    int letters = 0; // white space runs count as one
    int linked = 0;  // letters inside links; in links within the page a third
    int commas = 0;
    int paragraphs = 0;
    int pictures = 0;
    int items = 0; // of lists
    int itemLetters = 0;
    int inputs = 0;
    int embeds = 0;
    int headingLetters = 0;
    int textish = 0; // letters in paragraphs, lists, tables …

    double linkDensity() const { return letters ? double(linked) / letters : 0; }
};

class PageFacts final
{
public:
    explicit PageFacts(const HtmlDocument &document);

    const HtmlDocument &document() const { return m_document; }
    const HtmlNode &node(int i) const { return m_document.nodes[std::size_t(i)]; }
    int size() const { return int(m_document.nodes.size()); }

    // Leaves an element and all below it out of the story; `countAgain` makes it felt in counts().
    void leaveOut(int node) { m_out[std::size_t(node)] = true; }
    // What `other`, of the same document, leaves out and counts.
    void takeOver(PageFacts &&other);
    bool isLeftOut(int node) const { return m_out[std::size_t(node)]; }
    void countAgain();
    // Undoes leaving out an element that holds `node`.
    void takeBackAround(int node);

    Counts counts(int node) const;
    // The nearest ancestor of a kind, at most `levels` up, or -1.
    int ancestor(int node, HtmlTag tag, int levels = 1000) const;
    bool isWithin(int node, int ancestor) const;

private:
    bool isSecondOfOne(int picture) const;

    // Where the elements end that what is being counted stands in.
    struct Around
    {
        int linkEnd = 0;
        double linkShare = 1;
        int headingEnd = 0;
        int itemEnd = 0;
        int textishEnd = 0;
    };
    void addOwn(int node, const Around &around, Counts &total) const;

    struct Words
    {
        int letters = 0;
        int commas = 0;
    };
    static Words wordsIn(QStringView text);

    const HtmlDocument &m_document;
    std::shared_ptr<const std::vector<Words>> m_words; // of each text node
    std::vector<bool> m_out;
    std::vector<Counts> m_before; // sums over all nodes before this one
};

// Runs of white space as one blank, none at the ends.
QString tidied(const QString &text);

// Like QString::toCaseFolded(), and faster for ASCII.
QString caseFolded(const QString &text);

// Letters and digits alone, in one case: what two prints of the same words have in common.
QString foldedLetters(const QString &text);

// The text below a node with blanks where blocks part it, what is not for reading left out.
QString visibleText(const HtmlDocument &document, int node);

// The nearest block around a node: words in different blocks stand on different lines.
int blockOf(const HtmlDocument &document, int node);

bool isHeading(HtmlTag tag);
bool isBlank(const HtmlNode &node);           // white space and nothing else
bool isNoscriptPicture(const HtmlNode &node); // an img that stood in a noscript
bool isBlock(HtmlTag tag);                    // begins on a line of its own

// A block with no other block in it.
bool isLine(const PageFacts &facts, int node);

// Whether a node is shown where the story's elements are, and not left out of them.
bool isInStory(const PageFacts &facts, const QList<int> &story, int node);
