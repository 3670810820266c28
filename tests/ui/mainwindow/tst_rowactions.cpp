#include "tests/support/testwindow.h"
#include "ui/mainwindow/rowactions.h"

#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>

using namespace Qt::StringLiterals;

class tst_RowActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { w.reset(); }
    void marksTheSelectedAsUnreadAndAsRead();
    void movesToTheTrashAndGoesOnReading();
    void takesBackWhatWentToTheTrash();
    void copiesPathsAndCitations();
    void canActOnlyOnWhatIsSelected();
    void standsInTheMenusAndInTheContextMenu();

private:
    RowActions *rows() const { return w->window()->findChild<RowActions *>(); }
    bool isUnread(int row) const
    {
        return w->list()->model()->index(row, 0).data(ArticleListModel::UnreadRole).toBool();
    }

    std::unique_ptr<TestWindow> w;
};

void tst_RowActions::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QVERIFY(QDir().mkpath(qEnvironmentVariable("XDG_DATA_HOME"))); // where the trash is
    w = std::make_unique<TestWindow>();
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(
        w->headlines(),
        (QStringList{u"Captain speaks"_s, u"Ferry stays in port"_s, u"Storm on its way"_s}));
    QTRY_COMPARE(w->selected(), u"Ferry stays in port"_s);
    QTRY_VERIFY(!isUnread(1));
}

void tst_RowActions::marksTheSelectedAsUnreadAndAsRead()
{
    QTest::keyClick(w->list(), Qt::Key_M);
    QTRY_VERIFY(isUnread(1));
    QTRY_COMPARE(rows()->toggleRead->text().remove(u'&'), u"Mark as Read"_s);

    QTest::keyClick(w->list(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(w->list(), Qt::Key_M, Qt::ControlModifier);

    QTRY_VERIFY(!isUnread(0) && !isUnread(1) && !isUnread(2));
    QTRY_COMPARE(rows()->toggleRead->text().remove(u'&'), u"Mark as Unread"_s);
}

void tst_RowActions::movesToTheTrashAndGoesOnReading()
{
    QTest::keyClick(w->list(), Qt::Key_Delete);

    QTRY_COMPARE(w->lastShown(), u"Storm on its way"_s);
    QTRY_VERIFY(!QFile::exists(w->path(u"middle.txt"_s)));
    QTRY_COMPARE(w->message(), u"“Ferry stays in port” was moved to the trash."_s);
}

void tst_RowActions::takesBackWhatWentToTheTrash()
{
    w->list()->selectAll();
    rows()->moveToTrash->trigger();
    QTRY_COMPARE(w->message(), u"3 files were moved to the trash."_s);
    QVERIFY(QDir(w->folder()).isEmpty());
    QVERIFY(rows()->undo->isEnabled());

    QTest::keyClick(w->list(), Qt::Key_Z, Qt::ControlModifier);

    QTRY_COMPARE(QDir(w->folder()).entryList(QDir::Files).size(), 3);
    QVERIFY(w->message().isEmpty());
    QTRY_VERIFY(!rows()->undo->isEnabled());
}

void tst_RowActions::copiesPathsAndCitations()
{
    QTest::keyClick(w->list(), Qt::Key_Down, Qt::ShiftModifier);

    rows()->copyPath->trigger();
    const auto text = [] { return QGuiApplication::clipboard()->text(); };
    QTRY_COMPARE(text(), w->path(u"middle.txt"_s) + u'\n' + w->path(u"oldest.txt"_s));
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->urls().size(), 2);
    rows()->copyCitation->trigger();

    QTRY_COMPARE(text().count(u'\n'), 1);
    QTRY_VERIFY(text().contains(u"2 May 2031\n"_s));
    QVERIFY(text().contains(u"Storm on its way"_s));
}

void tst_RowActions::canActOnlyOnWhatIsSelected()
{
    QTRY_VERIFY(rows()->copyPath->isEnabled());

    w->list()->clearSelection();

    QTRY_VERIFY(!rows()->copyPath->isEnabled());
    QVERIFY(!rows()->moveToTrash->isEnabled());
    QVERIFY(!rows()->toggleStar->isEnabled());
    QVERIFY(rows()->markAllRead->isEnabled());
}

void tst_RowActions::standsInTheMenusAndInTheContextMenu()
{
    QStringList entries;
    for (const QMenu *menu : w->actions()->menus()) {
        for (const QAction *action : menu->actions())
            entries.append(action->text().remove(u'&'));
    }
    for (const QAction *action :
         {rows()->nextUnread, rows()->toggleRead, rows()->markAllRead, rows()->toggleStar,
          rows()->editTags, rows()->moveToTrash, rows()->undo, rows()->showInFileManager,
          rows()->copyPath, rows()->copyCitation, rows()->printSelected})
        QVERIFY2(entries.contains(action->text().remove(u'&')), qPrintable(action->text()));

    Q_EMIT w->list()->menuWanted(w->list()->mapToGlobal(QPoint(20, 20)));

    auto *menu = w->list()->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    QVERIFY(menu->actions().contains(rows()->moveToTrash));
    menu->close();
}

QTEST_MAIN(tst_RowActions)
#include "tst_rowactions.moc"
