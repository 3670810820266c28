#pragma once
// The attributes of an element as views of the page: most of them are never read, and few twice.
// Pure; any thread.

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>

#include <algorithm>
#include <span>

struct HtmlAttribute
{
    QLatin1StringView name; // lower case; only the attributes that somebody here reads
    QByteArrayView utf8;    // its value, without character references; see HtmlSource

    QString value() const { return QString::fromUtf8(utf8); }
};

// Those of an element: it is asked for many names, and has few.
class HtmlAttributes final
{
public:
    HtmlAttributes() = default;
    // Views `all`.
    explicit HtmlAttributes(std::span<const HtmlAttribute> all) : m_all(all)
    {
        for (const HtmlAttribute &attribute : all)
            m_marks |= markOf(attribute.name);
    }

    bool empty() const { return m_all.empty(); }
    std::size_t size() const { return m_all.size(); }
    auto begin() const { return m_all.begin(); }
    auto end() const { return m_all.end(); }

    // Null when there is none of the name.
    const HtmlAttribute *named(QLatin1StringView name) const
    {
        return m_marks & markOf(name) ? find(name) : nullptr;
    }

private:
    // A bit for several names: most of the questions are answered by it.
    static constexpr quint64 markOf(QLatin1StringView name)
    {
        const auto size = std::size_t(name.size());
        return quint64(1) << ((size * 5 + uchar(name.data()[0]) + uchar(name.data()[size - 1]) * 3)
                              % 64);
    }
    const HtmlAttribute *find(QLatin1StringView name) const
    {
        const auto found = std::ranges::find(m_all, name, &HtmlAttribute::name);
        return found == m_all.end() ? nullptr : &*found;
    }

    std::span<const HtmlAttribute> m_all;
    quint64 m_marks = 0;
};
