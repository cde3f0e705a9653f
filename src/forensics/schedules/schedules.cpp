// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/schedules.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "conflict.hpp"

namespace anping::forensics {
namespace {

using Acts = std::vector<Act const*>;

bool has_place(Act const& act) { return act.position.has_value() || act.county.size() == 6; }

std::string place_key(Act const& act) {
    if (!act.site.empty()) return act.site;
    if (!act.position) return act.county;
    return std::to_string(act.position->latitude) + " " + std::to_string(act.position->longitude);
}

// Acts under way, of each place the one that ends last: how many there are is bounded by what is found.
class UnderWay {
public:
    explicit UnderWay(Travel const& travel) : travel_(travel) {}

    void meet(Act const& act, std::vector<Conflict>& out) {
        retire(act.from);
        for (auto const& [place, other] : by_place_) tell(*other, act, out);
        if (last_ != nullptr) tell(*last_, act, out);
        auto& own = by_place_[place_key(act)];
        if (own == nullptr || own->to < act.to) own = &act;
        ends_.insert({act.to, &act});
    }

private:
    void retire(Timestamp now) {
        for (; !ends_.empty() && ends_.begin()->first < now; ends_.erase(ends_.begin())) {
            last_ = ends_.begin()->second;
            auto const at = by_place_.find(place_key(*last_));
            if (at != by_place_.end() && at->second == last_) by_place_.erase(at);
        }
    }
    void tell(Act const& first, Act const& second, std::vector<Conflict>& out) {
        if (auto found = clock_conflict(first, second, travel_)) out.push_back(std::move(*found));
    }

    Travel const& travel_;
    std::map<std::string, Act const*> by_place_;
    std::multimap<Timestamp, Act const*> ends_;
    Act const* last_ = nullptr;
};

// The places of each day on which an act without clock times falls. An act of several days claims no hour of any of
// them, so only its first and last count.
void days(Acts const& acts, Travel const& travel, std::vector<Conflict>& out) {
    std::map<field::Date, Acts> by_day;
    for (auto const* act : acts) {
        if (!act->position) continue;
        auto const first = field::beijing_date(act->from);
        auto const last = field::beijing_date(Timestamp{std::max(act->from.micros, act->to.micros - 1)});
        if (first == last) by_day[first].push_back(act);
    }
    for (auto& [day, all] : by_day) {
        if (std::ranges::none_of(all, &Act::by_day)) continue;
        std::set<std::string> known;
        std::erase_if(all, [&](Act const* act) { return !known.insert(place_key(*act)).second; });
        if (auto found = day_conflict(all, travel)) out.push_back(std::move(*found));
    }
}

void sweep(Acts& acts, Travel const& travel, std::vector<Conflict>& out) {
    std::ranges::stable_sort(acts, {}, [](Act const* act) { return std::pair(act->from, act->to); });
    UnderWay under_way(travel);
    for (auto const* act : acts)
        if (!act->by_day) under_way.meet(*act, out);
    days(acts, travel, out);
}

}  // namespace

Act on_days(Act act, field::Date first, field::Date last) {
    act.from = field::beijing_midnight(first);
    act.to = field::beijing_midnight(last + 1);
    act.by_day = true;
    return act;
}

std::vector<Conflict> conflicts_of(std::span<Act const> acts, Travel const& travel) {
    std::map<std::pair<SubjectKind, std::string>, Acts> by_subject;
    for (auto const& act : acts) {
        if (!has_place(act) || act.to < act.from) continue;
        if (auto subject = subject_of(act.subject); !subject.empty())
            by_subject[{act.of, std::move(subject)}].push_back(&act);
    }
    std::vector<Conflict> out;
    for (auto& [subject, own] : by_subject) sweep(own, travel, out);
    return out;
}

}  // namespace anping::forensics
