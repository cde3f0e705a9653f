// SPDX-License-Identifier: Apache-2.0
// The one byte range a file is asked for (RFC 9110, 14). Several ranges, or none we can read: the whole file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace anping::http {

struct Range {
    enum class Kind { whole, part, unsatisfiable };
    Kind kind = Kind::whole;
    std::uint64_t first = 0;
    std::uint64_t length = 0;

    bool operator==(Range const&) const = default;
};

Range parse_range(std::string_view header, std::uint64_t size) noexcept;
std::string content_range(Range const& range, std::uint64_t size);

}  // namespace anping::http
