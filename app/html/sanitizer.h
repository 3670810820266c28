#pragma once
// What may stand in Article::bodyHtml, and the function that lets nothing else through.
//
//   p h2 blockquote figure figcaption img ul ol li table caption thead tbody tfoot tr th td pre
//   a em strong sub sup br        (h2 is a crosshead)
//
// Attributes: a[href] (http, https, mailto), img[src] ("picture:N" with N below the number of the
// article's images) and img[alt], th/td[colspan rowspan] (1-100), p/blockquote/ul/ol/li/h2/td/th/
// figcaption[dir] (ltr, rtl), ol[start]. Nothing else. The output is well-formed: every element
// closed, text and attributes escaped, so that it may be put into a larger page by concatenation.
// Pure; any thread.

#include <QString>

// `images` is the number of pictures that the article has. Elements that are not allowed are
// unwrapped (their text stays), except those whose text is not for reading (script, style, form
// controls, frames, svg …), which go with all they hold. Old names take their new ones: b is
// strong, i is em, h1 and h3 to h6 are h2, dt and dd are p. Loose text gets a paragraph, two line
// breaks in a paragraph begin another, what is empty goes. Sanitising twice changes nothing more.
QString sanitized(const QString &html, qsizetype images);
