// SPDX-License-Identifier: Apache-2.0
#include "leftovers/other_enterprises.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include <anping/text/mask.hpp>

#include "leftovers/parties.hpp"

namespace anping::forensics {
namespace {

struct Party {
    std::u32string name;
    std::vector<Place> where;  // in the flow
    bool registered = false;
    bool declared = false;
};

using Parties = std::map<std::u32string, Party>;

std::vector<std::u32string> own_names(Known const& known) {
    auto out = bare_names(known.own_names);
    for (auto const* more : {&known.institution_names, &known.declared})
        std::ranges::copy(bare_names(*more), std::back_inserter(out));
    return out;
}

// The characters of the folded text that are of an own name.
text::Masks own_places(Report const& report, Known const& known) {
    std::vector<std::u16string> names;
    for (auto const* of : {&known.own_names, &known.institution_names, &known.declared, &known.project_names})
        for (auto const& name : *of) names.push_back(text::fold(name).text);
    text::Masks out;
    text::mark_names(report.folded.text, names, out);
    return out;
}

Place in_flow(Report const& report, NameScreen::Match const& match) {
    auto const at = [&](std::uint32_t folded) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(report.origin, report.folded.origin[folded]) -
                                          report.origin.begin());
    };
    return {at(match.from), at(match.to - 1) + 1};
}

void add(Parties& parties, Report const& report, std::u32string key, Place place) {
    auto& party = parties[std::move(key)];
    if (party.where.empty()) party.name = report.at(place);
    party.where.push_back(place);
    party.declared |= is_declared_at(report, place);
}

void add_registered(Parties& parties, Report const& report, Known const& known) {
    if (!known.registry) return;
    auto const own = own_names(known);
    auto const masks = own_places(report, known);
    for (auto const& match : known.registry->in(report.folded)) {
        auto const& name = known.registry->name(match.name);
        if (masks[match.from] != 0 || is_one_of(bare(name.name), own)) continue;
        auto const key = to_points(fmt::format("#{}", name.party));
        add(parties, report, key, in_flow(report, match));
        parties[key].registered = true;
    }
}

void add_by_form(Parties& parties, Report const& report, Known const& known) {
    auto const own = own_names(known);
    std::vector<Place> seen;
    for (auto const& [key, party] : parties) std::ranges::copy(party.where, std::back_inserter(seen));
    for (auto const place : party_names(report)) {
        auto const name = bare(report.at(place));
        if (is_one_of(name, own)) continue;
        if (std::ranges::any_of(seen, [&](Place one) { return one.from < place.to && place.from < one.to; })) continue;
        add(parties, report, name, place);
    }
}

Finding told(Report const& report, Party const& party) {
    std::vector<Place> where;
    where.reserve(party.where.size());
    for (auto const place : party.where) where.push_back(report.original(place));
    auto const name = to_utf8(party.name);
    bool const sure = party.registered || where.size() > 1;
    return finding(
        "leftovers.other_enterprise", sure ? Strength::suspected : Strength::lead,
        fmt::format("报告中出现“{}”（{}处），既不是被评价企业和评价机构，也未写明是周边单位、供应商或参与单位。", name,
                    where.size()),
        where,
        {{"other_enterprise", name},
         {"times", fmt::format("{}", where.size())},
         {"known_from", party.registered ? "名录" : "名称形式"}});
}

}  // namespace

std::vector<Finding> other_enterprises(Report const& report, Known const& known) {
    if (known.own_names.empty()) return {};
    Parties parties;
    add_registered(parties, report, known);
    add_by_form(parties, report, known);
    std::vector<Finding> out;
    for (auto const& [key, party] : parties)
        if (!party.declared) out.push_back(told(report, party));
    return out;
}

}  // namespace anping::forensics
