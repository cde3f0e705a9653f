// SPDX-License-Identifier: Apache-2.0
#include "leftovers/other_places.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "leftovers/parties.hpp"

namespace anping::forensics {
namespace {

constexpr View kLocates[] = {U"位于", U"坐落", U"地处", U"所在", U"厂址", U"地址", U"地点", U"住所"};
constexpr View kSpeaksOf[] = {U"境内", U"气象", U"地震", U"多年平均", U"年平均", U"主导风", U"地势", U"属", U"气候"};
constexpr View kOnTheWay[] = {U"距",   U"至",   U"通往", U"毗邻", U"接壤", U"途经",
                              U"销往", U"产自", U"来自", U"邻",   U"与",   U"到"};
constexpr View kOfAuthority[] = {U"人民政府", U"人大",     U"应急", U"市场监督", U"消防", U"安监", U"安全生产监督",
                                 U"生态环境", U"自然资源", U"公安", U"住建",     U"住房", U"发改", U"发展",
                                 U"工信",     U"气象局",   U"行政", U"人民医院", U"医院"};

std::vector<field::RegionCode> own_regions(Known const& known) {
    auto out = known.regions;
    if (!out.empty()) return out;
    for (auto const* of : {&known.own_names, &known.institution_names, &known.addresses, &known.project_names})
        for (auto const& text : *of)
            for (auto const& named : known.divisions->in(to_points(text)))
                out.insert(out.end(), named.codes->begin(), named.codes->end());
    return out;
}

bool is_near(std::vector<field::RegionCode> const& own, std::vector<field::RegionCode> const& codes) {
    return std::ranges::any_of(codes, [&](auto const& code) {
        return std::ranges::any_of(own, [&](auto const& mine) { return Divisions::belong_together(mine, code); });
    });
}

bool in_title(Report const& report, Place place) {
    auto const head = before(report, place.from, 40);
    auto const open = head.rfind(U'《');
    return open != View::npos && head.find(U'》', open) == View::npos;
}

// A party's name, an authority, a way there: a division that may be named.
bool has_reason(Report const& report, Place place) {
    auto const ends = before(report, place.from, 1);
    // "会同县级", "沿海城市": no names.
    if (starts_with_any(after(report, place.to, 1), std::array<View, 1>{U"级"}) || ends == U"沿") return true;
    if (in_title(report, place) || is_declared_at(report, place)) return true;
    auto const rest = after(report, place.to, 24);
    auto const end = rest.find_first_of(U",。;、:《(\t");
    auto const joined = rest.substr(0, end);
    constexpr View parties[] = {U"公司", U"厂", U"院", U"中心", U"所", U"站", U"局", U"厅", U"队"};
    if (contains_any(joined, parties)) return true;
    return starts_with_any(rest, kOfAuthority) || contains_any(before(report, place.from, 8), kOnTheWay);
}

bool locates(Report const& report, Place place) {
    return contains_any(before(report, place.from, 14), kLocates) ||
           contains_any(after(report, place.to, 6), kSpeaksOf);
}

}  // namespace

std::vector<Finding> other_places(Report const& report, Known const& known) {
    if (!known.divisions) return {};
    auto const own = own_regions(known);
    if (own.empty()) return {};
    struct Mentions {
        std::vector<Place> where;
        bool locates = false;
    };
    std::map<std::u32string, Mentions> found;
    for (auto const& named : known.divisions->in(report.text)) {
        if (is_near(own, *named.codes) || has_reason(report, named.place)) continue;
        auto& one = found[std::u32string(report.at(named.place))];
        one.where.push_back(report.original(named.place));
        one.locates |= locates(report, named.place);
    }
    std::vector<Finding> out;
    for (auto& [name, one] : found) {
        auto const text = to_utf8(name);
        out.push_back(finding("leftovers.other_place", one.locates ? Strength::suspected : Strength::lead,
                              fmt::format("报告中出现“{}”（{}处），与项目和企业所在地区不符。", text, one.where.size()),
                              one.where, {{"other_place", text}}));
    }
    return out;
}

}  // namespace anping::forensics
