#pragma once
// A body's text for people and programs that want words: schema.org's articleBody, the index's
// text, the first words of a list row. Pure; any thread.

#include <QString>

// Paragraphs, crossheads, list items, quotations, table rows and preformatted blocks of a
// sanitised body, parted by a blank line, in order; figures and their captions left out.
QString plainText(const QString &bodyHtml);
