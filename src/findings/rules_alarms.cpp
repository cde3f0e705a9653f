// SPDX-License-Identifier: Apache-2.0
#include "rules_alarms.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anping::findings {
namespace {

using registry::HeldCondition;

constexpr char const* kCertificate = "certificate";
constexpr char const* kStaffing = "staffing.";

std::int64_t setting(rulebook::Law const& law, rulebook::Place const& place, field::Date day, char const* code) {
    auto const* item = rulebook::catalogue_item(law.catalogue("detector_settings", place, day), code);
    auto const* value = item == nullptr ? nullptr : item->if_contains("value");
    return value == nullptr || !value->is_int64() ? 0 : value->get_int64();
}

std::string amount(std::int64_t value, std::string const& unit) { return fmt::format("{}{}", value, unit); }

class Watch {
public:
    Watch(Watched const& watched, rulebook::Law const& law, field::Date today)
        : watched_(watched), law_(law), today_(today), detectors_(law.catalogue("detectors", place(), today)) {}

    // Of an institution known from a paper only the register holds nothing that could be missing.
    std::vector<AlarmRaised> alarms() {
        if (!watched_.institution.recognised) return {};
        for (auto const& one : watched_.holding.conditions)
            if (!one.holds && !is_unknown(one)) condition(one);
        for (auto const& one : watched_.instruments)
            if (one.calibration && one.calibration->until < today_) instrument(one);
        return std::move(out_);
    }

private:
    rulebook::Place place() const { return {watched_.institution.region}; }
    field::Date known_from() const { return field::beijing_date(watched_.institution.registered_at); }

    // What was so from the first day on says nothing yet of an institution that has just begun to enter its people, and
    // never anything of one that entered none.
    bool is_unknown(HeldCondition const& one) const {
        if (one.code == kCertificate) return false;
        bool const from_the_first = !one.since || *one.since <= known_from();
        if (!from_the_first) return false;
        auto const settled = known_from() + static_cast<int>(setting(law_, place(), today_, "watch.settle_days"));
        return watched_.institution.people == 0 || today_ < settled;
    }

    void condition(HeldCondition const& one) {
        bool const staffing = one.code.starts_with(kStaffing);
        auto* const alarm = add(one.code == kCertificate ? "watch.certificate"
                                : staffing               ? "watch.staffing"
                                                         : "watch.people",
                                one.code, one.name + "：" + one.text);
        if (alarm == nullptr) return;
        alarm->clause = staffing ? watched_.holding.staffing_clause : watched_.holding.conditions_clause;
        auto& facts = alarm->finding.facts;
        facts.push_back({"condition", one.name});
        if (one.asked) facts.push_back({"asked", amount(*one.asked, one.unit)});
        if (one.have) facts.push_back({"have", amount(*one.have, one.unit)});
        if (one.since) facts.push_back({"since", to_string(*one.since)});
    }

    void instrument(registry::InstrumentView const& one) {
        auto const until = to_string(one.calibration->until);
        auto* const alarm = add(
            "watch.instrument", "instrument." + one.id.text,
            fmt::format("{}（出厂编号 {}）的检定校准有效期至 {}，没有登记新的检定校准", one.name, one.serial, until));
        if (alarm == nullptr) return;
        if (auto const* clause = law_.find(rulebook::Kind::watch, "instrument_overdue", place(), today_))
            alarm->clause = clause->citation;
        alarm->finding.facts = {{"instrument_name", one.name + " " + one.model},
                                {"serial", one.serial},
                                {"calibrated_until", until},
                                {"since", to_string(one.calibration->until + 1)}};
    }

    AlarmRaised* add(char const* detector, std::string key, std::string words) {
        if (rulebook::catalogue_item(detectors_, detector) == nullptr) return nullptr;
        AlarmRaised alarm;
        alarm.institution = watched_.institution.id;
        alarm.region = watched_.institution.region;
        alarm.key = std::move(key);
        alarm.finding.detector = detector;
        alarm.finding.words = std::move(words);
        return &out_.emplace_back(std::move(alarm));
    }

    Watched const& watched_;
    rulebook::Law const& law_;
    field::Date today_;
    json::object const* detectors_;
    std::vector<AlarmRaised> out_;
};

}  // namespace

std::vector<AlarmRaised> alarms_of(Watched const& watched, rulebook::Law const& law, field::Date today) {
    return Watch(watched, law, today).alarms();
}

std::vector<ledger::Event> told_of(std::vector<AlarmRaised> const& alarms, std::vector<Standing> const& standing,
                                   field::Date today, std::int64_t seq) {
    std::vector<ledger::Event> out;
    for (auto const& one : alarms)
        if (std::ranges::find(standing, one.key, &Standing::key) == standing.end())
            out.push_back(ledger::event(fmt::format("XS-{:08}", seq++), one));
    for (auto const& one : standing)
        if (std::ranges::find(alarms, one.key, &AlarmRaised::key) == alarms.end())
            out.push_back(ledger::event(
                one.id.text, AlarmCured{fmt::format("{} 核对，登记的内容已经满足，平台不再提示", to_string(today))}));
    return out;
}

}  // namespace anping::findings
