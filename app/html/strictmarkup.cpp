#include "app/html/strictmarkup.h"

#include <QString>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace {

// Reads a body from its start; every function leaves it after what it accepted.
class StrictReader
{
public:
    StrictReader(QStringView body, qsizetype images) : m_rest(body), m_images(images) { }

    bool readsAll();

private:
    bool skip(QLatin1StringView what);
    bool line();
    bool wrapped(QLatin1StringView start, QLatin1StringView end);
    bool quotation();
    bool list(QLatin1StringView start, QLatin1StringView end);
    bool figure();

    QStringView m_rest;
    qsizetype m_images;
};

bool StrictReader::skip(QLatin1StringView what)
{
    if (!m_rest.startsWith(what))
        return false;
    m_rest = m_rest.mid(what.size());
    return true;
}

// Words parted by single spaces, none at either end; at least one that is not a no-break space.
bool StrictReader::line()
{
    qsizetype i = 0;
    bool afterSpace = true;
    bool hasWord = false;
    for (; i < m_rest.size(); ++i) {
        const char16_t c = m_rest[i].unicode();
        if (c == u'<')
            break;
        if (c == u' ') {
            if (afterSpace)
                return false;
            afterSpace = true;
            continue;
        }
        afterSpace = false;
        hasWord = hasWord || !m_rest[i].isSpace();
        if (c == u'&') {
            const QStringView entity = m_rest.mid(i, 6);
            if (!entity.startsWith("&amp;"_L1) && !entity.startsWith("&lt;"_L1)
                && !entity.startsWith("&gt;"_L1) && entity != "&quot;"_L1)
                return false;
            continue;
        }
        const bool plain = (c > 0x20 && c < 0x7F && c != u'>' && c != u'"')
            || (c > 0x9F && c != 0xAD && c < 0xD800) || (c >= 0xE000 && c < 0xFDD0)
            || (c > 0xFDEF && c < 0xFFFE);
        if (!plain) // pairs of surrogates too: rare, and the whole work proves them
            return false;
    }
    m_rest = m_rest.mid(i);
    return hasWord && !afterSpace;
}

// Lines parted by single breaks.
bool StrictReader::wrapped(QLatin1StringView start, QLatin1StringView end)
{
    if (!skip(start))
        return false;
    do {
        if (!line())
            return false;
    } while (skip("<br>"_L1));
    return skip(end);
}

bool StrictReader::quotation()
{
    if (!skip("<blockquote>"_L1))
        return false;
    do {
        if (!wrapped("<p>"_L1, "</p>"_L1))
            return false;
    } while (!skip("</blockquote>"_L1));
    return true;
}

bool StrictReader::list(QLatin1StringView start, QLatin1StringView end)
{
    if (!skip(start))
        return false;
    do {
        if (!wrapped("<li>"_L1, "</li>"_L1))
            return false;
    } while (!skip(end));
    return true;
}

// A picture, perhaps with words for those who cannot see it, and a caption.
bool StrictReader::figure()
{
    if (!skip("<figure><img src=\"picture:"_L1))
        return false;
    const qsizetype quote = m_rest.indexOf(u'"');
    bool isNumber = false;
    const qsizetype number = m_rest.first(qMax<qsizetype>(quote, 0)).toInt(&isNumber);
    if (!isNumber || number < 0 || number >= m_images
        || m_rest.first(quote) != QString::number(number))
        return false;
    m_rest = m_rest.mid(quote + 1);
    if (skip(" alt=\""_L1)) {
        const qsizetype end = m_rest.indexOf(u'"');
        StrictReader alternative(m_rest.first(qMax<qsizetype>(end, 0)), 0);
        if (end < 0 || !alternative.line() || !alternative.m_rest.isEmpty())
            return false;
        m_rest = m_rest.mid(end + 1);
    }
    if (!skip(">"_L1))
        return false;
    if (m_rest.startsWith("<figcaption>"_L1) && !wrapped("<figcaption>"_L1, "</figcaption>"_L1))
        return false;
    return skip("</figure>"_L1);
}

bool StrictReader::readsAll()
{
    while (!m_rest.isEmpty()) {
        bool accepted = false;
        if (m_rest.startsWith("<p>"_L1))
            accepted = wrapped("<p>"_L1, "</p>"_L1);
        else if (m_rest.startsWith("<h2>"_L1))
            accepted = wrapped("<h2>"_L1, "</h2>"_L1);
        else if (m_rest.startsWith("<bl"_L1))
            accepted = quotation();
        else if (m_rest.startsWith("<ul>"_L1))
            accepted = list("<ul>"_L1, "</ul>"_L1);
        else if (m_rest.startsWith("<ol>"_L1))
            accepted = list("<ol>"_L1, "</ol>"_L1);
        else
            accepted = figure();
        if (!accepted || !skip("\n"_L1))
            return false;
    }
    return true;
}

} // namespace

bool isStrictMarkup(QStringView body, qsizetype images)
{
    return StrictReader(body, images).readsAll();
}
