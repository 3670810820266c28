#include "app/formats/partaddresses.h"

#include <QRegularExpression>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

// The text with what `change` makes of the first group of every hit.
QString replaced(const QString &text, const QRegularExpression &pattern,
                 const std::function<QString(const QString &)> &change)
{
    QString out;
    qsizetype done = 0;
    for (auto hits = pattern.globalMatch(text); hits.hasNext();) {
        const QRegularExpressionMatch hit = hits.next();
        out += QStringView(text).mid(done, hit.capturedStart(1) - done);
        out += change(hit.captured(1));
        done = hit.capturedEnd(1);
    }
    out += QStringView(text).mid(done);
    return out;
}

class Readdressing final
{
public:
    Readdressing(const QUrl &base, const PartNumbers &numbers, const QString &before)
        : m_base(base), m_numbers(numbers), m_before(before)
    {
    }

    // The part's, or the address as it was.
    QString one(const QString &address) const
    {
        const QString wanted = address.trimmed().replace(u"&amp;"_s, u"&"_s);
        if (wanted.startsWith(u'#')) // a place in what is read
            return address;
        QString absolute = wanted;
        if (const QUrl url(wanted); !wanted.isEmpty() && url.isRelative() && !m_base.isEmpty())
            absolute = m_base.resolved(url).toString();
        auto found = m_numbers.constFind(absolute);
        if (found == m_numbers.constEnd())
            found = m_numbers.constFind(absolute.section(u'#', 0, 0));
        return found == m_numbers.constEnd() ? address : m_before + QString::number(*found);
    }

    // https://html.spec.whatwg.org/multipage/images.html#srcset-attribute
    QString several(const QString &set) const
    {
        if (set.contains(u"data:"_s, Qt::CaseInsensitive)) // it has commas of its own
            return set;
        QStringList candidates;
        for (const QString &candidate : set.split(u',')) {
            const QString address = candidate.trimmed().section(u' ', 0, 0);
            candidates += one(address) + candidate.trimmed().mid(address.size());
        }
        return candidates.join(u", "_s);
    }

private:
    const QUrl &m_base;
    const PartNumbers &m_numbers;
    const QString &m_before;
};

} // namespace

QString readdressed(const QString &text, const QUrl &base, const PartNumbers &numbers,
                    const QString &before)
{
    static const QRegularExpression absolute(u"((?:https?:|file:|cid:)[^\\s\"'<>()\\\\]+)"_s,
                                             anyCase);
    static const QRegularExpression attributes(
        u"\\s(?:src|href|poster|background)\\s*=\\s*"
        "(?|\"([^\"<>]*+)\"|'([^'<>]*+)'|([^\\s\"'<>=`]++))"_s,
        anyCase);
    static const QRegularExpression sets(u"\\ssrcset\\s*=\\s*(?|\"([^\"<>]*+)\"|'([^'<>]*+)')"_s,
                                         anyCase);
    static const QRegularExpression styled(
        u"\\burl\\(\\s*(?|\"([^\"()]*+)\"|'([^'()]*+)'|([^\"'()\\s]*+))\\s*\\)"_s, anyCase);
    const Readdressing parts(base, numbers, before);
    const auto one = [&](const QString &address) { return parts.one(address); };
    // The relative ones first: a part's new address is relative, too, and of no one's base.
    QString out = replaced(text, sets, [&](const QString &set) { return parts.several(set); });
    out = replaced(out, attributes, one);
    out = replaced(out, styled, one);
    return replaced(out, absolute, one);
}
