#include "ui/mainwindow/readinghistory.h"

namespace {

constexpr qsizetype placesKept = 200;

} // namespace

void ReadingHistory::visit(const ReadingPlace &place)
{
    if (m_current >= 0 && m_places.at(m_current).isSameArticle(place)) {
        m_places[m_current] = place; // it may have got its id since
        return;
    }
    m_places.resize(m_current + 1);
    m_places.append(place);
    if (m_places.size() > placesKept)
        m_places.removeFirst();
    m_current = m_places.size() - 1;
}

ReadingPlace ReadingHistory::goBack()
{
    Q_ASSERT(canGoBack());
    return m_places.at(--m_current);
}

ReadingPlace ReadingHistory::goForward()
{
    Q_ASSERT(canGoForward());
    return m_places.at(++m_current);
}

const ReadingPlace *ReadingHistory::current() const
{
    return m_current >= 0 ? &m_places.at(m_current) : nullptr;
}
