#pragma once
// The attributes that somebody here reads. Whatever is not among them is not kept: most of a page's
// attributes are for its scripts. Pure; any thread.

#include <QLatin1StringView>

// The name as it is kept, in lower case, whatever the case of `name`; empty when nobody reads it.
QLatin1StringView keptAttribute(QLatin1StringView name);
