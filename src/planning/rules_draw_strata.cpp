// SPDX-License-Identifier: Apache-2.0
#include "rules_draw_strata.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include <anping/draw/strata.hpp>

#include "errors.hpp"
#include "read_rows.hpp"

namespace anping::planning {
namespace {

Result<void> check_split(PlanDraw const& in) {
    bool const by_sheet = in.split->by == SplitBy::sheet;
    if (by_sheet && (!in.split->column || in.split->placed.empty()))
        return wrong_field("/split/placed", "required", "按表格的一列分层的，先读入表格并选定列");
    if (!by_sheet && !in.split->placed.empty())
        return wrong_field("/split/placed", "sheet", "只有按表格的一列分层的，才读入表格");
    return {};
}

Result<void> check_one(StratumWanted const& one, std::string const& at, StratumSizes const& sizes) {
    auto const number = [&](char const* name, std::int64_t value) -> Result<void> {
        if (value >= 0 && value <= kMostDrawn) return {};
        return wrong_field(at + name, "range", fmt::format("应在 0 到 {} 之间", kMostDrawn));
    };
    if (auto fine = number("/take", one.take); !fine) return fine;
    if (auto fine = number("/reserve", one.reserve); !fine) return fine;
    auto const& name = one.stratum.value;
    auto const found = sizes.find(name);
    if (found == sizes.end())
        return wrong_field(at + "/stratum", "empty",
                           fmt::format("“{}”这一层没有对象：都已排除，或者名单有变，请重新分层", name));
    if (one.take > found->second)
        return wrong_field(at + "/take", "few",
                           fmt::format("“{}”只有 {} 家，抽不出 {} 家", name, found->second, one.take));
    if (one.reserve > found->second - one.take)
        return wrong_field(at + "/reserve", "few",
                           fmt::format("“{}”抽取 {} 家以后只剩 {} 家，不够递补 {} 家", name, one.take,
                                       found->second - one.take, one.reserve));
    return {};
}

Result<void> check_sum(std::int64_t sum, std::int64_t whole, char const* field, char const* word) {
    if (sum == whole) return {};
    return wrong_field(field, "sum", fmt::format("各层合计{} {} 家，与总数 {} 家不符", word, sum, whole));
}

struct PlacedRow {
    Text<1, 200> name;
    std::optional<Text<1, 40>> credit_code;
    std::optional<Text<1, 80>> stratum;
};
BOOST_DESCRIBE_STRUCT(PlacedRow, (), (name, credit_code, stratum))

Callable const* called(std::vector<Callable> const& listed, PlacedRow const& row) {
    auto const found = std::ranges::find_if(listed, [&](Callable const& one) {
        return row.credit_code ? one.credit_code == row.credit_code->value : one.name == row.name.value;
    });
    return found == listed.end() ? nullptr : &*found;
}

// Of the home and what it lies in, the one of that level; the home itself where there is none.
field::Region const* at_level(field::Regions const& regions, field::RegionCode const& home, field::RegionLevel level) {
    for (auto const& code : regions.ancestry(home))
        if (auto const* one = regions.find(code); one != nullptr && one->level == level) return one;
    return regions.find(home);
}

}  // namespace

std::string by_grade(std::optional<RatingKnown> const& rating) {
    if (!rating) return "未评级";
    return rating->refused ? "不参加评级" : rating->grade_name;
}

std::string by_home(field::Regions const& regions, field::RegionCode const& own, field::RegionCode const& home) {
    auto const* place = regions.find(own);
    bool const inside = regions.contains(own, home);
    auto level = field::RegionLevel::prefecture;
    if (place != nullptr && place->level == field::RegionLevel::nation) level = field::RegionLevel::province;
    else if (inside && place != nullptr && place->level != field::RegionLevel::province)
        level = field::RegionLevel::county;
    auto const* found = at_level(regions, home, level);
    if (found == nullptr) return "地区不详";
    bool const of_one_province = own.digits.substr(0, 2) == found->code.digits.substr(0, 2);
    return of_one_province || level == field::RegionLevel::province ? found->name : regions.full_name(found->code);
}

std::vector<StratumProposal> proposed(StratumSizes const& sizes, std::int64_t take, std::int64_t reserve) {
    std::vector<draw::Sized> all, left;
    for (auto const& [stratum, size] : sizes) all.push_back({stratum, size});
    auto const taken = draw::in_proportion(all, take, 1);
    for (auto const& one : taken) left.push_back({one.stratum, one.candidates - one.take});
    auto const reserved = draw::in_proportion(left, reserve, 0);
    std::vector<StratumProposal> out;
    for (std::size_t i = 0; i < taken.size(); ++i)
        out.push_back({taken[i].stratum, taken[i].candidates,
                       fmt::format("{}.{:02}", taken[i].hundredths / 100, taken[i].hundredths % 100), taken[i].take,
                       reserved[i].take});
    return out;
}

Result<std::vector<draw::Stratum>> strata_of(PlanDraw const& in, StratumSizes const& sizes) {
    if (!in.split) return std::vector<draw::Stratum>{{{kWhole}, in.take, in.reserve}};
    if (auto fine = check_split(in); !fine) return unexpected<Error>(std::move(fine.error()));
    std::vector<draw::Stratum> out;
    std::set<std::string> named;
    std::int64_t take = 0, reserve = 0;
    for (std::size_t i = 0; i < in.split->strata.size(); ++i) {
        auto const& one = in.split->strata[i];
        auto const at = fmt::format("/split/strata/{}", i);
        if (!named.insert(one.stratum.value).second) return wrong_field(at + "/stratum", "twice", "同一层写了两次");
        if (auto fine = check_one(one, at, sizes); !fine) return unexpected<Error>(std::move(fine.error()));
        out.push_back({{one.stratum.value}, one.take, one.reserve});
        take += one.take;
        reserve += one.reserve;
    }
    for (auto const& [stratum, size] : sizes)
        if (!named.contains(stratum))
            return wrong_field("/split/strata", "missing",
                               fmt::format("“{}”这一层有 {} 家，没有写明抽几家；不抽的写 0", stratum, size));
    if (auto fine = check_sum(take, in.take, "/take", "抽取"); !fine) return unexpected<Error>(std::move(fine.error()));
    if (auto fine = check_sum(reserve, in.reserve, "/reserve", "递补"); !fine)
        return unexpected<Error>(std::move(fine.error()));
    return out;
}

std::vector<documents::Field> placing_fields(std::optional<Text<1, 100>> const& column) {
    using documents::FieldKind;
    std::vector<documents::Field> out{
        {.pointer = "/name", .title = "机构名称", .required = true},
        {.pointer = "/credit_code", .title = "统一社会信用代码", .kind = FieldKind::code}};
    if (column) out.push_back({.pointer = "/stratum", .title = column->value, .required = true});
    return out;
}

Placed read_placed(documents::Intake const& taken, std::vector<Callable> const& listed) {
    Placed out;
    std::set<std::string> placed;
    std::vector<std::string> twice;
    std::int64_t others = 0;
    out.problems = read_rows<PlacedRow>(taken, {}, [&](PlacedRow row) {
        auto const* one = called(listed, row);
        if (one == nullptr || !row.stratum) {
            others += one == nullptr ? 1 : 0;
            return;
        }
        if (placed.insert(one->id.text).second) out.placed.push_back({one->id, *row.stratum});
        else twice.push_back(fmt::format("{} 写了两次，照第一次", one->name));
    });
    std::ranges::move(twice, std::back_inserter(out.problems));
    if (others > 0) out.problems.push_back(fmt::format("{} 行不在名单上，没有读入", others));
    return out;
}

}  // namespace anping::planning
