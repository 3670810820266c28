#pragma once
// Memory for what is made in thousands of pieces and goes all at once. Owned by one job.

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

class Arena final
{
public:
    Arena() = default;
    Arena(const Arena &) = delete;
    Arena &operator=(const Arena &) = delete;

    void *allocated(std::size_t bytes) // aligned for anything
    {
        constexpr std::size_t alignment = alignof(std::max_align_t);
        const std::size_t taken = (bytes + alignment - 1) / alignment * alignment;
        if (taken > m_left || bytes > largest)
            return allocatedApart(bytes, taken);
        m_left -= taken;
        return std::exchange(m_next, m_next + taken);
    }
    // Small blocks wait for the end; large ones, which texts grow through, go now.
    void release(void *block);

private:
    static constexpr std::size_t largest = 16 * 1024; // bytes of a block in a chunk

    void *allocatedApart(std::size_t bytes, std::size_t taken); // in a new chunk, or in none

    std::vector<std::unique_ptr<std::byte[]>> m_chunks;
    std::unordered_map<void *, std::unique_ptr<std::byte[]>> m_large;
    std::byte *m_next = nullptr;
    std::size_t m_left = 0; // bytes in the last chunk
};
