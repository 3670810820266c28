#include "app/formats/html/tolerantjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMissing = 16; // brackets, before one that is there

// Copies what is JSON and mends what is not.
class Mender
{
public:
    explicit Mender(const QString &text) : m_text(text) { m_out.reserve(text.size()); }

    // The next value with brackets around it, mended; empty at the end.
    QString next();

private:
    bool skipComment();
    void copyString();
    bool endsString() const;
    void dropComma();
    void close(QChar bracket);
    QString closed();

    const QString &m_text;
    QString m_open; // the brackets to come
    qsizetype m_at = 0;
    QString m_out;
};

bool Mender::skipComment()
{
    const QStringView rest = QStringView(m_text).mid(m_at);
    const auto skipTo = [&](QLatin1StringView end) {
        const qsizetype found = m_text.indexOf(end, m_at + 2);
        m_at = found < 0 ? m_text.size() : found + end.size();
        return true;
    };
    if (rest.startsWith("/*"_L1))
        return skipTo("*/"_L1);
    if (rest.startsWith("//"_L1))
        return skipTo("\n"_L1);
    if (rest.startsWith("<!--"_L1) || rest.startsWith("<![CDATA["_L1)) {
        m_at += rest.startsWith("<!--"_L1) ? 4 : 9;
        return true;
    }
    if (rest.startsWith("-->"_L1) || rest.startsWith("]]>"_L1)) {
        m_at += 3;
        return true;
    }
    return false;
}

void Mender::copyString()
{
    m_out += m_text[m_at++];
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at++];
        if (c == u'\\' && m_at < m_text.size()) {
            const QChar escaped = m_text[m_at++];
            if (QStringView(u"\"\\/bfnrtu").contains(escaped))
                m_out += c;
            m_out += escaped.unicode() < u' ' ? QChar(u' ') : escaped;
            continue;
        }
        if (c.unicode() < u' ') {
            m_out += c == u'\n' ? "\\n"_L1 : " "_L1;
            continue;
        }
        if (c == u'"' && !endsString()) {
            m_out += "\\\""_L1;
            continue;
        }
        m_out += c;
        if (c == u'"')
            return;
    }
    m_out += u'"';
}

// Some forget to escape quotation marks: behind one that ends a string there is what follows a
// value or a name, and behind a comma another of them.
bool Mender::endsString() const
{
    const auto next = [this](qsizetype &at) {
        while (at < m_text.size() && m_text[at].isSpace())
            ++at;
        return at < m_text.size() ? m_text[at] : QChar(u'}');
    };
    qsizetype at = m_at;
    const QChar mark = next(at);
    if (mark != u',')
        return QStringView(u":}]/<").contains(mark);
    const QChar begins = next(++at);
    return QStringView(u"\"{[]}-/,").contains(begins) || begins.isDigit()
        || QStringView(m_text).mid(at).startsWith("true"_L1)
        || QStringView(m_text).mid(at).startsWith("false"_L1)
        || QStringView(m_text).mid(at).startsWith("null"_L1);
}

void Mender::dropComma()
{
    while (!m_out.isEmpty() && (m_out.back().isSpace() || m_out.back() == u','))
        m_out.chop(1);
}

// A bracket that closes another one than the last stands for that, too.
void Mender::close(QChar bracket)
{
    dropComma();
    while (QStringView(m_open).right(mostMissing).contains(bracket) && m_open.back() != bracket) {
        m_out += m_open.back();
        m_open.chop(1);
    }
    if (m_open.isEmpty() || m_open.back() != bracket)
        return;
    m_out += bracket;
    m_open.chop(1);
}

// What a cut-off text has, its brackets closed.
QString Mender::closed()
{
    dropComma();
    while (!m_open.isEmpty()) {
        m_out += m_open.back();
        m_open.chop(1);
    }
    return m_out;
}

QString Mender::next()
{
    m_out.clear();
    while (m_at < m_text.size()) {
        if (skipComment())
            continue;
        const QChar c = m_text[m_at];
        if (c == u'"' && !m_open.isEmpty()) {
            copyString();
            continue;
        }
        ++m_at;
        if (c == u'{' || c == u'[') {
            m_open += c == u'{' ? u'}' : u']';
        } else if ((c == u'}' || c == u']') && !m_open.isEmpty()) {
            close(c);
            if (m_open.isEmpty())
                return m_out;
            continue;
        } else if (m_open.isEmpty()) {
            continue; // between values
        }
        m_out += c;
    }
    return closed();
}

// Tabs and other control characters are blanks, between values and in them.
std::optional<QJsonValue> strictJson(QByteArray utf8)
{
    std::ranges::replace_if(
        utf8, [](char c) { return uchar(c) < ' ' && c != '\n'; }, ' ');
    const QJsonDocument document = QJsonDocument::fromJson(utf8);
    if (document.isObject())
        return document.object();
    if (document.isArray())
        return document.array();
    return std::nullopt;
}

} // namespace

QList<QJsonValue> tolerantJson(const QString &text)
{
    if (const std::optional<QJsonValue> value = strictJson(text.toUtf8())) // as most of it is
        return {*value};
    QList<QJsonValue> values;
    Mender mender(text);
    while (true) {
        const QString mended = mender.next();
        if (mended.isEmpty())
            return values;
        if (const std::optional<QJsonValue> value = strictJson(mended.toUtf8()))
            values.append(*value);
    }
}
