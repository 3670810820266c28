#include "tests/house/houserules.h"

using namespace Qt::StringLiterals;

namespace {

// Walks C++ text from token to token and blanks what is not wanted.
class Blanker final
{
public:
    Blanker(const QString &text, house::Literals literals) : m_text(text), m_literals(literals) { }

    QString blanked()
    {
        while (m_at < m_text.size()) {
            if (m_text.mid(m_at, 2) == u"//")
                blankTo(m_text.indexOf(u'\n', m_at), true);
            else if (m_text.mid(m_at, 2) == u"/*")
                blankTo(after(u"*/"_s, m_at + 2), true);
            else if (isRawString())
                blankTo(after(rawStringEnd(), m_at + 2), dropsLiterals());
            else if (m_text[m_at] == u'"' || isCharacterLiteral())
                blankTo(quotedEnd(), dropsLiterals());
            else
                ++m_at;
        }
        return m_text;
    }

private:
    bool dropsLiterals() const { return m_literals == house::Literals::Blanked; }

    qsizetype after(const QString &mark, qsizetype from) const
    {
        const qsizetype found = m_text.indexOf(mark, from);
        return found < 0 ? -1 : found + mark.size();
    }

    bool isRawString() const { return m_text.mid(m_at, 2) == u"R\""; }

    QString rawStringEnd() const
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        return u')' + m_text.mid(m_at + 2, open - m_at - 2) + u'"';
    }

    // The apostrophe of 300'000 parts digits and opens nothing.
    bool isCharacterLiteral() const
    {
        if (m_text[m_at] != u'\'')
            return false;
        qsizetype start = m_at;
        while (start > 0 && (m_text[start - 1].isLetterOrNumber() || m_text[start - 1] == u'\''))
            --start;
        return start == m_at || !m_text[start].isDigit();
    }

    qsizetype quotedEnd() const
    {
        const QChar quote = m_text[m_at];
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            if (m_text[i] == u'\\')
                ++i;
            else if (m_text[i] == quote)
                return i + 1;
        }
        return -1;
    }

    void blankTo(qsizetype end, bool blank)
    {
        const qsizetype stop = end < 0 ? m_text.size() : end;
        for (; m_at < stop; ++m_at) {
            if (blank && m_text[m_at] != u'\n')
                m_text[m_at] = u' ';
        }
    }

    QString m_text;
    house::Literals m_literals;
    qsizetype m_at = 0;
};

} // namespace

QString house::withoutComments(const QString &text, Literals literals)
{
    return Blanker(text, literals).blanked();
}
