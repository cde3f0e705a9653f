// SPDX-License-Identifier: Apache-2.0
#include "rules_supervision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "bureaus.hpp"
#include "errors.hpp"

namespace anping::circulation {
namespace {

constexpr std::size_t kMembers = 30, kCounties = 60, kItems = 30;

template <class Row>
Result<void> check_list(std::vector<Row> const& rows, char const* field, std::size_t most, char const* none) {
    std::string const pointer = fmt::format("/{}", field);
    if (rows.empty()) return wrong_field(pointer, "required", none);
    if (rows.size() > most) return wrong_field(pointer, "max_items", fmt::format("至多 {} 个", most));
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (std::count(rows.begin(), rows.end(), rows[i]) > 1)
            return wrong_field(fmt::format("{}/{}", pointer, i), "twice", "选择了两次");
    return {};
}

bool is_below(registry::BureauId const& bureau, access::Principal const& who, field::Regions const& regions) {
    auto const office = office_of(bureau);
    return office && regions.has_authority(office->first, office->second) && bureau.text != who.unit &&
           reads_of(who, bureau, regions);
}

bool has(GroupState const& state, registry::BureauId const& county) {
    return std::ranges::find(state.started.counties, county) != state.started.counties.end();
}

Result<void> check_county(GroupState const& state, registry::BureauId const& county) {
    if (!has(state, county)) return wrong_field("/county", "county", "这个部门不在督导组的范围内");
    return {};
}

}  // namespace

Result<Events> start_group(StartGroup const& in, access::Principal const& who, std::vector<bool> const& officers,
                           Circumstances const& with) {
    if (auto fine = check_list(in.members, "members", kMembers, "请选择督导组成员"); !fine)
        return unexpected<Error>(std::move(fine.error()));
    if (auto fine = check_list(in.counties, "counties", kCounties, "请选择督导的部门"); !fine)
        return unexpected<Error>(std::move(fine.error()));
    for (std::size_t i = 0; i < officers.size(); ++i)
        if (!officers[i]) return wrong_field(fmt::format("/members/{}", i), "officer", "本部门没有这位工作人员");
    for (std::size_t i = 0; i < in.counties.size(); ++i)
        if (!is_below(in.counties[i], who, with.law.regions()))
            return wrong_field(fmt::format("/counties/{}", i), "bureau", "督导组只派往下级部门");
    if (in.until < in.from) return wrong_field("/until", "order", "最后一天不能早于第一天");
    if (in.until < with.today) return wrong_field("/until", "past", "督导组不能在今天以前就已经结束");
    GroupStarted const event{{who.unit},  who.region, who.authority, in.name,    in.members,
                             in.counties, in.from,    in.until,      in.campaign};
    return Events{ledger::event(fmt::format("DD-{:08}", with.next_seq), event)};
}

Result<Events> visit_county(VisitCounty const& in, GroupState const& state, access::Principal const& who,
                            field::Date today) {
    auto const& members = state.started.members;
    if (std::ranges::find(members, who.account) == members.end()) return not_of_the_group();
    if (auto fine = check_county(state, in.county); !fine) return unexpected<Error>(std::move(fine.error()));
    if (in.on > today) return wrong_field("/on", "future", "督导的日期不能晚于今天");
    if (in.on < state.started.from) return wrong_field("/on", "order", "督导的日期不能早于督导组的第一天");
    return Events{ledger::event(state.id.text, GroupVisited{in.county, in.on, in.finding})};
}

Result<Events> place_follow_up(PlaceFollowUp const& in, GroupState const& state, Followed already,
                               Circumstances const& with) {
    if (auto fine = check_county(state, in.county); !fine) return unexpected<Error>(std::move(fine.error()));
    if (already == Followed::yes) return followed_already();
    if (in.items.empty()) return wrong_field("/items", "required", "请写明要求逐项答复的事项");
    if (in.items.size() > kItems) return wrong_field("/items", "max_items", "一次至多 30 项");
    if (in.due < with.today) return wrong_field("/due", "past", "答复的期限不能早于今天");
    FollowUpPlaced const event{state.id, in.county, in.reason, in.items, in.due};
    return Events{ledger::event(fmt::format("GJ-{:08}", with.next_seq), event)};
}

Result<Events> answer_follow_up(AnswerFollowUp const& in, FollowUpState const& state) {
    if (state.ended) return follow_up_over();
    if (in.number < 1 || in.number > state.items) return wrong_field("/number", "range", "没有这一项");
    return Events{ledger::event(state.id.text, FollowUpAnswered{in.number, in.text})};
}

Result<Events> end_follow_up(EndFollowUp const& in, FollowUpState const& state) {
    if (state.ended) return follow_up_over();
    return Events{ledger::event(state.id.text, FollowUpEnded{in.result})};
}

namespace {

// The share that is not covered, by ten thousand; nothing to cover is nothing open.
std::int64_t open_share(CountyStanding const& row) {
    return row.institutions == 0 ? 0 : (row.institutions - row.covered) * 10'000 / row.institutions;
}

auto lateness(CountyStanding const& row) {
    std::int64_t longest = 0;
    for (auto const& one : row.late) longest = std::max(longest, one.days);
    auto const late = static_cast<std::int64_t>(row.late.size()) + row.orders_late + row.institutions_overdue;
    return std::tuple{late, longest, open_share(row)};
}

}  // namespace

void order_by_lateness(std::vector<CountyStanding>& rows) { std::ranges::stable_sort(rows, std::greater(), lateness); }

}  // namespace anping::circulation
