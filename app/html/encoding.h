#pragma once
// Bytes into text: by byte order mark, then by what the document declares, then by detection.
// Wrong bytes become U+FFFD and never lose the rest. Pure; any thread.

#include <QByteArray>
#include <QString>

struct DecodedText
{
    QString text;    // no byte order mark
    QString charset; // the encoding used, by its IANA name: "UTF-8", "windows-1252", "Shift_JIS"
    QString foundBy; // "byte order mark", "declaration", "detection"
    qsizetype wrongBytes = 0; // how many places could not be decoded
};

// The same, in UTF-8: most pages are, and stay as they came.
struct DecodedUtf8
{
    QByteArray utf8;
    QString charset;
    QString foundBy;
    qsizetype wrongBytes = 0;
};

// `declared` is what the document says of itself (a label, as <meta charset> gives it), or empty.
// It is believed unless the bytes prove it wrong.
DecodedText decoded(const QByteArray &bytes, const QByteArray &declared = {});

// Shares the bytes with `bytes` where they are UTF-8 already.
DecodedUtf8 decodedToUtf8(const QByteArray &bytes, const QByteArray &declared = {});

// The label that an HTML or XML document declares in its first bytes, or empty.
// https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
QByteArray declaredCharset(const QByteArray &bytes);

// Whether these bytes can be no text in any encoding: NULs that no UTF-16 or UTF-32 explains, or
// more control characters than any text has. Looks at the first 4 KiB.
bool looksBinary(const QByteArray &bytes);
