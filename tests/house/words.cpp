#include "tests/house/words.h"

#include "tests/house/includes.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

// What may not be written, where, and where it may after all. Patterns are regular expressions
// over the text without comments; `where` and `unless` over the path. Where a pattern would find
// itself, it is written so that it does not.
struct Word
{
    const char16_t *where;
    const char16_t *unless; // null: nowhere
    house::Literals literals;
    const char16_t *pattern;
    const char16_t *what;
};

constexpr auto code = house::Literals::Blanked;
constexpr auto everything = house::Literals::Kept;

constexpr Word words[] = {
    // app/ is the reader without a screen: no words for people, no log in place of an Error.
    {u"^app/", nullptr, code, uR"(\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\()",
     u"app/ words nothing for the reader: no tr()"},
    {u"^(app|ui)/", nullptr, code, uR"(\bq(Debug|Info|Warning|Critical|CDebug|CWarning)\b)",
     u"no log and go on: return an Error"},
    {u"^(app|ui)/", nullptr, code, uR"(\bthrow\b)", u"we throw nothing"},

    // Only app/session knows that time passes.
    {u"^(app|ui)/", u"^app/session/", code,
     uR"(\b(QThread|QThreadPool|QRunnable|QtConcurrent|moveToThread|QPromise|QMutex)\b)",
     u"threads live in app/session"},
    {u"^(app|ui)/", u"^app/session/", code,
     uR"(\bQ(MutexLocker|ReadWriteLock|ReadLocker|WriteLocker|Semaphore|WaitCondition)\b)",
     u"threads live in app/session"},
    {u"^(app|ui)/", u"^app/session/", code,
     uR"(\bstd::(jthread|thread|async|mutex|lock_guard|condition_variable|packaged_task)\b)",
     u"threads live in app/session"},
    {u"^app/", u"^app/session/", code, uR"(\b(QFuture|QFutureWatcher|std::future)\b)",
     u"app/ is synchronous outside app/session"},
    {u"^(app|ui)/", nullptr, code, uR"((\.|->)\s*then\s*\()",
     u"QFuture::then() asserts when its context dies first: use whenDone()"},
    {u"^ui/", nullptr, code, uR"(\b(waitForFinished|waitForDone|processEvents|QEventLoop)\b)",
     u"nothing blocks the window"},

    // No nested event loops, and no dialogs that hide one.
    {u"^ui/", u"^ui/main\\.cpp$", code, uR"((\.|->|::)\s*exec\s*\()", u"no nested event loop"},
    {u"^ui/", nullptr, code,
     uR"(\bQFileDialog::get(Open|Save|Existing)|\bQ(Input|Color|Font)Dialog::get)",
     u"no nested event loop: open() the dialog"},
    {u"^ui/", nullptr, code,
     uR"(\bQMessageBox::(about|critical|information|question|warning)\s*\()",
     u"no nested event loop: open() the dialog"},

    // Dependencies come in through the constructor. A plug-in comes in by
    // QPluginLoader::instance().
    {u"^(app|ui)/", nullptr, code, uR"((?<!loader\.)\binstance\s*\(\s*\)|\bqApp\b)",
     u"dependencies come in through the constructor"},
    {u"^(app|ui)/", u"^ui/(main\\.cpp|mainwindow/|preferences/)", code, uR"(\bQSettings\b)",
     u"no settings are read below main and the window"},

    // Decided, and why: see the design.
    {u"^(app|ui)/", nullptr, code, uR"(\bQSortFilterProxyModel\b)",
     u"sorting is the catalogue's work, filtering the index's"},
    {u"^(app|ui)/", nullptr, everything, uR"(no-sandbox|DISABLE_SANDBOX)",
     u"the program never switches the engine's sandbox off"},

    // A test waits for a signal and reads what the project holds.
    {u"^tests/", nullptr, code,
     uR"(\bQTest::q(Sleep|Wait)\s*\(|\b(QThread::|std::this_thread::|::)u?(m|n)?sleep)",
     u"no sleeping: wait for a signal"},
    {u"^tests/", nullptr, everything, uR"(\.\.[/]shared)", u"tests read what the project holds"},
};

// The line above, or the line itself, says why.
bool isDefended(const QStringList &lines, int line)
{
    const QString above = lines.value(line - 2).trimmed();
    return above.startsWith(u"//") || lines.value(line - 1).contains(u"//");
}

} // namespace

QList<house::Alarm> house::wordAlarms(const Source &source)
{
    const QString bare = withoutComments(source.text, Literals::Blanked);
    const QString quoted = withoutComments(source.text, Literals::Kept);
    QList<Alarm> alarms;
    for (const Word &word : words) {
        if (!source.path.contains(QRegularExpression(QString::fromUtf16(word.where)))
            || (word.unless
                && source.path.contains(QRegularExpression(QString::fromUtf16(word.unless)))))
            continue;
        const QString &text = word.literals == Literals::Kept ? quoted : bare;
        const QRegularExpression pattern(QString::fromUtf16(word.pattern));
        for (const auto &match : pattern.globalMatch(text))
            alarms.append(
                {source.path, lineOf(text, match.capturedStart()), QString::fromUtf16(word.what)});
    }
    return alarms;
}

QList<house::Alarm> house::sharedPointerAlarms(const Source &source)
{
    static const QRegularExpression pattern(uR"(\b(std::shared_ptr|QSharedPointer)\s*<)"_s);
    const QString bare = withoutComments(source.text, Literals::Blanked);
    const QStringList lines = source.text.split(u'\n');
    QList<Alarm> alarms;
    for (const auto &match : pattern.globalMatch(bare)) {
        const int line = lineOf(bare, match.capturedStart());
        if (!isDefended(lines, line))
            alarms.append({source.path, line, u"a shared owner needs a sentence of defence"_s});
    }
    return alarms;
}
