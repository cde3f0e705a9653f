// SPDX-License-Identifier: Apache-2.0
#include "repair.hpp"

#include <fmt/format.h>

#include <anping/cases/penalty.hpp>
#include <boost/describe/enum_from_string.hpp>

namespace anping::cases {
namespace {

using enum RepairStanding;

std::string text_in(json::object const& item, char const* key) {
    auto const* value = item.if_contains(key);
    return value == nullptr || !value->is_string() ? std::string() : std::string(value->get_string());
}

rulebook::Mark mark_in(json::object const& item) {
    auto out = rulebook::Mark::unconfirmed;
    boost::describe::enum_from_string(text_in(item, "mark").c_str(), out);
    return out;
}

// Items of the catalogue that apply on the day.
std::vector<json::object const*> items_of(char const* name, rulebook::Place const& place, Law const& law) {
    std::vector<json::object const*> out;
    auto const* catalogue = law.books.catalogue(name, place, law.today);
    auto const* items = catalogue == nullptr ? nullptr : catalogue->if_contains("items");
    if (items == nullptr) return out;
    for (auto const& one : items->as_array()) {
        auto const& item = one.as_object();
        auto const from = field::parse_date(text_in(item, "from"));
        auto const until = field::parse_date(text_in(item, "until"));
        if ((!from || *from <= law.today) && (!until || law.today < *until)) out.push_back(&item);
    }
    return out;
}

// What was handed in for it since it was listed.
std::int64_t shown_for(ListingState const& state, std::string const& code) {
    std::int64_t out = 0;
    for (auto const& step : state.steps) {
        if (step.step == ListingStep::listed || step.step == ListingStep::restored) out = 0;
        if (step.step != ListingStep::requested) continue;
        for (auto const& one : step.documents) out += one.kind == code ? 1 : 0;
    }
    return out;
}

void by_papers(RepairCondition& out, ListingState const& state) {
    auto const papers = shown_for(state, out.code);
    out.standing = papers > 0 ? shown : missing;
    out.why = papers > 0 ? fmt::format("已提交佐证 {} 份，由部门核实", papers) : "还没有提交佐证";
}

void by_months(RepairCondition& out, ListingState const& state, field::Date today) {
    for (auto const& one : state.limits) {
        if (one.duty != "dishonesty_early" || !one.due) continue;
        out.standing = today >= *one.due ? met : missing;
        out.why = fmt::format("{} 起可以申请", to_string(*one.due));
    }
}

void by_payment(RepairCondition& out, ListingState const& state, RepairFacts const& facts) {
    auto const sums = fmt::format("罚款 {}，已缴 {}", yuan(facts.fines), yuan(facts.paid));
    if (facts.paid.fen < facts.fines.fen) {
        out.why = sums;
        return;
    }
    if (facts.closed || facts.fines.fen > 0) {
        out.standing = met;
        out.why = facts.fines.fen > 0 ? sums : "案件已结案";
        return;
    }
    by_papers(out, state);
}

void stand(RepairCondition& out, ListingState const& state, RepairFacts const& facts, field::Date today) {
    if (out.code == "months") return by_months(out, state, today);
    if (out.code == "fulfilled") return by_payment(out, state, facts);
    if (out.code == "no_new") {
        out.standing = facts.listed_anew ? missing : met;
        out.why = facts.listed_anew ? fmt::format("此后又被列入：{}", *facts.listed_anew) : "平台上没有此后的列入决定";
        return;
    }
    if (out.code == "ban") {
        out.standing = facts.ban_until && today < *facts.ban_until ? missing : met;
        out.why = facts.ban_until ? fmt::format("处罚决定的禁入期至 {}", to_string(*facts.ban_until))
                                  : std::string("处罚决定没有禁入");
        return;
    }
    by_papers(out, state);
}

}  // namespace

RepairFacts repair_facts(State const& of, bool person) {
    RepairFacts out;
    out.closed = of.has(StepKind::closing);
    if (!of.decision) return out;
    auto const& made = *of.decision;
    for (auto const& one : paid_of(of)) out.paid.fen += one.amount.fen;
    for (auto const& one : made.penalties) {
        if (one.code == "fine" && one.amount) out.fines.fen += one.amount->fen;
        if (one.code != "ban" || (one.on == "persons") != person) continue;
        for (auto const& measure : made.conducts.at(static_cast<std::size_t>(one.count - 1)).measures)
            if (measure.code == one.code && measure.on == one.on && measure.years > 0)
                out.ban_until = add_months(made.on, static_cast<int>(12 * measure.years));
    }
    return out;
}

std::vector<RepairCondition> repair_conditions(ListingState const& state, RepairFacts const& facts, Law const& law) {
    std::vector<RepairCondition> out;
    for (auto const* item : items_of("dishonesty_repair", state.place(), law)) {
        RepairCondition one;
        one.code = text_in(*item, "code");
        one.name = text_in(*item, "name");
        one.mark = mark_in(*item);
        stand(one, state, facts, law.today);
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<ListingEffect> effects_of(rulebook::Place const& place, Law const& law) {
    std::vector<ListingEffect> out;
    for (auto const* item : items_of("dishonesty_effects", place, law)) {
        ListingEffect one{text_in(*item, "code"), text_in(*item, "name"), text_in(*item, "text"), mark_in(*item), {}};
        if (auto const* places = item->if_contains("settings"))
            for (auto const& place_of : places->as_array()) one.places.emplace_back(place_of.as_string());
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace anping::cases
