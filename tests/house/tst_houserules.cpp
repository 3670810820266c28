// Each house rule, tried on a snippet that breaks it and on one that does not: a rule that cannot
// fire guards nothing.
#include "tests/house/houserules.h"
#include "tests/house/includes.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_HouseRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void fireOnWhatTheyForbid_data();
    void fireOnWhatTheyForbid();
    void letGoodCodePass_data();
    void letGoodCodePass();
    void findTheLineOfAnAlarm();
    void haveNoPlaceForStrays_data();
    void haveNoPlaceForStrays();
    void askForTheOwnHeaderFirst();
    void knowQtsModules();
};

namespace {

QString function(int lines)
{
    return u"void f()\n{\n"_s + u"    g();\n"_s.repeated(lines) + u"}\n"_s;
}

} // namespace

void tst_HouseRules::fireOnWhatTheyForbid_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const QString &path, const QString &text,
                        const QString &what) { QTest::newRow(name) << path << text << what; };

    row("downward", u"app/base/x.cpp"_s, u"#include \"app/html/y.h\"\n"_s, u"may not know"_s);
    row("app to ui", u"app/session/x.cpp"_s, u"#include \"ui/support/y.h\"\n"_s, u"may not know"_s);
    row("pane to pane", u"ui/related/x.cpp"_s, u"#include \"ui/printing/y.h\"\n"_s,
        u"may not know"_s);
    row("pane to window", u"ui/related/x.cpp"_s, u"#include \"ui/mainwindow/y.h\"\n"_s,
        u"may not know"_s);
    row("main to pane", u"ui/main.cpp"_s, u"#include \"ui/related/y.h\"\n"_s, u"may not know"_s);
    row("formats to library", u"app/formats/x.cpp"_s, u"#include \"app/library/y.h\"\n"_s,
        u"may not know"_s);
    row("beside", u"app/base/x.cpp"_s, u"#include \"y.h\"\n"_s, u"from the repository's root"_s);

    row("widgets in app", u"app/html/x.cpp"_s, u"#include <QLabel>\n"_s, u"another room"_s);
    row("gui in app", u"app/html/x.cpp"_s, u"#include <QtGui/QImage>\n"_s, u"another room"_s);
    row("Xapian elsewhere", u"app/related/x.cpp"_s, u"#include <xapian.h>\n"_s, u"another room"_s);
    row("zstd elsewhere", u"app/library/x.cpp"_s, u"#include <zstd.h>\n"_s, u"another room"_s);
    row("cld2 elsewhere", u"app/formats/x.cpp"_s, u"#include <cld2/public/compact_lang_det.h>\n"_s,
        u"another room"_s);
    row("gumbo elsewhere", u"app/formats/x.cpp"_s, u"#include <gumbo.h>\n"_s, u"another room"_s);
    row("ICU elsewhere", u"app/formats/x.cpp"_s, u"#include <unicode/ucnv.h>\n"_s,
        u"another room"_s);
    row("SQL elsewhere", u"app/search/x.cpp"_s, u"#include <QSqlQuery>\n"_s, u"another room"_s);
    row("qpdf elsewhere", u"ui/reading/x.cpp"_s, u"#include <qpdf/QPDF.hh>\n"_s, u"another room"_s);
    row("the engine in the window", u"ui/mainwindow/x.cpp"_s, u"#include <QWebEngineView>\n"_s,
        u"another room"_s);
    row("network in a pane", u"ui/reading/x.cpp"_s, u"#include <QLocalSocket>\n"_s,
        u"another room"_s);
    row("concurrent in search", u"app/search/x.cpp"_s, u"#include <QtConcurrentRun>\n"_s,
        u"another room"_s);

    row("tr in app", u"app/html/x.cpp"_s, u"auto s = tr(\"x\");\n"_s, u"no tr()"_s);
    row("log", u"app/html/x.cpp"_s, u"qWarning() << 1;\n"_s, u"return an Error"_s);
    row("log in ui", u"ui/related/x.cpp"_s, u"qDebug(\"x\");\n"_s, u"return an Error"_s);
    row("throw", u"app/html/x.cpp"_s, u"throw 1;\n"_s, u"throw nothing"_s);
    row("thread", u"app/library/x.cpp"_s, u"QThreadPool pool;\n"_s, u"app/session"_s);
    row("std thread", u"ui/reading/x.cpp"_s, u"std::thread t;\n"_s, u"app/session"_s);
    row("mutex", u"app/search/x.cpp"_s, u"QMutexLocker lock(&m);\n"_s, u"app/session"_s);
    row("future", u"app/search/x.cpp"_s, u"QFuture<int> f;\n"_s, u"synchronous"_s);
    row("then", u"ui/related/x.cpp"_s, u"f.then(this, g);\n"_s, u"whenDone()"_s);
    row("wait", u"ui/related/x.cpp"_s, u"f.waitForFinished();\n"_s, u"blocks"_s);
    row("event loop", u"ui/printing/x.cpp"_s, u"QEventLoop loop;\n"_s, u"blocks"_s);
    row("exec", u"ui/mainwindow/x.cpp"_s, u"menu.exec(at);\n"_s, u"nested event loop"_s);
    row("static dialog", u"ui/mainwindow/x.cpp"_s, u"QFileDialog::getOpenFileName(this);\n"_s,
        u"nested event loop"_s);
    row("message box", u"ui/mainwindow/x.cpp"_s, u"QMessageBox::question(this, a, b);\n"_s,
        u"nested event loop"_s);
    row("instance", u"ui/related/x.cpp"_s, u"QCoreApplication::instance()->quit();\n"_s,
        u"constructor"_s);
    row("qApp", u"ui/related/x.cpp"_s, u"qApp->quit();\n"_s, u"constructor"_s);
    row("settings", u"ui/related/x.cpp"_s, u"QSettings settings;\n"_s, u"settings"_s);
    row("proxy", u"ui/articlelist/x.h"_s, u"#pragma once\n// x\nQSortFilterProxyModel m;\n"_s,
        u"catalogue"_s);
    row("sandbox", u"ui/main.cpp"_s, u"qputenv(\"QTWEBENGINE_DISABLE_SANDBOX\", \"1\");\n"_s,
        u"sandbox"_s);
    row("sandbox flag", u"ui/main.cpp"_s, u"auto f = \"--no-sandbox\";\n"_s, u"sandbox"_s);
    row("shared", u"app/search/x.cpp"_s, u"int i;\nstd::shared_ptr<int> p;\n"_s, u"defence"_s);

    row("sleep", u"tests/app/x.cpp"_s, u"QTest::qWait(100);\n"_s, u"wait for a signal"_s);
    row("other data", u"tests/app/x.cpp"_s,
        u"QFile f(\"../"
        "shared/x\");\n"_s,
        u"what the project holds"_s);
    row("lenient test", u"tests/app/base/tst_x.cpp"_s, u"int i;\n"_s, u"any warning"_s);

    row("no pragma", u"app/html/x.h"_s, u"// What for\n"_s, u"#pragma once"_s);
    row("no comment", u"app/html/x.h"_s, u"#pragma once\n\nint i;\n"_s, u"what it is for"_s);
    row("long header", u"app/html/x.h"_s, u"#pragma once\n// x\n"_s + u"\n"_s.repeated(149),
        u"151 lines"_s);
    row("long file", u"app/html/x.cpp"_s, u"\n"_s.repeated(501), u"501 lines"_s);
    row("long function", u"app/html/x.cpp"_s, function(41), u"f() has 41 lines"_s);
    row("long method", u"app/html/x.cpp"_s,
        u"namespace a {\nstruct B\n{\n"_s + function(41) + u"};}"_s, u"f() has 41 lines"_s);
}

void tst_HouseRules::fireOnWhatTheyForbid()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, what);

    const QList<house::Alarm> alarms = house::alarmsOf({path, text});

    QCOMPARE(alarms.size(), 1);
    QCOMPARE(alarms[0].path, path);
    QVERIFY2(alarms[0].what.contains(what), qPrintable(alarms[0].what));
}

void tst_HouseRules::letGoodCodePass_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");

    QTest::newRow("upward") << u"app/formats/x.cpp"_s << u"#include \"app/html/y.h\"\n"_s;
    QTest::newRow("owner") << u"app/search/x.cpp"_s << u"#include <xapian.h>\n"_s;
    QTest::newRow("moc") << u"ui/related/x.cpp"_s << u"#include \"x.moc\"\n"_s;
    QTest::newRow("core") << u"app/base/x.cpp"_s << u"#include <QString>\n#include <optional>\n"_s;
    QTest::newRow("in a comment") << u"app/base/x.cpp"_s << u"// qApp->x() /* tr( */ isn't\n"_s;
    QTest::newRow("in a string") << u"app/base/x.cpp"_s << u"auto s = u\"throw QThread\"_s;\n"_s;
    QTest::newRow("in a raw string") << u"app/base/x.cpp"_s << u"auto s = uR\"x(\" tr(\")x\";\n"_s;
    QTest::newRow("digits") << u"app/base/x.cpp"_s
                            << u"int i = 300'000; // don't\nint j = '\"';\n"_s;
    QTest::newRow("threads at home") << u"app/session/x.cpp"_s << u"QThreadPool pool;\n"_s;
    QTest::newRow("the one loop") << u"ui/main.cpp"_s << u"return application.exec();\n"_s;
    QTest::newRow("a query") << u"app/library/x.cpp"_s << u"query.exec();\n"_s;
    QTest::newRow("defended") << u"app/search/x.cpp"_s
                              << u"// Two jobs end it.\nstd::shared_ptr<int> p;\n"_s;
    QTest::newRow("short function") << u"app/html/x.cpp"_s << function(40);
    QTest::newRow("long table") << u"app/html/x.cpp"_s
                                << u"constexpr int a[] = {\n"_s + u"1,\n"_s.repeated(80)
            + u"};\n"_s;
    QTest::newRow("two functions") << u"app/html/x.cpp"_s << function(30) + function(30);
    QTest::newRow("a test") << u"tests/app/base/tst_x.cpp"_s
                            << u"#include <QWidget>\nQTest::failOnWarning(all);\n"_s;
}

void tst_HouseRules::letGoodCodePass()
{
    QFETCH(QString, path);
    QFETCH(QString, text);

    const QList<house::Alarm> alarms = house::alarmsOf({path, text});

    QVERIFY2(alarms.isEmpty(), qPrintable(alarms.value(0).what));
}

void tst_HouseRules::findTheLineOfAnAlarm()
{
    const auto alarms = house::alarmsOf({u"app/base/x.cpp"_s, u"/*\n*/\n\nthrow 1;\n"_s});

    QCOMPARE(alarms.size(), 1);
    QCOMPARE(alarms[0].line, 4);
}

void tst_HouseRules::haveNoPlaceForStrays_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isStray");

    QTest::newRow("top level") << u"NOTES.md"_s << true;
    QTest::newRow("utils") << u"app/utils/strings.cpp"_s << true;
    QTest::newRow("base is closed") << u"app/base/strings.h"_s << true;
    QTest::newRow("support is closed") << u"ui/support/strings.h"_s << true;
    QTest::newRow("beside the rooms") << u"app/strings.h"_s << true;
    QTest::newRow("a second main") << u"ui/window.cpp"_s << true;
    QTest::newRow("beside the tests") << u"tests/tst_x.cpp"_s << true;
    QTest::newRow("a format") << u"app/formats/epub/x.cpp"_s << false;
    QTest::newRow("a sample") << u"resources/samples/x.txt"_s << false;
    QTest::newRow("the test data") << u"tests/data/formats/x.json"_s << false;
}

void tst_HouseRules::haveNoPlaceForStrays()
{
    QFETCH(QString, path);
    QFETCH(bool, isStray);

    QCOMPARE(!house::strayPaths({path}).isEmpty(), isStray);
}

void tst_HouseRules::askForTheOwnHeaderFirst()
{
    const house::Source late{u"app/a/x.cpp"_s, u"#include <QString>\n#include \"app/a/x.h\"\n"_s};
    const house::Source first{u"app/a/x.cpp"_s, u"// Why\n#include \"app/a/x.h\"\n"_s};

    QCOMPARE(house::ownHeaderAlarms(late, true).size(), 1);
    QCOMPARE(house::ownHeaderAlarms(late, false).size(), 0);
    QCOMPARE(house::ownHeaderAlarms(first, true).size(), 0);
}

void tst_HouseRules::knowQtsModules()
{
    QCOMPARE(house::qtModuleOf(u"QString"_s), u"QtCore"_s);
    QCOMPARE(house::qtModuleOf(u"QLabel"_s), u"QtWidgets"_s);
    QCOMPARE(house::qtModuleOf(u"QtSql/QSqlQuery"_s), u"QtSql"_s);
    QCOMPARE(house::qtModuleOf(u"vector"_s), QString());
}

QTEST_GUILESS_MAIN(tst_HouseRules)
#include "tst_houserules.moc"
