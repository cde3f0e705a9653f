// SPDX-License-Identifier: Apache-2.0
// Zip files without compression and without choices: the same content is always the same bytes, and every byte is
// accounted for when one is read. No zip64: at most 4 GiB.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anping::ledger::zip {

struct Member {
    std::string name;
    std::uint32_t crc = 0;
    std::uint32_t size = 0;
    std::uint32_t offset = 0;       // of its local header
    std::string_view content = {};  // when read
};

// ASCII letters, digits, ".", "_", "-" and "/"; no empty and no dotted first character in any part.
bool is_name(std::string_view name) noexcept;
std::uint32_t crc_of(std::string_view bytes, std::uint32_t before = 0) noexcept;
std::string local_header(Member const& member);
std::string directory(std::vector<Member> const& members);  // central directory and its end record
constexpr std::uint64_t kMost = 0xFFFF'FFFFULL;

// Members of a file exactly as written by the above; throws std::runtime_error saying what differs. Views into `bytes`.
std::vector<Member> read(std::string_view bytes);

}  // namespace anping::ledger::zip
