#pragma once
// Text as it is compared: what two printings of the same headline or name have in common. Pure;
// any thread.

#include <QString>

class QUrl;

// Without case, accents, quotation marks, dashes and other punctuation; words parted by one blank.
// "Cafés ‘to re-open’ – mayor" and "CAFES 'TO RE-OPEN' - MAYOR" fold to the same.
QString foldedText(const QString &text);

// An address as it is compared: without scheme, "www.", fragment, trailing slash, what asks for the
// same page on paper or on a telephone ("m.", "/amp", "?print=1"), or the parameters that only tell
// a publisher where a reader came from. Empty for an address without a host.
QString foldedUrl(const QUrl &url);
