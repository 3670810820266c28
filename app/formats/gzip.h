#pragma once
// A file that was pressed by gzip, as savers of web pages and archives leave them. Pure; any
// thread.

#include "app/base/result.h"
#include "app/base/sourcefile.h"

#include <QByteArray>

bool isGzip(const QByteArray &bytes);

// The whole of it, several members in a row too; of a broken one, what could be read. `path` is for
// the error: TooLarge, for what would swell beyond maximumFileSize; Malformed, when nothing can be
// read. https://www.rfc-editor.org/rfc/rfc1952
Result<QByteArray> gunzipped(const QByteArray &bytes, const QString &path);

// The file as it is, or what was pressed in it. Errors: those of gunzipped().
Result<SourceFile> unpressed(const SourceFile &file);
