#pragma once
// A page that SingleFile saved as a ZIP archive, by itself or inside an HTML file (or a picture)
// that unpacks itself, taken apart as a MIME message is: the page first, then its pictures, styles
// and letters. Pure; any thread.
// https://github.com/gildas-lormeau/SingleFile,
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

#include "app/base/result.h"
#include "app/base/sourcefile.h"
#include "app/formats/mhtml/mimeparts.h"

// By its first bytes, and the archive's directory at its end.
bool isZippedPage(const QByteArray &bytes);

// Errors: Malformed (it cannot be unpacked, there is no page in it, it is locked by a password).
// All that is unpacked is no more than a file may have; pictures beyond that are missing.
Result<MimeMessage> zippedParts(const SourceFile &file);
