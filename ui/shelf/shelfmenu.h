#pragma once
// The menu on a row of the library's tree: what can be done with that row, and nothing else. GUI
// thread.

#include "ui/shelf/shelfrow.h"

#include <functional>

class QMenu;
class QWidget;

// What the reader may want done with a row.
enum class ShelfTask { AddFolder, Rename, Remove, Keep, Close, ShowInFileManager, Rescan };

// A menu that deletes itself when it closes; it calls `chosen` with what was chosen. `parent` is
// where it stands.
QMenu *shelfMenu(const ShelfRow &row, QWidget *parent,
                 const std::function<void(ShelfTask)> &chosen);
