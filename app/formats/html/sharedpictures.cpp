#include "app/formats/html/sharedpictures.h"

namespace {

constexpr QByteArrayView prefix("--sf-img-");

qsizetype digitsEnd(QByteArrayView text, qsizetype from)
{
    while (from < text.size() && text[from] >= '0' && text[from] <= '9')
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
        const QByteArray name = m_source.mid(number, at - number);
        while (at < m_source.size() && (m_source[at] == ' ' || m_source[at] == ':'))
            ++at;
        if (!QByteArrayView(m_source).sliced(at).startsWith("url("))
            continue;
        at += 4;
        const char quote = at < m_source.size() ? m_source[at] : '\0';
        const bool isQuoted = quote == '"' || quote == '\'';
        at += isQuoted ? 1 : 0;
        const qsizetype end = m_source.indexOf(isQuoted ? quote : ')', at);
        if (end < 0)
            return;
        m_addresses.insert(name, QString::fromUtf8(m_source.mid(at, end - at)));
        at = end;
    }
}

QString SharedPictures::addressIn(const QString &style)
{
    if (!style.contains(QLatin1StringView(prefix)))
        return {};
    if (!m_isRead)
        readSource();
    const QByteArray utf8 = style.toUtf8();
    const qsizetype number = utf8.indexOf(prefix) + prefix.size();
    return m_addresses.value(utf8.mid(number, digitsEnd(utf8, number) - number));
}
