#include "app/html/encoding.h"

#include <QByteArrayView>

namespace {

// Browsers look at 1024 bytes; pages with long comments at the top say it later.
constexpr qsizetype lookedAt = 8192;
constexpr qsizetype lookedAtFirst = 1024;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// The attributes of one tag, one by one. `head` is lower case.
class Attributes
{
public:
    Attributes(QByteArrayView head, qsizetype at) : m_head(head), m_at(at) { }

    bool next();
    QByteArrayView name() const { return m_name; }
    QByteArrayView value() const { return m_value; }
    qsizetype end() const { return m_at; }

private:
    bool isAt(char c) const { return m_at < m_head.size() && m_head[m_at] == c; }
    void skipSpace();
    void readValue();

    QByteArrayView m_head;
    qsizetype m_at;
    QByteArrayView m_name;
    QByteArrayView m_value;
};

void Attributes::skipSpace()
{
    while (m_at < m_head.size() && isSpace(m_head[m_at]))
        ++m_at;
}

bool Attributes::next()
{
    while (m_at < m_head.size() && (isSpace(m_head[m_at]) || m_head[m_at] == '/'))
        ++m_at;
    if (m_at >= m_head.size() || m_head[m_at] == '>')
        return false;
    const qsizetype from = m_at++;
    while (m_at < m_head.size() && !isSpace(m_head[m_at]) && m_head[m_at] != '='
           && m_head[m_at] != '>' && m_head[m_at] != '/')
        ++m_at;
    m_name = m_head.sliced(from, m_at - from);
    m_value = {};
    skipSpace();
    if (isAt('=')) {
        ++m_at;
        skipSpace();
        readValue();
    }
    return true;
}

void Attributes::readValue()
{
    if (isAt('"') || isAt('\'')) {
        const qsizetype end = m_head.indexOf(m_head[m_at], m_at + 1);
        const qsizetype stop = end < 0 ? m_head.size() : end;
        m_value = m_head.sliced(m_at + 1, stop - m_at - 1);
        m_at = qMin(stop + 1, m_head.size());
        return;
    }
    const qsizetype from = m_at;
    while (m_at < m_head.size() && !isSpace(m_head[m_at]) && m_head[m_at] != '>')
        ++m_at;
    m_value = m_head.sliced(from, m_at - from);
}

// https://html.spec.whatwg.org/#algorithm-for-extracting-a-character-encoding-from-a-meta-element
QByteArray charsetIn(QByteArrayView content)
{
    qsizetype at = content.indexOf("charset");
    if (at < 0)
        return {};
    at += 7;
    while (at < content.size() && isSpace(content[at]))
        ++at;
    if (at >= content.size() || content[at] != '=')
        return {};
    QByteArrayView rest = content.sliced(at + 1).trimmed();
    const bool isQuoted = rest.startsWith('"') || rest.startsWith('\'');
    const char quote = isQuoted ? rest[0] : ';';
    if (isQuoted)
        rest = rest.sliced(1);
    qsizetype end = 0;
    while (end < rest.size() && rest[end] != quote && (isQuoted || !isSpace(rest[end])))
        ++end;
    return rest.first(end).toByteArray();
}

QByteArray declaredInMeta(Attributes &attributes)
{
    bool isPragma = false;
    QByteArray content;
    QByteArray charset;
    while (attributes.next()) {
        if (attributes.name() == "http-equiv")
            isPragma = attributes.value().trimmed() == "content-type";
        else if (attributes.name() == "content" && content.isEmpty())
            content = charsetIn(attributes.value());
        else if (attributes.name() == "charset" && charset.isEmpty())
            charset = attributes.value().trimmed().toByteArray();
    }
    if (!charset.isEmpty())
        return charset;
    return isPragma ? content : QByteArray();
}

// <?xml version="1.0" encoding="..."?>, for XHTML.
QByteArray declaredInXml(QByteArrayView head)
{
    if (!head.startsWith("<?xml"))
        return {};
    Attributes attributes(head.first(qMax<qsizetype>(head.indexOf("?>"), 0)), 5);
    while (attributes.next()) {
        if (attributes.name() == "encoding")
            return attributes.value().trimmed().toByteArray();
    }
    return {};
}

// In the first bytes of a document, and in a tag that ends there, unless the document does.
QByteArray declaredIn(const QByteArray &start, bool isAll)
{
    const QByteArray lower = start.toLower();
    const QByteArrayView head = QByteArrayView(lower).trimmed();
    for (qsizetype at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at)) {
        const QByteArrayView rest = head.sliced(at);
        if (rest.startsWith("<!--")) {
            const qsizetype end = rest.indexOf("-->", 2);
            at = end < 0 ? head.size() : at + end + 3;
        } else if (rest.startsWith("<meta") && rest.size() > 5
                   && (isSpace(rest[5]) || rest[5] == '/')) {
            Attributes attributes(head, at + 5);
            const QByteArray charset = declaredInMeta(attributes);
            if (!charset.isEmpty() && (isAll || attributes.end() < head.size()))
                return charset;
            at = qMax(attributes.end(), at + 1);
        } else {
            ++at;
        }
    }
    return declaredInXml(head);
}

} // namespace

QByteArray declaredCharset(const QByteArray &bytes)
{
    const QByteArray found = bytes.size() > lookedAtFirst
        ? declaredIn(bytes.first(lookedAtFirst), false)
        : QByteArray();
    return found.isEmpty() ? declaredIn(bytes.first(qMin(bytes.size(), lookedAt)), true) : found;
}
