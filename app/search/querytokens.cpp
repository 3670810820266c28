#include "app/search/querytokens.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Kind = QueryToken::Kind;

struct NamedField
{
    QLatin1StringView name;
    QueryField field;
};

// The first name of a field is the one that is written.
constexpr NamedField namedFields[] = {
    {QLatin1StringView("title"), QueryField::Title},
    {QLatin1StringView("headline"), QueryField::Title},
    {QLatin1StringView("author"), QueryField::Author},
    {QLatin1StringView("by"), QueryField::Author},
    {QLatin1StringView("from"), QueryField::Publisher},
    {QLatin1StringView("publisher"), QueryField::Publisher},
    {QLatin1StringView("section"), QueryField::Section},
    {QLatin1StringView("lang"), QueryField::Language},
    {QLatin1StringView("language"), QueryField::Language},
    {QLatin1StringView("tag"), QueryField::Tag},
    {QLatin1StringView("date"), QueryField::Date},
    {QLatin1StringView("is"), QueryField::Is},
    {QLatin1StringView("folder"), QueryField::Folder},
    {QLatin1StringView("id"), QueryField::Id},
};

QueryField fieldNamed(QStringView name)
{
    for (const NamedField &named : namedFields) {
        if (name.compare(named.name, Qt::CaseInsensitive) == 0)
            return named.field;
    }
    return QueryField::None;
}

bool opens(QChar c)
{
    return c == u'(' || c == QChar(0xFF08); // the second as East Asian keyboards type it
}

bool closes(QChar c)
{
    return c == u')' || c == QChar(0xFF09);
}

bool isColon(QChar c)
{
    return c == u':' || c == QChar(0xFF1A);
}

// What may end a quotation that `c` begins; nothing where it begins none.
QString closersOf(QChar c)
{
    switch (c.unicode()) {
    case u'"':
    case 0x201C: // “
    case 0x201D: // ”
    case 0x201E: // „
    case 0x201F: // ‟
    case 0xFF02: // full width
        return u"\"\u201C\u201D\uFF02"_s;
    case 0x00AB:
        return u"\u00BB"_s; // «French»
    case 0x00BB:
        return u"\u00AB"_s; // »German«
    case 0x300C:
        return u"\u300D"_s;
    case 0x300E:
        return u"\u300F"_s;
    default:
        return {};
    }
}

bool endsRun(QChar c)
{
    return c.isSpace() || opens(c) || closes(c) || !closersOf(c).isEmpty();
}

class Tokenizer final
{
public:
    explicit Tokenizer(const QString &typed) : m_typed(typed) { }

    QList<QueryToken> tokens()
    {
        while (m_at < m_typed.size() && m_tokens.size() < mostQueryTokens)
            readOne();
        return m_tokens;
    }

private:
    void readOne()
    {
        const QChar c = m_typed.at(m_at);
        if (c.isSpace()) {
            ++m_at;
        } else if (opens(c) || closes(c)) {
            m_tokens.append({opens(c) ? Kind::Open : Kind::Close, QString(c)});
            ++m_at;
        } else if (!closersOf(c).isEmpty()) {
            readQuoted(false);
        } else if (c == u'-' && startsNegation()) {
            m_tokens.append({Kind::Not, u"-"_s});
            ++m_at;
        } else {
            readRun();
        }
    }

    // "-word" and "-(…)", but neither "well-known" nor a dash between blanks.
    bool startsNegation() const
    {
        if (m_at > 0 && !m_typed.at(m_at - 1).isSpace() && !opens(m_typed.at(m_at - 1)))
            return false;
        return m_at + 1 < m_typed.size() && !m_typed.at(m_at + 1).isSpace()
            && m_typed.at(m_at + 1) != u'-';
    }

    // Where the quotation from m_at on ends, or -1. A straight one ends at a straight mark if it
    // can, so that it may hold others.
    qsizetype closer(QChar opener)
    {
        if (m_openUntilEnd.contains(opener))
            return -1;
        const QString closers = closersOf(opener);
        if (opener == u'"') {
            for (qsizetype i = m_at + 1; i < m_typed.size(); ++i) {
                if (m_typed.at(i) != u'"')
                    continue;
                if (i + 1 >= m_typed.size() || m_typed.at(i + 1) != u'"')
                    return i;
                ++i; // doubled, it stands for itself
            }
        }
        for (qsizetype i = m_at + 1; i < m_typed.size(); ++i) {
            if (closers.contains(m_typed.at(i)) && (opener != u'"' || m_typed.at(i) != u'"'))
                return i;
        }
        m_openUntilEnd += opener; // nor will a later one find any
        return -1;
    }

    // An opening mark without its closing one says nothing, but behind a field's colon, where the
    // reader is still typing a name of several words.
    void readQuoted(bool isValue)
    {
        const QChar opener = m_typed.at(m_at);
        qsizetype end = closer(opener);
        if (end < 0 && !isValue) {
            ++m_at;
            return;
        }
        if (end < 0)
            end = m_typed.size();
        QString text = m_typed.mid(m_at + 1, end - m_at - 1);
        if (opener == u'"')
            text.replace(u"\"\""_s, u"\""_s);
        m_tokens.append({Kind::Quoted, text});
        m_at = end + 1;
    }

    QStringView run() const
    {
        qsizetype end = m_at;
        while (end < m_typed.size() && !endsRun(m_typed.at(end)))
            ++end;
        return QStringView(m_typed).mid(m_at, end - m_at);
    }

    // Letters up to a colon: a field's name, or what looks like one and is a word.
    void readRun()
    {
        const QStringView text = run();
        const auto colon = std::ranges::find_if(text, isColon);
        const qsizetype length = colon - text.begin();
        const QString name = trimmedWord(text.left(length).toString());
        const bool isName = std::ranges::all_of(name, [](QChar c) { return c.isLetter(); });
        if (colon == text.end() || !isName) {
            m_at += text.size();
            addWord(text.toString());
            return;
        }
        m_at += length + 1;
        const QueryField field = fieldNamed(name);
        if (field == QueryField::None) {
            addWord(name);
            return;
        }
        m_tokens.append({Kind::Field, name, field});
        readValue();
    }

    void readValue()
    {
        if (m_at >= m_typed.size())
            return;
        if (!closersOf(m_typed.at(m_at)).isEmpty())
            return readQuoted(true);
        const QStringView text = run();
        m_at += text.size();
        if (!text.isEmpty())
            m_tokens.append({Kind::Word, text.toString()});
    }

    void addWord(const QString &text)
    {
        if (text == u"OR")
            m_tokens.append({Kind::Or, text});
        else if (text == u"NOT")
            m_tokens.append({Kind::Not, text});
        else if (text != u"AND" && !text.isEmpty())
            m_tokens.append({Kind::Word, text});
    }

    const QString &m_typed;
    qsizetype m_at = 0;
    QString m_openUntilEnd; // opening marks that have been looked for their closing ones in vain
    QList<QueryToken> m_tokens;
};

// Drops a Close without its Open and what is too deep; adds the Closes that are missing.
QList<QueryToken> balanced(const QList<QueryToken> &tokens)
{
    QList<QueryToken> result;
    int depth = 0;
    for (const QueryToken &token : tokens) {
        if (token.kind == Kind::Open && ++depth > deepestQuery)
            continue;
        if (token.kind == Kind::Close && (depth == 0 || depth-- > deepestQuery))
            continue;
        result.append(token);
    }
    for (int open = qMin(depth, deepestQuery); open > 0; --open)
        result.append({Kind::Close, u")"_s});
    return result;
}

char32_t codePointAt(const QString &text, qsizetype i)
{
    if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
    return text.at(i).unicode();
}

} // namespace

QList<QueryToken> queryTokens(const QString &typed)
{
    return balanced(Tokenizer(typed).tokens());
}

QString fieldName(QueryField field)
{
    const auto named = std::ranges::find(namedFields, field, &NamedField::field);
    return named == std::end(namedFields) ? QString() : QString(named->name);
}

QString trimmedWord(const QString &word)
{
    qsizetype first = -1;
    qsizetype end = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const char32_t c = codePointAt(word, i);
        const qsizetype size = c > 0xFFFF ? 2 : 1;
        if (QChar::isLetterOrNumber(c) || (QChar::isMark(c) && first >= 0)) {
            first = first < 0 ? i : first;
            end = i + size;
        }
        i += size - 1;
    }
    if (first < 0)
        return {};
    while (end < word.size() && (word.at(end) == u'+' || word.at(end) == u'#'))
        ++end; // C++, C#
    return word.mid(first, end - first);
}

bool isOneToken(const QString &text)
{
    return !text.isEmpty() && std::ranges::none_of(text, endsRun);
}

bool isQueryOperator(const QString &word)
{
    return word == u"AND" || word == u"OR" || word == u"NOT";
}
