#pragma once
// Pictures that a page gives a second time for a browser without scripts, beside the empty frame
// that a script would have filled. Owned by one read; the facts must stay.

#include "app/formats/html/pagefacts.h"

#include <QHash>
#include <QSet>
#include <QStringList>

class NoscriptPictures final
{
public:
    explicit NoscriptPictures(const PageFacts &facts);

    // Its addresses there; an img element's own come first.
    QStringList of(int picture) const { return m_addresses.value(picture); }
    // Whether another img element is the same picture, and has its address.
    bool isRepeated(int picture) const { return m_repeated.contains(picture); }

private:
    int pictureOf(const PageFacts &facts, int noscript) const;

    QHash<int, QStringList> m_addresses;
    QSet<int> m_repeated;
};
