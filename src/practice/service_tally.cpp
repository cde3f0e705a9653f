// SPDX-License-Identifier: Apache-2.0
// How the projects a person may see part: each figure with the filter that lists what it counts.
#include <algorithm>
#include <map>

#include <anping/practice/service.hpp>
#include <anping/rulebook/catalogue.hpp>

#include "queries.hpp"

namespace anping::practice {
namespace {

using Counted = std::vector<std::pair<std::string, std::int64_t>>;

// The division right below `top` a county lies in; the county itself when it lies in none.
std::string division_of(std::string const& county, std::vector<field::Region const*> const& below) {
    auto const in = std::ranges::find_if(
        below, [&](field::Region const* one) { return county.starts_with(field::subtree_prefix(one->code)); });
    return in == below.end() ? county : (*in)->code.digits;
}

std::vector<Tally> by_region(Counted const& counted, ProjectFilter const& filter, field::Regions const& regions) {
    auto const below = regions.children(filter.region.value_or(field::RegionCode{"000000"}));
    std::map<std::string, std::int64_t> sums;
    for (auto const& [county, count] : counted) sums[division_of(county, below)] += count;
    std::vector<Tally> out;
    for (auto const& [code, count] : sums) {
        auto const* known = regions.find({code});
        out.push_back({code, known == nullptr ? code : known->name, count, filter});
        out.back().filter.region = field::RegionCode{code};
    }
    return out;
}

void narrow(ProjectFilter& filter, TallyBy by, std::string const& key) {
    Stage stage{};
    if (by == TallyBy::stage && boost::describe::enum_from_string(key.c_str(), stage)) filter.stage = stage;
    if (by == TallyBy::kind) filter.kind = key;
    if (by == TallyBy::institution) filter.institution = registry::InstitutionId{key};
    if (by == TallyBy::clause) filter.clause = key;
}

std::string name_of(TallyBy by, std::string const& key, rulebook::Law const& law,
                    std::map<std::string, std::string> const& kinds) {
    Stage stage{};
    if (by == TallyBy::stage && boost::describe::enum_from_string(key.c_str(), stage)) return name_of(stage);
    if (by == TallyBy::kind && key == "none") return "非法定项目";
    if (by == TallyBy::kind && kinds.contains(key)) return kinds.at(key);
    if (by == TallyBy::clause)
        if (auto const* clause = law.by_id(key)) return clause->citation.title;
    return key;
}

}  // namespace

std::vector<Tally> Service::tally(db::Session& session, access::Visibility const& sees, ProjectFilter const& filter,
                                  TallyBy by) const {
    auto const law = law_();
    auto const with = reading(session, *law);
    auto const seen =
        queries::narrowed(session, queries::seen_projects(sees), filter, with.today, queries::Wanted::all);
    auto const counted = queries::tally(session, seen, by);
    if (by == TallyBy::region) return by_region(counted, filter, law->regions());
    auto const named = rulebook::catalogue_names(law->catalogue("statutory_kinds", {{"000000"}}, with.today));
    std::map<std::string, std::string> const kinds(named.begin(), named.end());
    std::vector<Tally> out;
    for (auto const& [key, count] : counted) {
        out.push_back({key, name_of(by, key, *law, kinds), count, filter});
        narrow(out.back().filter, by, key);
    }
    if (by == TallyBy::institution) {
        std::vector<std::string*> names;
        names.reserve(out.size());
        for (auto& one : out) names.push_back(&one.name);
        directory_.put_names(session, names);
    }
    // Stages stand in their order; of the others the most come first.
    if (by == TallyBy::stage) std::ranges::sort(out, {}, [](Tally const& one) { return one.filter.stage; });
    else std::ranges::stable_sort(out, std::greater{}, &Tally::count);
    return out;
}

std::vector<SitePlace> Service::on_site_places(db::Session& session, access::Visibility const& sees,
                                               field::RegionCode const& region) const {
    auto const law = law_();
    auto const with = reading(session, *law);
    ProjectFilter within;
    within.region = region;
    auto const counted = queries::on_site_by_region(
        with, queries::narrowed(session, queries::seen_projects(sees), within, with.today, queries::Wanted::all));
    auto const below = law->regions().children(region);
    std::map<std::string, std::int64_t> sums;
    for (auto const* one : below) sums[one->code.digits] = 0;
    for (auto const& [county, count] : counted) sums[division_of(county, below)] += count;
    std::vector<SitePlace> out;
    for (auto const& [code, count] : sums) {
        auto const* known = law->regions().find({code});
        out.push_back({{code}, known == nullptr ? code : known->name, count});
    }
    return out;
}

}  // namespace anping::practice
