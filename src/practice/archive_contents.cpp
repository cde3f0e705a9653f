// SPDX-License-Identifier: Apache-2.0
#include "archive_contents.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace anping::practice {
namespace {

// What is known of one part. Without a day there is none of it.
struct Found {
    bool applies = true;
    std::optional<field::Date> on = {};
    std::string note = {};
};

struct Seen {
    ProjectView const& project;
    SiteView const& site;
};
using Look = Found (*)(Seen const&);

std::optional<field::Date> day(std::optional<Timestamp> const& at) {
    if (!at) return std::nullopt;
    return field::beijing_date(*at);
}

Found not_asked(char const* why) { return {false, std::nullopt, why}; }
constexpr char const* kNotStatutory = "非法定项目";

Found risk_analysis(Seen const& seen) {
    if (!seen.project.risk) return seen.project.statutory ? Found{} : not_asked(kNotStatutory);
    return {true, seen.project.risk->value().made_on};
}

Found contract(Seen const& seen) {
    if (!seen.project.contract) return {};
    return {true, seen.project.contract->value().signed_on};
}

// The first of these kinds that came in.
Found evidence(Seen const& seen, std::set<std::string> const& kinds) {
    Found out;
    for (auto const& one : seen.project.evidence) {
        if (!kinds.contains(one.exhibit.value().kind.value)) continue;
        auto const on = field::beijing_date(one.received_at);
        if (!out.on || on < *out.on) out.on = on;
    }
    return out;
}

Found contract_scan(Seen const& seen) { return evidence(seen, {"contract_scan"}); }

Found team(Seen const& seen) {
    if (!seen.project.team) return {};
    auto const& team = *seen.project.team;
    return {true, field::beijing_date(team.formed_at), team.edition > 1 ? fmt::format("第 {} 版", team.edition) : ""};
}

Found notice(Seen const& seen) {
    if (seen.project.notices.empty()) return seen.project.statutory ? Found{} : not_asked(kNotStatutory);
    auto const& first = seen.project.notices.back();  // the newest are first
    return {true, first.received_on, fmt::format("{} 份", seen.project.notices.size())};
}

Found survey(Seen const& seen) {
    Found out;
    for (auto const& one : seen.project.surveys) {
        auto const on = field::beijing_date(one.started_at);
        if (!out.on || on < *out.on) out.on = on;
    }
    if (out.on) out.note = fmt::format("{} 次", seen.project.surveys.size());
    return out;
}

Found pictures(Seen const& seen) {
    auto const excused = [](SurveyView const& one) { return one.reason_code.has_value(); };
    auto out = evidence(seen, {"gate", "landmark", "people", "equipment", "safety_facility", "document"});
    if (!out.on && std::ranges::any_of(seen.project.surveys, excused)) return not_asked("已登记无法拍摄的原因");
    return out;
}

Found raw_data(Seen const& seen) {
    if (seen.project.service_type != "testing") return not_asked("不是检测检验");
    return evidence(seen, {"raw_data"});
}

Found exchange(Seen const& seen) {
    if (seen.site.exchanges.empty()) return seen.project.statutory ? Found{} : not_asked(kNotStatutory);
    return {true, field::beijing_date(seen.site.exchanges.back().held_at)};
}

ReportView const* last_report(Seen const& seen) {
    auto const& reports = seen.project.reports;
    auto const last = std::ranges::max_element(reports, {}, &ReportView::edition);
    return last == reports.end() ? nullptr : &*last;
}

Found report(Seen const& seen) {
    auto const* last = last_report(seen);
    if (last == nullptr) return {};
    return {true, field::beijing_date(last->filed_at), fmt::format("{} 版", seen.project.reports.size())};
}

// All steps the book asks for, on the last edition.
Found reviews(Seen const& seen) {
    auto const* last = last_report(seen);
    if (seen.project.review_steps.empty()) return not_asked("当地没有规定审核步骤");
    Found out;
    if (last == nullptr) return out;
    std::size_t signed_steps = 0;
    for (auto const step : seen.project.review_steps) {
        auto const found = std::ranges::find(last->reviews, step, &ReviewView::step);
        if (found == last->reviews.end()) continue;
        ++signed_steps;
        out.on = field::beijing_date(found->signed_at);
    }
    out.note = fmt::format("{}/{} 步", signed_steps, seen.project.review_steps.size());
    if (signed_steps < seen.project.review_steps.size()) out.on.reset();
    return out;
}

Found measures(Seen const& seen) {
    if (seen.site.measures.empty()) return not_asked("没有提出措施建议");
    Found out;
    auto const open = std::ranges::count(seen.site.measures, false, &MeasureView::settled);
    if (open > 0) {
        out.note = fmt::format("{} 条没有了结", open);
        return out;
    }
    for (auto const& one : seen.site.measures)
        for (auto const& on : {one.checked_on, one.done_on})
            if (on && (!out.on || *out.on < *on)) out.on = on;
    if (!out.on) return not_asked("措施建议均未被采纳");
    return out;
}

Found site_confirmation(Seen const& seen) {
    if (seen.site.confirmations.empty()) return {true, std::nullopt, "由企业确认"};
    auto const& last = seen.site.confirmations.front();
    return {true, field::beijing_date(last.recorded_at), last.people_match && last.data_true ? "" : "企业确认有出入"};
}

Found report_confirmation(Seen const& seen) {
    if (seen.site.report_confirmations.empty()) return {true, std::nullopt, "由企业核对"};
    auto const& last = seen.site.report_confirmations.front();
    return {true, field::beijing_date(last.recorded_at), last.matches ? "" : "企业核对不一致"};
}

Found issue(Seen const& seen) {
    auto const* last = last_report(seen);
    if (last == nullptr || !last->published_at) return {};
    return {true, day(last->published_at), last->number.value_or("")};
}

Found disclosure(Seen const& seen) {
    auto out = issue(seen);
    auto const* last = last_report(seen);
    out.note = last != nullptr && last->withdrawn ? "已撤回" : "";
    return out;
}

Look look_for(std::string const& code) {
    static std::map<std::string, Look> const kLooks = {{"risk_analysis", risk_analysis},
                                                       {"contract", contract},
                                                       {"contract_scan", contract_scan},
                                                       {"team", team},
                                                       {"notice", notice},
                                                       {"survey", survey},
                                                       {"pictures", pictures},
                                                       {"raw_data", raw_data},
                                                       {"site_confirmation", site_confirmation},
                                                       {"exchange", exchange},
                                                       {"report", report},
                                                       {"reviews", reviews},
                                                       {"report_confirmation", report_confirmation},
                                                       {"issue", issue},
                                                       {"disclosure", disclosure},
                                                       {"measures", measures}};
    auto const found = kLooks.find(code);
    return found == kLooks.end() ? nullptr : found->second;
}

std::string text_in(json::object const& item, char const* name) {
    auto const* value = item.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

ArchivePart part_of(json::object const& item, Found found) {
    ArchivePart out{text_in(item, "code"), text_in(item, "name"), text_in(item, "source"), {}, found.on, {}};
    out.note = std::move(found.note);
    out.state = !found.applies ? ArchiveState::not_applicable
                : found.on     ? ArchiveState::present
                               : ArchiveState::pending;
    return out;
}

// What was passed by: something after it is there.
void name_missing(std::vector<ArchivePart>& parts) {
    bool passed = false;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (part->state == ArchiveState::present) passed = true;
        else if (part->state == ArchiveState::pending && passed) part->state = ArchiveState::missing;
    }
}

// The watches whose clauses are about the order of the steps.
bool is_about_order(rulebook::Flag const& flag) {
    return flag.watch.starts_with("order_") || flag.watch == "risk_analysis_late";
}

char const* word_of(ArchiveState state) {
    switch (state) {
        case ArchiveState::present: return "有";
        case ArchiveState::missing: return "待补正";
        case ArchiveState::pending: return "未到这一步";
        case ArchiveState::not_applicable: return "不适用";
    }
    return "";
}

}  // namespace

ArchiveContents archive_contents(ProjectView const& project, SiteView const& site, json::object const* catalogue) {
    ArchiveContents out;
    auto const* items = catalogue == nullptr ? nullptr : catalogue->if_contains("items");
    if (items != nullptr && items->is_array())
        for (auto const& item : items->get_array())
            if (auto const look = look_for(text_in(item.as_object(), "code")))
                out.parts.push_back(part_of(item.as_object(), look({project, site})));
    name_missing(out.parts);
    for (auto const& flag : project.flags)
        if (!flag.cleared_at && is_about_order(flag.flag.value())) out.disorder.push_back(flag);
    return out;
}

std::string archive_text(ProjectView const& project, ArchiveContents const& contents) {
    auto out = fmt::format("归档内容清单\n项目：{} {}\n机构：{}\n委托单位：{}\n\n", project.id.text, project.title,
                           project.institution_name, project.enterprise_name);
    for (auto const& part : contents.parts) {
        out += fmt::format("［{}］{}", word_of(part.state), part.name);
        if (part.on) out += " " + field::to_string(*part.on);
        if (!part.note.empty()) out += fmt::format("（{}）", part.note);
        out += fmt::format("　依据 {}\n", part.clause);
    }
    out += contents.disorder.empty() ? "\n步骤的先后次序没有异常。\n" : "\n先后次序：\n";
    for (auto const& flag : contents.disorder) {
        auto const told = flag.flag.value();
        out += fmt::format("- {}（依据 {}）\n", told.text, told.citation.clause);
    }
    return out;
}

}  // namespace anping::practice
