#include "app/html/arena.h"

namespace {

constexpr std::size_t chunkSize = 256 * 1024; // bytes
constexpr std::size_t largest = 16 * 1024;    // of a block in a chunk
constexpr std::size_t alignment = alignof(std::max_align_t);

} // namespace

void *Arena::allocated(std::size_t bytes)
{
    if (bytes > largest) {
        auto block = std::make_unique_for_overwrite<std::byte[]>(bytes);
        void *address = block.get();
        m_large.emplace(address, std::move(block));
        return address;
    }
    const std::size_t taken = (bytes + alignment - 1) / alignment * alignment;
    if (taken > m_left) {
        m_chunks.push_back(std::make_unique_for_overwrite<std::byte[]>(chunkSize));
        m_next = m_chunks.back().get();
        m_left = chunkSize;
    }
    void *address = m_next;
    m_next += taken;
    m_left -= taken;
    return address;
}

void Arena::release(void *block)
{
    if (!m_large.empty())
        m_large.erase(block);
}
