// SPDX-License-Identifier: Apache-2.0
// A segment's file while it is written: beside its name, part after part, then synced and given its name.
#pragma once

#include <cstdint>
#include <filesystem>
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
    void end(Part& part);
    Result<void> finish(Head head);

private:
    void keep(std::uint8_t const* from, std::size_t size);
    void flush();
    void write_summed(std::uint8_t const* from, std::size_t size);
    void write(std::uint64_t at, void const* bytes, std::size_t size);

    std::filesystem::path file_;
    std::filesystem::path beside_;
    int handle_ = -1;
    int failed_ = 0;                     // errno
    std::uint64_t at_ = kPage;           // of the next byte put
    std::vector<std::uint8_t> pending_;  // whole chunks are written
    std::vector<std::uint32_t> sums_;
};

}  // namespace anping::forensics
