// SPDX-License-Identifier: Apache-2.0
#include "leftovers/other_persons.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "leftovers/parties.hpp"

namespace anping::forensics {
namespace {

constexpr View kOffices[] = {U"法定代表人", U"主要负责人", U"企业负责人", U"总经理",    U"董事长",
                             U"厂长",       U"矿长",       U"站长",       U"安全总监",  U"安全负责人",
                             U"安全科长",   U"联系人",     U"安全员",     U"分管负责人"};
constexpr View kRepresentative = U"法定代表人";
constexpr std::size_t kRepresentatives = 2;  // the enterprise's and the institution's

std::set<std::u32string> own_people(Known const& known) {
    std::set<std::u32string> out;
    for (auto const& name : known.own_persons) out.insert(bare(name));
    for (auto const& name : known.on_site) out.insert(bare(name));
    for (auto const& one : known.team) out.insert(bare(one.name));
    for (auto const& one : known.signatories) out.insert(bare(one.name));
    return out;
}

struct Named {
    Place place;
    View office;
};

// By name: where each holds an office.
std::map<std::u32string, std::vector<Named>> officers(Report const& report) {
    std::map<std::u32string, std::vector<Named>> out;
    for (auto const& office : places_of_any(report.text, kOffices)) {
        auto at = office.to;
        if (at < report.text.size() && report.text[at] == U'\t') ++at;
        auto const place = person_at(report, at);
        auto const name = bare(report.at(place));
        if (name.size() < 2 || name.size() > 3 || is_of_case(report, office.from)) continue;
        out[name].push_back({place, report.at(office)});
    }
    return out;
}

std::vector<Place> originals(Report const& report, std::vector<Named> const& named) {
    std::vector<Place> out;
    out.reserve(named.size());
    for (auto const& one : named) out.push_back(report.original(one.place));
    return out;
}

Finding of_other(Report const& report, std::u32string const& name, std::vector<Named> const& named,
                 std::vector<std::string> const& parties) {
    auto const text = bare(report.text);
    bool const party_named = std::ranges::any_of(parties, [&](auto const& one) { return contains(text, bare(one)); });
    auto const who = to_utf8(name);
    auto const office = to_utf8(named.front().office);
    return finding(
        "leftovers.other_person", party_named ? Strength::suspected : Strength::lead,
        fmt::format("报告所写{}“{}”与“{}”的人员同名，不是本企业和评价机构的已知人员。", office, who, parties.front()),
        originals(report, named), {{"person", who}, {"office", office}, {"other_enterprise", parties.front()}});
}

}  // namespace

std::vector<Finding> other_persons(Report const& report, Known const& known) {
    auto const own = own_people(known);
    std::vector<Finding> out;
    std::vector<Named> representatives;
    std::string names;
    std::size_t many = 0;
    for (auto const& [name, named] : officers(report)) {
        bool const represents =
            std::ranges::any_of(named, [](Named const& one) { return one.office == kRepresentative; });
        if (represents) {
            ++many;
            names += (names.empty() ? "" : "、") + to_utf8(name);
            std::ranges::copy(named, std::back_inserter(representatives));
        }
        if (own.contains(name)) continue;
        std::vector<std::string> parties;
        auto const [first, last] = known.persons.equal_range(to_utf8(name));
        for (auto one = first; one != last; ++one) parties.push_back(one->second);
        if (!parties.empty()) out.push_back(of_other(report, name, named, parties));
    }
    if (many > kRepresentatives)
        out.push_back(finding("leftovers.other_person", Strength::lead,
                              fmt::format("报告中有{}个不同的法定代表人：{}。", many, names),
                              originals(report, representatives), {{"persons", names}}));
    return out;
}

}  // namespace anping::forensics
