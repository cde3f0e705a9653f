// SPDX-License-Identifier: Apache-2.0
#include "rules_key_list.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"

namespace anping::planning {
namespace {

using rulebook::Kind;

rulebook::Clause const* clause_of(rulebook::Law const& law, rulebook::Place const& place, field::Date today) {
    return law.find(Kind::procedure, "key_list", place, today);
}

// The clause's step for a trigger; nullptr when it names none.
json::object const* step_of(rulebook::Clause const& clause, Trigger trigger) {
    auto const* steps = clause.body.if_contains("steps");
    if (steps == nullptr) return nullptr;
    std::string_view const code = boost::describe::enum_to_string(trigger, "");
    for (auto const& step : steps->as_array())
        if (step.at("code").as_string() == code) return &step.as_object();
    return nullptr;
}

std::optional<rulebook::Deadline> due(char const* duty, char const* fact, rulebook::Place const& place,
                                      ListingGrounds const& with) {
    auto found = with.law.deadline(duty, place, with.today, {{fact, field::to_string(with.today)}});
    // A calendar that is not published so far leaves it uncounted.
    return found ? std::move(*found) : std::nullopt;
}

void see_rating(InstitutionKnown const& known, rulebook::Place const& place, ListingGrounds const& with,
                std::vector<Seen>& out) {
    if (!known.rating) return;
    auto const& rating = *known.rating;
    auto const trigger = rating.refused ? Trigger::refused : Trigger::rating;
    auto const* low = with.law.catalogue("key_list_grades", place, with.today);
    if (!rating.refused && rulebook::catalogue_item(low, rating.grade) == nullptr) return;
    auto const facts = rating.refused ? fmt::format("{} 年度不参加信用评定（{}，{}）", rating.year, rating.rater,
                                                    field::to_string(rating.rated_on))
                                      : fmt::format("{} 年度信用评级为“{}”（{}，{}）", rating.year, rating.grade_name,
                                                    rating.rater, field::to_string(rating.rated_on));
    out.push_back({{known.id,
                    trigger,
                    rating.rated_on,
                    {facts},
                    {{{"信用评级"}, {rating.id}, {fmt::format("{} 年度 {}", rating.year, rating.grade_name)}}}},
                   "rating:" + rating.id});
}

void see_violations(InstitutionKnown const& known, json::object const& step, ListingGrounds const& with,
                    std::vector<Seen>& out) {
    auto const* asked = step.if_contains("value");
    if (asked == nullptr || known.decisions.empty()) return;
    auto const count = static_cast<std::int64_t>(known.decisions.size());
    if (count < asked->to_number<std::int64_t>()) return;
    auto const year = with.today.year() - 1;
    Seen one{{known.id,
              Trigger::violations,
              known.decisions.back().decided_on,
              {fmt::format("{} 年度有 {} 件生效的处理决定", year, count)},
              {}},
             fmt::format("violations:{}:{}", known.id.text, year)};
    for (auto const& decision : known.decisions) {
        one.proposal.happened_on = std::max(one.proposal.happened_on, decision.decided_on);
        one.proposal.references.push_back({{"处理决定"}, {decision.id}, {decision.text}});
    }
    out.push_back(std::move(one));
}

void see_prices(InstitutionKnown const& known, std::vector<Seen>& out) {
    for (auto const& one : known.prices)
        out.push_back({{known.id,
                        Trigger::price,
                        one.concluded_on,
                        {one.facts},
                        {{{"价格比较结论"}, {one.id}, {fmt::format("项目 {} 的价格比较结论", one.project)}}}},
                       "price:" + one.id});
}

}  // namespace

std::vector<Seen> seen(InstitutionKnown const& known, rulebook::Place const& place, ListingGrounds const& with) {
    std::vector<Seen> out;
    auto const* clause = clause_of(with.law, place, with.today);
    if (clause == nullptr) return out;
    see_rating(known, place, with, out);
    see_prices(known, out);
    if (auto const* step = step_of(*clause, Trigger::violations)) see_violations(known, *step, with, out);
    std::erase_if(out, [&](Seen const& one) { return step_of(*clause, one.proposal.trigger) == nullptr; });
    return out;
}

std::string trigger_name(rulebook::Law const& law, rulebook::Place const& place, field::Date today, Trigger trigger) {
    auto const* clause = clause_of(law, place, today);
    auto const* step = clause == nullptr ? nullptr : step_of(*clause, trigger);
    if (step == nullptr) return boost::describe::enum_to_string(trigger, "");
    return std::string(step->at("name").as_string());
}

Result<ledger::Event> propose(ProposeListing const& in, std::string key, ListingId const& id,
                              access::Principal const& who, ListingGrounds const& with) {
    rulebook::Place const place{who.region, who.authority};
    auto const* clause = clause_of(with.law, place, with.today);
    if (clause == nullptr) return no_key_list();
    if (step_of(*clause, in.trigger) == nullptr) return wrong_field("/trigger", "choice", "条款没有这种情形");
    if (in.happened_on > with.today) return wrong_field("/happened_on", "future", "日期不能晚于今天");
    return ledger::event(id.text, ListingProposed{{who.unit},
                                                  who.region,
                                                  who.authority,
                                                  in,
                                                  std::move(key),
                                                  clause->citation,
                                                  due("key_list_confirm", "key_list.proposed_on", place, with)});
}

Result<ledger::Event> confirm(ConfirmListing const& in, ListingState const& state, ListingGrounds const& with) {
    if (state.stage != ListingStage::proposed) return not_now("这一提议已经确认或者不予列入");
    auto expiry = due("key_list_expiry", "key_list.listed_on", state.place(), with);
    auto const until = in.until ? in.until : expiry ? std::optional(expiry->due) : std::nullopt;
    if (!until) return wrong_field("/until", "required", "条款没有写期限，请写明到哪天为止");
    if (*until < with.today) return wrong_field("/until", "past", "不能早于今天");
    if (in.until && expiry && *in.until > expiry->due)
        return wrong_field("/until", "range", fmt::format("不能晚于 {}", field::to_string(expiry->due)));
    return ledger::event(state.id.text, ListingConfirmed{in.reason, *until, std::move(expiry)});
}

Result<ledger::Event> decline(EndListing const& in, ListingState const& state) {
    if (state.stage != ListingStage::proposed) return not_now("这一提议已经确认或者不予列入");
    return ledger::event(state.id.text, ListingDeclined{in.reason});
}

Result<ledger::Event> object(ObjectToListing const& in, ListingState const& state, ListingGrounds const& with) {
    if (state.stage != ListingStage::listed) return not_now("没有列入，或者已经移出");
    if (state.objection_open) return not_now("前一次异议还没有答复");
    return ledger::event(state.id.text,
                         ListingObjected{in.text, due("key_list_answer", "key_list.objected_on", state.place(), with)});
}

Result<ledger::Event> answer(AnswerObjection const& in, ListingState const& state) {
    if (!state.objection_open) return not_now("没有等待答复的异议");
    return ledger::event(state.id.text, ObjectionAnswered{in.upheld, in.reason});
}

Result<ledger::Event> remove(EndListing const& in, ListingState const& state) {
    if (state.stage != ListingStage::listed) return not_now("没有列入，或者已经移出");
    return ledger::event(state.id.text, ListingRemoved{in.reason});
}

}  // namespace anping::planning
