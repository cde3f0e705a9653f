// SPDX-License-Identifier: Apache-2.0
// Reports that quote laws as honest ones do, and as careless ones do; and invented laws to quote.
#pragma once

#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <anping/forensics/quotations.hpp>

namespace planted {

enum class Quoting {
    // as honest reports quote
    verbatim,
    other_marks,
    wrapped,
    in_figures,
    abridged,
    part,
    in_own_words,
    slip,
    several,
    local_rule,
    former_in_its_time,
    former_named_so,
    // and wrongly
    number,
    figure,
    negation,
    bound,
    duty,
    repealed,
    article,
};

struct Way {
    Quoting quoting;
    char const* name;      // in a table
    char const* detector;  // that has to find it; nullptr: nothing may be found
};
std::span<Way const> ways();

// Invented laws: some in two editions, some local rules that take over articles of another with numbers of their own.
std::vector<anping::forensics::Edition> invented_laws(std::uint64_t seed);

struct QuotingReport {
    std::string text;
    anping::field::Date day;  // of the report
};
// Nothing where the laws have no article that can be quoted in this way, or this draw finds none.
std::optional<QuotingReport> quoting_report(std::vector<anping::forensics::Edition> const& laws, Quoting quoting,
                                            std::uint64_t seed);

}  // namespace planted
