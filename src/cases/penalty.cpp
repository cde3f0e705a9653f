// SPDX-License-Identifier: Apache-2.0
// Which law speaks, and what it has for the facts.
#include <anping/cases/penalty.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "penalty_measures.hpp"

namespace anping::cases {
namespace {

using rulebook::Kind;
using rulebook::Law;
using rulebook::Place;

std::string text_of(json::object const& item, char const* key) {
    auto const* value = item.if_contains(key);
    return value == nullptr || !value->is_string() ? std::string() : std::string(value->get_string());
}

struct Clauses {
    rulebook::Clause const* main = nullptr;
    std::vector<rulebook::Clause const*> all = {};
};

// The clause that governs, and those it names as applied together with it.
Clauses clauses_on(std::string const& name, Law const& law, Place const& place, field::Date day) {
    Clauses out{law.find(Kind::conduct, name, place, day)};
    if (out.main == nullptr) return out;
    out.all.push_back(out.main);
    if (auto const* hooks = out.main->body.if_contains("hooks"))
        for (auto const& hook : hooks->as_array())
            if (auto const* more = law.by_id(std::string_view(hook.as_string()), day)) out.all.push_back(more);
    return out;
}

Reading reading_of(PenaltyFacts const& facts, Clauses const& clauses, field::Date day) {
    Reading out;
    out.day = day;
    out.prices = !clauses.all.empty();
    for (auto const* clause : clauses.all) {
        out.clauses.push_back(clause->citation);
        out.prices = out.prices && clause->citation.binding;
        auto more = measures_of(*clause, facts);
        std::ranges::move(more, std::back_inserter(out.measures));
    }
    return out;
}

// The least and the most of the fines on one of both; nothing where there is none.
struct Span {
    std::int64_t least = 0;
    std::int64_t most = 0;
    auto operator<=>(Span const&) const = default;
};
Span span_of(Reading const& reading, std::string_view on) {
    Span out;
    bool first = true;
    for (auto const& one : reading.measures) {
        if (one.code != "fine" || one.on != on || !one.most) continue;
        auto const least = one.optional || !one.least ? 0 : one.least->fen;
        out.least = first ? least : std::min(out.least, least);
        out.most = std::max(out.most, one.most->fen);
        first = false;
    }
    return out;
}

// What weighs less than any fine, or is no penalty at all.
constexpr std::string_view kLight[] = {"fine", "warning", "order_correct", "stop", "refuse", "joint_liability"};

// Whether one has a measure besides money that the other lacks.
bool has_more(Reading const& one, Reading const& other) {
    return std::ranges::any_of(one.measures, [&](Measure const& measure) {
        return std::ranges::find(kLight, measure.code) == std::end(kLight) &&
               std::ranges::none_of(other.measures, [&](Measure const& its) {
                   return its.code == measure.code && its.on == measure.on && its.years >= measure.years;
               });
    });
}

enum class Weight { equal, lighter, heavier, mixed };

// How the later reading weighs against the earlier.
Weight weigh(Reading const& earlier, Reading const& later) {
    bool lighter = has_more(earlier, later);
    bool heavier = has_more(later, earlier);
    for (auto const* on : {"unit", "persons"}) {
        auto const before = span_of(earlier, on);
        auto const after = span_of(later, on);
        lighter = lighter || after.most < before.most || after.least < before.least;
        heavier = heavier || after.most > before.most || after.least > before.least;
    }
    if (lighter && heavier) return Weight::mixed;
    return lighter ? Weight::lighter : heavier ? Weight::heavier : Weight::equal;
}

std::string named(Reading const& reading) {
    std::string out;
    for (auto const& one : reading.clauses) out += (out.empty() ? "" : "、") + one.clause;
    return out;
}

void choose(Computation& out, bool same_text) {
    auto const& act = out.at_act;
    auto const& decision = out.at_decision;
    if (act.clauses.empty()) {
        out.comparison =
            fmt::format("{}（行为之日）规则书中没有施行的处罚条款；不得以后来的条款处罚此前的行为", to_string(act.day));
        return;
    }
    if (same_text) {
        out.applies = Choice::same;
        out.comparison = fmt::format("行为之日与决定之日施行同一条款（{}）", named(act));
        return;
    }
    auto const both = fmt::format("行为之日 {} 适用 {}，决定之日 {} 施行 {}；从旧兼从轻：", to_string(act.day),
                                  named(act), to_string(decision.day), named(decision));
    if (decision.clauses.empty()) {
        out.applies = Choice::decision;
        out.comparison = both + "决定之日已没有处罚条款，新规定不处罚的适用新规定";
        return;
    }
    auto const weight = weigh(act, decision);
    out.applies = weight == Weight::lighter ? Choice::decision : Choice::act;
    out.comparison = both + (weight == Weight::lighter ? "新规定较轻，适用新规定"
                             : weight == Weight::mixed ? "各有轻重，暂按旧规定，请法制人员判断"
                             : weight == Weight::equal ? "轻重相同，适用行为时的规定"
                                                       : "新规定较重，适用行为时的规定");
}

void apply(Computation& out) {
    auto const& reading = out.applies == Choice::decision ? out.at_decision : out.at_act;
    out.prices = out.applies != Choice::none && reading.prices;
    out.measures = reading.measures;
    if (out.applies == Choice::none) out.why_not = "没有可以适用的处罚条款，不作计算";
    else if (reading.clauses.empty()) out.why_not = "适用的规定不再处罚";
    else if (!reading.prices)
        out.why_not = fmt::format("{} 的文本未经法规人员确认，不得据以计价；所列幅度只供参考", named(reading));
}

std::optional<std::int64_t> value_of(json::object const* catalogue, char const* code) {
    auto const* item = rulebook::catalogue_item(catalogue, code);
    auto const* value = item == nullptr ? nullptr : item->if_contains("value");
    return value == nullptr || !value->is_int64() ? std::nullopt : std::optional(value->get_int64());
}

// Only who gives false documents commits what the criminal clause speaks of.
std::vector<Trigger> triggers_of(PenaltyFacts const& facts, std::string const& clause_name, Law const& law,
                                 Place const& place) {
    std::vector<Trigger> out;
    auto const* clause = law.find(Kind::catalogue, "crime_triggers", place, facts.decided_on);
    if (clause == nullptr || clause_name != "penalty_false") return out;
    auto const* list = &clause->body;
    auto const fire = [&](char const* code, std::int64_t has, std::int64_t scale, std::string const& said) {
        auto const limit = value_of(list, code);
        if (limit && has >= *limit * scale)
            out.push_back({code, said + "，涉嫌犯罪，应当移送公安机关", clause->citation.binding, clause->id});
    };
    if (facts.income) fire("income", facts.income->fen, 100, "违法所得 " + yuan(*facts.income));
    if (facts.loss) fire("loss", facts.loss->fen, 100, "直接经济损失 " + yuan(*facts.loss));
    fire("deaths", facts.deaths, 1, fmt::format("死亡 {} 人", facts.deaths));
    fire("injured", facts.injured, 1, fmt::format("重伤 {} 人", facts.injured));
    auto const months = value_of(list, "months").value_or(0);
    fire("earlier", facts.earlier, 1, fmt::format("{} 个月内已因此受行政处罚 {} 次", months, facts.earlier));
    return out;
}

Result<std::vector<Factor>> factors_of(PenaltyFacts const& facts, Law const& law, Place const& place) {
    std::vector<Factor> out;
    auto const* clause = law.find(Kind::catalogue, "discretion_factors", place, facts.decided_on);
    for (std::size_t i = 0; i < facts.factors.size(); ++i) {
        auto const& code = facts.factors[i].value;
        auto const* item = clause == nullptr ? nullptr : rulebook::catalogue_item(&clause->body, code);
        if (item == nullptr) return wrong_field(fmt::format("/factors/{}", i), "factor", "没有这一情节");
        auto const mark = text_of(*item, "mark");
        bool const own = mark.empty() || mark == "seen" || mark == "secondary";
        out.push_back({code, text_of(*item, "name"), text_of(*item, "text"), text_of(*item, "source"),
                       own && clause->citation.binding});
    }
    return out;
}

Result<void> check(PenaltyFacts const& facts) {
    constexpr std::int64_t kMost = 10'000;
    if (facts.decided_on < facts.acted_on) return wrong_field("/decided_on", "order", "决定之日不能早于行为之日");
    for (auto const& [name, value] : {std::pair("/persons", facts.persons), std::pair("/earlier", facts.earlier),
                                      std::pair("/deaths", facts.deaths), std::pair("/injured", facts.injured)})
        if (value < 0 || value > kMost) return wrong_field(name, "range", fmt::format("应在 0 到 {} 之间", kMost));
    return {};
}

}  // namespace

std::string yuan(field::Money money) {
    if (money.fen % 100 == 0) return fmt::format("{}元", money.fen / 100);
    return to_yuan(money) + "元";
}

Result<Computation> compute(PenaltyFacts const& facts, Law const& law, Place const& place) {
    if (auto fine = check(facts); !fine) return unexpected<Error>(std::move(fine.error()));
    auto const here = law.at(place);
    auto const* conduct =
        rulebook::catalogue_item(here.catalogue("penalty_conducts", place, facts.decided_on), facts.conduct.value);
    if (conduct == nullptr) return wrong_field("/conduct", "conduct", "没有这一行为");
    Computation out;
    out.facts = facts;
    out.conduct_name = text_of(*conduct, "name");
    out.law = here.digest();
    auto const name = text_of(*conduct, "clause");
    auto const then = clauses_on(name, here, place, facts.acted_on);
    auto const now = clauses_on(name, here, place, facts.decided_on);
    out.at_act = reading_of(facts, then, facts.acted_on);
    out.at_decision = reading_of(facts, now, facts.decided_on);
    bool const same = then.main != nullptr && now.main != nullptr && then.main->content == now.main->content;
    choose(out, same);
    apply(out);
    auto factors = factors_of(facts, here, place);
    if (!factors) return unexpected<Error>(std::move(factors.error()));
    out.factors = std::move(*factors);
    out.triggers = triggers_of(facts, name, here, place);
    std::vector<Chosen> most;
    for (auto const& one : out.measures) most.push_back({one.code, one.on, one.most});
    out.required = required_for(most, here, place, facts.decided_on);
    return out;
}

}  // namespace anping::cases
