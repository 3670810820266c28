#pragma once
// Which words of a page are a picture's caption, and which elements are a figure: many pages say
// it by a class only. Owned by one read; the facts must stay, and what they leave out too.

#include "app/formats/html/pagefacts.h"

#include <QHash>
#include <QSet>

class Captions final
{
public:
    explicit Captions(const PageFacts &facts);

    // The element that holds a picture's words, or -1; the words.
    int elementOf(int picture) const { return m_words.value(picture, -1); }
    QString textOf(int picture) const;
    // An element that holds pictures, what is said of them, and nothing of the story. A figure of
    // a table, of a quotation or of half the story is none.
    bool isFigure(int element) const { return m_figures.contains(element); }
    // The caption in such an element.
    bool isCaption(int element) const { return m_captions.contains(element); }
    // The caption that stands below a picture in the midst of the story, or -1: it belongs into
    // the picture's figure.
    int apartFrom(int picture) const { return m_apart.value(picture, -1); }
    // Whether that figure is nothing but the two of them: no element holds the picture alone.
    bool isBare(int picture) const { return m_bare.contains(picture); }

private:
    void readFigure(int figure);
    void readPicture(int picture);
    int described(int picture);
    int captionAfter(int element) const;

    const PageFacts &m_facts;
    QSet<int> m_figures;
    QSet<int> m_captions;
    QSet<int> m_bare;
    QHash<int, int> m_apart;
    QHash<int, int> m_words; // by picture: the element with the words
    QHash<QString, int> m_ids;
    bool m_areIdsRead = false;
};

// Whether an element is a picture, or a few, with their captions and nothing else: it is of the
// story, whatever its name is and however little it says.
bool isPictureBox(const PageFacts &facts, int element);

// Whether an element is a button that shows a picture larger, and holds nothing else.
bool isPictureButton(const PageFacts &facts, int element);
