// SPDX-License-Identifier: Apache-2.0
// For tests: days, times and books.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include <anping/base/time.hpp>
#include <anping/field/date.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::practice::testing {

inline field::Date day(char const* text) { return field::parse_date(text).value(); }
inline Timestamp at(char const* text) { return parse_timestamp(text).value(); }

// Loaded once: every test reads the same books.
inline std::shared_ptr<rulebook::Law const> books(std::string const& directory) {
    static auto const law = [&] {
        auto const loaded = rulebook::load(directory);
        if (loaded.law) return std::make_shared<rulebook::Law const>(*loaded.law);
        throw std::runtime_error("the rulebooks do not load: " + loaded.diagnostics.front().message);
    }();
    return law;
}

}  // namespace anping::practice::testing
