#pragma once
// A library of its own with a session, and the current article in a pane that says what it was
// told: what the window's desks need around them. For tests.

#include "app/library/library.h"
#include "app/session/librarysession.h"
#include "tests/support/fakepane.h"
#include "ui/mainwindow/currentarticle.h"

#include <QTemporaryDir>

struct ReadingTable
{
    ReadingTable() { current.setPane(&pane); }

    QString filePath(const QString &name) const { return home.filePath(name); }

    QTemporaryDir home;
    Library library{home.filePath(QStringLiteral("library"))};
    LibrarySession session{library};
    FakePane pane;
    CurrentArticle current{session};
};
