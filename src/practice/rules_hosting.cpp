// SPDX-License-Identifier: Apache-2.0
#include "rules_hosting.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"

namespace anping::practice {
namespace {

std::optional<std::int64_t> number_of(rulebook::Clause const* clause, std::string_view code) {
    auto const* steps = clause == nullptr ? nullptr : clause->body.if_contains("steps");
    if (steps == nullptr || !steps->is_array()) return std::nullopt;
    for (auto const& step : steps->get_array())
        if (step.at("code").as_string() == code)
            if (auto const* value = step.get_object().if_contains("value")) return value->to_number<std::int64_t>();
    return std::nullopt;
}

field::Date last_day(HostingState const& one) { return one.ended_on.value_or(one.declared.until); }

}  // namespace

Result<std::vector<ledger::Event>> declare_hosting(DeclareHosting const& in, Declaring const& with) {
    if (!with.enterprise) return wrong_field("/enterprise", "enterprise", "没有登记这家企业");
    if (in.until < in.from) return wrong_field("/until", "order", "托管的最后一天不能早于第一天");
    bool const twice = std::ranges::any_of(
        with.own, [&](HostingState const& one) { return one.declared.from <= in.until && in.from <= last_day(one); });
    if (twice) return hosted_already();
    HostingDeclared const event{
        with.institution, in.enterprise, with.enterprise->region, with.enterprise->authority, in.kind,
        in.from,          in.until};
    return std::vector{ledger::event(fmt::format("TG-{:08}", with.next_seq), event)};
}

Result<std::vector<ledger::Event>> record_hosting_visit(RecordHostingVisit const& in, HostingState const& state,
                                                        Expert expert, Exhibit record, field::Date today) {
    if (expert == Expert::unknown) return wrong_field("/expert", "expert", "专家库里没有这位专家");
    if (in.on > today) return wrong_field("/on", "future", "检查的日期不能晚于今天");
    if (in.on < state.declared.from || in.on > last_day(state))
        return wrong_field("/on", "range", "检查的日期不在托管期内");
    if (in.delivered_on < in.on) return wrong_field("/delivered_on", "order", "交付不能早于检查");
    if (in.delivered_on > today) return wrong_field("/delivered_on", "future", "交付的日期不能晚于今天");
    HostingVisited const event{in.expert, in.on, std::move(record), in.delivered_on};
    return std::vector{ledger::event(state.id.text, event)};
}

Result<std::vector<ledger::Event>> end_hosting(EndHosting const& in, HostingState const& state, field::Date today) {
    if (state.ended_on) return hosting_over();
    if (in.on < state.declared.from || in.on > state.declared.until)
        return wrong_field("/on", "range", "结束的日期不在托管期内");
    if (in.on > today) return wrong_field("/on", "future", "结束的日期不能晚于今天");
    return std::vector{ledger::event(state.id.text, HostingEnded{in.on, in.reason})};
}

std::optional<std::int64_t> visits_asked(rulebook::Clause const* clause, HostedKind kind) {
    return number_of(clause, boost::describe::enum_to_string(kind, ""));
}

std::optional<Lacking> lacking(HostingSummary const& row, rulebook::Clause const* clause, field::Date today) {
    auto const ahead = number_of(clause, "remind");
    if (!row.required || row.met || !ahead) return std::nullopt;
    auto const by = std::min(field::Date::of(today.year(), 12, 31).value(), row.until);
    if (row.ended_on || row.from > today || today > by || today < by - static_cast<int>(*ahead)) return std::nullopt;
    return Lacking{*row.required - row.visits, by};
}

}  // namespace anping::practice
