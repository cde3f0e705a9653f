// SPDX-License-Identifier: Apache-2.0
#include "conflict.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

namespace anping::forensics {
namespace {

constexpr double kMicrosAnHour = 3.6e9;

double hours(Timestamp from, Timestamp to) { return static_cast<double>(to.micros - from.micros) / kMicrosAnHour; }

// Counties of one prefecture may adjoin.
bool other_prefecture(Act const& a, Act const& b) {
    return a.county.size() == 6 && b.county.size() == 6 && a.county.substr(0, 4) != b.county.substr(0, 4);
}

// By how much the time between falls short of what the way takes; not above 0 where it suffices.
double short_by(double between, double needed, Travel const& travel) {
    return needed - between - travel.tolerance_minutes / 60;
}

// A clock that showed UTC is 8 hours behind Beijing's, one that showed Xinjiang time 2.
bool another_zone_explains(Act const& first, Act const& second, double needed, Travel const& travel) {
    if (first.zone_stated && second.zone_stated) return false;
    for (double const shift : {2.0, 8.0}) {
        for (double const sign : {1.0, -1.0}) {
            double const after = hours(first.to, second.from) + sign * shift;
            double const before = hours(second.to, first.from) - sign * shift;
            if (short_by(std::max(after, before), needed, travel) <= 0) return true;
        }
    }
    return false;
}

std::string minutes(Timestamp at) { return to_string(at).substr(0, 16).replace(10, 1, " "); }

std::string when(Act const& act) {
    if (!act.by_day) return minutes(act.from) + "—" + minutes(act.to).substr(11);
    auto const first = to_string(field::beijing_date(act.from));
    auto const last = to_string(field::beijing_date(Timestamp{std::max(act.from.micros, act.to.micros - 1)}));
    return first == last ? first : first + "—" + last;
}

std::string shown(double value) {
    std::array<char, 32> out{};
    std::snprintf(out.data(), out.size(), "%.1f", value);
    return out.data();
}

std::string_view act_words(ActKind kind) {
    switch (kind) {
        case ActKind::survey: return "现场勘验";
        case ActKind::signature: return "签字";
        case ActKind::test: return "检测检验";
        case ActKind::training: return "培训";
        case ActKind::inspection: return "检查";
    }
    return {};
}

std::string place_words(Act const& act) {
    if (!act.site.empty()) return act.site;
    return act.county.empty() ? "某处" : "区划 " + act.county;
}

std::string act_line(Act const& act) { return when(act) + " 在" + place_words(act) + std::string(act_words(act.kind)); }

std::string verdict(Conflict const& conflict) {
    switch (conflict.kind) {
        case ConflictKind::two_places: return "两处时间重叠";
        case ConflictKind::too_fast:
            return "其间 " + shown(std::max(0.0, conflict.hours_between)) + " 小时，路上至少要 " +
                   shown(conflict.hours_needed) + " 小时";
        case ConflictKind::same_day: return "同一日内路上至少要 " + shown(conflict.hours_needed) + " 小时";
        case ConflictKind::route: return "当日各处走遍路上至少要 " + shown(conflict.hours_needed) + " 小时";
    }
    return {};
}

void explain(Conflict& conflict, Strength strength, Travel const& travel) {
    auto& finding = conflict.finding;
    finding.detector = conflict.kind == ConflictKind::two_places ? "schedules.two_places"
                       : conflict.kind == ConflictKind::too_fast ? "schedules.travel"
                                                                 : "schedules.same_day";
    finding.strength = strength;
    bool const person = conflict.first.of == SubjectKind::person;
    finding.words = std::string(person ? "证书编号 " : "仪器 ") + conflict.second.subject + "：" +
                    act_line(conflict.first) + "，" + act_line(conflict.second) + "，" + verdict(conflict) +
                    "，与记载不能同时成立，需说明。";
    if (strength == Strength::lead) {
        auto const at = finding.words.rfind("，与记载不能同时成立");
        finding.words.replace(at, std::string_view("，与记载不能同时成立").size(), "");
    }
    finding.where = {conflict.second.where};
    finding.facts = {{"subject", subject_of(conflict.second.subject)},
                     {"first_report", conflict.first.report},
                     {"first_act", act_line(conflict.first)},
                     {"second_report", conflict.second.report},
                     {"second_act", act_line(conflict.second)},
                     {"hours_between", shown(conflict.hours_between)},
                     {"hours_needed", shown(conflict.hours_needed)},
                     {"road_kmh", shown(travel.road_kmh)},
                     {"road_factor", shown(travel.road_factor)},
                     {"tolerance_minutes", shown(travel.tolerance_minutes)},
                     {"formula", "所需小时 = 直线公里 × 道路系数 ÷ 时速；远途与乘机所需取小者"}};
    if (conflict.km) finding.facts.push_back({"km", shown(*conflict.km)});
    if (conflict.kmh) finding.facts.push_back({"kmh_needed", shown(*conflict.kmh)});
}

Conflict beside(Act const& first, Act const& second, Travel const& travel) {
    Conflict out;
    out.first = first;
    out.second = second;
    out.hours_between = hours(first.to, second.from);
    if (first.position && second.position) {
        out.km = distance_km(*first.position, *second.position);
        out.hours_needed = least_hours(*out.km, travel);
    }
    return out;
}

// Hours of the shortest tree that joins all places: no route is shorter.
double tree_hours(std::span<Act const* const> acts, Travel const& travel) {
    std::vector<double> nearest(acts.size(), std::numeric_limits<double>::max());
    std::vector<bool> joined(acts.size());
    double out = 0;
    for (std::size_t next = 0, left = acts.size(); left > 0; --left) {
        joined[next] = true;
        auto const last = next;
        double least = std::numeric_limits<double>::max();
        for (std::size_t i = 0; i < acts.size(); ++i) {
            if (joined[i]) continue;
            nearest[i] =
                std::min(nearest[i], least_hours(distance_km(*acts[last]->position, *acts[i]->position), travel));
            if (nearest[i] < least) least = nearest[i], next = i;
        }
        if (left > 1) out += least;
    }
    return out;
}

}  // namespace

bool are_apart(Act const& a, Act const& b, Travel const& travel) {
    if (!a.site.empty() && a.site == b.site) return false;
    if (a.position && b.position) return distance_km(*a.position, *b.position) > travel.adjoining_km;
    return other_prefecture(a, b);
}

std::optional<Conflict> clock_conflict(Act const& first, Act const& second, Travel const& travel) {
    if (!are_apart(first, second, travel)) return std::nullopt;
    auto out = beside(first, second, travel);
    if (short_by(out.hours_between, out.hours_needed, travel) <= 0) return std::nullopt;
    bool const overlap = out.hours_between < 0;
    // Where a position is not known only what overlaps by more than the tolerance is asked about.
    if (!overlap && !out.km) return std::nullopt;
    out.kind = overlap ? ConflictKind::two_places : ConflictKind::too_fast;
    if (out.km && out.hours_between > 0) out.kmh = *out.km * travel.road_factor / out.hours_between;
    bool const doubtful = !out.km || another_zone_explains(first, second, out.hours_needed, travel);
    explain(out, doubtful ? Strength::lead : Strength::suspected, travel);
    return out;
}

std::optional<Conflict> day_conflict(std::span<Act const* const> acts, Travel const& travel) {
    if (acts.size() < 2) return std::nullopt;
    double const needed = tree_hours(acts, travel);
    constexpr double kDay = 24;
    if (needed <= travel.day_hours) return std::nullopt;
    std::pair<Act const*, Act const*> farthest{acts[0], acts[1]};
    double most = -1;
    for (std::size_t i = 0; i < acts.size(); ++i)
        for (std::size_t k = i + 1; k < acts.size(); ++k) {
            auto const km = distance_km(*acts[i]->position, *acts[k]->position);
            if (km > most) most = km, farthest = {acts[i], acts[k]};
        }
    auto out = beside(*farthest.first, *farthest.second, travel);
    out.kind = acts.size() > 2 ? ConflictKind::route : ConflictKind::same_day;
    out.hours_needed = needed;
    explain(out, needed > kDay ? Strength::suspected : Strength::lead, travel);
    out.finding.facts.push_back({"places", std::to_string(acts.size())});
    return out;
}

}  // namespace anping::forensics
