// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"
#include "step_order.hpp"

namespace anping::cases {
namespace {

using rulebook::Kind;

Result<void> check_opening(OpenCase const& in, Law const& law, rulebook::Place const& place) {
    if (in.opened_on > law.today) return wrong_field("/opened_on", "future", "不能晚于今天");
    if (in.acted_on > in.opened_on) return wrong_field("/acted_on", "order", "行为终了不能晚于立案");
    if (in.parties.empty()) return wrong_field("/parties", "few", "至少有一个当事人");
    for (std::size_t i = 0; i < in.parties.size(); ++i)
        if (in.parties[i].kind == PartyKind::unit && in.parties[i].id)
            return wrong_field(fmt::format("/parties/{}/id", i), "unit", "没有登记的单位没有编号，请写名称");
    if (in.sources.empty()) return wrong_field("/sources", "few", "请写明案件来源");
    if (in.conducts.empty()) return wrong_field("/conducts", "few", "至少有一项涉嫌的行为");
    auto const* known = law.books.catalogue("penalty_conducts", place, in.opened_on);
    for (std::size_t i = 0; i < in.conducts.size(); ++i)
        if (rulebook::catalogue_item(known, in.conducts[i].value) == nullptr)
            return wrong_field(fmt::format("/conducts/{}", i), "conduct", "没有这一行为");
    return {};
}

// A conduct so old that it is punished no longer, as far as the books say: by the law of the day the case is opened.
void remark_limitation(State const& state, Law const& law, std::vector<Remark>& to) {
    auto const& opened = state.opened;
    auto const* duty = opened.harm ? "penalty_limitation_harm" : "penalty_limitation";
    auto const until = limit_of(duty, "conduct.ended_on", opened.acted_on, state.place(), law, opened.opened_on);
    if (!until || !until->due || *until->due >= opened.opened_on) return;
    to.push_back({"limitation",
                  fmt::format("违法行为终了 {}，{}：立案时已超过追责时效", to_string(opened.acted_on), until->count),
                  until->citation});
}

template <class T>
std::vector<std::string> texts(std::vector<T> const& of) {
    std::vector<std::string> out;
    out.reserve(of.size());
    for (auto const& one : of) out.push_back(one.value);
    return out;
}

template <class T>
std::optional<std::string> text(std::optional<T> const& of) {
    return of ? std::optional(of->value) : std::nullopt;
}

}  // namespace

void remark_officers(Noted const& noted, rulebook::Place const& place, Law const& law, field::Date on,
                     std::vector<Remark>& to) {
    auto const* clause = law.books.find(Kind::procedure, "two_officers", place, on);
    if (clause == nullptr) return;
    auto const least = clause->body.at("steps").at(0).at("value").as_int64();
    auto const there = noted.officers.size();
    if (static_cast<std::int64_t>(there) < least)
        to.push_back({"officers", fmt::format("记载的执法人员 {} 人，不足 {} 人", there, least), clause->citation});
    if (!noted.may_enforce) return;
    for (auto const& one : noted.officers)
        if (std::ranges::find(*noted.may_enforce, one.certificate) == noted.may_enforce->end())
            to.push_back({"officers", fmt::format("执法证 {} 当日不在本部门执法人员名册的有效证件中", one.certificate),
                          clause->citation});
}

void remark_late(std::vector<std::string> const& ends, State const& state, field::Date on, std::vector<Remark>& to) {
    for (auto const& limit : state.limits) {
        // What runs by the hour is held against its instant, not its day.
        if (limit.owes != "bureau" || !limit.due || limit.due_at || on <= *limit.due) continue;
        if (std::ranges::find(ends, limit.duty) == ends.end()) continue;
        to.push_back({"late",
                      fmt::format("{}：期限 {}，逾期 {} 日", limit.title, to_string(*limit.due), on - *limit.due),
                      std::nullopt});
    }
}

Result<Events> set_mode(SetMode const& in, registry::BureauId const& bureau) {
    if (in.mode == CaseMode::external && !in.system) return wrong_field("/system", "required", "请写明执法系统的名称");
    return Events{ledger::event(bureau.text, ModeSet{in.mode, text(in.system)})};
}

Result<Events> open_case(CaseId const& id, OpenCase const& in, access::Principal const& who, Mode const& mode,
                         Noted noted, Law const& law) {
    if (auto fine = check_opening(in, law, {who.region, who.authority}); !fine)
        return unexpected<Error>(std::move(fine.error()));
    State state{id, {}};
    auto& out = state.opened;
    out.bureau = {who.unit};
    out.region = who.region;
    out.authority = who.authority;
    out.mode = mode.mode;
    out.system = mode.system;
    out.external_number = text(in.external_number);
    out.title = in.title.value;
    out.opened_on = in.opened_on;
    out.acted_on = in.acted_on;
    out.harm = in.harm;
    out.conducts = texts(in.conducts);
    out.parties = std::move(noted.parties);
    out.sources = in.sources;
    out.projects = texts(in.projects);
    out.summary = in.summary.value;
    remark_officers(noted, state.place(), law, out.opened_on, out.remarks);
    out.officers = std::move(noted.officers);
    out.documents = std::move(noted.documents);
    if (auto limit = case_limit(state, law, {})) out.limits.push_back(std::move(*limit));
    remark_limitation(state, law, out.remarks);
    return Events{ledger::event(id.text, out)};
}

Result<Events> judge_earlier(JudgeEarlier const& in, State const& state, std::vector<EarlierDecision> const& known) {
    if (std::ranges::find(known, in.earlier, &EarlierDecision::id) == known.end())
        return wrong_field("/earlier", "earlier", "不是本案之前、规定期间内对这家机构的已送达的处罚决定");
    return Events{ledger::event(state.id.text, EarlierJudged{in.earlier, in.different, in.reason.value})};
}

std::int64_t of_other_facts(std::vector<EarlierDecision> const& known) {
    return std::ranges::count_if(known, [](EarlierDecision const& one) { return one.different.value_or(false); });
}

Result<Events> handle_reliance(HandleReliance const& in, State const& state, Law const& law) {
    if (in.on > law.today) return wrong_field("/on", "future", "不能晚于今天");
    return Events{ledger::event(state.id.text, RelianceHandled{in.application.value, in.on, in.outcome.value})};
}

}  // namespace anping::cases
