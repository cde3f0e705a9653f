// SPDX-License-Identifier: Apache-2.0
// A segment's file while it is written: beside its name, part after part, then synced and given its name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <future>
#include <span>
#include <vector>

#include <anping/base/result.hpp>

#include "segment_format.hpp"

namespace anping::forensics {

class SegmentFile {
public:
    // Failures are kept, and told by finish.
    explicit SegmentFile(std::filesystem::path file);
    SegmentFile(SegmentFile const&) = delete;
    SegmentFile& operator=(SegmentFile const&) = delete;
    ~SegmentFile();  // removes what was not finished

    void begin(Part& part);
    void put(void const* bytes, std::size_t size);
    template <class T>
    void put(std::span<T const> values) {
        put(values.data(), values.size_bytes());
    }
    // Laid aside: whole chunks of bytes that stay where they are until `finish`, written by `write_laid_aside` beside
    // what is put after them.
    void lay_aside(std::span<std::uint8_t const> bytes);
    void write_laid_aside(std::launch how);
    void end(Part& part);
    Result<void> finish(Head head);

private:
    struct Aside {
        std::uint8_t const* from;
        std::uint64_t at;
        std::size_t size;
    };
    struct Written {
        std::vector<std::uint32_t> sums;  // of the blocks laid aside, in their order
        int failed = 0;
    };

    std::size_t fill_chunk(std::uint8_t const* from, std::size_t size);
    Written write_aside() const;
    void take_in_aside();
    void keep(std::uint8_t const* from, std::size_t size);
    void flush();
    void write_summed(std::uint8_t const* from, std::size_t size);
    void write(std::uint64_t at, void const* bytes, std::size_t size);
    int written(std::uint64_t at, void const* bytes, std::size_t size) const;  // errno

    std::filesystem::path file_;
    std::filesystem::path beside_;
    int handle_ = -1;
    int failed_ = 0;                     // errno
    std::uint64_t at_ = kPage;           // of the next byte put
    std::vector<std::uint8_t> pending_;  // whole chunks are written
    std::vector<std::uint32_t> sums_;
    std::vector<Aside> aside_;
    std::future<Written> writing_aside_;
};

}  // namespace anping::forensics
