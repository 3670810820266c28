#pragma once
// Who wrote the page, as its own marks say: microdata, microformats (hCard, hNews), rel=author, the
// class names that page generators use, and links to an author's page. Pure; any thread.

#include "app/html/document.h"

#include <QStringList>

enum class HouseAccounts { PassedOver, Taken }; // see isHouseAccount()

// As printed, the surest marks' first run; `heading` is the node of the printed headline, or -1.
QStringList markedAuthors(const HtmlDocument &document, int heading,
                          HouseAccounts accounts = HouseAccounts::PassedOver);
