#pragma once
// What every pane's page says itself, in the reader's language. GUI thread.

#include "app/render/screenpage.h"

ScreenOptions screenOptions(const QLocale &locale);
