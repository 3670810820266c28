#include "tests/support/testwindow.h"
#include "ui/articlelist/articlelist.h"
#include "ui/articlelist/tagpopup.h"
#include "ui/mainwindow/rowactions.h"

#include <QClipboard>
#include <QLineEdit>
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
    void marksAllAsReadAndTakesItBack();
    void goesToTheNextUnread();
    void starsBySAndByTheMouse();
    void tagsWhatIsSelected();
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

void tst_RowActions::goesToTheNextUnread()
{
    QTest::keyClick(w->list(), Qt::Key_N);
    QTRY_COMPARE(w->lastShown(), u"Storm on its way"_s);

    QTest::keyClick(w->list(), Qt::Key_N, Qt::ControlModifier); // round to the top

    QTRY_COMPARE(w->lastShown(), u"Captain speaks"_s);
}

void tst_RowActions::starsBySAndByTheMouse()
{
    const auto isStarred = [this](int row) {
        return w->list()->model()->index(row, 0).data(ArticleListModel::StarredRole).toBool();
    };
    QTest::keyClick(w->list(), Qt::Key_S);
    QTRY_VERIFY(isStarred(1));
    QTRY_COMPARE(rows()->toggleStar->text().remove(u'&'), u"Remove Star"_s);
    Q_EMIT w->list()->starClicked(
        w->list()->model()->index(0, 0).data(ArticleListModel::IdRole).value<ArticleId>());
    QTRY_VERIFY(isStarred(0));

    w->window()->findChild<ArticleList *>()->open({SearchQuery::parsed(u"is:starred"_s)});

    QTRY_COMPARE(w->headlines(), (QStringList{u"Captain speaks"_s, u"Ferry stays in port"_s}));
    QTest::keyClick(w->list(), Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(!isStarred(1)); // it stays while it is read
}

void tst_RowActions::tagsWhatIsSelected()
{
    QTest::keyClick(w->list(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(w->list(), Qt::Key_T);
    const auto popup = [this] { return w->window()->findChild<TagPopup *>(); };
    QTRY_VERIFY(popup() && popup()->isVisible());
    auto *field = popup()->findChild<QLineEdit *>();

    QTest::keyClicks(field, u"harbour news"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Return);

    QTRY_VERIFY(!popup());
    w->window()->findChild<ArticleList *>()->open({SearchQuery::parsed(u"tag:\"harbour news\""_s)});
    QTRY_COMPARE(w->headlines(), (QStringList{u"Ferry stays in port"_s, u"Storm on its way"_s}));
    QCOMPARE(w->list()->model()->index(0, 0).data(ArticleListModel::TagsRole).toStringList(),
             QStringList{u"harbour news"_s});
}

void tst_RowActions::movesToTheTrashAndGoesOnReading()
{
    QTest::keyClick(w->list(), Qt::Key_Delete);

    QTRY_COMPARE(w->lastShown(), u"Storm on its way"_s);
    QTRY_VERIFY(!QFile::exists(w->path(u"middle.txt"_s)));
    QTRY_COMPARE(w->message(), u"“Ferry stays in port” was moved to the trash."_s);
    QTRY_COMPARE(w->headlines(), (QStringList{u"Captain speaks"_s, u"Storm on its way"_s}));
    QCOMPARE(w->selected(), u"Storm on its way"_s);
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
    QTRY_COMPARE(w->listed(), 3);
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

void tst_RowActions::marksAllAsReadAndTakesItBack()
{
    QTest::keyClick(w->list(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!isUnread(0) && !isUnread(1) && !isUnread(2));
    QCOMPARE(w->message(), u"2 articles were marked as read."_s);

    QTest::keyClick(w->list(), Qt::Key_Z, Qt::ControlModifier);

    QTRY_VERIFY(isUnread(0) && !isUnread(1) && isUnread(2));
}

QTEST_MAIN(tst_RowActions)
#include "tst_rowactions.moc"
