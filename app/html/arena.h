#pragma once
// Memory for what is made in thousands of pieces and goes all at once. Owned by one job.

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

class Arena final
{
public:
    Arena() = default;
    Arena(const Arena &) = delete;
    Arena &operator=(const Arena &) = delete;

    void *allocated(std::size_t bytes); // aligned for anything
    // Small blocks wait for the end; large ones, which texts grow through, go now.
    void release(void *block);

private:
    std::vector<std::unique_ptr<std::byte[]>> m_chunks;
    std::unordered_map<void *, std::unique_ptr<std::byte[]>> m_large;
    std::byte *m_next = nullptr;
    std::size_t m_left = 0; // bytes in the last chunk
};
