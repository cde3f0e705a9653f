// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "errors.hpp"
#include "rules_draw_strata.hpp"
#include "rules_draws.hpp"

namespace anping::planning {
namespace {

// What was asked of institutions of the list, by their ids; an error names the field that is of nobody listed.
template <class T>
Result<std::map<std::string, T const*>> of_listed(std::vector<T> const& asked, std::set<std::string> const& listed,
                                                  char const* name) {
    std::map<std::string, T const*> out;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        auto const field = fmt::format("/{}/{}/institution", name, i);
        auto const& id = asked[i].institution.text;
        if (!listed.contains(id)) return wrong_field(field, "listed", "这家机构不在抽取范围内");
        if (!out.emplace(id, &asked[i]).second) return wrong_field(field, "twice", "同一家机构写了两次");
    }
    return out;
}

Result<void> check_form(PlanDraw const& in, Grounds const& with) {
    if (in.take < 1 || in.take > kMostDrawn)
        return wrong_field("/take", "range", fmt::format("抽取数量应在 1 到 {} 之间", kMostDrawn));
    if (in.reserve < 0 || in.reserve > kMostDrawn)
        return wrong_field("/reserve", "range", fmt::format("递补数量应在 0 到 {} 之间", kMostDrawn));
    if (in.scope == DrawScope::served && !in.since) return wrong_field("/since", "required", "请写明从哪天起");
    if (in.since && *in.since > with.today) return wrong_field("/since", "future", "不能晚于今天");
    if (in.form == DrawForm::everyday && !with.announced) return no_seed();
    if (in.form == DrawForm::ceremony && in.participants.size() < kLeastParticipants)
        return wrong_field("/participants", "few", fmt::format("公开抽取至少有 {} 方参加", kLeastParticipants));
    if (in.form == DrawForm::everyday && (!in.participants.empty() || in.source))
        return wrong_field("/participants", "everyday", "日常抽取没有承诺和公开号码，由第二人点击完成");
    for (std::size_t i = 0; i < in.weights.size(); ++i)
        if (in.weights[i].weight < 1 || in.weights[i].weight > draw::kMostWeight)
            return wrong_field(fmt::format("/weights/{}/weight", i), "range",
                               fmt::format("签数应在 1 到 {} 之间", draw::kMostWeight));
    std::set<std::string> names;
    for (std::size_t i = 0; i < in.participants.size(); ++i)
        if (!names.insert(in.participants[i].value).second)
            return wrong_field(fmt::format("/participants/{}", i), "twice", "同一方写了两次");
    return {};
}

StratumSizes sizes_of(draw::Plan const& plan) {
    StratumSizes out;
    for (auto const& one : plan.candidates) ++out[one.stratum.value];
    return out;
}

Result<draw::Plan> list_of(PlanDraw const& in, Grounds const& with) {
    std::set<std::string> listed;
    for (auto const& one : with.listed) listed.insert(one.institution.text);
    auto const out = of_listed(in.left_out, listed, "left_out");
    if (!out) return unexpected<Error>(out.error());
    auto const weights = of_listed(in.weights, listed, "weights");
    if (!weights) return unexpected<Error>(weights.error());
    if (in.split)
        if (auto const placed = of_listed<PlacedIn>(in.split->placed, listed, "split/placed"); !placed)
            return unexpected<Error>(placed.error());
    draw::Plan plan;
    plan.draw = {with.id.text};
    plan.title = {in.title.value};
    plan.source = in.source ? in.source->value : "";
    for (auto const& one : with.listed) {
        auto const& id = one.institution.text;
        if (auto const found = out->find(id); found != out->end()) {
            plan.left_out.push_back({{id}, {one.name}, found->second->reason});
            continue;
        }
        auto const weight = weights->find(id);
        plan.candidates.push_back({{id},
                                   {one.name},
                                   {in.split ? one.stratum : kWhole},
                                   weight == weights->end() ? one.tickets : weight->second->weight});
    }
    auto strata = strata_of(in, sizes_of(plan));
    if (!strata) return unexpected<Error>(std::move(strata.error()));
    plan.strata = std::move(*strata);
    auto pools = pools_of(in, with);
    if (!pools) return unexpected<Error>(std::move(pools.error()));
    plan.pools = std::move(*pools);
    if (auto fine = draw::check(plan); !fine) return unexpected<Error>(std::move(fine.error()));
    return draw::in_order(std::move(plan));
}

std::optional<std::vector<TicketsSuggested>> suggested_in(std::vector<Listed> const& listed) {
    std::vector<TicketsSuggested> out;
    for (auto const& one : listed)
        if (one.tickets > 1) out.push_back({one.institution, one.tickets, one.why, one.clause});
    if (out.empty()) return std::nullopt;
    return out;
}

}  // namespace

Result<Events> plan(PlanDraw const& in, Grounds const& with) {
    if (auto fine = check_form(in, with); !fine) return unexpected<Error>(std::move(fine.error()));
    auto list = list_of(in, with);
    if (!list) return unexpected<Error>(std::move(list.error()));
    DrawPlanned event;
    event.bureau = {with.who.unit};
    event.region = with.who.region;
    event.authority = with.who.authority;
    event.basis = in.basis;
    event.form = in.form;
    event.scope = in.scope;
    event.since = in.since;
    event.weights = in.weights;
    event.suggested = suggested_in(with.listed);
    if (in.split) event.split = SplitFrom{in.split->by, in.split->column, in.split->source};
    event.plan = std::move(*list);
    event.plan_digest = crypto::to_hex(draw::digest(event.plan));
    event.participants = in.participants;
    if (in.form == DrawForm::everyday) event.announced = with.announced;
    return Events{ledger::event(with.id.text, event)};
}

}  // namespace anping::planning
