#pragma once
// For tests that need the web engine itself: started as the plug-in starts it, before the first
// test function, so that what the engine says about itself at its start fails none of them.

#include "ui/reading/articleschemehandler.h"
#include "ui/reading/graphics.h"
#include "ui/reading/readingprofile.h"

#include <QApplication>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>
#include <QWebEnginePage>

inline bool startEngine()
{
    ReadingProfile profile;
    QWebEnginePage page(&profile);
    QSignalSpy loaded(&page, &QWebEnginePage::loadFinished);
    page.load(profile.articles().setPage(QStringLiteral("<p>Started.</p>")));
    return loaded.wait(30000) && loaded.first().first().toBool();
}

#define ENGINE_TEST_MAIN(TestClass) \
    int main(int argc, char *argv[]) \
    { \
        registerArticleScheme(); \
        QQuickWindow::setGraphicsApi(drawsInSoftware() ? QSGRendererInterface::Software \
                                                       : QSGRendererInterface::OpenGL); \
        QApplication application(argc, argv); \
        TestClass test; \
        return QTest::qExec(&test, argc, argv); \
    }
