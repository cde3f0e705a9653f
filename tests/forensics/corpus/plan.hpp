// SPDX-License-Identifier: Apache-2.0
// Who files what, and who copies what from whom: settled before the first report is written, so that none need be
// kept. A report is a function of the plan and its number, and can be written again when it is copied from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "edits.hpp"
#include "options.hpp"

namespace corpus {

struct PlantOrder {
    Level level;
    std::size_t length;
};

struct Query {
    enum class Kind : unsigned char { kFresh, kClone, kRefiled };
    Kind kind = Kind::kFresh;
    std::size_t source = 0;  // the whole report copied, when it is one
    std::vector<PlantOrder> plants;
    std::vector<std::size_t> families;
};

// Reports that carry one template nobody disclosed.
struct Family {
    std::string name;
    std::vector<std::size_t> carriers;  // indexed reports, ascending
};

struct Filing {
    std::size_t institution;
    std::uint64_t enterprise;
    std::size_t length;
};

class Plan {
public:
    explicit Plan(Options const& options);

    Filing filing(std::size_t report) const;
    Query const& query(std::size_t report) const { return queries_[report - options_.indexed]; }
    bool is_query(std::size_t report) const { return report >= options_.indexed; }
    std::vector<Family> const& families() const { return families_; }
    // Families an indexed report carries.
    std::vector<std::size_t> carried(std::size_t report) const;
    Options const& options() const { return options_; }

private:
    void order_copies(Rng& rng);
    void order_families(Rng& rng);

    Options options_;
    std::vector<Query> queries_;
    std::vector<Family> families_;
};

}  // namespace corpus
