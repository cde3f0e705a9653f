// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"

namespace anping::circulation {
namespace {

constexpr std::size_t kMatters = 100, kRecipients = 30;
constexpr std::int64_t kLongest = 250;  // working days: a year

SlipId slip_id(std::int64_t seq) { return {fmt::format("LZ-{:08}", seq)}; }

struct Open {
    Line const* line = nullptr;
    ActedFor acted_for;
};

// The line that is answered: the one named, else one's own before those one stands in for.
Result<Open> open_line(State const& state, Hand const& hand, std::optional<std::int64_t> number) {
    Open out;
    for (auto const& line : state.lines) {
        if (!line.open || (number && line.number != *number)) continue;
        auto const whose = does(hand, line.asked);
        if (!whose || (out.line != nullptr && *whose)) continue;
        out = {&line, *whose};
        if (!out.acted_for) break;
    }
    if (out.line == nullptr) return not_asked_of_you();
    return out;
}

Result<void> check_whom(SendSlip const& in, Hand const& hand) {
    if (in.to.empty()) return wrong_field("/to", "required", "请选择交给谁");
    if (in.to.size() > kRecipients) return wrong_field("/to", "max_items", "一次至多交给 30 个");
    if (in.kind == SlipKind::transfer && in.to.size() > 1)
        return wrong_field("/to", "max_items", "转办只能交给一个人或者一个部门；请几个人提意见用会签");
    for (std::size_t i = 0; i < in.to.size(); ++i) {
        auto const pointer = fmt::format("/to/{}", i);
        if (in.to[i].officer == hand.who.account) return wrong_field(pointer, "self", "不能交给自己");
        if (std::count(in.to.begin(), in.to.end(), in.to[i]) > 1) return wrong_field(pointer, "twice", "选择了两次");
        bool const own = in.to[i].bureau.text == hand.who.unit;
        if (own && !in.to[i].officer) return wrong_field(pointer, "officer", "本部门的，请选择由谁办");
        if (!own && in.to[i].officer) return wrong_field(pointer, "officer", "其他部门由谁办，由该部门安排");
    }
    return {};
}

Result<void> check_what(SendSlip const& in) {
    if (in.kind == SlipKind::returned) return wrong_field("/kind", "choice", "退回请在流转单上办理");
    if (in.matters.empty()) return wrong_field("/matters", "required", "请选择事项");
    if (in.matters.size() > kMatters) return wrong_field("/matters", "max_items", "一次至多 100 件");
    for (std::size_t i = 0; i < in.matters.size(); ++i)
        if (std::count(in.matters.begin(), in.matters.end(), in.matters[i]) > 1)
            return wrong_field(fmt::format("/matters/{}", i), "twice", "选择了两次");
    if (in.kind != SlipKind::transfer && !in.text) return wrong_field("/text", "required", "请写明要办什么");
    return {};
}

struct Day {
    std::optional<field::Date> due;
    std::optional<std::string> count;
};

Result<Day> day_of(SendSlip const& in, access::Principal const& who, Circumstances const& with) {
    if (in.due && in.within) return wrong_field("/within", "one", "期限写日期或者工作日数，写一个");
    if (in.due && *in.due < with.today) return wrong_field("/due", "past", "期限不能早于今天");
    if (!in.within) return Day{in.due, std::nullopt};
    if (*in.within < 1 || *in.within > kLongest) return wrong_field("/within", "range", "工作日数为 1 至 250");
    auto const& calendar = with.law.calendar({who.region, who.authority});
    auto const due = calendar.add_working_days(with.today, static_cast<int>(*in.within));
    if (!due) return wrong_field("/within", "calendar", "这段时间的工作日历还没有公布，请直接填写日期");
    return Day{*due, fmt::format("{} 起第 {} 个工作日", field::to_string(with.today), *in.within)};
}

bool fits(SlipKind kind, Outcome outcome) noexcept {
    if (outcome == Outcome::passed_on) return false;  // by passing it on
    if (kind == SlipKind::cosign)
        return outcome == Outcome::agreed || outcome == Outcome::opinion || outcome == Outcome::returned;
    if (kind == SlipKind::returned) return outcome == Outcome::finished;
    return outcome == Outcome::finished || outcome == Outcome::returned;
}

}  // namespace

std::optional<ActedFor> does(Hand const& hand, Recipient const& asked) {
    if (!asked.officer) {
        if (asked.bureau.text != hand.who.unit || !takes_for_the_bureau(hand.who.role)) return std::nullopt;
        return ActedFor{};
    }
    if (*asked.officer == hand.who.account) return ActedFor{};
    if (std::ranges::find(hand.stands_in_for, *asked.officer) != hand.stands_in_for.end()) return asked.officer;
    return std::nullopt;
}

Result<Events> send(SendSlip const& in, Hand const& hand, std::optional<State> const& before,
                    Circumstances const& with) {
    if (auto whom = check_whom(in, hand); !whom) return unexpected<Error>(std::move(whom.error()));
    if (auto what = check_what(in); !what) return unexpected<Error>(std::move(what.error()));
    auto const day = day_of(in, hand.who, with);
    if (!day) return unexpected<Error>(day.error());
    Open passed;
    if (in.follows) {
        bool const same = before && in.matters.size() == 1 && in.matters.front() == before->matter;
        if (!same || in.kind != SlipKind::transfer || before->kind == SlipKind::cosign)
            return wrong_field("/follows", "slip", "只有转办、批示、退回的事项可以接着转办");
        auto const open = open_line(*before, hand, std::nullopt);
        if (!open) return unexpected<Error>(open.error());
        passed = *open;
    }
    Events out;
    for (auto const& matter : in.matters) {
        SlipSent event{in.kind,    matter,     {{hand.who.unit}, hand.who.account},
                       in.to,      in.text,    day->due,
                       day->count, in.follows, passed.acted_for};
        auto const seq = with.next_seq + static_cast<std::int64_t>(out.size());
        out.push_back(ledger::event(slip_id(seq).text, event));
    }
    if (passed.line != nullptr) {
        SlipAnswered const on{passed.line->number, Outcome::passed_on, std::nullopt, passed.acted_for};
        out.push_back(ledger::event(before->id.text, on));
    }
    return out;
}

Result<Events> receive(ReceiveSlip const& in, State const& state, Hand const& hand) {
    auto const open = open_line(state, hand, in.number);
    if (!open) return unexpected<Error>(open.error());
    if (open->line->received) return not_asked_of_you();
    return Events{ledger::event(state.id.text, SlipReceived{open->line->number, open->acted_for})};
}

Result<Events> answer(AnswerSlip const& in, State const& state, Hand const& hand, Circumstances const& with) {
    auto const open = open_line(state, hand, in.number);
    if (!open) return unexpected<Error>(open.error());
    if (!fits(state.kind, in.outcome)) return wrong_field("/outcome", "choice", "这种流转单不能这样答复");
    if (in.outcome != Outcome::agreed && !in.text) return wrong_field("/text", "required", "请写明意见、结果或者理由");
    SlipAnswered const said{open->line->number, in.outcome, in.text, open->acted_for};
    Events out{ledger::event(state.id.text, said)};
    if (in.outcome != Outcome::returned) return out;
    SlipSent back;
    back.kind = SlipKind::returned;
    back.matter = state.matter;
    back.from = {{hand.who.unit}, hand.who.account};
    back.to = {{state.from.bureau, state.sent_for ? state.sent_for : state.from.officer}};
    back.text = in.text;
    back.follows = state.id;
    back.acted_for = open->acted_for;
    out.push_back(ledger::event(slip_id(with.next_seq + 1).text, back));
    return out;
}

}  // namespace anping::circulation
