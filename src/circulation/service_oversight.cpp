// SPDX-License-Identifier: Apache-2.0
// What a bureau itself is late with, and who is told: the bureau's own section heads first, the level above later. The
// days stand in the law of the place.
#include <algorithm>
#include <map>

#include <anping/circulation/service.hpp>

#include "bureaus.hpp"
#include "names.hpp"
#include "queries.hpp"

namespace anping::circulation {
namespace {

constexpr std::int64_t kLimit = 200;
constexpr char const* kAbove = "own_overdue_above";

std::string what_of(SlipView const& slip) {
    switch (slip.kind) {
        case SlipKind::transfer: return "转办";
        case SlipKind::cosign: return "会签";
        case SlipKind::instruction: return "批示";
        case SlipKind::returned: return "退回";
    }
    return {};
}

// Nothing while it is in time, or where no clause speaks of it.
std::vector<rulebook::Flag> flags_of(OwnOverdue& late, rulebook::Law const& law, field::Date today) {
    auto const office = office_of(late.bureau);
    if (!office) return {};
    rulebook::Place const place{office->first, office->second};
    auto const left = law.calendar(place).working_days_between(today, late.due);
    if (!left) return {};
    late.days = -*left;
    if (late.due_at) late.days = std::max<std::int64_t>(late.days, 1);  // late at once, and told at once
    return law.watch("bureau", place, today,
                     {{"today", field::to_string(today)},
                      {"bureau.due", field::to_string(late.due)},
                      {"bureau.days_overdue", late.days}});
}

bool told_above(OwnOverdue const& late) {
    return std::ranges::any_of(late.flags, [](auto const& flag) { return flag.watch == kAbove; });
}

}  // namespace

std::vector<OwnOverdue> Service::overdue(db::Session& session, access::Principal const& who) const {
    auto const today = field::beijing_date(with_.clock.now());
    std::vector<OwnOverdue> out;
    auto slips = queries::late(session, today);
    tell(session, who, slips);
    for (auto const& slip : slips)
        for (auto const& line : slip.lines)
            if (!line.outcome)
                out.push_back({line.bureau, {}, line.officer_name, slip.matter, what_of(slip), *slip.due, 0, {}});
    for (auto& due : with_.matters.own_overdue(session, who, today)) {
        auto const facts = with_.matters.find(session, due.matter, {who.unit});
        if (!facts) continue;
        MatterView matter{due.matter.kind, due.matter.id, facts->title, facts->unit_name, facts->project};
        out.push_back({due.bureau, {}, {}, std::move(matter), std::move(due.what), due.due, 0, {}, due.due_at});
    }
    auto const law = with_.law();
    std::erase_if(out, [&](OwnOverdue& late) {
        if (!reads_of(who, late.bureau, law->regions())) return true;
        late.flags = flags_of(late, *law, today);
        late.bureau_name = with_.directory.bureau_name(late.bureau);
        return late.flags.empty() || (late.bureau.text != who.unit && !told_above(late));
    });
    std::ranges::stable_sort(out, std::greater(), &OwnOverdue::days);
    return out;
}

OversightView Service::oversight(db::Session& session, access::Principal const& who) const {
    OversightView out;
    auto const law = with_.law();
    std::map<registry::BureauId, BureauLoad> loads;
    auto const of = [&](registry::BureauId const& bureau) -> BureauLoad* {
        if (!reads_of(who, bureau, law->regions())) return nullptr;
        auto& load = loads[bureau];
        load.bureau = bureau;
        return &load;
    };
    of({who.unit});
    for (auto const& [bureau, count] : queries::loads(session))
        if (auto* load = of(bureau)) load->open = count;
    out.overdue = overdue(session, who);
    for (auto const& late : out.overdue)
        if (auto* load = of(late.bureau)) ++load->own_overdue;
    for (auto const& late : with_.matters.institutions_overdue(session, who, field::beijing_date(with_.clock.now())))
        if (auto* load = of(late.bureau)) load->institutions_overdue = late.count;
    for (auto& [bureau, load] : loads) {
        if (auto const office = office_of(bureau)) load.region = office->first;
        load.bureau_name = with_.directory.bureau_name(bureau);
        out.bureaus.push_back(std::move(load));
    }
    std::ranges::stable_partition(out.bureaus, [&](auto const& load) { return load.bureau.text == who.unit; });
    out.lying = queries::lying_at(session, {who.unit}, kLimit);
    tell(session, who, out.lying);
    return out;
}

}  // namespace anping::circulation
