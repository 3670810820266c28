// The house rules, held against every source file of the project.
#include "tests/house/houserules.h"
#include "tests/house/includes.h"

#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// What .gitignore names, and git itself.
bool isLeftOut(const QString &path)
{
    const QString top = path.section(u'/', 0, 0);
    return top == u".git" || top == u"build" || top.startsWith(u"build-") || top == u".cache"
        || top == u"compile_commands.json" || top.endsWith(u".user");
}

bool isCode(const QString &path)
{
    return path.endsWith(u".cpp") || path.endsWith(u".h");
}

} // namespace

class tst_House final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyFileHasItsRoom();
    void everySourceKeepsTheHouseRules();
    void everyHeaderIsIncludedFirstByItsOwnSource();

private:
    static void report(const QList<house::Alarm> &alarms);

    QStringList m_paths; // from the repository's root
    QList<house::Source> m_sources;
};

void tst_House::initTestCase()
{
    const QString root = QStringLiteral(SOURCE_ROOT "/");
    QDirIterator entries(root, QDir::Files | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next().mid(root.size());
        if (!isLeftOut(path))
            m_paths.append(path);
    }
    m_paths.sort();

    for (const QString &path : std::as_const(m_paths)) {
        if (!isCode(path) || path.startsWith(u"tests/data/"))
            continue;
        QFile file(root + path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        m_sources.append({path, QString::fromUtf8(file.readAll())});
    }
    QVERIFY2(m_sources.size() > 20, "these are not all the sources");
}

// Every alarm is printed, not only the first.
void tst_House::report(const QList<house::Alarm> &alarms)
{
    QStringList lines;
    for (const house::Alarm &alarm : alarms)
        lines.append(u"%1:%2: %3"_s.arg(alarm.path).arg(alarm.line).arg(alarm.what));
    QVERIFY2(lines.isEmpty(), qPrintable(u'\n' + lines.join(u'\n')));
}

void tst_House::everyFileHasItsRoom()
{
    const QStringList strays = house::strayPaths(m_paths);

    QVERIFY2(strays.isEmpty(), qPrintable(u"no room for "_s + strays.join(u", ")));
}

void tst_House::everySourceKeepsTheHouseRules()
{
    QList<house::Alarm> alarms;
    for (const house::Source &source : std::as_const(m_sources))
        alarms += house::alarmsOf(source);

    report(alarms);
}

void tst_House::everyHeaderIsIncludedFirstByItsOwnSource()
{
    const QSet<QString> paths(m_paths.begin(), m_paths.end());

    QList<house::Alarm> alarms;
    for (const house::Source &source : std::as_const(m_sources))
        alarms += house::ownHeaderAlarms(source, paths.contains(source.path.chopped(4) + u".h"_s));

    report(alarms);
}

QTEST_GUILESS_MAIN(tst_House)
#include "tst_house.moc"
