#include "ui/articlelist/tagpopup.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_TagPopup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_popup; }
    void ticksWhatTheArticlesHave();
    void saysWhatIsTicked();
    void makesANewTagByTypingIt();
    void findsATagInAnyCase();
    void completesAndTicksByKeyboard();
    void closesOnReturnWhenNothingIsTyped();

private:
    QListWidgetItem *item(const QString &tag) const
    {
        return m_popup->findChild<QListWidget *>()->findItems(tag, Qt::MatchExactly).value(0);
    }
    QLineEdit *field() const { return m_popup->findChild<QLineEdit *>(); }

    QPointer<TagPopup> m_popup;
};

void tst_TagPopup::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_popup = new TagPopup(nullptr);
    m_popup->setTags({u"budget"_s, u"fish"_s, u"harbour"_s},
                     {{u"fish"_s, u"harbour"_s}, {u"fish"_s, u"wind"_s}});
    m_popup->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_popup));
}

void tst_TagPopup::ticksWhatTheArticlesHave()
{
    QCOMPARE(item(u"budget"_s)->checkState(), Qt::Unchecked);
    QCOMPARE(item(u"fish"_s)->checkState(), Qt::Checked);
    QCOMPARE(item(u"harbour"_s)->checkState(), Qt::PartiallyChecked);
    QCOMPARE(item(u"wind"_s)->checkState(), Qt::PartiallyChecked); // the library was slower
}

void tst_TagPopup::saysWhatIsTicked()
{
    QSignalSpy set(m_popup, &TagPopup::tagSet);

    item(u"budget"_s)->setCheckState(Qt::Checked);
    item(u"fish"_s)->setCheckState(Qt::Unchecked);

    QCOMPARE(set.value(0), (QVariantList{u"budget"_s, true}));
    QCOMPARE(set.value(1), (QVariantList{u"fish"_s, false}));
}

void tst_TagPopup::makesANewTagByTypingIt()
{
    QSignalSpy set(m_popup, &TagPopup::tagSet);

    QTest::keyClicks(field(), u"  winter   storm "_s);
    QTest::keyClick(field(), Qt::Key_Return);

    QCOMPARE(set.count(), 1);
    QCOMPARE(set.value(0), (QVariantList{u"winter storm"_s, true}));
    QCOMPARE(item(u"winter storm"_s)->checkState(), Qt::Checked);
    QVERIFY(field()->text().isEmpty());
    QVERIFY(m_popup->isVisible());
}

void tst_TagPopup::findsATagInAnyCase()
{
    QSignalSpy set(m_popup, &TagPopup::tagSet);

    QTest::keyClicks(field(), u"BUDGET"_s);
    QVERIFY(item(u"fish"_s)->isHidden());
    QTest::keyClick(field(), Qt::Key_Return);

    QCOMPARE(set.value(0), (QVariantList{u"budget"_s, true}));
}

void tst_TagPopup::completesAndTicksByKeyboard()
{
    QSignalSpy set(m_popup, &TagPopup::tagSet);

    QTest::keyClicks(field(), u"harb"_s);
    QTest::keyClick(field(), Qt::Key_Tab);
    QCOMPARE(field()->text(), u"harbour"_s);
    field()->clear();
    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(field(), Qt::Key_Space);

    QCOMPARE(set.value(0), (QVariantList{u"budget"_s, true}));
}

void tst_TagPopup::closesOnReturnWhenNothingIsTyped()
{
    QTest::keyClick(field(), Qt::Key_Return);

    QTRY_VERIFY(!m_popup);
}

QTEST_MAIN(tst_TagPopup)
#include "tst_tagpopup.moc"
