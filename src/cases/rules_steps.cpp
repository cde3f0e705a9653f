// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"
#include "rules.hpp"
#include "step_order.hpp"

namespace anping::cases {
namespace {

using enum StepKind;
using rulebook::Kind;

bool among(StepKind kind, std::initializer_list<StepKind> kinds) {
    return std::ranges::find(kinds, kind) != kinds.end();
}

Result<void> check_day(RecordStep const& in, Law const& law) {
    if (in.on > law.today) return wrong_field("/on", "future", "不能晚于今天：这里记录已经发生的事");
    if (among(in.kind, {police_approved, police_sent}) && !in.at)
        return wrong_field("/at", "required", "移送按小时计算，请写明时刻");
    if (among(in.kind, {hearing_announced, extension}) && !in.until)
        return wrong_field("/until", "required", in.kind == extension ? "请写明延至哪天" : "请写明听证举行的日期");
    if (in.kind == extension && *in.until <= in.on) return wrong_field("/until", "order", "应当延至批准以后");
    if (in.kind == hearing_announced && *in.until <= in.on) return wrong_field("/until", "order", "听证在通知之后举行");
    return {};
}

// Bureaus are not registered: an id says where it is, and the law whether there is such a place.
bool is_bureau(registry::BureauId const& id, field::Regions const& regions) {
    auto const region = registry::region_of(id);
    for (auto const authority : {field::Authority::government, field::Authority::corps})
        if (registry::bureau_of(region, authority) == id) return regions.has_authority(region, authority);
    return false;
}

Result<void> check_referral(RecordStep const& in, State const& state, Law const& law) {
    if (in.kind != referred) return {};
    if (!in.to) return wrong_field("/to", "required", "请写明移送给哪个部门");
    if (!is_bureau(*in.to, law.books.regions())) return wrong_field("/to", "bureau", "没有这个部门");
    if (*in.to == state.opened.bureau) return wrong_field("/to", "own", "不能移送给本部门");
    return {};
}

Result<void> check_content(RecordStep const& in) {
    if (among(in.kind, {payment, surcharge}) && (!in.amount || in.amount->fen == 0))
        return wrong_field("/amount", "required", "请写明金额");
    if (in.kind == instalments && in.instalments.empty())
        return wrong_field("/instalments", "required", "请写明各期的日期和金额");
    return {};
}

Result<void> check_place(RecordStep const& in, State const& state) {
    if (in.kind == decision) return wrong_field("/kind", "decision", "处罚决定单独作出或者登记");
    if (in.kind == closing && state.has(closing)) return not_now("案件已经结案");
    if (in.kind == suspension && state.suspended()) return not_now("已经中止，还没有恢复");
    if (in.kind == resumption && !state.suspended()) return not_now("没有中止，无从恢复");
    return {};
}

void remark_order(StepRecorded& out, State const& state) {
    if (state.has(closing) && out.kind != closing) out.remarks.push_back({"order", "结案以后补记", std::nullopt});
    if (out.on < state.opened.opened_on)
        out.remarks.push_back({"order", fmt::format("早于立案 {}", to_string(state.opened.opened_on)), std::nullopt});
    auto const needed = before(out.kind);
    if (!needed) return;
    auto const then = state.day_of(*needed);
    if (!then) out.remarks.push_back({"order", fmt::format("还没有记录“{}”", words(*needed)), std::nullopt});
    else if (out.on < *then)
        out.remarks.push_back({"order", fmt::format("早于“{}”（{}）", words(*needed), to_string(*then)), std::nullopt});
}

// Whoever investigated does not review.
void remark_reviewer(StepRecorded& out, State const& state) {
    if (out.kind != legal_review && out.kind != hearing_held) return;
    for (auto const& one : out.officers) {
        auto const same = [&](std::vector<OfficerNoted> const& others) {
            return std::ranges::any_of(others, [&](auto const& its) { return its.certificate == one.certificate; });
        };
        auto const* found = state.last(investigation);
        if (!same(state.opened.officers) && (found == nullptr || !same(found->officers))) continue;
        out.remarks.push_back({"reviewer",
                               fmt::format("{}的人员（{}）是本案的调查人员", words(out.kind), one.certificate),
                               std::nullopt});
    }
}

// It has the day of the receipt, and once only.
Result<void> check_paper(Noted const& noted, State const& state) {
    if (!noted.paper) return {};
    for (auto const& step : state.steps)
        if (step.paper && step.paper->document == noted.paper->document &&
            step.paper->delivery == noted.paper->delivery)
            return not_now(fmt::format("这份文书已经登记为步骤“{}”（{}）", words(step.kind), to_string(step.on)));
    return {};
}

void remark_paper(StepRecorded& out) {
    if (!out.paper || !out.paper->delivered_on || *out.paper->delivered_on == out.on) return;
    out.remarks.push_back(
        {"paper", fmt::format("与送达回执的日期（{}）不同", to_string(*out.paper->delivered_on)), std::nullopt});
}

std::int64_t fines_of(State const& state) {
    std::int64_t sum = 0;
    if (!state.stands()) return sum;
    for (auto const& one : state.decision->penalties)
        if (one.code == "fine" && one.amount) sum += one.amount->fen;
    return sum;
}

std::int64_t paid_with(StepRecorded const& out, State const& state) {
    std::int64_t sum = pays_fine(out) ? out.amount->fen : 0;
    for (auto const& step : state.steps)
        if (pays_fine(step) && step.number > state.begun_anew()) sum += step.amount->fen;
    return sum;
}

// A fine that is not paid, and for whose execution nobody asked so far.
bool to_enforce(StepRecorded const& out, State const& state) {
    return paid_with(out, state) < fines_of(state) && !state.has(enforcement_applied);
}

void add(std::vector<Limit>& to, std::optional<Limit> limit) {
    if (limit) to.push_back(std::move(*limit));
}

constexpr std::string_view kInstalment = "fine_instalment.";

std::string instalment_duty(std::int64_t step, std::size_t part) {
    return fmt::format("{}{}.{}", kInstalment, step, part);
}

// Each part that was agreed has its own day.
void limits_of_instalments(StepRecorded& out, State const& state, Law const& law) {
    auto const whole =
        limit_of("fine_payment", "penalty.delivered_on", state.day_of(delivery).value_or(out.on), state.place(), law);
    if (!whole) return;
    for (std::size_t i = 0; i < out.instalments.size(); ++i) {
        auto part = *whole;
        part.duty = instalment_duty(out.number, i + 1);
        part.due = out.instalments[i].due;
        part.count = fmt::format("批准的第 {} 期：{}", i + 1, yuan(out.instalments[i].amount));
        out.limits.push_back(std::move(part));
    }
}

// A payment keeps the parts it covers; what ends the fine, or agrees on other parts, ends them all.
void end_fine(StepRecorded& out, State const& state) {
    if (!among(out.kind, {payment, instalments, enforced, annulment})) return;
    auto const paid = paid_with(out, state);
    bool const whole = out.kind != payment || (pays_fine(out) && fines_of(state) > 0 && paid >= fines_of(state));
    if (out.kind == payment && whole) out.ends = {"fine_payment", "enforcement_request"};
    for (auto const& limit : state.limits)
        if (whole && limit.duty.starts_with(kInstalment)) out.ends.push_back(limit.duty);
    auto const* agreed = state.last(instalments);
    if (whole || agreed == nullptr) return;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < agreed->instalments.size(); ++i) {
        sum += agreed->instalments[i].amount.fen;
        if (sum <= paid) out.ends.push_back(instalment_duty(agreed->number, i + 1));
    }
}

// What the notice of a hearing has to keep from its day.
void announce(StepRecorded& out, State const& state, Law const& law) {
    auto limit = limit_of("hearing_announcement", "hearing.held_on", *out.until, state.place(), law);
    if (!limit) return;
    if (limit->due && out.on > *limit->due)
        out.remarks.push_back(
            {"late", fmt::format("听证会通知晚于 {}（{}）", to_string(*limit->due), limit->count), limit->citation});
    out.limits.push_back(std::move(*limit));
    out.ends.emplace_back("hearing_announcement");
}

// The last remedy there is now; the months of the bureau begin when it is over.
void remedy(StepRecorded& out, State const& state, Law const& law, std::optional<Limit> last) {
    if (last && to_enforce(out, state)) add(out.limits, enforcement_limit(*last, state.place(), law));
    add(out.limits, std::move(last));
}

void limits_after_delivery(StepRecorded& out, State const& state, Law const& law) {
    if (fines_of(state) > 0)
        add(out.limits, limit_of("fine_payment", "penalty.delivered_on", out.on, state.place(), law));
    add(out.limits, limit_of("reconsideration", "decision.known_on", out.on, state.place(), law));
    remedy(out, state, law, limit_of("litigation", "decision.known_on", out.on, state.place(), law));
}

// The clock of the case has stopped; an annulment does not set it going again.
bool over(State const& state) { return state.decision || state.has(no_penalty) || state.has(closing); }

void set_limits(StepRecorded& out, State const& state, Law const& law) {
    switch (out.kind) {
        case extension:  // while it is suspended, the resumption counts from it
            if (!over(state) && !state.suspended()) add(out.limits, extended_limit(state, out, law, {}));
            return;
        case evidence_registered:
            return add(out.limits, limit_of("evidence_handling", "evidence.registered_on", out.on, state.place(), law));
        case resumption:
            if (!over(state)) add(out.limits, case_limit(state, law, out.on));
            return;
        case hearing_notice:
            return add(out.limits, limit_of("hearing_request", "hearing.told_on", out.on, state.place(), law));
        case hearing_announced: return announce(out, state, law);
        case delivery: return limits_after_delivery(out, state, law);
        case review_decided:
            if (state.stands())
                remedy(out, state, law,
                       limit_of("litigation_after_review", "review.received_on", out.on, state.place(), law));
            return;
        case instalments: return limits_of_instalments(out, state, law);
        case judgment:  // an appeal is a suit again, and its judgment sets the day anew
            if (to_enforce(out, state))
                add(out.limits, limit_of("enforcement_request", "remedy.ended_on", out.on, state.place(), law));
            return;
        case demand:
            return add(out.limits, limit_of("enforcement_demand", "demand.delivered_on", out.on, state.place(), law));
        case annulment:
            if (state.has(publication))
                add(out.limits, limit_of("disclosure_withdrawal", "decision.changed_on", out.on, state.place(), law));
            return;
        case police_reported:
            return add(out.limits, limit_of("crime_transfer", "transfer.reported_on", out.on, state.place(), law));
        default: return;
    }
}

// From the approval on by the hour.
void set_hours(StepRecorded& out, State const& state, Law const& law) {
    if (!out.at) return;
    if (out.kind == police_approved) {
        auto limit = hours_limit("crime_transfer_hours", "transfer.approved_at", *out.at, state.place(), law);
        if (!limit) return;
        out.due_at = limit->due_at;
        out.limits.push_back(std::move(*limit));
    }
    auto const* approved = state.last(police_approved);
    if (out.kind != police_sent || approved == nullptr || !approved->due_at || *out.at <= *approved->due_at) return;
    auto const* clause = law.books.find(Kind::procedure, "crime_transfer_hours", state.place(), out.on);
    out.remarks.push_back({"late", fmt::format("移送的期限 {}", moment(*approved->due_at)),
                           clause == nullptr ? std::nullopt : std::optional(clause->citation)});
}

}  // namespace

Result<Events> record_step(RecordStep const& in, State const& state, Noted noted, Law const& law) {
    for (auto const& fine : {check_place(in, state), check_day(in, law), check_content(in),
                             check_referral(in, state, law), check_paper(noted, state)})
        if (!fine) return unexpected<Error>(fine.error());
    StepRecorded out;
    out.number = state.next_number();
    out.kind = in.kind;
    out.on = in.on;
    out.at = in.at;
    out.until = in.until;
    out.amount = in.amount;
    out.pays = in.pays;
    out.instalments = in.instalments;
    std::ranges::stable_sort(out.instalments, {}, &Instalment::due);
    out.to = in.to;
    if (in.external_number) out.external_number = in.external_number->value;
    out.party = noted.by_party;
    out.imported = noted.imported;
    out.text = in.text.value;
    out.officers = noted.officers;
    out.documents = std::move(noted.documents);
    out.paper = std::move(noted.paper);
    out.ends = ends(in.kind);
    end_fine(out, state);
    set_limits(out, state, law);
    set_hours(out, state, law);
    remark_order(out, state);
    remark_reviewer(out, state);
    remark_paper(out);
    if (!noted.by_party && !noted.imported &&
        among(in.kind, {investigation, evidence_registered, proposal, defence, delivery}))
        remark_officers(noted, state.place(), law, in.on, out.remarks);
    remark_late(out.ends, state, in.on, out.remarks);
    return Events{ledger::event(state.id.text, out)};
}

Result<Events> answer_notice(AnswerNotice const& in, State const& state, Noted noted, Law const& law) {
    if (!state.has(in.hearing ? hearing_notice : notice)) return not_now("还没有收到告知");
    if (state.has(decision) || state.has(no_penalty) || state.has(closing))
        return not_now("案件已经决定：不服决定的，可以申请行政复议或者起诉");
    RecordStep step;
    step.kind = in.hearing ? hearing_requested : defence;
    step.on = law.today;
    step.text = {in.text.value};
    return record_step(step, state, std::move(noted), law);
}

}  // namespace anping::cases
