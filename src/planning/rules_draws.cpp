// SPDX-License-Identifier: Apache-2.0
#include "rules_draws.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"

namespace anping::planning {
namespace {

bool is_over(State const& state) { return state.stage == DrawStage::held || state.stage == DrawStage::voided; }

bool is_hex(std::string const& text) { return crypto::digest_from_hex(text).has_value(); }

// The place of a participant's share; null where there is no such participant.
Share const* share_of(State const& state, std::int64_t participant) {
    bool const known = participant >= 1 && participant <= static_cast<std::int64_t>(state.shares.size());
    return known ? &state.shares[static_cast<std::size_t>(participant - 1)] : nullptr;
}

std::vector<draw::Participant> participants(State const& state) {
    std::vector<draw::Participant> out;
    out.reserve(state.shares.size());
    for (std::size_t i = 0; i < state.shares.size(); ++i)
        if (auto const& one = state.shares[i]; one.commitment)
            out.push_back({{state.plan.participants[i].value}, *one.commitment, one.share, {}});
    return out;
}

ledger::Event held(State const& state, draw::Inputs inputs) {
    auto const seed = draw::seed(state.plan.plan, inputs);
    return ledger::event(state.id.text,
                         DrawHeld{std::move(inputs), crypto::to_hex(seed), draw::outcome(state.plan.plan, seed)});
}

bool all_revealed(State const& state) {
    return std::ranges::all_of(state.shares, [](Share const& one) { return !one.commitment || one.share; });
}

// The everyday form: what was announced, and the share of whoever clicks.
Result<Events> hold_everyday(HoldDraw const& in, State const& state, access::Principal const& who,
                             std::string const& secret, Head const& head) {
    if (who.account.text == state.planned_by) return not_now("制定名单的人不能自己抽取，由本部门另一人点击完成");
    if (!in.share || !is_hex(in.share->value))
        return wrong_field("/share", "hex", "应为 64 位小写十六进制，由浏览器生成");
    // A draw is final: one that nobody can compute again must not be held at all.
    if (!state.plan.announced || draw::announcement(secret) != *state.plan.announced) return lost_secret();
    auto const& id = state.id.text;
    std::string const seed_keeper = "事先公布的种子";
    // The account, not the name: a name is a personal value, and an entry is for ever.
    auto const second = "抽取人 " + who.account.text;
    draw::Inputs inputs{head.leaf, {}, {}};
    inputs.participants = {{{seed_keeper}, draw::commitment(id, seed_keeper, secret), secret, state.plan.announced},
                           {{second}, draw::commitment(id, second, in.share->value), in.share->value, {}}};
    return Events{held(state, std::move(inputs))};
}

}  // namespace

Result<Events> commit(CommitShare const& in, State const& state) {
    if (is_over(state)) return over();
    auto const* share = share_of(state, in.participant);
    if (share == nullptr) return wrong_field("/participant", "participant", "没有这一方");
    if (state.stage != DrawStage::planned) return not_now("已经开始揭示，不能再承诺");
    if (share->commitment) return not_now("这一方已经承诺，不能更改");
    if (!is_hex(in.commitment.value)) return wrong_field("/commitment", "hex", "应为 64 位小写十六进制");
    return Events{ledger::event(state.id.text, ShareCommitted{in.participant, in.commitment.value})};
}

Result<Events> begin_revealing(State const& state, Head const& head) {
    if (is_over(state)) return over();
    if (state.plan.form != DrawForm::ceremony || state.stage != DrawStage::planned)
        return not_now("现在不是开始揭示的时候");
    auto const committed =
        std::ranges::count_if(state.shares, [](Share const& one) { return one.commitment.has_value(); });
    if (static_cast<std::size_t>(committed) < kLeastParticipants)
        return not_now(fmt::format("至少 {} 方承诺以后才能揭示，现有 {} 方", kLeastParticipants, committed));
    return Events{ledger::event(state.id.text, RevealingBegun{head.leaf, head.size})};
}

Result<Events> reveal(RevealShare const& in, State const& state) {
    if (is_over(state)) return over();
    auto const* share = share_of(state, in.participant);
    if (share == nullptr || !share->commitment) return wrong_field("/participant", "participant", "这一方没有承诺过");
    if (state.stage != DrawStage::revealing) return not_now("现在不是揭示的时候");
    if (share->share) return not_now("这一方已经揭示");
    auto const& by = state.plan.participants[static_cast<std::size_t>(in.participant - 1)].value;
    if (draw::commitment(state.id.text, by, in.share.value) != *share->commitment)
        return wrong_field("/share", "commitment", "与事先的承诺不符");
    return Events{ledger::event(state.id.text, ShareRevealed{in.participant, in.share.value})};
}

Result<Events> enter_number(EnterNumber const& in, State const& state, std::string const& account) {
    if (is_over(state)) return over();
    if (state.plan.plan.source.empty()) return not_now("这次抽取不用公开号码");
    bool const may = state.stage == DrawStage::revealing || state.stage == DrawStage::numbered;
    if (!may || std::ranges::none_of(state.shares, [](Share const& one) { return one.share.has_value(); }))
        return not_now("揭示以后才能录入公开号码");
    Events out{ledger::event(state.id.text, NumberEntered{in.number.value})};
    bool const agreed = std::ranges::any_of(
        state.numbers, [&](Entered const& one) { return one.account != account && one.number == in.number.value; });
    if (agreed) out.push_back(held(state, {state.revealing->head, participants(state), in.number.value}));
    return out;
}

Result<Events> hold(HoldDraw const& in, State const& state, access::Principal const& who, std::string const& secret,
                    Head const& head) {
    if (is_over(state)) return over();
    if (state.plan.form == DrawForm::everyday) return hold_everyday(in, state, who, secret, head);
    if (!state.plan.plan.source.empty()) return not_now("等待公开号码：由两人分别录入，一致即抽取");
    if (state.stage != DrawStage::revealing || !all_revealed(state))
        return not_now("不用公开号码时，每一方都要揭示；有人不揭示，只能作废，另立方案");
    return Events{held(state, {state.revealing->head, participants(state), {}})};
}

Result<Events> publish(State const& state) {
    if (state.stage != DrawStage::held) return not_held();
    if (state.published) return not_now("结果已经公布");
    return Events{ledger::event(state.id.text, DrawPublished{})};
}

Result<Events> give_up(VoidDraw const& in, State const& state) {
    if (is_over(state)) return over();
    return Events{ledger::event(state.id.text, DrawVoided{in.reason})};
}

}  // namespace anping::planning
