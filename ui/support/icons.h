#pragma once
// The pictures on actions, in trees and in fields: the desktop theme's, or our own where it has
// none. Ours are line drawings in the text's colour, light or dark, and turn round where reading
// runs right to left. GUI thread.

#include <QIcon>

// `name` is of the freedesktop icon naming specification, and of a file in resources/icons.
QIcon themedIcon(const QString &name);

// Ours, whatever the theme has.
QIcon ownIcon(const QString &name);
