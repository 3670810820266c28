#pragma once
// broadsheet-cli show: the articles in files, one JSON object a line (schema.org NewsArticle), as
// text for people, or as HTML. For the one thread of the program.

#include <QByteArray>
#include <QList>

// `arguments` are what follows the command's name, as the system gave them: a file's name is bytes,
// and need not be text. Returns the exit status.
int show(const QList<QByteArray> &arguments);
