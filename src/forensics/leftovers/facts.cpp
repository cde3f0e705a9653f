// SPDX-License-Identifier: Apache-2.0
#include "leftovers/facts.hpp"

#include <algorithm>
#include <array>

#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

constexpr View kEnterprise[] = {U"被评价单位名称", U"被评价单位", U"被评价企业", U"建设单位",
                                U"委托单位",       U"受评价单位", U"企业名称"};
constexpr View kInstitution[] = {U"评价机构名称", U"安全评价机构", U"评价机构", U"评价单位", U"编制单位"};
constexpr View kFinished[] = {U"报告完成日期", U"完成日期", U"报告日期", U"编制日期", U"评价报告完成日期"};
constexpr View kOfInstitution[] = {U"安全评价", U"安全技术", U"安全科技", U"安环",
                                   U"安全咨询", U"评价",     U"检测",     U"安全"};
constexpr View kSurveys[] = {U"现场勘验", U"现场勘察", U"现场踏勘", U"现场检查", U"现场调查", U"现场考察"};
constexpr View kContract[] = {U"签订", U"合同签订日期", U"签定"};
constexpr View kProject[] = {U"项目", U"工程"};
constexpr View kEvaluation = U"评价报告";

// What stands after one of the labels, to the end of its line or cell.
std::u32string labelled(View text, Words labels) {
    for (auto const label : labels) {
        for (auto at : places_of(text, label)) {
            if (at > 0 && is_among(text[at - 1], U"被受")) continue;  // "评价单位" within "被评价单位"
            at += static_cast<std::uint32_t>(label.size());
            if (at >= text.size() || (text[at] != U':' && text[at] != U'\t')) continue;
            while (at < text.size() && (text[at] == U':' || text[at] == U'\t' || text[at] == U' ')) ++at;
            auto const rest = text.substr(at);
            auto const value = trimmed(rest.substr(0, rest.find_first_of(U"\n\t;。")));
            if (value.size() >= 4) return std::u32string(value);
        }
    }
    return {};
}

std::vector<std::u32string> companies_in(Report const& report, std::uint32_t end) {
    std::vector<std::u32string> out;
    for (auto const place : party_names(report))
        if (place.to <= end) out.emplace_back(report.at(place));
    return out;
}

void read_parties(Report const& report, Known& out) {
    View const cover = View(report.text).substr(0, report.cover);
    auto enterprise = labelled(cover, kEnterprise);
    auto institution = labelled(cover, kInstitution);
    for (auto& name : companies_in(report, report.cover)) {
        bool const evaluates = contains_any(name, kOfInstitution);
        if (evaluates && institution.empty()) institution = name;
        if (!evaluates && enterprise.empty()) enterprise = name;
    }
    if (!enterprise.empty()) out.own_names.push_back(to_utf8(enterprise));
    if (!institution.empty()) out.institution_names.push_back(to_utf8(institution));
}

// Without its enterprise's name before it and the report's kind after it.
std::u32string project_of_title(View line) {
    auto const kind = line.find(U"安全");
    auto const end = contains(line, kEvaluation) && kind != View::npos ? kind : line.size();
    return std::u32string(trimmed(line.substr(0, end)));
}

void read_project(Report const& report, Known& out) {
    View const cover = View(report.text).substr(0, report.cover);
    auto name = labelled(cover, std::array<View, 1>{U"项目名称"});
    for (std::size_t from = 0; from < cover.size() && name.empty();) {
        auto const end = std::min(cover.find(U'\n', from), cover.size());
        auto const title = project_of_title(cover.substr(from, end - from));
        if (title.size() < 50 && ends_with_any(title, kProject) && !contains(title, U":") && !contains(title, U"。"))
            name = title;
        from = end + 1;
    }
    if (!name.empty()) out.project_names.push_back(to_utf8(name));
}

// The day that is labelled, else the last that has a line of the cover for itself.
std::optional<field::Date> finished(Report const& report) {
    View const cover = View(report.text).substr(0, report.cover);
    if (auto const day = days_in(labelled(cover, kFinished)); !day.empty()) return day.front().last;
    for (std::size_t from = 0; from < cover.size();) {
        auto const end = std::min(cover.find(U'\n', from), cover.size());
        auto const line = trimmed(cover.substr(from, end - from));
        auto const day = days_in(line);
        if (day.size() == 1 && day.front().place.to - day.front().place.from == line.size()) return day.front().last;
        from = end + 1;
    }
    return std::nullopt;
}

}  // namespace

Days days_told_in(Report const& report) {
    Days out;
    out.report = finished(report);
    for (auto const sentence : report.sentences) {
        auto const text = report.at(sentence);
        bool const surveys = contains_any(text, kSurveys) && !contains(text, U"复查");
        bool const contracts = contains(text, U"合同") && contains_any(text, kContract);
        if (!surveys && !contracts) continue;
        auto const days = days_in(text);
        if (days.size() != 1) continue;
        if (contracts && !out.contract) out.contract = days.front().first;
        if (surveys && !contracts && !is_of_case(report, sentence.from)) out.survey.push_back(days.front().first);
    }
    return out;
}

Known facts_of(Report const& report) {
    Known out;
    read_parties(report, out);
    read_project(report, out);
    out.days = days_told_in(report);
    out.team = team_in(report);
    out.signatories = signatories_in(report);
    out.on_site = surveyors_in(report);
    return out;
}

Known with_facts(Known known, Known said) {
    auto const fill = [](auto& to, auto& from) {
        if (to.empty()) to = std::move(from);
    };
    auto const fill_day = [](auto& to, auto const& from) {
        if (!to) to = from;
    };
    fill(known.own_names, said.own_names);
    fill(known.institution_names, said.institution_names);
    fill(known.project_names, said.project_names);
    fill(known.team, said.team);
    fill(known.signatories, said.signatories);
    fill(known.on_site, said.on_site);
    fill(known.days.survey, said.days.survey);
    fill_day(known.days.contract, said.days.contract);
    fill_day(known.days.notice, said.days.notice);
    fill_day(known.days.report, said.days.report);
    return known;
}

}  // namespace anping::forensics
