// SPDX-License-Identifier: Apache-2.0
#include "outline_roles.hpp"

#include <algorithm>

namespace planted {
namespace {

using Roles = std::vector<std::string>;

bool is_any_of(Roles const& roles, Roles const& of) {
    return std::ranges::any_of(roles, [&](std::string const& one) { return std::ranges::find(of, one) != of.end(); });
}

// By the chapter's name in the rulebook; what is named otherwise there is not left out here.
std::map<std::string, Roles> const& chapters() {
    static Roles const first{"purpose", "scope", "basis", "process"};
    static Roles const first_of_all{"purpose", "scope", "basis", "process", "overview"};
    static std::map<std::string, Roles> const all{
        {"概述", first_of_all},
        {"概述、评价依据", first},
        {"评价对象与依据", first},
        {"评价目的、范围与依据", first},
        {"前言、项目概况", {"preface", "purpose", "scope", "basis", "process", "overview"}},
        {"建设项目概况", {"overview"}},
        {"建设项目概述", {"overview"}},
        {"危险有害因素识别与分析", {"hazards"}},
        {"危险有害因素、重大危险源辨识", {"hazards", "major"}},
        {"物料、工艺、设备的危险性分析", {"hazards"}},
        {"评价方法和评价单元", {"units", "methods"}},
        {"评价单元、评价方法", {"units", "methods"}},
        {"评价程序、方法和单元", {"process", "units", "methods"}},
        {"定性定量评价", {"assess"}},
        {"定性、定量评价", {"assess", "comply"}},
        {"符合性评价和危险危害程度的评价", {"comply", "facility", "assess"}},
        {"安全设施符合性评价", {"comply", "facility", "assess"}},
        {"安全对策措施", {"measures"}},
        {"安全对策措施建议", {"measures"}},
        {"安全对策措施、隐患整改", {"measures", "rectify"}},
        {"对策措施、整改复查情况", {"measures", "rectify"}},
        {"评价结论", {"conclusion"}},
    };
    return all;
}

Roles roles_of(OutlineLine const& line) {
    auto out = line.roles;
    if (line.text.ends_with("前言") || line.text == "前 言") out.emplace_back("preface");
    return out;
}

// The chapter goes with what it was for: all its sections that are for something.
bool goes_with_sections(Outline const& outline, std::size_t at, std::vector<char> const& gone) {
    bool any = false;
    for (auto i = at + 1; i < outline.lines.size() && outline.lines[i].depth > outline.lines[at].depth; ++i) {
        if (outline.lines[i].roles.empty()) continue;
        if (gone[i] == 0) return false;
        any = true;
    }
    return any;
}

}  // namespace

Roles const& roles_of_chapter(std::string const& title) {
    static Roles const none;
    auto const found = chapters().find(title);
    return found == chapters().end() ? none : found->second;
}

bool has_role(OutlineLine const& line, std::string const& role) {
    return std::ranges::find(line.roles, role) != line.roles.end();
}

bool has_role(Outline const& outline, std::string const& role) {
    return std::ranges::any_of(outline.lines, [&](OutlineLine const& line) { return has_role(line, role); });
}

bool has_chapter(Outline const& outline, std::string const& title) {
    auto const& roles = roles_of_chapter(title);
    return std::ranges::any_of(outline.lines,
                               [&](OutlineLine const& line) { return is_any_of(roles_of(line), roles); });
}

Outline without(Outline outline, Roles const& roles, Alone alone) {
    std::vector<char> gone(outline.lines.size());
    for (std::size_t i = 0; i < outline.lines.size(); ++i) {
        auto const own = roles_of(outline.lines[i]);
        gone[i] = is_any_of(own, roles) && (alone == Alone::no || own.size() == 1) ? 1 : 0;
    }
    for (std::size_t i = 0; i < outline.lines.size(); ++i)
        if (outline.lines[i].depth == 0 && outline.lines[i].roles.empty() && goes_with_sections(outline, i, gone))
            gone[i] = 1;
    std::vector<OutlineLine> left;
    int below = -1;  // what is deeper stands under a heading that is gone
    for (std::size_t i = 0; i < outline.lines.size(); ++i) {
        auto const depth = outline.lines[i].depth;
        if (below >= 0 && depth > below) continue;
        below = gone[i] != 0 ? depth : -1;
        if (gone[i] == 0) left.push_back(outline.lines[i]);
    }
    outline.lines = std::move(left);
    return outline;
}

}  // namespace planted
