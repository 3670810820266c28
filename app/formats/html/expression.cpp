#define PCRE2_CODE_UNIT_WIDTH 16
#include "app/formats/html/expression.h"

#include <pcre2.h>

#include <memory>

// pcre2_code is another name for it.
struct Expression::Code
{
    pcre2_code *compiled;

    ~Code() { pcre2_code_free(compiled); }
};

namespace {

constexpr uint32_t mostGroups = 16;              // the match among them; more are not told
constexpr std::size_t smallestStack = 32 * 1024; // bytes; both as QRegularExpression has them
constexpr std::size_t largestStack = 512 * 1024;

// What a thread matches with: the bounds of its last match, and room for those that go deep.
class Scratch final
{
public:
    Scratch() = default;
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    ~Scratch();

    static Scratch &ofThread();

    pcre2_match_data *bounds() const { return m_bounds; }
    pcre2_match_context *deep(); // the first time, this takes its memory

private:
    pcre2_match_data *m_bounds = pcre2_match_data_create(mostGroups, nullptr);
    pcre2_match_context *m_context = nullptr;
    pcre2_jit_stack *m_stack = nullptr;
};

Scratch::~Scratch()
{
    pcre2_match_data_free(m_bounds);
    pcre2_match_context_free(m_context);
    pcre2_jit_stack_free(m_stack);
}

Scratch &Scratch::ofThread()
{
    thread_local Scratch scratch;
    return scratch;
}

pcre2_match_context *Scratch::deep()
{
    if (!m_context) {
        m_stack = pcre2_jit_stack_create(smallestStack, largestStack, nullptr);
        m_context = pcre2_match_context_create(nullptr);
        pcre2_jit_stack_assign(m_context, nullptr, m_stack);
    }
    return m_context;
}

PCRE2_SPTR units(QStringView text)
{
    // A view of nothing points to nothing, which the library does not like.
    return reinterpret_cast<PCRE2_SPTR>(text.isNull() ? u"" : text.utf16());
}

pcre2_code *compiled(const QString &pattern, quint32 options)
{
    int error = 0;
    PCRE2_SIZE place = 0;
    pcre2_code *code = pcre2_compile(units(pattern), PCRE2_SIZE(pattern.size()), options, &error,
                                     &place, nullptr);
    if (!code)
        qFatal("no regular expression: %s, at %d", qUtf8Printable(pattern), int(place));
    pcre2_jit_compile(code,
                      PCRE2_JIT_COMPLETE); // where that cannot be had, it matches all the same
    return code;
}

} // namespace

qsizetype ExpressionMatch::start(int group) const
{
    const std::size_t at = 2 * std::size_t(group);
    return at < m_bounds.size() ? m_bounds[at] : -1;
}

qsizetype ExpressionMatch::length(int group) const
{
    const std::size_t at = 2 * std::size_t(group);
    return at < m_bounds.size() ? m_bounds[at + 1] - m_bounds[at] : 0;
}

QString ExpressionMatch::text(int group) const
{
    return start(group) < 0 ? QString() : m_subject.sliced(start(group), length(group));
}

Expression::Expression(const QString &pattern, Case letterCase, Letters letters)
    : m_pattern(pattern)
    , m_options(PCRE2_UTF | (letterCase == Case::Insensitive ? PCRE2_CASELESS : 0)
                | (letters == Letters::Unicode ? PCRE2_UCP : 0))
{
}

Expression::~Expression()
{
    delete m_code.load();
}

const Expression::Code &Expression::code() const
{
    const Code *code = m_code.load(std::memory_order_acquire);
    if (code)
        return *code;
    std::unique_ptr<const Code> made(new Code{compiled(m_pattern, m_options)});
    // Of two who make it at once, the first one's stays.
    if (m_code.compare_exchange_strong(code, made.get()))
        code = made.release();
    return *code;
}

// How many groups have bounds in the thread's scratch; less than 0 when nothing was found.
int Expression::match(QStringView text, qsizetype from, quint32 options) const
{
    Scratch &scratch = Scratch::ofThread();
    const auto matched = [&](pcre2_match_context *context) {
        return pcre2_match(code().compiled, units(text), PCRE2_SIZE(text.size()), PCRE2_SIZE(from),
                           options, scratch.bounds(), context);
    };
    const int groups = matched(nullptr);
    return groups == PCRE2_ERROR_JIT_STACKLIMIT ? matched(scratch.deep()) : groups;
}

ExpressionMatch Expression::matchFrom(const QString &text, qsizetype from) const
{
    ExpressionMatch found;
    // Whether all of it is well-formed was seen at its beginning.
    int groups = match(text, from, from > 0 ? PCRE2_NO_UTF_CHECK : 0);
    if (groups < 0)
        return found;
    if (groups == 0) // more than there is room for
        groups = int(mostGroups);
    found.m_subject = text;
    const PCRE2_SIZE *bounds = pcre2_get_ovector_pointer(Scratch::ofThread().bounds());
    for (int i = 0; i < groups; ++i) {
        const bool tookPart = bounds[2 * i] != PCRE2_UNSET;
        found.m_bounds.push_back(tookPart ? qsizetype(bounds[2 * i]) : -1);
        found.m_bounds.push_back(tookPart ? qsizetype(bounds[2 * i + 1]) : -1);
    }
    return found;
}

bool Expression::isIn(QStringView text, Text kind) const
{
    return match(text, 0, kind == Text::WellFormed ? PCRE2_NO_UTF_CHECK : 0) >= 0;
}

ExpressionMatch Expression::firstIn(const QString &text) const
{
    return matchFrom(text, 0);
}

template <typename Take>
void Expression::forAllIn(const QString &text, const Take &take) const
{
    for (qsizetype from = 0; from <= text.size();) {
        const ExpressionMatch found = matchFrom(text, from);
        if (!found.isFound())
            break;
        from = found.end();
        if (found.length() > 0)
            take(found);
        else // behind the next character, which may be two units
            from += from < text.size() && text.at(from).isHighSurrogate() ? 2 : 1;
    }
}

QList<ExpressionMatch> Expression::allIn(const QString &text) const
{
    QList<ExpressionMatch> all;
    forAllIn(text, [&all](const ExpressionMatch &found) { all.append(found); });
    return all;
}

QString Expression::replacedIn(const QString &text, const QString &by) const
{
    QString replaced;
    qsizetype from = 0;
    forAllIn(text, [&](const ExpressionMatch &found) {
        replaced += QStringView(text).sliced(from, found.start() - from);
        replaced += by;
        from = found.end();
    });
    return from == 0 ? text : replaced += QStringView(text).sliced(from);
}

QStringList Expression::split(const QString &text, Qt::SplitBehavior behavior) const
{
    QStringList parts;
    qsizetype from = 0;
    const auto take = [&](qsizetype to) {
        if (to > from || behavior == Qt::KeepEmptyParts)
            parts.append(text.sliced(from, to - from));
    };
    forAllIn(text, [&](const ExpressionMatch &found) {
        take(found.start());
        from = found.end();
    });
    take(text.size());
    return parts;
}
