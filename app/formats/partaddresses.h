#pragma once
// The addresses in a saved page's markup and style sheets, turned into those of the parts that its
// container holds. Pure; any thread.

#include <QHash>
#include <QString>
#include <QUrl>

// The parts' numbers by the addresses under which the page knows them: absolute, or "cid:…".
using PartNumbers = QHash<QString, int>;

// Puts `before` and a part's number for every address of one: absolute ones wherever they stand,
// and in markup's attributes and style sheets' url() those that are relative to `base`.
QString readdressed(const QString &text, const QUrl &base, const PartNumbers &numbers,
                    const QString &before);
