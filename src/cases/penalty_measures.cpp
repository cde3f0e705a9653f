// SPDX-License-Identifier: Apache-2.0
// Rows of a clause, and their arithmetic.
#include "penalty_measures.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anping::cases {
namespace {

constexpr std::int64_t kFen = 100;
constexpr std::int64_t kMostMoney = 1'000'000'000'000;

std::optional<std::int64_t> number(json::object const& row, char const* key) {
    auto const* value = row.if_contains(key);
    return value == nullptr || !value->is_int64() ? std::nullopt : std::optional(value->get_int64());
}

std::string text(json::object const& row, char const* key) {
    auto const* value = row.if_contains(key);
    return value == nullptr || !value->is_string() ? std::string() : std::string(value->get_string());
}

// What of the illegal income a row asks for, in words; empty where it asks nothing.
std::string income_words(json::object const& row) {
    if (auto const from = number(row, "income_from")) return fmt::format("违法所得{}元以上", *from);
    if (auto const below = number(row, "income_below")) return fmt::format("没有违法所得或者不足{}元", *below);
    auto const income = text(row, "income");
    return income == "some" ? "有违法所得" : income == "none" ? "没有违法所得" : "";
}

bool income_fits(json::object const& row, field::Money income) {
    auto const says = text(row, "income");
    if (says == "some" && income.fen == 0) return false;
    if (says == "none" && income.fen > 0) return false;
    if (auto const from = number(row, "income_from"); from && income.fen < *from * kFen) return false;
    auto const below = number(row, "income_below");
    return !below || income.fen < *below * kFen;
}

bool stage_fits(json::object const& row, PenaltyStage stage) {
    auto const says = text(row, "stage");
    return says.empty() || says == boost::describe::enum_to_string(stage, "");
}

std::string times_words(field::Money income, std::int64_t times, field::Money product) {
    return fmt::format("{} × {} = {}", yuan(income), times, yuan(product));
}

field::Money times(field::Money income, std::int64_t by) { return {std::min(income.fen * by, kMostMoney)}; }

void multiply(json::object const& row, Measure& out, std::optional<field::Money> const& income) {
    auto const least = number(row, "least_times").value_or(1);
    auto const most = number(row, "most_times").value_or(least);
    auto const cap = number(row, "cap");
    auto const capped = cap ? fmt::format("，不超过{}元", *cap) : std::string();
    if (!income) {
        out.arithmetic = fmt::format("违法所得的{}倍以上{}倍以下{}", least, most, capped);
        return;
    }
    out.least = times(*income, least);
    out.most = times(*income, most);
    out.arithmetic =
        fmt::format("下限 {}；上限 {}", times_words(*income, least, *out.least), times_words(*income, most, *out.most));
    if (!cap) return;
    field::Money const limit{*cap * kFen};
    out.least = std::min(*out.least, limit);
    out.most = std::min(*out.most, limit);
    out.arithmetic += fmt::format("{}：{} 至 {}", capped, yuan(*out.least), yuan(*out.most));
}

void money(json::object const& row, Measure& out, PenaltyFacts const& facts) {
    if (out.code == "confiscate" && facts.income) {
        out.least = out.most = facts.income;
        out.arithmetic = fmt::format("违法所得 {}，全部没收", yuan(*facts.income));
    }
    if (row.contains("least_times")) multiply(row, out, facts.income);
    auto const most = number(row, "most");
    if (!most) return;
    auto const least = number(row, "least").value_or(0);
    out.least = field::Money{least * kFen};
    out.most = field::Money{*most * kFen};
    out.arithmetic = least > 0 ? fmt::format("{}元以上{}元以下", least, *most) : fmt::format("{}元以下", *most);
    if (out.on == "persons" && facts.persons > 0)
        out.arithmetic += fmt::format("，每人；{} 人合计 {} 至 {}", facts.persons, yuan({least * kFen * facts.persons}),
                                      yuan({*most * kFen * facts.persons}));
}

std::string years_words(Measure const& one) {
    return one.years > 0 ? fmt::format("{}年内{}", one.years, one.name) : one.name;
}

}  // namespace

std::vector<Measure> measures_of(rulebook::Clause const& clause, PenaltyFacts const& facts) {
    std::vector<Measure> out;
    auto const* rows = clause.body.if_contains("measures");
    if (rows == nullptr) return out;
    for (auto const& value : rows->as_array()) {
        auto const& row = value.as_object();
        if (!stage_fits(row, facts.stage) || (facts.income && !income_fits(row, *facts.income))) continue;
        Measure one;
        one.code = text(row, "code");
        one.on = text(row, "on");
        one.years = number(row, "years").value_or(0);
        one.name = text(row, "name");
        one.name = years_words(one);
        one.optional = row.contains("optional") && row.at("optional").as_bool();
        one.clause = clause.id;
        auto const turns_on = income_words(row);
        if (!facts.income && !turns_on.empty()) one.condition = turns_on + "的";
        money(row, one, facts);
        if (facts.income && !turns_on.empty() && one.code == "fine")
            one.arithmetic = fmt::format("违法所得 {}（{}）：{}", yuan(*facts.income), turns_on, one.arithmetic);
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace anping::cases
