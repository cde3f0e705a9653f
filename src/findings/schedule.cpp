// SPDX-License-Identifier: Apache-2.0
#include "schedule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include <anping/forensics/numbers.hpp>

#include "plots.hpp"

namespace anping::findings {
namespace {

using forensics::Act;
using forensics::Conflict;
using forensics::ConflictKind;
using forensics::Fact;

void take(json::object const* catalogue, char const* code, double scale, double& into) {
    auto const* item = rulebook::catalogue_item(catalogue, code);
    auto const* value = item == nullptr ? nullptr : item->if_contains("value");
    if (value != nullptr && value->is_int64()) into = static_cast<double>(value->as_int64()) / scale;
}

void take(json::object const* catalogue, char const* code, int& into) {
    double value = into;
    take(catalogue, code, 1, value);
    into = static_cast<int>(value);
}

std::optional<double> degrees(std::string const& text) {
    double out = 0;
    auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (wrong != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return out;
}

std::optional<forensics::Position> position_of(KnownAct const& act) {
    auto const latitude = degrees(act.latitude), longitude = degrees(act.longitude);
    if (!latitude || !longitude) return std::nullopt;
    return forensics::Position{*latitude, *longitude, 0};
}

// `report` leads back to the act it was made of.
std::vector<Act> acts_of(std::vector<KnownAct> const& known) {
    std::vector<Act> out;
    out.reserve(known.size());
    for (std::size_t i = 0; i < known.size(); ++i) {
        auto const& one = known[i];
        Act act;
        act.of = one.of;
        act.subject = one.subject;
        act.kind = one.kind;
        act.from = one.from;
        act.to = one.to;
        act.by_day = one.by_day;
        act.site = one.enterprise.text;
        act.position = position_of(one);
        act.county = one.region.digits;
        act.report = std::to_string(i);
        out.push_back(std::move(act));
    }
    return out;
}

KnownAct const& known_by(std::vector<KnownAct> const& known, std::string const& number) {
    return known.at(static_cast<std::size_t>(std::stoul(number)));
}

std::string minutes(Timestamp at) { return to_string(at).substr(0, 16).replace(10, 1, " "); }

std::string when(KnownAct const& act) {
    auto const first = to_string(field::beijing_date(act.from));
    auto const last = to_string(field::beijing_date({std::max(act.from.micros, act.to.micros - 1)}));
    if (act.by_day) return first == last ? first : first + "—" + last;
    return minutes(act.from) + "—" + (first == last ? minutes(act.to).substr(11) : minutes(act.to));
}

std::string_view act_words(forensics::ActKind kind) {
    switch (kind) {
        case forensics::ActKind::survey: return "现场勘验";
        case forensics::ActKind::signature: return "签字";
        case forensics::ActKind::test: return "检测检验";
        case forensics::ActKind::training: return "培训";
        case forensics::ActKind::inspection: return "现场复核";
    }
    return {};
}

std::string tenths(double value) { return fmt::format("{:.1f}", value); }

std::string verdict(Conflict const& one) {
    auto const overlap = std::min(one.first.to, one.second.to).micros - one.second.from.micros;
    switch (one.kind) {
        case ConflictKind::two_places:
            return fmt::format("两处时间重叠 {} 小时", tenths(static_cast<double>(overlap) / 3.6e9));
        case ConflictKind::too_fast:
            return fmt::format("其间 {} 小时，路上至少要 {} 小时", tenths(std::max(0.0, one.hours_between)),
                               tenths(one.hours_needed));
        case ConflictKind::same_day: return fmt::format("同一日内路上至少要 {} 小时", tenths(one.hours_needed));
        case ConflictKind::route: return fmt::format("当日各处走遍，路上至少要 {} 小时", tenths(one.hours_needed));
    }
    return {};
}

// One pair of acts, with everybody who did both.
struct Pair {
    Conflict conflict;
    KnownAct const* first;
    KnownAct const* second;
    std::vector<std::string> subjects;
    std::vector<std::string> first_who, second_who;
};

std::string who_words(Pair const& pair) {
    if (pair.subjects.size() == 1) return pair.subjects.front();
    return fmt::format("{} 等 {} 人", pair.subjects.front(), pair.subjects.size());
}

class Telling {
public:
    Telling(practice::FiledReport const& report, forensics::Travel const& travel, Whose const& whose)
        : report_(report), travel_(travel), whose_(whose) {}

    Compared::Found found(Pair const& pair) const {
        Compared::Found out;
        auto const& conflict = pair.conflict;
        out.finding.detector = conflict.finding.detector;
        out.finding.strength = conflict.finding.strength;
        out.finding.words = fmt::format(
            "{}：{}，{}，{}{}，需说明。", who_words(pair), line(*pair.first), line(*pair.second), verdict(conflict),
            conflict.km ? fmt::format("，直线相距 {} 公里", tenths(*conflict.km)) : std::string());
        out.finding.facts = facts(pair);
        out.exhibit = Exhibit{{}, {shown(*pair.first, pair.first_who), shown(*pair.second, pair.second_who)}, {}};
        return out;
    }

private:
    // Without whose plant it is: the institution reads it, and of another's acts learns no names.
    std::string line(KnownAct const& act) const {
        return when(act) + " 在" + whose_.region(act.region) + std::string(act_words(act.kind));
    }

    std::vector<Fact> facts(Pair const& pair) const {
        std::vector<Fact> out;
        auto const& conflict = pair.conflict;
        for (auto const& one : pair.subjects) out.push_back({"subject", one});
        if (pair.first->of == forensics::SubjectKind::person)
            for (auto const& one : pair.second_who) out.push_back({"person", one});
        if (conflict.km) out.push_back({"km", tenths(*conflict.km)});
        if (conflict.hours_between >= 0) out.push_back({"hours_between", tenths(conflict.hours_between)});
        if (!conflict.km) return out;
        out.push_back({"hours_needed", tenths(conflict.hours_needed)});
        if (conflict.kmh) out.push_back({"kmh_needed", fmt::format("{:.0f}", *conflict.kmh)});
        out.push_back({"road_kmh", fmt::format("{:.0f}", travel_.road_kmh)});
        out.push_back({"road_factor", fmt::format("{:.2f}", travel_.road_factor)});
        out.push_back({"tolerance_minutes", fmt::format("{:.0f}", travel_.tolerance_minutes)});
        out.push_back({"formula", "所需小时 = 直线公里 × 道路系数 ÷ 道路时速；远途与乘机所需取小者"});
        return out;
    }

    DatedAct shown(KnownAct const& act, std::vector<std::string> const& who) const {
        DatedAct out;
        out.kind = boost::describe::enum_to_string(act.kind, "");
        out.who = who;
        out.from = act.from;
        out.to = act.to;
        out.by_day = act.by_day;
        out.place = whose_.region(act.region);
        out.site = act.enterprise.text;
        out.spot = act.spot;
        out.latitude = act.latitude;
        out.longitude = act.longitude;
        out.project = act.project;
        out.report = act.project == report_.project ? report_.id : whose_.report(act.project);
        out.institution = act.institution;
        return out;
    }

    practice::FiledReport const& report_;
    forensics::Travel const& travel_;
    Whose const& whose_;
};

// What an act is, whoever did it; of instruments each one is its own.
auto key_of(KnownAct const& act) {
    bool const person = act.of == forensics::SubjectKind::person;
    return std::tuple(act.of, act.entry, act.from, person ? std::string() : act.subject);
}

void add(std::vector<std::string>& to, std::string const& one) {
    if (std::ranges::find(to, one) == to.end()) to.push_back(one);
}

}  // namespace

ScheduleSettings schedule_settings(json::object const* catalogue) {
    ScheduleSettings out;
    auto& travel = out.travel;
    take(catalogue, "travel.road_kmh", 1, travel.road_kmh);
    take(catalogue, "travel.road_percent", 100, travel.road_factor);
    take(catalogue, "travel.air_kmh", 1, travel.air_kmh);
    take(catalogue, "travel.air_minutes", 60, travel.air_hours);
    take(catalogue, "travel.air_from_km", 1, travel.air_from_km);
    take(catalogue, "travel.tolerance_minutes", 1, travel.tolerance_minutes);
    take(catalogue, "travel.adjoining_metres", 1000, travel.adjoining_km);
    take(catalogue, "travel.day_minutes", 60, travel.day_hours);
    take(catalogue, "site_days.period", out.site_days.period);
    take(catalogue, "site_days.sites_a_day_percent", 100, out.site_days.sites_a_day);
    take(catalogue, "site_days.least_excess", out.site_days.least_excess);
    take(catalogue, "site_days.full_day_minutes", 60, out.site_days.full_day_hours);
    take(catalogue, "output.least_reports", out.output.least_reports);
    take(catalogue, "output.least_signers", out.output.least_signers);
    take(catalogue, "output.least_times", 1, out.output.least_times);
    take(catalogue, "output.q_thousandths", 1000, out.output.q);
    return out;
}

std::vector<Compared::Found> conflicts(std::vector<KnownAct> const& acts, practice::FiledReport const& report,
                                       forensics::Travel const& travel, Whose const& whose) {
    using Key = decltype(key_of(acts.front()));
    std::map<std::pair<Key, Key>, Pair> pairs;
    for (auto& one : forensics::conflicts_of(acts_of(acts), travel)) {
        auto const& first = known_by(acts, one.first.report);
        auto const& second = known_by(acts, one.second.report);
        if (first.project != report.project && second.project != report.project) continue;
        auto const [at, fresh] =
            pairs.try_emplace({key_of(first), key_of(second)}, Pair{std::move(one), &first, &second, {}, {}, {}});
        add(at->second.subjects, first.subject);
        add(at->second.first_who, first.who);
        add(at->second.second_who, second.who);
    }
    Telling const telling(report, travel, whose);
    std::vector<Compared::Found> out;
    out.reserve(pairs.size());
    for (auto const& [key, pair] : pairs) out.push_back(telling.found(pair));
    return out;
}

std::vector<Compared::Found> too_many_days(std::vector<KnownAct> const& acts, practice::FiledReport const& report,
                                           forensics::SiteDaySettings const& settings) {
    std::vector<Compared::Found> out;
    for (auto& clue : forensics::site_days(acts_of(acts), {}, settings)) {
        auto const& last = known_by(acts, clue.report);
        if (last.project != report.project) continue;
        clue.finding.where.clear();
        clue.finding.facts.insert(clue.finding.facts.begin(), Fact{"subject", last.subject});
        if (last.of == forensics::SubjectKind::person) clue.finding.facts.push_back({"person", last.who});
        out.push_back({std::move(clue.finding), {}, shown(clue.plot)});
    }
    return out;
}

std::vector<Compared::Found> too_much_output(Authors const& authors, forensics::OutputSettings const& settings) {
    std::vector<Compared::Found> out;
    for (auto& clue : forensics::unusual_output(authors.all, settings)) {
        auto& [detector, strength, words, where, facts] = clue.finding;
        auto const own = authors.own.find(facts.front().value);
        if (own == authors.own.end()) continue;
        words.replace(0, own->first.size(), own->second);
        facts.front().value = own->second;
        facts.push_back({"person", own->first});
        out.push_back({std::move(clue.finding), {}, shown(clue.plot)});
    }
    return out;
}

std::vector<Compared::Found> schedules(db::Session& session, practice::Projects const& projects,
                                       practice::FiledReport const& report, std::vector<InstrumentUse> const& uses,
                                       rulebook::Law const& law) {
    rulebook::Place const place{report.target.region, report.target.authority};
    auto const day = field::beijing_date(report.filed_at);
    auto const settings = schedule_settings(law.catalogue("detector_settings", place, day));
    Whose const whose{[&](field::RegionCode const& code) { return law.regions().full_name(code); },
                      [&](practice::ProjectId const& id) { return last_report(session, id); }};
    auto const acts = acts_around(session, projects, report, uses, settings.site_days.period);
    auto out = conflicts(acts, report, settings.travel, whose);
    std::ranges::move(too_many_days(acts, report, settings.site_days), std::back_inserter(out));
    auto const authors = authors_in(session, report.project, month_of(report.filed_at));
    for (auto& one : too_much_output(authors, settings.output))
        if (!told_already(session, report, one.finding)) out.push_back(std::move(one));
    auto const* detectors = law.catalogue("detectors", place, day);
    std::erase_if(
        out, [&](auto const& one) { return rulebook::catalogue_item(detectors, one.finding.detector) == nullptr; });
    return out;
}

std::vector<InstrumentUse> uses_in(vault::Document const& document) {
    auto const measured = forensics::measurements_of(document, {});
    auto const acts = forensics::uses_of(measured.series, {}, {}, {});
    std::vector<InstrumentUse> out;
    out.reserve(acts.size());
    for (auto const& act : acts) out.push_back({act.subject, field::beijing_date(act.from)});
    return out;
}

}  // namespace anping::findings
