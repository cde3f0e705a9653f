// SPDX-License-Identifier: Apache-2.0
#include "rules_followup.hpp"

#include <fmt/format.h>

#include "errors.hpp"

namespace anping::cases {
namespace {

using enum ListingStep;

bool decides(ListingStep step) {
    return step == listed || step == dropped || step == kept || step == removed || step == restored;
}

bool sets_stage(ListingStep step) { return step == listed || step == dropped || step == removed || step == restored; }

void add(ListingRecorded& out, ListingState const& state, Law const& law, char const* duty, char const* fact) {
    if (auto limit = limit_of(duty, fact, out.on, state.place(), law)) out.limits.push_back(std::move(*limit));
}

void set_limits(ListingRecorded& out, ListingState const& state, Law const& law) {
    if (out.step == listed || out.step == restored)
        for (auto const* duty : {"dishonesty_entry", "dishonesty_publicity", "dishonesty_end", "dishonesty_early"})
            add(out, state, law, duty, "listing.decided_on");
    // What is added to a statement or request that is not answered yet sets no later day.
    if (out.step == defence && state.stage() == told && !state.has(defence))
        add(out, state, law, "dishonesty_hear", "listing.stated_on");
    if (out.step == requested && !state.asks()) add(out, state, law, "dishonesty_request", "listing.requested_on");
    if (out.step == removed)
        for (auto const* duty : {"dishonesty_update", "dishonesty_stop"})
            add(out, state, law, duty, "listing.removed_on");
}

std::vector<std::string> ends(ListingStep step) {
    switch (step) {
        case listed:
        case dropped: return {"dishonesty_answer", "dishonesty_hear"};
        case entered: return {"dishonesty_entry"};
        case publicised: return {"dishonesty_publicity"};
        case kept: return {"dishonesty_request"};
        case removed:
            return {"dishonesty_request", "dishonesty_end", "dishonesty_early", "dishonesty_entry",
                    "dishonesty_publicity"};
        case restored:  // and whoever is listed again is struck off no more
            return {"dishonesty_update", "dishonesty_stop"};
        case updated: return {"dishonesty_update"};
        case stopped: return {"dishonesty_stop"};
        default: return {};
    }
}

std::optional<OpenLimit> limit_in(ListingState const& state, char const* duty) {
    for (auto const& one : state.limits)
        if (one.duty == duty) return one;
    return std::nullopt;
}

// Three years are over, it was asked for, or there is no decision any more that it could rest on.
Result<void> check_removal(field::Date on, ListingState const& state) {
    if (!in_force(state)) return not_now("不在名单上，无从移出");
    auto const end = limit_in(state, "dishonesty_end");
    if (end && end->due && on < *end->due && !state.asks() && !state.annulled)
        return not_now("管理期限未满，提前移出须有申请");
    return {};
}

Result<void> check_place(ListingStep step, field::Date on, ListingState const& state) {
    switch (step) {
        case told: return wrong_field("/step", "told", "列入前告知在立项时已经登记");
        case listed:
        case dropped:
            if (state.stage() != told) return not_now("已经作出列入或者不列入的决定");
            if (step == listed && state.annulled) return not_now("所依据的处罚决定已被撤销或者变更，不能列入");
            return {};
        case removed: return check_removal(on, state);
        case kept:
            if (!state.asks()) return not_now("没有提前移出的申请");
            return {};
        case restored:
            if (state.stage() != removed) return not_now("没有移出过，无从恢复");
            if (state.annulled) return not_now("所依据的处罚决定已被撤销或者变更，不能恢复列入");
            return {};
        case requested:
            if (!in_force(state)) return not_now("不在名单上，无从申请移出");
            return {};
        case entered:
        case publicised:
            if (!in_force(state)) return not_now("没有列入决定，不能录入信用系统、公示");
            return {};
        case updated:
        case stopped:
            if (state.stage() != removed) return not_now("还没有移出");
            return {};
        default: return {};
    }
}

// Received all the same.
void remark_statement(ListingRecorded& out, ListingState const& state, Law const& law) {
    if (state.stage() != told) out.remarks.push_back({"order", "列入决定已经作出，陈述、申辩照样收下", std::nullopt});
    auto const until = limit_in(state, "dishonesty_answer");
    if (!until || !until->due || out.on <= *until->due) return;
    auto const* clause = law.books.find(rulebook::Kind::duty, "dishonesty_answer", state.place(), state.proposed.on);
    out.remarks.push_back(
        {"late",
         fmt::format("{}：{} 前，晚 {} 日提出，照样收下", until->title, to_string(*until->due), out.on - *until->due),
         clause == nullptr ? std::nullopt : std::optional(clause->citation)});
}

void remark(ListingRecorded& out, ListingState const& state, Law const& law) {
    if (out.step == defence) remark_statement(out, state, law);
    auto const early = limit_in(state, "dishonesty_early");
    if (out.step == requested && early && early->due && out.on < *early->due)
        out.remarks.push_back(
            {"order", fmt::format("列入未满可以申请提前移出的期间（{}）", to_string(*early->due)), std::nullopt});
    if (out.step == listed && !state.has(defence))
        out.remarks.push_back({"order", "没有记录当事人的陈述、申辩；未提出的请在说明中写明", std::nullopt});
    for (auto const& limit : state.limits)
        if (limit.owes == "bureau" && limit.due && out.on > *limit.due &&
            std::ranges::find(out.ends, limit.duty) != out.ends.end())
            out.remarks.push_back(
                {"late",
                 fmt::format("{}：期限 {}，逾期 {} 日", limit.title, to_string(*limit.due), out.on - *limit.due),
                 std::nullopt});
}

Result<Events> recorded(RecordListing const& in, ListingState const& state, Noted noted, Law const& law) {
    if (in.on > law.today) return wrong_field("/on", "future", "不能晚于今天");
    if (in.on < state.proposed.on) return wrong_field("/on", "order", "不能早于列入前告知");
    if (auto fine = check_place(in.step, in.on, state); !fine) return unexpected<Error>(std::move(fine.error()));
    ListingRecorded out;
    out.number = static_cast<std::int64_t>(state.steps.size()) + 1;
    out.step = in.step;
    out.on = in.on;
    out.text = in.text.value;
    out.documents = std::move(noted.documents);
    out.ends = ends(in.step);
    set_limits(out, state, law);
    remark(out, state, law);
    return Events{ledger::event(state.id.text, out)};
}

}  // namespace

ListingStep ListingState::stage() const {
    auto out = told;
    for (auto const& one : steps)
        if (sets_stage(one.step)) out = one.step;
    return out;
}

bool ListingState::has(ListingStep step) const {
    bool out = false;
    for (auto const& one : steps) out = one.step == step || (out && !sets_stage(one.step));
    return out;
}

bool ListingState::asks() const {
    bool out = false;
    for (auto const& one : steps) out = one.step == requested || (out && !sets_stage(one.step) && one.step != kept);
    return out;
}

Result<Events> propose_listing(ListingId const& id, ProposeListing const& in, access::Principal const& who,
                               Ground const& ground, std::optional<ledger::Commitment> person, Noted noted,
                               Law const& law) {
    if (in.on > law.today) return wrong_field("/on", "future", "不能晚于今天");
    if (!ground.institution || !ground.effective)
        return not_before("no_decision", "列入严重失信主体名单须以已送达、未撤销的处罚决定为依据");
    rulebook::Place const place{who.region, who.authority};
    auto const* known = law.books.catalogue("dishonesty_situations", place, in.on);
    if (rulebook::catalogue_item(known, in.situation.value) == nullptr)
        return wrong_field("/situation", "situation", "没有这一情形");
    ListingProposed out;
    out.bureau = {who.unit};
    out.region = who.region;
    out.authority = who.authority;
    out.of = in.of;
    out.institution = *ground.institution;
    out.person = std::move(person);
    out.situation = in.situation.value;
    out.on = in.on;
    out.grounds = in.grounds.value;
    out.documents = std::move(noted.documents);
    if (auto until = limit_of("dishonesty_answer", "listing.told_on", in.on, place, law))
        out.limits.emplace().push_back(std::move(*until));
    return Events{ledger::event(id.text, out)};
}

bool in_force(ListingState const& state) {
    auto const stage = state.stage();
    return stage == listed || stage == restored;
}

bool may_answer(ListingState const& state) { return state.stage() == told || in_force(state); }

Result<Events> answer_listing(AnswerListing const& in, ListingState const& state, Noted noted, Law const& law) {
    if (!may_answer(state)) return not_now("已经决定不列入或者移出，没有需要申辩的事项");
    return recorded({defence, law.today, in.text, {}}, state, std::move(noted), law);
}

Result<Events> request_repair(RequestRepair const& in, ListingState const& state, Noted noted, Law const& law) {
    auto const* known = law.books.catalogue("dishonesty_repair", state.place(), law.today);
    for (std::size_t i = 0; known != nullptr && i < noted.documents.size(); ++i)
        if (rulebook::catalogue_item(known, noted.documents[i].kind) == nullptr)
            return wrong_field(fmt::format("/documents/{}/kind", i), "condition", "提前移出没有这一条件");
    return recorded({requested, law.today, in.text, {}}, state, std::move(noted), law);
}

Result<Events> record_listing(RecordListing const& in, ListingState const& state, Noted noted, Law const& law) {
    if (decides(in.step)) return wrong_field("/step", "decides", "列入、移出由负责人决定");
    return recorded(in, state, std::move(noted), law);
}

Result<Events> decide_listing(RecordListing const& in, ListingState const& state, Noted noted, Law const& law) {
    if (!decides(in.step)) return wrong_field("/step", "fact", "这一步由经办人登记");
    return recorded(in, state, std::move(noted), law);
}

std::vector<ListingStep> next_steps(ListingState const& state) {
    std::vector<ListingStep> out;
    auto const add_new = [&](ListingStep step) {
        if (!state.has(step)) out.push_back(step);
    };
    switch (state.stage()) {
        case told:
            add_new(defence);
            if (!state.annulled) out.push_back(listed);
            out.push_back(dropped);
            break;
        case listed:
        case restored:
            add_new(entered);
            add_new(publicised);
            out.push_back(requested);
            if (state.asks()) out.push_back(kept);
            out.push_back(removed);
            break;
        case removed:
            add_new(updated);
            add_new(stopped);
            if (!state.annulled) out.push_back(restored);
            break;
        default: break;
    }
    return out;
}

Result<Events> record_talk(TalkId const& id, RecordTalk const& in, access::Principal const& who, Noted noted,
                           Law const& law) {
    if (in.on > law.today) return wrong_field("/on", "future", "不能晚于今天");
    if (in.institutions.empty()) return wrong_field("/institutions", "few", "至少有一家机构");
    if (in.due && *in.due < in.on) return wrong_field("/due", "order", "期限不能早于当日");
    TalkRecorded out;
    out.bureau = {who.unit};
    out.region = who.region;
    out.authority = who.authority;
    out.kind = in.kind;
    out.title = in.title.value;
    out.institutions = in.institutions;
    out.of = in.of;
    out.basis = in.basis.value;
    out.facts = in.facts.value;
    out.on = in.on;
    if (in.demands) out.demands = in.demands->value;
    out.due = in.due;
    out.officers = std::move(noted.officers);
    out.documents = std::move(noted.documents);
    return Events{ledger::event(id.text, out)};
}

Result<Events> close_talk(TalkId const& id, CloseTalk const& in, bool closed, Law const& law) {
    if (in.on > law.today) return wrong_field("/on", "future", "不能晚于今天");
    if (closed) return not_now("已经办结");
    return Events{ledger::event(id.text, TalkClosed{in.on, in.outcome.value})};
}

}  // namespace anping::cases
