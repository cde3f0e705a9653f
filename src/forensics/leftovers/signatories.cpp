// SPDX-License-Identifier: Apache-2.0
#include "leftovers/signatories.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

// Those who write it are of the team; those who review it need not be.
constexpr View kOfTeam[] = {U"项目负责人", U"项目组长", U"组长",   U"编制人", U"组员",
                            U"项目组成员", U"评价人员", U"评价师", U"勘验"};
constexpr View kOnSite[] = {U"项目负责人", U"组长", U"勘验"};

std::vector<Place> where_of(Signatory const& one) {
    return one.where.to > one.where.from ? std::vector{one.where} : std::vector<Place>{};
}

TeamMember const* member(Known const& known, std::u32string const& name) {
    auto const found = std::ranges::find_if(known.team, [&](TeamMember const& one) { return bare(one.name) == name; });
    return found == known.team.end() ? nullptr : &*found;
}

void judge_certificate(TeamMember const& one, Signatory const& signed_by, field::Date day, std::vector<Finding>& out) {
    bool const over = one.valid_until && *one.valid_until < day;
    bool const early = one.valid_from && day < *one.valid_from;
    if (!over && !early) return;
    auto const until = over ? *one.valid_until : *one.valid_from;
    out.push_back(finding(
        "leftovers.certificate", Strength::suspected,
        fmt::format("{}“{}”的证书在报告日期{}不在有效期内（{}{}）。", signed_by.role, one.name, said(day),
                    over ? "有效期至" : "有效期自", said(until)),
        where_of(signed_by),
        {{"person", one.name}, {"certificate", one.certificate}, {over ? "until" : "from", field::to_string(until)}}));
}

bool is_there(Known const& known, std::u32string const& name) {
    return std::ranges::any_of(known.on_site, [&](auto const& one) { return bare(one) == name; });
}

}  // namespace

std::vector<Finding> signatories(Report const&, Known const& known) {
    std::vector<Finding> out;
    std::set<std::pair<std::u32string, std::string>> seen;
    std::set<std::u32string> certified;
    for (auto const& one : known.signatories) {
        auto const name = bare(one.name);
        auto const role = plain(one.role);
        if (name.empty() || !seen.emplace(name, one.role).second) continue;
        auto const* of_team = member(known, name);
        if (of_team == nullptr && !known.team.empty() && contains_any(role, kOfTeam))
            out.push_back(finding("leftovers.signatory", Strength::suspected,
                                  fmt::format("{}“{}”不是项目组成员。", one.role, one.name), where_of(one),
                                  {{"person", one.name}, {"role", one.role}}));
        if (of_team != nullptr && known.days.report && certified.insert(name).second)
            judge_certificate(*of_team, one, *known.days.report, out);
        if (!known.on_site.empty() && contains_any(role, kOnSite) && !is_there(known, name))
            out.push_back(finding("leftovers.not_on_site", Strength::suspected,
                                  fmt::format("{}“{}”不在现场勘验人员之列。", one.role, one.name), where_of(one),
                                  {{"person", one.name}, {"role", one.role}}));
    }
    return out;
}

}  // namespace anping::forensics
