#pragma once
// Who wrote the page, as its own marks say: microdata, microformats (hCard, hNews), rel=author, the
// class names that page generators use, and links to an author's page. Pure; any thread.

#include "app/html/document.h"

#include <QStringList>

#include <functional>

enum class HouseAccounts { PassedOver, Taken }; // see isHouseAccount()

// Whether the names of a mark are nobody's, and the next mark is to be asked.
using NamesTest = std::function<bool(const QStringList &)>;

// As printed, the surest marks' first run; `heading` is the node of the printed headline, or -1.
QStringList markedAuthors(const HtmlDocument &document, int heading,
                          HouseAccounts accounts = HouseAccounts::PassedOver,
                          const NamesTest &isPassedOver = {});

// Who answers below the story as its writer: WordPress marks such comments, "bypostauthor".
// https://developer.wordpress.org/reference/functions/get_comment_class/
QString authorAmongComments(const HtmlDocument &document);
