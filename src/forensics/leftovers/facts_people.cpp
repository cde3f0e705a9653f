// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "leftovers/facts.hpp"
#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

constexpr View kRoles[] = {U"项目负责人",     U"项目组长",   U"评价组长",   U"项目组组长", U"报告编制人", U"报告审核人",
                           U"过程控制负责人", U"技术负责人", U"审核定稿人", U"编制人",     U"审核人",     U"校核人"};
constexpr View kSurveyors[] = {U"现场勘验人员", U"勘验人员",     U"现场勘察人员",
                               U"现场检查人员", U"现场调查人员", U"参加现场勘验的人员"};
constexpr View kOfTeam[] = {U"项目组", U"评价组", U"评价人员", U"编制人员"};
constexpr View kUntil[] = {U"有效期", U"有效期至", U"证书有效期", U"有效期限"};
constexpr std::uint32_t kCaption = 80;  // characters before a table that say what it is

std::size_t column_with(std::vector<Cell> const& head, Words words) {
    for (std::size_t i = 0; i < head.size(); ++i)
        if (contains_any(head[i].text, words)) return i;
    return head.size();
}

bool is_of_team(Report const& report, Grid const& grid) {
    auto const from = grid.place.from > kCaption ? grid.place.from - kCaption : 0;
    return contains_any(report.at({from, grid.place.from}), kOfTeam);
}

// "2026-05-01", "2023.5.1至2026.5.1".
void read_validity(View cell, TeamMember& out) {
    auto const found = days_in(cell);
    if (found.empty()) return;
    out.valid_until = found.back().last;
    if (found.size() > 1) out.valid_from = found.front().first;
}

}  // namespace

std::vector<Signatory> signatories_in(Report const& report) {
    std::vector<Signatory> out;
    View const cover = View(report.text).substr(0, report.cover);
    for (auto const& role : places_of_any(cover, kRoles)) {
        auto at = role.to;
        while (at < cover.size() && (cover[at] == U'\t' || cover[at] == U'(' || cover[at] == U')')) ++at;
        auto const place = person_at(report, at);
        if (place.to == place.from) continue;
        out.push_back({to_utf8(bare(report.at(place))), to_utf8(report.at(role)), report.original(place)});
    }
    return out;
}

std::vector<TeamMember> team_in(Report const& report) {
    std::vector<TeamMember> out;
    for (auto const& grid : report.grids) {
        auto const& head = grid.rows.front();
        auto const name = column_with(head, std::array<View, 1>{U"姓名"});
        auto const certificate = column_with(head, std::array<View, 3>{U"证书编号", U"证书号", U"登记号"});
        auto const until = column_with(head, kUntil);
        if (name == head.size() || certificate == head.size() || !is_of_team(report, grid)) continue;
        for (std::size_t i = 1; i < grid.rows.size(); ++i) {
            auto const& row = grid.rows[i];
            if (row.size() != head.size() || row[name].text.empty()) continue;
            TeamMember one{to_utf8(bare(row[name].text)), to_utf8(row[certificate].text), {}, {}};
            if (until != head.size()) read_validity(row[until].text, one);
            out.push_back(std::move(one));
        }
    }
    return out;
}

std::vector<std::string> surveyors_in(Report const& report) {
    std::vector<std::string> out;
    for (auto const& word : places_of_any(report.text, kSurveyors)) {
        auto at = word.to;
        for (auto place = person_at(report, at); place.to > place.from; place = person_at(report, at)) {
            out.push_back(to_utf8(bare(report.at(place))));
            at = place.to;
            if (at >= report.text.size() ||
                (report.text[at] != U'、' && report.text[at] != U',' && report.text[at] != U' '))
                break;
            ++at;
        }
    }
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

}  // namespace anping::forensics
