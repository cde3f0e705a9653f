// SPDX-License-Identifier: Apache-2.0
// A set of invented reports (tests/forensics/corpus): what it holds, and where what was copied.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <anping/forensics/exempt.hpp>
#include <anping/forensics/mapping.hpp>
#include <anping/forensics/search.hpp>

namespace anping::judge {

struct Report {
    std::size_t at = 0;  // byte in the text
    std::size_t bytes = 0;
    std::size_t points = 0;  // characters
    std::string institution;
    std::string enterprise;
    bool query = false;
};

struct Zone {
    std::uint32_t from = 0;  // code points
    std::uint32_t to = 0;
    std::string type;
};

struct Plant {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t source = 0;  // report
    std::string level;
    std::string family;
};

struct Set {
    forensics::Mapping text;
    std::vector<Report> reports = {};
    std::map<std::uint32_t, std::vector<Zone>> zones = {};    // of the queries
    std::map<std::uint32_t, std::vector<Plant>> plants = {};  // of the queries
    std::map<std::string, std::string> short_names = {};      // by full name
    forensics::Exempt exempt = {};
    std::string_view text_of(std::uint32_t report) const {
        auto const* const bytes = reinterpret_cast<char const*>(text.bytes().data());
        return {bytes + reports[report].at, reports[report].bytes};
    }
};

// `prefix` as "OUT/M-seed7"; what is exempt is written to `directory` as segments. Throws std::runtime_error.
Set read_set(std::string const& prefix, std::filesystem::path const& directory, bool exempt);

// Asks for a report, whose text is `folded`, and marks what of it is exempt.
void ask_exempted(forensics::Search& search, Set const& set, std::uint32_t report, text::Folded const& folded);
// What of it is masked in an index that leaves out what is exempt.
text::Masks const& left_out(forensics::Search& search, Set const& set, std::uint32_t report,
                            text::Folded const& folded);

}  // namespace anping::judge
