#include "tests/house/ceilings.h"

#include "tests/house/includes.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestFile = 500;    // lines
constexpr int longestHeader = 150;  // lines
constexpr int longestFunction = 40; // lines between its braces

// What an opening brace opens, judged by the words before it.
enum class Scope { Types, Function, Values };

Scope scopeOpenedBy(const QString &head)
{
    static const QRegularExpression types(uR"(\b(namespace|class|struct|union|enum|extern)\b)"_s);
    if (head.contains(u')') || head.contains(u']'))
        return head.trimmed().endsWith(u'=') ? Scope::Values : Scope::Function;
    return head.contains(types) ? Scope::Types : Scope::Values;
}

// Walks over braces; a function is what the outermost one with parameters before it opens, so that
// lambdas and blocks inside count as its lines.
class FunctionWalk final
{
public:
    FunctionWalk(const house::Source &source, const QString &text)
        : m_path(source.path), m_text(text)
    {
    }

    QList<house::Alarm> alarms()
    {
        for (qsizetype at = 0; at < m_text.size(); ++at) {
            if (m_text[at] == u'{')
                open(at);
            else if (m_text[at] == u'}')
                close(at);
            if (m_text[at] == u'{' || m_text[at] == u'}' || m_text[at] == u';')
                m_headStart = at + 1;
        }
        return m_alarms;
    }

private:
    void open(qsizetype at)
    {
        const QString head = m_text.mid(m_headStart, at - m_headStart);
        if (m_start < 0 && scopeOpenedBy(head) == Scope::Function) {
            m_start = at;
            m_outside = m_depth;
            m_head = head;
        }
        ++m_depth;
    }

    void close(qsizetype at)
    {
        static const QRegularExpression name(uR"(([\w:~]+)\s*\()"_s);
        --m_depth;
        if (m_start < 0 || m_depth != m_outside)
            return;
        const int line = house::lineOf(m_text, m_start);
        const int lines = house::lineOf(m_text, at) - line - 1;
        const QString function = name.match(m_head).captured(1);
        const bool isTable = m_path.startsWith(u"tests/") && function.endsWith(u"_data");
        if (lines > longestFunction && !isTable)
            m_alarms.append({m_path, line,
                             u"%1() has %2 lines, and %3 are enough"_s.arg(function).arg(lines).arg(
                                 longestFunction)});
        m_start = -1;
    }

    QString m_path;
    QString m_text;
    QList<house::Alarm> m_alarms;
    qsizetype m_depth = 0;     // of braces
    qsizetype m_headStart = 0; // where the words before the next brace begin
    qsizetype m_start = -1;    // of the open function's first brace; -1 between functions
    qsizetype m_outside = 0;   // the depth that it stands at
    QString m_head;            // the words before that brace
};

} // namespace

QList<house::Alarm> house::fileCeilingAlarms(const Source &source)
{
    const int lines = int(source.text.count(u'\n'));
    const int most = source.path.endsWith(u".h") ? longestHeader : longestFile;
    if (lines <= most)
        return {};
    return {{source.path, lines, u"%1 lines, and %2 are enough"_s.arg(lines).arg(most)}};
}

QList<house::Alarm> house::functionCeilingAlarms(const Source &source)
{
    static const QRegularExpression directives(uR"(^[ \t]*#[^\n]*$)"_s,
                                               QRegularExpression::MultilineOption);
    QString text = withoutComments(source.text, Literals::Blanked);
    text.replace(directives, QString());
    return FunctionWalk(source, text).alarms();
}
