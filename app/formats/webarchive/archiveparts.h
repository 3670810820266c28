#pragma once
// A page that Safari saved as one file, taken apart as a MIME message is: the page first, then what
// was saved with it. Pure; any thread.
// https://developer.apple.com/documentation/webkit/webarchive

#include "app/formats/mhtml/mimeparts.h"

bool isWebArchive(const QByteArray &bytes); // by its first bytes, and the names in it

// Never fails: what cannot be understood has no parts.
MimeMessage webArchiveParts(const QByteArray &bytes);
