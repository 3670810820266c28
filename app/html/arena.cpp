#include "app/html/arena.h"

namespace {

constexpr std::size_t chunkSize = 256 * 1024; // bytes

} // namespace

void *Arena::allocatedApart(std::size_t bytes, std::size_t taken)
{
    if (bytes > largest) {
        auto block = std::make_unique_for_overwrite<std::byte[]>(bytes);
        void *address = block.get();
        m_large.emplace(address, std::move(block));
        return address;
    }
    m_chunks.push_back(std::make_unique_for_overwrite<std::byte[]>(chunkSize));
    m_next = m_chunks.back().get() + taken;
    m_left = chunkSize - taken;
    return m_chunks.back().get();
}

void Arena::release(void *block)
{
    if (!m_large.empty())
        m_large.erase(block);
}
