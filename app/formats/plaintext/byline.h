#pragma once
// Who wrote the story, as the line below the headline says it. Pure; any thread.

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

struct Byline
{
    QStringList authors; // in the order printed
    QString place;       // "By Ann Hill in Leeds"
    QString rest;        // what else the line holds: "BBC News", "Science correspondent"
};

// `line` as a byline: "By Ann Hill", "Von Anna Berg, Leipzig", "By ANN HILL and BO LEE".
std::optional<Byline> bylineOf(QStringView line);

// Whether the line below a byline says who that is: "BBC News, Beijing", "Associated Press Writer".
bool isRole(QStringView line);

// Two or three capitalised words and nothing else.
bool looksLikeAName(QStringView line);
