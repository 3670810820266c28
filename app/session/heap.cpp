#include "app/session/heap.h"

#include <cstdlib> // says whose library it is

#ifdef __GLIBC__
#include <malloc.h>
#endif

void giveBackMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}
