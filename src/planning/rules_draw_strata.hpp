// SPDX-License-Identifier: Apache-2.0
// In which stratum of a list somebody is, and whether the numbers asked of the strata can be drawn. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/documents/intake.hpp>
#include <anping/field/region.hpp>
#include <anping/planning/commands/draws.hpp>
#include <anping/planning/known.hpp>
#include <anping/planning/views/draw_strata.hpp>

namespace anping::planning {

inline constexpr char const* kWhole = "全部";        // the stratum of a list that is not split
inline constexpr char const* kNotPlaced = "未列入";  // by the workbook

std::string by_grade(std::optional<RatingKnown> const& rating);
// Of the bureau's own place what lies right below it, elsewhere the prefecture.
std::string by_home(field::Regions const& regions, field::RegionCode const& own, field::RegionCode const& home);

using StratumSizes = std::map<std::string, std::int64_t>;

// Proposed, in the order of their names: at least one of each, and in proportion (draw::in_proportion).
std::vector<StratumProposal> proposed(StratumSizes const& sizes, std::int64_t take, std::int64_t reserve);
// As asked; an error says which is empty, too small, twice or not named.
Result<std::vector<draw::Stratum>> strata_of(PlanDraw const& in, StratumSizes const& sizes);

// Somebody listed, by what a workbook may call them.
struct Callable {
    registry::InstitutionId id;
    std::string name;
    std::string credit_code;
};
struct Placed {
    draw::Listed<PlacedIn> placed;
    std::vector<std::string> problems;
};
// The columns of a workbook: name, code, and the one that was chosen.
std::vector<documents::Field> placing_fields(std::optional<Text<1, 100>> const& column);
Placed read_placed(documents::Intake const& taken, std::vector<Callable> const& listed);

}  // namespace anping::planning
