#pragma once
// The folder that a browser or a word processor puts a saved page's pictures in, beside the page.

#include <QStringList>

// What stands behind the page's name, without its suffix, in the programs' languages: "_files",
// "-Dateien" … The commonest first.
const QStringList &companionEndings();
