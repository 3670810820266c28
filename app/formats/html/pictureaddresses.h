#pragma once
// Where an img element says that its picture is. Pure; any thread.

#include "app/formats/html/pagefacts.h"

#include <QStringList>

// Every address that it gives, and the sources beside it in a picture element, the one first that
// a browser shows first; what only holds its place is left out.
QStringList pictureAddresses(const PageFacts &facts, int picture);

// Whether the last of an address is a picture's name: "/a/quay.jpg?w=300".
bool isPictureAddress(const QString &address);

// Whether the name is that of a dot, or of a grey field, that stands there till the picture comes.
bool namesPlaceHolder(const QString &address);

// Whether an element without words or pictures says that it is a picture, its background; where
// that is, unless a style elsewhere holds it (see sharedpictures.h).
bool isBackgroundPicture(const PageFacts &facts, int element);
QStringList backgroundAddresses(const HtmlNode &element);
