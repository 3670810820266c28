#pragma once
// A table from hashes of words to rows of whoever owns them: one look, one cache line. The words
// themselves are not kept: two with one hash would be taken for one, which among a million words
// happens once in forty million tables; which two, nobody can know beforehand, for each table has a
// seed of its own. Only app/search; one thread.

#include <QRandomGenerator>

#include <utility>
#include <vector>

// Qt's own hash takes fifteen times as long for a word, a tenth of all that an add costs.
#define XXH_INLINE_ALL
#include <xxhash.h>

class HashedRows final
{
public:
    static constexpr quint32 none = ~quint32(0);

    HashedRows() { clear(); }

    quint64 hashOf(const void *bytes, size_t size) const
    {
        return XXH3_64bits_withSeed(bytes, size, m_seed) | 1; // 0 is an empty slot
    }

    quint32 find(quint64 hash) const
    {
        for (size_t at = hash >> m_shift;; at = (at + 1) & (m_slots.size() - 1)) {
            if (m_slots[at].hash == hash)
                return m_slots[at].row;
            if (m_slots[at].hash == 0)
                return none;
        }
    }

    // `hash` must not be there yet.
    void insert(quint64 hash, quint32 row)
    {
        if (++m_count * 2 > m_slots.size())
            grow();
        put({hash, row});
    }

    size_t size() const { return m_count; }

    void clear()
    {
        m_slots.assign(1024, {});
        m_shift = 54;
        m_count = 0;
        m_seed = QRandomGenerator::system()->generate64();
    }

private:
    struct Slot
    {
        quint64 hash = 0;
        quint32 row = 0;
    };

    void put(const Slot &slot)
    {
        size_t at = slot.hash >> m_shift;
        while (m_slots[at].hash != 0)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = slot;
    }

    void grow()
    {
        const std::vector<Slot> before = std::exchange(m_slots, {});
        m_slots.assign(before.size() * 2, {});
        --m_shift;
        for (const Slot &slot : before) {
            if (slot.hash != 0)
                put(slot);
        }
    }

    std::vector<Slot> m_slots; // a power of two; at most half of them taken
    int m_shift = 54;          // 64 less the power
    size_t m_count = 0;
    quint64 m_seed = 0;
};
