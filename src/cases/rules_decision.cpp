// SPDX-License-Identifier: Apache-2.0
// The decision: computed again from its facts, held against the ranges, and against the steps that must come before.
#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"
#include "home.hpp"
#include "rules.hpp"
#include "step_order.hpp"

namespace anping::cases {
namespace {

using enum StepKind;
using rulebook::Kind;

Result<void> check_form(MakeDecision const& in, State const& state, Law const& law) {
    if (state.stands()) return not_now("已经有处罚决定");
    if (state.has(closing) || state.has(no_penalty)) return not_now("案件已经结束");
    if (in.on > law.today) return wrong_field("/on", "future", "不能晚于今天");
    if (in.on < state.opened.opened_on) return wrong_field("/on", "order", "不能早于立案");
    if (in.conducts.empty()) return wrong_field("/conducts", "few", "请写明认定的行为");
    if (in.penalties.empty()) return wrong_field("/penalties", "few", "请写明处罚；不予处罚的另行记录");
    for (std::size_t i = 0; i < in.penalties.size(); ++i)
        if (in.penalties[i].count < 1 || in.penalties[i].count > static_cast<std::int64_t>(in.conducts.size()))
            return wrong_field(fmt::format("/penalties/{}/count", i), "count", "没有这一项行为");
    return {};
}

Result<std::vector<Computation>> computed(MakeDecision const& in, State const& state, Law const& law) {
    std::vector<Computation> out;
    for (std::size_t i = 0; i < in.conducts.size(); ++i) {
        auto facts = in.conducts[i];
        facts.decided_on = in.on;
        auto one = compute(facts, law.books, state.place());
        if (!one) {
            auto error = std::move(one.error());
            for (auto& field : error.fields) field.pointer = fmt::format("/conducts/{}{}", i, field.pointer);
            return unexpected<Error>(std::move(error));
        }
        out.push_back(std::move(*one));
    }
    return out;
}

bool mitigates(Computation const& of) {
    return std::ranges::any_of(of.factors, [](Factor const& one) {
        return one.effect.find("减轻") != std::string::npos || one.effect.find("不予") != std::string::npos;
    });
}

Result<void> check_amount(PenaltyGiven const& one, Measure const& measure, Computation const& of,
                          std::string const& at) {
    if (!one.amount) return wrong_field(at + "/amount", "required", "请写明金额");
    if (!measure.least || !measure.most)
        return wrong_field(at + "/amount", "income", "违法所得没有查明，幅度不能确定：" + measure.arithmetic);
    if (*one.amount > *measure.most)
        return wrong_field(
            at + "/amount", "most",
            fmt::format("超过上限 {}（{} {}）", yuan(*measure.most), measure.clause, measure.arithmetic));
    if (*one.amount < *measure.least && !mitigates(of))
        return wrong_field(at + "/amount", "least",
                           fmt::format("低于下限 {}（{} {}）；减轻处罚须有减轻的情节", yuan(*measure.least),
                                       measure.clause, measure.arithmetic));
    return {};
}

// The measure of the law that fits what was chosen: of several ranges the one that holds the amount.
Measure const* fitting(PenaltyGiven const& one, Computation const& of) {
    Measure const* out = nullptr;
    for (auto const& measure : of.measures) {
        if (measure.code != one.code.value || measure.on != one.on.value) continue;
        bool const holds = one.amount && measure.most && measure.least && *one.amount <= *measure.most &&
                           *one.amount >= *measure.least;
        if (out == nullptr || holds) out = &measure;
    }
    return out;
}

Result<void> check_penalties(MakeDecision const& in, std::vector<Computation> const& computed) {
    for (std::size_t i = 0; i < in.penalties.size(); ++i) {
        auto const& one = in.penalties[i];
        auto const at = fmt::format("/penalties/{}", i);
        auto const& of = computed[static_cast<std::size_t>(one.count - 1)];
        auto const* measure = fitting(one, of);
        if (measure == nullptr)
            return wrong_field(at + "/code", "measure", fmt::format("{}：适用的条款没有这种处罚", of.conduct_name));
        if (!of.prices) return wrong_field(at + "/code", "binding", of.why_not);
        if (one.code.value != "fine" && one.code.value != "confiscate") continue;
        if (auto fine = check_amount(one, *measure, of, at); !fine) return fine;
    }
    return {};
}

std::vector<Required> required_of(MakeDecision const& in, State const& state, Law const& law) {
    std::vector<Chosen> chosen;
    for (auto const& one : in.penalties) chosen.push_back({one.code.value, one.on.value, one.amount});
    return required_for(chosen, law.books, state.place(), in.on);
}

struct Missing {
    std::string code;
    std::string text;
    bool binding = false;
    std::optional<rulebook::Citation> clause;
};

std::optional<Missing> hearing_missing(MakeDecision const& in, State const& state, Required const& asked) {
    auto const missing = [&](std::string text) {
        return Missing{"hearing", std::move(text), asked.binding, asked.clause};
    };
    if (!asked.due) return std::nullopt;
    auto const* told = state.last(hearing_notice);
    if (told == nullptr) return missing(asked.why + "，还没有听证告知");
    if (state.has(hearing_requested) && !state.has(hearing_held) && !state.has(hearing_waived))
        return missing("当事人要求听证，还没有举行");
    if (state.has(hearing_requested) || state.has(hearing_waived)) return std::nullopt;
    for (auto const& limit : state.limits)
        if (limit.duty == "hearing_request" && (!limit.due || in.on <= *limit.due))
            return missing(limit.due ? fmt::format("当事人要求听证的期限到 {}，还没有届满", to_string(*limit.due))
                                     : std::string("要求听证的期限因日历未公布不能确定"));
    return std::nullopt;
}

std::vector<Missing> missing_before(MakeDecision const& in, State const& state, std::vector<Required> const& required,
                                    Law const& law) {
    std::vector<Missing> out;
    if (!state.has(notice)) {
        auto const* clause = law.books.find(Kind::procedure, "penalty_notice", state.place(), in.on);
        out.push_back({"notice", "还没有告知当事人拟作出的处罚及其陈述、申辩的权利",
                       clause != nullptr && clause->citation.binding,
                       clause == nullptr ? std::nullopt : std::optional(clause->citation)});
    }
    for (auto const& asked : required) {
        if (asked.what == "hearing") {
            if (auto one = hearing_missing(in, state, asked)) out.push_back(std::move(*one));
            continue;
        }
        auto const kind = asked.what == "legal_review" ? legal_review : discussion;
        if (asked.due && !state.has(kind))
            out.push_back(
                {asked.what, fmt::format("还没有{}（{}）", words(kind), asked.why), asked.binding, asked.clause});
    }
    return out;
}

// A person's name is never in the entry.
std::vector<PenaltyNoted> penalties_of(MakeDecision const& in, Noted const& noted) {
    std::vector<PenaltyNoted> out;
    for (std::size_t i = 0; i < in.penalties.size(); ++i) {
        auto const& one = in.penalties[i];
        PenaltyNoted penalty{one.count, one.code.value, one.on.value, {}, {}, one.amount};
        if (on_person(one)) penalty.person = i < noted.punished.size() ? noted.punished[i] : std::nullopt;
        else penalty.who = one.who.value;
        out.push_back(std::move(penalty));
    }
    return out;
}

// What is found of earlier penalties, and what was answered about each.
void remark_earlier(DecisionMade& out, std::optional<std::int64_t> counted) {
    for (auto const& one : out.conducts)
        if (counted && one.facts.earlier != *counted)
            out.remarks.push_back({"earlier",
                                   fmt::format("{}：认定先前处罚 {} 次；此前的决定中答为不同事实的 {} 件",
                                               one.conduct_name, one.facts.earlier, *counted),
                                   std::nullopt});
}

Events made(MakeDecision const& in, State const& state, Noted noted, Law const& law, bool elsewhere,
            std::vector<Computation> computations, std::vector<Required> required,
            std::vector<Missing> const& missing) {
    DecisionMade out;
    out.number = state.next_number();
    out.on = in.on;
    out.elsewhere = elsewhere;
    out.document = in.number.value;
    out.conducts = std::move(computations);
    out.penalties = penalties_of(in, noted);
    out.required = std::move(required);
    out.reasons = in.reasons.value;
    out.imported = std::move(noted.imported);
    out.officers = std::move(noted.officers);
    out.documents = std::move(noted.documents);
    for (auto const* duty : {"decision_service", "penalty_exposure"})
        if (auto limit = limit_of(duty, "penalty.decided_on", in.on, state.place(), law))
            out.limits.push_back(std::move(*limit));
    out.ends = ends(decision);
    for (auto const& one : missing) out.remarks.push_back({one.code, one.text, one.clause});
    remark_earlier(out, noted.earlier);
    remark_home(in.penalties, noted.homes, state.place(), law, in.on, out.remarks);
    remark_late(out.ends, state, in.on, out.remarks);
    return {ledger::event(state.id.text, out)};
}

}  // namespace

Result<Events> decide(MakeDecision const& in, State const& state, Noted noted, Law const& law) {
    if (state.opened.mode == CaseMode::external) return not_now("本案在执法系统办理，决定在那里作出，在这里登记");
    if (auto fine = check_form(in, state, law); !fine) return unexpected<Error>(std::move(fine.error()));
    auto computations = computed(in, state, law);
    if (!computations) return unexpected<Error>(std::move(computations.error()));
    if (auto fine = check_penalties(in, *computations); !fine) return unexpected<Error>(std::move(fine.error()));
    auto required = required_of(in, state, law);
    auto const missing = missing_before(in, state, required, law);
    for (auto const& one : missing)
        if (one.binding)
            return not_before(one.code, one.clause ? fmt::format("{}（{}）", one.text, one.clause->source) : one.text);
    return made(in, state, std::move(noted), law, false, std::move(*computations), std::move(required), missing);
}

Result<Events> record_decision(MakeDecision const& in, State const& state, Noted noted, Law const& law) {
    if (state.opened.mode != CaseMode::external) return not_now("本案在这里办理，决定由负责人作出");
    if (auto fine = check_form(in, state, law); !fine) return unexpected<Error>(std::move(fine.error()));
    auto computations = computed(in, state, law);
    if (!computations) return unexpected<Error>(std::move(computations.error()));
    std::vector<Missing> outside;
    if (auto fine = check_penalties(in, *computations); !fine && !fine.error().fields.empty())
        outside.push_back({"range", fine.error().fields.front().text, false, std::nullopt});
    return made(in, state, std::move(noted), law, true, std::move(*computations), required_of(in, state, law), outside);
}

}  // namespace anping::cases
