#pragma once
// A regular expression for what every page is asked. The syntax is QRegularExpression's, and so is
// the library, https://www.pcre.org/current/doc/html/pcre2syntax.html; but that class makes each
// expression ready for two kinds of partial matches too, and its first question costs three times
// as much: with a hundred expressions, a reader waits for that before the first page. Any thread.

#include <QString>
#include <QStringList>

#include <atomic>
#include <vector>

// Where an expression was found in a text, or that it was not. Pure.
class ExpressionMatch final
{
public:
    bool isFound() const { return !m_bounds.empty(); }

    // Of the whole match (0) and of its groups. Of a group that took no part, and when nothing was
    // found: -1, 0, nothing.
    qsizetype start(int group = 0) const;
    qsizetype length(int group = 0) const;
    qsizetype end(int group = 0) const { return start(group) + length(group); }
    QString text(int group = 0) const;

private:
    friend class Expression;

    QString m_subject;
    std::vector<qsizetype> m_bounds; // the start and the end of the match, of its first group, …
};

class Expression final
{
public:
    enum class Case { Sensitive, Insensitive };
    enum class Letters { Ascii, Unicode }; // of which \b, \w, \d and \s speak
    enum class Text { Any, WellFormed };

    // Compiled at the first question. A pattern that is none is a fault of the program, which ends.
    explicit Expression(const QString &pattern, Case letterCase = Case::Sensitive,
                        Letters letters = Letters::Ascii);
    Expression(const Expression &) = delete;
    Expression &operator=(const Expression &) = delete;
    ~Expression();

    // In text that is no well-formed UTF-16 nothing is found, and neither when looking takes too
    // long or goes too deep (PCRE2's limits, as QRegularExpression's). What was decoded is
    // well-formed, and need not be looked through.
    bool isIn(QStringView text, Text kind = Text::Any) const;
    ExpressionMatch firstIn(const QString &text) const;

    // From left to right, none in another. An empty match is passed over.
    QList<ExpressionMatch> allIn(const QString &text) const;
    QString replacedIn(const QString &text, const QString &by) const;
    QString removedFrom(const QString &text) const { return replacedIn(text, {}); }
    QStringList split(const QString &text, Qt::SplitBehavior behavior = Qt::KeepEmptyParts) const;

private:
    struct Code;

    const Code &code() const;
    int match(QStringView text, qsizetype from, quint32 options = 0) const;
    template <typename Take>
    void forAllIn(const QString &text, const Take &take) const;
    ExpressionMatch matchFrom(const QString &text, qsizetype from) const;

    QString m_pattern;
    quint32 m_options;
    mutable std::atomic<const Code *> m_code = nullptr; // owned; made by whoever asks first
};
