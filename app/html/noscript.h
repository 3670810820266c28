#pragma once
// Some pages show their pictures by a script, and give them once more to those who have none: the
// picture that a noscript holds, where it is all there is in it. Pure; any thread.

#include "app/html/document.h"
#include "app/html/tagsyntax.h"

#include <QByteArray>

#include <optional>

struct NoscriptPicture
{
    QByteArray markup;                    // what `attributes` view, when it was escaped
    std::vector<TagAttribute> attributes; // of the img element
    QByteArray srcset;                    // of the sources beside it, one behind the other
};

// `contents` is what stands between the two tags, escaped or not.
std::optional<NoscriptPicture> pictureInNoscript(QByteArrayView contents);
