#pragma once
// The memory that the process has from the system. Any thread.

// Gives back what has been freed: the allocator keeps it for the next time, which after a scan of a
// million files may never come. Takes some milliseconds, in which other threads may have to wait
// for memory; nothing where the system's library cannot.
void giveBackMemory();
