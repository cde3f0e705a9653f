// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/circulation/service.hpp>

#include "bureaus.hpp"
#include "names.hpp"
#include "queries.hpp"

namespace anping::circulation {
namespace {

constexpr std::int64_t kLimit = 200;

bool concerns(access::Principal const& who, SlipView const& slip, field::Regions const& regions) {
    return reads_of(who, slip.from_bureau, regions) ||
           std::ranges::any_of(slip.lines, [&](LineView const& line) { return reads_of(who, line.bureau, regions); });
}

void mark_mine(Hand const& hand, SlipView& slip) {
    for (auto& line : slip.lines) {
        if (line.outcome) continue;
        auto const whose = does(hand, {line.bureau, line.officer});
        line.mine = whose.has_value();
        if (whose && *whose) line.deputy_for = (*whose)->text;
    }
}

}  // namespace

// Who and what stands behind the ids; slips of matters that may not be seen are left out.
void Service::tell(db::Session& session, access::Principal const& who, std::vector<SlipView>& slips) const {
    auto const law = with_.law();
    auto const today = field::beijing_date(with_.clock.now());
    auto const hand = hand_of(session, who);
    Names names(session, with_.colleagues);
    std::erase_if(slips, [&](SlipView& slip) {
        auto const facts = with_.matters.find(session, {slip.matter.kind, slip.matter.id}, {who.unit});
        if (!facts || !may_see(who, *facts)) return true;
        slip.matter.title = facts->title;
        slip.matter.unit_name = facts->unit_name;
        slip.matter.project = facts->project;
        return false;
    });
    for (auto& slip : slips) {
        mark_mine(hand, slip);
        bool const open = std::ranges::any_of(slip.lines, [](auto const& line) { return !line.outcome; });
        if (open && slip.due)
            if (auto const left = law->calendar({who.region, who.authority}).working_days_between(today, *slip.due))
                slip.working_days_left = *left;
        slip.from_bureau_name = with_.directory.bureau_name(slip.from_bureau);
        names.put(slip.from_name);
        names.put(slip.from_for);
        for (auto& line : slip.lines) {
            line.bureau_name = with_.directory.bureau_name(line.bureau);
            for (auto* name : {&line.officer_name, &line.answered_by, &line.answered_for, &line.deputy_for})
                names.put(*name);
        }
    }
}

Hand Service::hand_of(db::Session& session, access::Principal const& who) const {
    return {who, queries::stood_in_for(session, who.account, field::beijing_date(with_.clock.now()))};
}

std::vector<SlipView> Service::slips_of(db::Session& session, access::Principal const& who,
                                        Matter const& matter) const {
    auto out = queries::of_matter(session, matter);
    auto const law = with_.law();
    std::erase_if(out, [&](SlipView const& slip) { return !concerns(who, slip, law->regions()); });
    tell(session, who, out);
    return out;
}

std::vector<SlipView> Service::waiting(db::Session& session, access::Principal const& who, std::int64_t limit) const {
    auto out = queries::waiting(session, hand_of(session, who), std::min(limit, kLimit));
    tell(session, who, out);
    return out;
}

std::vector<SlipView> Service::sent(db::Session& session, access::Principal const& who, std::int64_t limit) const {
    auto out = queries::sent(session, who.account, std::min(limit, kLimit));
    tell(session, who, out);
    return out;
}

std::vector<OfficeView> Service::offices(db::Session& session, access::Principal const& who) const {
    std::vector<OfficeView> out;
    for (auto const& one : with_.colleagues.of_unit(session, who.unit))
        if (one.who.account != who.account)
            out.push_back({{who.unit}, {}, one.who.account, one.who.display_name, one.who.role});
    auto const law = with_.law();
    auto const& regions = law->regions();
    auto const add = [&](field::RegionCode const& region) {
        if (region != who.region && regions.has_authority(region, who.authority))
            out.push_back({registry::bureau_of(region, who.authority), {}, {}, {}, {}});
    };
    for (auto const& region : regions.ancestry(who.region)) add(region);
    auto const* own = regions.find(who.region);
    bool const nation = own != nullptr && own->level == field::RegionLevel::nation;
    for (auto const& region : regions.all()) {
        bool const below = nation ? region.parent == who.region : regions.contains(who.region, region.code);
        if (below) add(region.code);
    }
    for (auto& office : out) office.bureau_name = with_.directory.bureau_name(office.bureau);
    return out;
}

std::vector<DeputyView> Service::deputies(db::Session& session, access::Principal const& who) const {
    auto out = queries::deputies(session, {who.unit}, kLimit);
    auto const today = field::beijing_date(with_.clock.now());
    Names names(session, with_.colleagues);
    for (auto& one : out) {
        one.now = !one.ended_at && one.from <= today && one.until >= today;
        for (auto* name : {&one.officer_name, &one.deputy_name, &one.named_by, &one.ended_by}) names.put(*name);
    }
    return out;
}

}  // namespace anping::circulation
