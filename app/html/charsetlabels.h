#pragma once
// The names that documents give to encodings, and what browsers take them for. Pure; any thread.
// https://encoding.spec.whatwg.org/#names-and-labels

#include <QByteArray>

struct Charset
{
    const char *name; // IANA's, as DecodedText::charset gives it
    const char *icu;  // the converter that decodes as browsers do
};

// Null when nobody knows the label, or it is one that browsers refuse (UTF-7).
const Charset *charsetOf(const QByteArray &label);
