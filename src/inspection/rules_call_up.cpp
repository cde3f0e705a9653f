// SPDX-License-Identifier: Apache-2.0
#include "rules_call_up.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"

namespace anping::inspection {
namespace {

constexpr std::size_t kFewest = 2;
constexpr std::size_t kMost = 10;

char const* word_of(Fault fault) {
    switch (fault) {
        case Fault::untrue: return "失实";
        case Fault::falsified: return "虚假";
        case Fault::hazard: return "重大危险未评";
        case Fault::other: return "其他违规";
    }
    return "";
}

std::vector<KnownReviewer const*> active(CallUpKnown const& state) {
    std::vector<KnownReviewer const*> out;
    for (auto const& one : state.reviewers)
        if (!one.relieved) out.push_back(&one);
    return out;
}

KnownReviewer const* find(CallUpKnown const& state, std::int64_t number) {
    auto const found = std::ranges::find(state.reviewers, number, &KnownReviewer::number);
    return found == state.reviewers.end() || found->relieved ? nullptr : &*found;
}

// Bound to who made the report: such an expert reviews nothing of theirs (ZZ-13).
std::string recusal(Candidate const& one, Concerned const& by) {
    auto const& before = one.expert->employers_before;
    if (one.expert->employer == by.institution) return "任职于该机构";
    if (std::ranges::find(before, by.institution) != before.end()) return "曾任职于该机构";
    auto const& interests = one.expert->interests;
    if (std::ranges::find(interests, by.institution) != interests.end()) return "持有该机构股份或与其有业务往来";
    return one.on_team ? "参加过这个项目的项目组" : "";
}

std::vector<Doubt> doubts_about(Candidate const& one, Concerned const& by) {
    std::vector<Doubt> out;
    if (one.of_intermediary) out.push_back(Doubt::intermediary);
    if (one.expert->employer == by.enterprise) out.push_back(Doubt::enterprise);
    if (one.reviewed_before) out.push_back(Doubt::reviewed_before);
    if (one.account->who.display_name != one.expert->name) out.push_back(Doubt::other_name);
    return out;
}

Result<void> may_sit(Candidate const& one, CallUpKnown const& state, std::string const& at, Concerned const& by) {
    if (!one.expert) return wrong_field(at + "/expert", "expert", "专家库里没有这位专家，或已退出");
    if (!one.account || one.account->disabled || one.account->who.role != access::Role::expert)
        return wrong_field(at + "/account", "account", "不是可以使用的专家账号");
    for (auto const* seated : active(state)) {
        if (seated->seat.expert == one.seat.expert)
            return wrong_field(at + "/expert", "taken", "这位专家已经在评审这份报告");
        if (seated->seat.account == one.seat.account)
            return wrong_field(at + "/account", "taken", "这个账号已经在评审这份报告");
    }
    if (auto const why = recusal(one, by); !why.empty())
        return wrong_field(at + "/expert", "recusal", fmt::format("应当回避：{}", why));
    return {};
}

Result<void> each_once(std::vector<FaultAnswer> const& answers) {
    for (auto const fault : kFaults)
        if (std::ranges::count(answers, fault, &FaultAnswer::fault) != 1)
            return wrong_field("/answers", "kinds", "失实、虚假、重大危险未评、其他违规，逐项各写一条意见");
    if (answers.size() != std::size(kFaults)) return wrong_field("/answers", "kinds", "只写这四项");
    return {};
}

bool is_among(std::vector<Fault> const& found, Fault fault) { return std::ranges::find(found, fault) != found.end(); }

Verdict last_of(KnownReviewer const& reviewer, Fault fault) {
    auto const& answers = reviewer.opinions.back().answers;
    return std::ranges::find(answers, fault, &FaultAnswer::fault)->verdict;
}

// Where the conclusion is the opposite of what reviewers said last, relieved ones among them unless they were bound;
// not to be able to tell is no opposite.
CallUpConcluded compared(ConcludeCallUp const& in, CallUpKnown const& state) {
    CallUpConcluded out{in, {}, {}};
    std::vector<KnownReviewer const*> reviewers;
    for (auto const& one : state.reviewers)
        if (one.counts()) reviewers.push_back(&one);
    for (auto const fault : kFaults) {
        auto const opposite = is_among(in.found, fault) ? Verdict::no : Verdict::yes;
        Difference one{fault, {}};
        for (auto const* reviewer : reviewers)
            if (last_of(*reviewer, fault) == opposite) one.reviewers.push_back(reviewer->number);
        if (one.reviewers.empty()) continue;
        if (one.reviewers.size() == reviewers.size()) out.against_all.push_back(fault);
        out.differences.push_back(std::move(one));
    }
    return out;
}

Result<void> all_in(CallUpKnown const& state) {
    auto const reviewers = active(state);
    bool const given = std::ranges::none_of(reviewers, [](auto const* one) { return one->opinions.empty(); });
    if (reviewers.size() < kFewest || !given) return not_now("专家的意见还没有齐：至少两位，各自提交");
    return {};
}

}  // namespace

Result<Events> call_up(CallUpReport const& in, CallUpId const& id, access::Principal const& who,
                       practice::FiledReport const& report, field::Date today) {
    if (in.wanted && in.wanted->due < today) return wrong_field("/wanted/due", "past", "不能早于今天");
    return Events{ledger::event(id.text, ReportCalledUp{{who.unit},
                                                        who.region,
                                                        who.authority,
                                                        report.project,
                                                        report.institution,
                                                        report.enterprise,
                                                        report.title,
                                                        report.edition,
                                                        in})};
}

Result<Events> hand_in(HandInMaterial const& in, CallUpKnown const& state, Exhibits files) {
    if (state.over()) return call_up_over();
    return Events{ledger::event(state.id.text, MaterialHandedIn{in.note, std::move(files)})};
}

Result<Events> assign(std::vector<Candidate> const& candidates, CallUpKnown const& state, Concerned const& by) {
    if (state.over()) return call_up_over();
    auto seated = state;  // with those of this command, one after another
    ReviewersAssigned event;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        auto const& one = candidates[i];
        if (auto fine = may_sit(one, seated, fmt::format("/seats/{}", i), by); !fine)
            return unexpected<Error>(std::move(fine.error()));
        auto const number = static_cast<std::int64_t>(seated.reviewers.size() + 1);
        seated.reviewers.push_back({number, one.seat});
        event.reviewers.push_back({number, one.seat, one.account->who.unit, doubts_about(one, by)});
    }
    auto const sitting = active(seated).size();
    if (candidates.empty() || sitting < kFewest) return wrong_field("/seats", "few", "至少请两位专家各自评审");
    if (sitting > kMost) return wrong_field("/seats", "count", fmt::format("最多 {} 位", kMost));
    return Events{ledger::event(state.id.text, event)};
}

Result<Events> relieve(RelieveReviewer const& in, CallUpKnown const& state) {
    if (state.over()) return call_up_over();
    auto const* reviewer = find(state, in.reviewer);
    if (reviewer == nullptr) return wrong_field("/reviewer", "reviewer", "没有这位评审专家");
    if (!reviewer->opinions.empty() && !in.ground)
        return wrong_field("/ground", "required", "这位专家已经提交意见，意见留存：请写明是应当回避，还是其他原因");
    return Events{ledger::event(state.id.text, ReviewerRelieved{in.reviewer, in.reason, in.ground})};
}

Result<Events> ask_again(AskAgain const& in, CallUpKnown const& state) {
    if (state.over()) return call_up_over();
    auto const* reviewer = find(state, in.reviewer);
    if (reviewer == nullptr) return wrong_field("/reviewer", "reviewer", "没有这位评审专家");
    if (auto known = all_in(state); !known) return unexpected<Error>(std::move(known.error()));
    if (reviewer->asked_again) return not_now("已经请这位专家补充意见");
    return Events{ledger::event(state.id.text, OpinionAskedAgain{in.reviewer, in.reason})};
}

Result<Events> give_opinion(GiveOpinion const& in, CallUpKnown const& state, access::AccountId const& account) {
    if (state.over()) return call_up_over();
    auto const found = std::ranges::find_if(
        state.reviewers, [&](auto const& one) { return one.seat.account == account && !one.relieved; });
    if (found == state.reviewers.end()) return unknown_call_up();
    if (!found->owes()) return not_now("意见已经提交，不能更改；部门请求补充时可以再提交");
    if (auto fine = each_once(in.answers); !fine) return unexpected<Error>(std::move(fine.error()));
    if (!in.no_interest)
        return wrong_field("/no_interest", "interest", "有利害关系的应当回避：请告知调阅的部门，由它另请专家");
    auto const round = static_cast<std::int64_t>(found->opinions.size() + 1);
    return Events{ledger::event(state.id.text, OpinionGiven{found->number, round, in})};
}

Result<Events> conclude(ConcludeCallUp const& in, CallUpKnown const& state) {
    if (state.over()) return call_up_over();
    if (auto known = all_in(state); !known) return unexpected<Error>(std::move(known.error()));
    for (auto const fault : kFaults)
        if (std::ranges::count(in.found, fault) > 1) return wrong_field("/found", "repeated", "每种情形只列一次");
    auto event = compared(in, state);
    if (!event.differences.empty() && !in.differing) {
        std::vector<std::string> where;
        for (auto const& one : event.differences)
            where.push_back(fmt::format("{}（专家 {}）", word_of(one.fault), fmt::join(one.reviewers, "、")));
        return wrong_field("/differing", "required",
                           fmt::format("与专家意见不一致：{}。请写明为什么", fmt::join(where, "，")));
    }
    return Events{ledger::event(state.id.text, event)};
}

Result<Events> withdraw(WithdrawCallUp const& in, CallUpKnown const& state) {
    if (state.over()) return call_up_over();
    return Events{ledger::event(state.id.text, CallUpWithdrawn{in.reason})};
}

}  // namespace anping::inspection
