#include "ui/preferences/defaultreader.h"
#include "ui/preferences/preferences.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// A desktop whose xdg-mime keeps its answers in files of a folder.
class tst_Preferences final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void says(); // which program opens what, by its name
    void claimsWhatIsChosenAndNothingElse();
    void saysWhenTheDesktopRefuses();
    void asksNobodyWhereThereIsNoTool();
    void tellsTheTextSize();

private:
    void writeTool(const QByteArray &onClaim);
    void writeFile(const QString &name, const QByteArray &text);
    QString tool() const { return m_desktop->filePath(u"xdg-mime"_s); }
    QCheckBox *boxCalled(const Preferences &dialog, const QString &part) const
    {
        for (auto *box : dialog.findChildren<QCheckBox *>()) {
            if (box->text().contains(part))
                return box;
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_desktop;
};

void tst_Preferences::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_desktop = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_desktop->path().toUtf8());
    writeFile(u"applications/paper.desktop"_s,
              "[Desktop Action x]\nName=No\n[Desktop Entry]\nName[de]=Papier\nName=Paper & Pen\n");
    writeTool("for type; do echo \"$ours\" > \"$here/$(echo $type | tr / _)\"; done");
}

void tst_Preferences::writeFile(const QString &name, const QByteArray &text)
{
    const QString path = m_desktop->filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

void tst_Preferences::writeTool(const QByteArray &onClaim)
{
    writeFile(u"xdg-mime"_s,
              "#!/bin/sh\nhere=$(dirname \"$0\")\n"
              "if [ \"$1\" = query ]; then cat \"$here/$(echo $3 | tr / _)\" "
              "2>/dev/null; exit 0; fi\nshift\nours=$1\nshift\n"
                  + onClaim + "\n");
    QVERIFY(QFile::setPermissions(tool(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void tst_Preferences::says()
{
    writeFile(u"text_html"_s, "paper.desktop\n");
    writeFile(u"text_plain"_s, "gone.desktop\n");
    DefaultReader reader(nullptr, tool());
    QSignalSpy told(&reader, &DefaultReader::told);

    reader.ask(u"text/html"_s);
    QVERIFY(told.wait());
    QCOMPARE(told.takeLast(), QVariantList({u"text/html"_s, u"Paper & Pen"_s, false}));
    reader.ask(u"text/plain"_s);
    QVERIFY(told.wait());
    QCOMPARE(told.takeLast(), QVariantList({u"text/plain"_s, u"gone"_s, false}));
    reader.ask(u"text/markdown"_s);
    QVERIFY(told.wait());
    QCOMPARE(told.takeLast(), QVariantList({u"text/markdown"_s, QString(), false}));
}

void tst_Preferences::claimsWhatIsChosenAndNothingElse()
{
    writeFile(u"text_html"_s, "paper.desktop\n");
    writeFile(u"text_plain"_s, "paper.desktop\n");
    Preferences dialog(100, new DefaultReader(nullptr, tool()));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *claim = dialog.findChild<QPushButton *>();
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().contains(u"Broadsheet"_s))
            claim = button;
    }
    QVERIFY(!claim->isEnabled());
    QTRY_VERIFY(boxCalled(dialog, u"Markdown"_s)->accessibleDescription().contains(u"nothing"_s));
    QTRY_VERIFY(boxCalled(dialog, u".html"_s)->accessibleDescription().contains(u"Paper & Pen"_s));

    boxCalled(dialog, u".html"_s)->click();
    QVERIFY(claim->isEnabled());
    claim->click();

    QTRY_VERIFY(!boxCalled(dialog, u".html"_s)->isEnabled()); // it is ours now
    QCOMPARE(boxCalled(dialog, u".html"_s)->accessibleDescription(), u"opens with Broadsheet"_s);
    QFile other(m_desktop->filePath(u"text_plain"_s));
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), QByteArray("paper.desktop\n"));
    QVERIFY(!claim->isEnabled());
}

void tst_Preferences::saysWhenTheDesktopRefuses()
{
    writeTool("exit 4");
    DefaultReader reader(nullptr, tool());
    QSignalSpy failed(&reader, &DefaultReader::failed);
    QSignalSpy told(&reader, &DefaultReader::told);

    reader.claim({u"text/html"_s});

    QTRY_COMPARE(failed.count(), 1);
    QTRY_COMPARE(told.count(), 1); // and how it is
    QVERIFY(!told.last().at(2).toBool());
}

void tst_Preferences::asksNobodyWhereThereIsNoTool()
{
    qputenv("PATH", m_desktop->filePath(u"empty"_s).toUtf8());
    Preferences dialog(100, new DefaultReader);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();

    QVERIFY(dialog.findChildren<QCheckBox *>().isEmpty());
}

void tst_Preferences::tellsTheTextSize()
{
    Preferences dialog(120, new DefaultReader(nullptr, tool()));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy chosen(&dialog, &Preferences::zoomChosen);
    auto *size = dialog.findChild<QSpinBox *>();
    QCOMPARE(size->value(), 120);

    size->stepUp();

    QCOMPARE(chosen.last().at(0).toInt(), 130);
}

QTEST_MAIN(tst_Preferences)
#include "tst_preferences.moc"
