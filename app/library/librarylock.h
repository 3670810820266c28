#pragma once
// The turn to write: one program at a time, a batch at a time. The kernel lets go of it when the
// program dies. Write lane.

#include "app/base/result.h"

class LibraryLock final
{
public:
    LibraryLock() = default;
    ~LibraryLock();
    Q_DISABLE_COPY_MOVE(LibraryLock)

    Outcome take(const QString &path); // waits for whoever has it; the file is made
    void letGo();

private:
    int m_file = -1;
};
