// SPDX-License-Identifier: Apache-2.0
#include "rules_year_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "errors.hpp"
#include "rules_key_list.hpp"

namespace anping::planning {
namespace {

constexpr std::int64_t kMostTimes = 52;

Result<void> check(std::vector<PlannedVisits> const& items) {
    if (items.empty()) return wrong_field("/items", "few", "计划里至少要有一家机构");
    std::set<std::pair<std::string, Coverage>> named;
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto const& one = items[i];
        if (one.times < 1 || one.times > kMostTimes)
            return wrong_field(fmt::format("/items/{}/times", i), "range",
                               fmt::format("次数应在 1 到 {} 之间", kMostTimes));
        if (!named.emplace(one.institution.text, one.kind).second)
            return wrong_field(fmt::format("/items/{}/institution", i), "twice", "同一家机构的同一种方式写了两次");
    }
    return {};
}

Result<void> check(std::optional<std::vector<SettingShare>> const& shares) {
    if (!shares) return {};
    std::set<InspectionSetting> named;
    for (std::size_t i = 0; i < shares->size(); ++i) {
        auto const& one = (*shares)[i];
        if (one.percent < 0 || one.percent > 100)
            return wrong_field(fmt::format("/shares/{}/percent", i), "range", "比例应在 0 到 100 之间");
        if (!named.insert(one.setting).second)
            return wrong_field(fmt::format("/shares/{}/setting", i), "twice", "同一种场景写了两次");
    }
    return {};
}

// The clause's step about the setting; nothing where it has none.
json::object const* step_of(rulebook::Clause const* clause, InspectionSetting setting) {
    auto const* steps = clause == nullptr ? nullptr : clause->body.if_contains("steps");
    if (steps == nullptr || !steps->is_array()) return nullptr;
    std::string_view const code = boost::describe::enum_to_string(setting, "");
    for (auto const& step : steps->get_array())
        if (step.at("code").as_string() == code) return &step.get_object();
    return nullptr;
}

// "inspection_frequency" of the place: so many times a year.
std::int64_t times_of(json::object const* catalogue, std::string_view code) {
    auto const* item = rulebook::catalogue_item(catalogue, code);
    auto const* value = item == nullptr ? nullptr : item->if_contains("value");
    return value == nullptr ? 0 : value->to_number<std::int64_t>();
}

}  // namespace

std::vector<SuggestionReason> asked_often(Stands const& one, rulebook::Place const& place, rulebook::Law const& law,
                                          field::Date today) {
    std::vector<SuggestionReason> out;
    auto const add = [&](char const* catalogue, std::string_view code, std::string text) {
        auto const* clause = law.find(rulebook::Kind::catalogue, catalogue, place, today);
        if (clause == nullptr) return;
        if (auto const times = times_of(&clause->body, code); times > 0)
            out.push_back({std::move(text), times, clause->citation});
    };
    constexpr char const* kFrequency = "inspection_frequency";
    if (one.rating && !one.rating->refused)
        add(kFrequency, one.rating->grade, fmt::format("信用评级“{}”", one.rating->grade_name));
    if (!one.triggers.empty())
        add(kFrequency, "key_list",
            fmt::format("重点监督检查对象：{}", trigger_name(law, place, today, one.triggers.front())));
    if (one.dishonesty)
        add("dishonesty_effects", kFrequency,
            fmt::format("严重失信主体名单 {}{}：加大检查频次", one.dishonesty->id,
                        one.dishonesty->until ? "，至 " + to_string(*one.dishonesty->until) : ""));
    return out;
}

YearlyCoverage yearly_coverage(rulebook::Place const& place, rulebook::Law const& law, field::Date day) {
    auto const* clause = law.find(rulebook::Kind::procedure, "yearly_coverage", place, day);
    if (clause == nullptr) return {};
    auto const* level = clause->body.if_contains("level");
    if (level == nullptr) return {clause, true};
    auto const* region = law.regions().find(place.region);
    auto bound = field::RegionLevel::county;
    boost::describe::enum_from_string(std::string(level->as_string()).c_str(), bound);
    return {clause, region != nullptr && region->level == bound};
}

std::vector<Suggestion> suggest(std::vector<Stands> const& all, rulebook::Place const& place, rulebook::Law const& law,
                                field::Date today) {
    auto const coverage = yearly_coverage(place, law, today);
    std::int64_t const least = coverage.clause == nullptr || coverage.binds ? 1 : 0;
    auto const* level = law.find(rulebook::Kind::procedure, "level_assignment", place, today);
    std::vector<Suggestion> out;
    out.reserve(all.size());
    for (auto const& one : all) {
        Suggestion row{one.institution, one.name, least, {}};
        if (coverage.binds) row.reasons.push_back({"每年全覆盖", 1, coverage.clause->citation});
        if (level != nullptr && one.at_level > 0)
            row.reasons.push_back({fmt::format("服务本级监管的企业 {} 家", one.at_level), 1, level->citation});
        for (auto& reason : asked_often(one, place, law, today)) row.reasons.push_back(std::move(reason));
        for (auto const& reason : row.reasons) row.times = std::max(row.times, reason.times);
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<SettingProportion> proportions(std::vector<SettingShare> const& own, rulebook::Clause const* clause,
                                           std::int64_t institutions,
                                           std::map<InspectionSetting, std::int64_t> const& done) {
    std::vector<SettingProportion> out;
    for (auto const setting : {InspectionSetting::daily, InspectionSetting::enforcement, InspectionSetting::permit,
                               InspectionSetting::accident}) {
        SettingProportion row;
        row.setting = setting;
        if (auto const* step = step_of(clause, setting)) {
            if (auto const* text = step->if_contains("text")) row.focus = text->as_string();
            if (auto const* value = step->if_contains("value")) {
                row.source = ShareSource::law;
                row.percent = value->to_number<std::int64_t>();
            }
        }
        for (auto const& share : own) {
            if (share.setting != setting) continue;
            row.source = ShareSource::plan;
            row.percent = share.percent;
            row.reason = share.reason.value;
        }
        if (auto const found = done.find(setting); found != done.end()) row.done = found->second;
        row.wanted = (institutions * row.percent.value_or(0) + 99) / 100;
        row.gap = std::max<std::int64_t>(0, row.wanted - row.done);
        out.push_back(std::move(row));
    }
    return out;
}

Result<ledger::Event> write(WriteYearPlan const& in, YearPlanId const& id, access::Principal const& who,
                            field::Date today) {
    if (in.year < today.year() || in.year > today.year() + 1)
        return wrong_field("/year", "range", "只能立今年或明年的计划");
    if (auto fine = check(in.items); !fine) return unexpected<Error>(std::move(fine.error()));
    if (auto fine = check(in.shares); !fine) return unexpected<Error>(std::move(fine.error()));
    return ledger::event(id.text, YearPlanWritten{{who.unit}, who.region, who.authority, in});
}

Result<ledger::Event> approve(YearPlanState const& state, std::string const& account) {
    if (state.stage == YearPlanStage::approved) return not_now("这份计划已经批准");
    if (state.last_by == account) return not_now("立定或者变更计划的人不能自己批准");
    return ledger::event(state.id.text, YearPlanApproved{});
}

Result<ledger::Event> change(ChangeYearPlan const& in, YearPlanState const& state) {
    if (auto fine = check(in.items); !fine) return unexpected<Error>(std::move(fine.error()));
    if (auto fine = check(in.shares); !fine) return unexpected<Error>(std::move(fine.error()));
    return ledger::event(state.id.text, YearPlanChanged{in});
}

}  // namespace anping::planning
