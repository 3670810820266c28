#include "app/formats/html/sharedpictures.h"

using namespace Qt::StringLiterals;

namespace {

constexpr auto prefix = "--sf-img-"_L1;

qsizetype digitsEnd(const QString &text, qsizetype from)
{
    while (from < text.size() && text[from].isDigit())
        ++from;
    return from;
}

} // namespace

// `--sf-img-7: url("data:image/png;base64,…")`; the quotation marks are either or none.
void SharedPictures::readSource()
{
    m_isRead = true;
    for (qsizetype at = m_source.indexOf(prefix); at >= 0; at = m_source.indexOf(prefix, at)) {
        const qsizetype number = at + prefix.size();
        at = digitsEnd(m_source, number);
        const QString name = m_source.mid(number, at - number);
        while (at < m_source.size() && (m_source[at] == u' ' || m_source[at] == u':'))
            ++at;
        if (!QStringView(m_source).sliced(at).startsWith("url("_L1))
            continue;
        at += 4;
        const QChar quote = at < m_source.size() ? m_source[at] : QChar();
        const bool isQuoted = quote == u'"' || quote == u'\'';
        at += isQuoted ? 1 : 0;
        const qsizetype end = m_source.indexOf(isQuoted ? quote : u')', at);
        if (end < 0)
            return;
        m_addresses.insert(name, m_source.mid(at, end - at));
        at = end;
    }
}

QString SharedPictures::addressIn(const QString &style)
{
    const qsizetype at = style.indexOf(prefix);
    if (at < 0)
        return {};
    if (!m_isRead)
        readSource();
    const qsizetype number = at + prefix.size();
    return m_addresses.value(style.mid(number, digitsEnd(style, number) - number));
}
