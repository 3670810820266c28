#pragma once
// The house rules that a program can check: who may include whom, what may not be written where,
// and how long things may grow. Pure functions over text, so that each rule can be tried on a bad
// snippet (tst_houserules.cpp) before the sources are held to it (tst_house.cpp).

#include <QList>
#include <QString>
#include <QStringList>

namespace house {

struct Source
{
    QString path; // from the repository's root: "app/base/result.h"
    QString text;
};

struct Alarm
{
    QString path;
    int line = 0; // from 1
    QString what;
};

// Which Qt module a header belongs to, "QtWidgets" for <QLabel>; empty for what is not Qt's.
QString qtModuleOf(const QString &header);

// The text with its comments, and with or without its string and character literals, replaced by
// blanks; line breaks stay, so that lines keep their numbers.
enum class Literals { Kept, Blanked };
QString withoutComments(const QString &text, Literals literals);

// Everything that is wrong with one source file of app/, ui/ or tests/.
QList<Alarm> alarmsOf(const Source &source);

// The paths that no closed list of the design has a place for.
QStringList strayPaths(const QStringList &paths);

} // namespace house
