#include "app/formats/html/articletext.h"

#include <algorithm>

namespace {

constexpr qsizetype shortestBody = 300; // letters and digits
constexpr qsizetype sampleLength = 24;
constexpr qsizetype sampleCount = 24;

void appendFolded(QString &out, QStringView text)
{
    const qsizetype before = out.size();
    out.resize(before + text.size());
    QChar *end = out.data() + before;
    for (const QChar c : text) {
        if (c >= u'a' && c <= u'z')
            *end++ = c;
        else if (c.isLetterOrNumber() || c.isSurrogate())
            *end++ = c.toCaseFolded();
    }
    out.truncate(end - out.constData());
}

} // namespace

ArticleText::ArticleText(const QString &articleBody)
{
    QString letters;
    appendFolded(letters, articleBody);
    if (letters.size() < shortestBody)
        return;
    const qsizetype step = (letters.size() - sampleLength) / sampleCount;
    for (qsizetype i = 0; i < sampleCount; ++i)
        m_samples.append(letters.mid(i * step, sampleLength));
}

double ArticleText::shareIn(const PageFacts &facts, const QList<int> &nodes) const
{
    QString letters;
    for (const int root : nodes) {
        for (int i = root; i < facts.node(root).end;) {
            if (facts.isLeftOut(i)) {
                i = facts.node(i).end;
                continue;
            }
            appendFolded(letters, facts.node(i).text);
            ++i;
        }
    }
    const auto found = std::ranges::count_if(
        m_samples, [&letters](const QString &sample) { return letters.contains(sample); });
    return double(found) / double(m_samples.size());
}

int ArticleText::container(const PageFacts &facts) const
{
    QString letters;
    std::vector<qsizetype> starts; // of each node's letters
    for (int i = 0; i < facts.size(); ++i) {
        starts.push_back(letters.size());
        const int parent = facts.node(i).parent;
        if (facts.node(i).tag == HtmlTag::Text && parent >= 0
            && facts.node(parent).tag != HtmlTag::Script
            && facts.node(parent).tag != HtmlTag::Noscript)
            appendFolded(letters, facts.node(i).text);
    }
    QList<int> places;
    for (const QString &sample : m_samples) {
        const qsizetype at = letters.indexOf(sample);
        if (at >= 0)
            places.append(int(std::ranges::upper_bound(starts, at) - starts.begin()) - 1);
    }
    if (places.size() < m_samples.size() / 2)
        return -1;
    for (int up = places[places.size() / 2]; up > 0; up = facts.node(up).parent) {
        const auto held = std::ranges::count_if(
            places, [&](int place) { return facts.isWithin(place, up); });
        if (held * 10 >= places.size() * 9)
            return facts.node(up).tag == HtmlTag::Text ? facts.node(up).parent : up;
    }
    return -1;
}
