#include "tests/house/houserules.h"

#include "tests/house/ceilings.h"
#include "tests/house/includes.h"
#include "tests/house/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QList<house::Alarm> headerAlarms(const house::Source &source)
{
    if (!source.path.endsWith(u".h"))
        return {};
    if (!source.text.startsWith(u"#pragma once\n"))
        return {{source.path, 1, u"a header begins with #pragma once"_s}};
    if (!source.text.startsWith(u"#pragma once\n// "))
        return {{source.path, 2, u"a header says what it is for, in its second line"_s}};
    return {};
}

QList<house::Alarm> testAlarms(const house::Source &source)
{
    static const QRegularExpression test(u"^tests/(app|ui|house)/.*tst_[^/]*\\.cpp$"_s);
    if (!source.path.contains(test) || source.text.contains(u"QTest::failOnWarning("))
        return {};
    return {{source.path, 1, u"a test fails on any warning"_s}};
}

// Every place that the design's closed lists name, as regular expressions over whole paths.
constexpr const char16_t *places[] = {
    u"(CMakeLists\\.txt|CMakePresets\\.json|LICENSE|README\\.md)",
    u"(\\.ci|packaging|resources)/.*",
    u"\\.(clang-format|clang-tidy|editorconfig|gitignore)",
    u"(app|ui)/CMakeLists\\.txt",
    u"app/base/(CMakeLists\\.txt|result\\.h|sourcefile\\.(cpp|h))",
    u"app/(article|html|formats|render|search|library|related|session|cli)/.*",
    u"ui/main\\.cpp",
    u"ui/support/(CMakeLists\\.txt|whendone\\.h|paperpress\\.h|icons\\.(cpp|h)|"
    u"storytext\\.(cpp|h))",
    u"ui/"
    u"(diagnosis|handover|portals|recovery|mainwindow|articlelist|shelf|reading|related|searchbar|"
    u"printing|"
    u"problems)"
    u"/.*",
    u"ui/preferences/.*",
    u"tests/(CMakeLists\\.txt|run)",
    u"tests/(app|ui|support|data|bench|house)/.*",
};

bool hasAPlace(const QString &path)
{
    return std::ranges::any_of(places, [&](const char16_t *place) {
        const QString whole = QRegularExpression::anchoredPattern(QString::fromUtf16(place));
        return QRegularExpression(whole).match(path).hasMatch();
    });
}

} // namespace

QList<house::Alarm> house::alarmsOf(const Source &source)
{
    return includeAlarms(source) + wordAlarms(source) + sharedPointerAlarms(source)
        + fileCeilingAlarms(source) + functionCeilingAlarms(source) + headerAlarms(source)
        + testAlarms(source);
}

QStringList house::strayPaths(const QStringList &paths)
{
    QStringList strays;
    std::ranges::copy_if(paths, std::back_inserter(strays), std::not_fn(hasAPlace));
    return strays;
}
