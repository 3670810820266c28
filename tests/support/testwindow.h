#pragma once
// A real window on a real library over a folder of small articles, with a pane that only says what
// it was told. For tests only.

#include "app/library/library.h"
#include "app/session/librarysession.h"
#include "tests/support/fakepane.h"
#include "ui/articlelist/articlelistmodel.h"
#include "ui/articlelist/articlelistview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/windowactions.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

class TestWindow final
{
public:
    TestWindow() : m_library(m_home.filePath(QStringLiteral("library"))), m_session(m_library)
    {
        FakePane::isPrompt = true;
    }

    // Three stories of three days, by the names of oldest.txt, middle.txt and newest.txt.
    void writeSomeStories()
    {
        writeStory("oldest.txt", "Storm on its way", "2031-05-01");
        writeStory("middle.txt", "Ferry stays in port", "2031-05-02");
        writeStory("newest.txt", "Captain speaks", "2031-05-03");
    }

    void write(const QString &name, const QByteArray &text)
    {
        QFile file(path(name));
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    void open(const QStringList &paths, const WindowSettings &settings = {})
    {
        m_window = std::make_unique<MainWindow>(
            m_session, [this]() -> Result<ReadingPlugin *> { return &m_plugin; }, settings, paths);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QApplication::setActiveWindow(m_window.get()); // there may be no window manager to do it
        QTRY_VERIFY(pane());
    }

    void openWithoutPane(const QStringList &paths)
    {
        m_window = std::make_unique<MainWindow>(
            m_session,
            []() -> Result<ReadingPlugin *> {
                return Error{Error::Kind::Failed, {}, QStringLiteral("the pane is missing")};
            },
            WindowSettings(), paths);
        m_window->show();
    }

    QString folder() const { return m_news.path(); }
    QString path(const QString &name) const { return m_news.filePath(name); }
    LibrarySession &session() { return m_session; }
    MainWindow *window() const { return m_window.get(); }
    FakePane *pane() const { return m_plugin.pane; }
    ArticleListView *list() const { return m_window->findChild<ArticleListView *>(); }
    WindowActions *actions() const { return m_window->findChild<WindowActions *>(); }
    QString message() const { return m_window->findChild<MessageBar *>()->message(); }
    QString selected() const { return list()->currentIndex().data().toString(); }
    int listed() const { return list()->model()->rowCount(); }

    QStringList headlines() const
    {
        QStringList found;
        for (int row = 0; row < listed(); ++row)
            found.append(list()->model()->index(row, 0).data().toString());
        return found;
    }

    QString lastShown() const
    {
        return pane() && !pane()->shown.isEmpty() ? pane()->shown.last() : QString();
    }

private:
    void writeStory(const char *name, const QByteArray &headline, const QByteArray &day)
    {
        write(QString::fromLatin1(name),
              headline + "\n\nPublished: " + day
                  + "\n\nThe harbour office said on the telephone that nothing would sail before "
                    "the storm had passed the outer islands.\n\nCaptain Ada Quill had seen worse, "
                    "she said, but not with a full hold of winter barley.\n");
    }

    QTemporaryDir m_news;
    QTemporaryDir m_home;
    Library m_library;
    LibrarySession m_session;
    FakePlugin m_plugin;
    std::unique_ptr<MainWindow> m_window;
};
