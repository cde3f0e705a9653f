// SPDX-License-Identifier: Apache-2.0
#include "rules_typical.hpp"

#include <algorithm>

#include "errors.hpp"

namespace anping::cases {
namespace {

// A name of one character is a word like any other.
constexpr std::size_t kTwoCharacters = 6;

bool names_somebody(std::string const& words, std::vector<std::string> const& persons) {
    return std::ranges::any_of(persons, [&](std::string const& name) {
        return name.size() >= kTwoCharacters && words.find(name) != std::string::npos;
    });
}

Result<void> check_ground(TypicalKind kind, TypicalGround const& ground) {
    if (!ground.published || ground.annulled)
        return not_before("not_published", "处罚决定已经公示、没有撤销或者变更的案件，才能写成公开的案例");
    if (kind == TypicalKind::typical && ground.stage != CaseStage::closed)
        return not_before("not_closed", "典型案例须出自已经结案的案件");
    return {};
}

// Whoever was punished, officers and other persons of the file: the public reads no name.
Result<void> check_names(DraftTypical const& in, std::vector<std::string> const& persons) {
    auto const fail_at = [](char const* pointer) {
        return wrong_field(pointer, "name", "写有案卷里个人的姓名；公开的文本不写个人姓名，请改用“某某”");
    };
    if (names_somebody(in.title.value, persons)) return fail_at("/title");
    if (names_somebody(in.facts.value, persons)) return fail_at("/facts");
    if (names_somebody(in.clause.value, persons)) return fail_at("/clause");
    if (names_somebody(in.lesson.value, persons)) return fail_at("/lesson");
    return {};
}

}  // namespace

Result<Events> draft_typical(TypicalId const& id, DraftTypical const& in, CaseId const& of,
                             access::Principal const& who, TypicalGround const& ground) {
    if (auto fine = check_ground(in.kind, ground); !fine) return unexpected<Error>(std::move(fine.error()));
    auto const topic = std::ranges::find(ground.conducts, in.topic.value, [](auto const& one) { return one.first; });
    if (topic == ground.conducts.end()) return wrong_field("/topic", "conduct", "不是这个决定认定的行为");
    if (auto fine = check_names(in, ground.persons); !fine) return unexpected<Error>(std::move(fine.error()));
    TypicalDrafted out;
    out.bureau = {who.unit};
    out.region = who.region;
    out.authority = who.authority;
    out.of = of;
    out.kind = in.kind;
    out.topic = topic->first;
    out.topic_name = topic->second;
    out.title = in.title.value;
    out.facts = in.facts.value;
    out.clause = in.clause.value;
    out.lesson = in.lesson.value;
    return Events{ledger::event(id.text, out)};
}

Result<Events> decide_typical(DecideTypical const& in, TypicalState const& state, field::Date today) {
    if (state.stage != TypicalStage::drafted) return not_now("已经作出发布或者不发布的决定");
    if (in.approved && state.annulled) return not_now("所依据的处罚决定已被撤销或者变更，不能发布");
    return Events{ledger::event(state.id.text, TypicalDecided{in.approved, in.reason.value, today})};
}

Result<Events> withdraw_typical(WithdrawTypical const& in, TypicalState const& state) {
    if (state.stage != TypicalStage::published) return not_now("没有发布，或者已经撤回");
    return Events{ledger::event(state.id.text, TypicalWithdrawn{in.reason.value})};
}

}  // namespace anping::cases
