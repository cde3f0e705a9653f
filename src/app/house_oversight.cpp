// SPDX-License-Identifier: Apache-2.0
#include "house_oversight.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <anping/credit/standing.hpp>
#include <anping/inspection/done.hpp>
#include <anping/planning/drawn.hpp>
#include <anping/practice/serving.hpp>
#include <anping/registry/located.hpp>

#include "document_facts.hpp"

namespace anping::app {
namespace {

std::vector<registry::InstitutionId> institutions_listed(db::Session& session, access::Principal const& bureau,
                                                         planning::DrawScope scope, std::optional<field::Date> since) {
    if (scope == planning::DrawScope::local) return registry::located_in(session, bureau.region);
    return practice::serving(session, bureau.region, bureau.authority, since);
}

// Registered at the bureau's place, or with a project there since the beginning of the year before.
std::vector<registry::InstitutionId> institutions_around(db::Session& session, access::Principal const& bureau,
                                                         field::Date today) {
    auto out = registry::located_in(session, bureau.region);
    auto const since = *field::Date::of(today.year() - 1, 1, 1);
    for (auto& one : practice::serving(session, bureau.region, bureau.authority, since))
        if (std::ranges::find(out, one) == out.end()) out.push_back(std::move(one));
    return out;
}

std::optional<planning::RatingKnown> rating_of(db::Session& session, registry::InstitutionId const& institution,
                                               rulebook::Place const& place) {
    auto found = credit::standing_of(session, institution, place.region, place.authority);
    if (!found) return std::nullopt;
    return planning::RatingKnown{found->id.text,
                                 found->year,
                                 found->standing == credit::Standing::refused,
                                 std::move(found->grade),
                                 std::move(found->grade_name),
                                 std::move(found->rater),
                                 found->rated_on};
}

planning::Coverage coverage_of(inspection::Coverage kind) {
    switch (kind) {
        case inspection::Coverage::desk: return planning::Coverage::desk;
        case inspection::Coverage::joint: return planning::Coverage::joint;
        case inspection::Coverage::site: break;
    }
    return planning::Coverage::site;
}

// Spot checks of running projects, inspections that took place, reports that were called up and concluded about.
std::vector<planning::CoverageDone> covered(practice::Service const& practice, db::Session& session,
                                            rulebook::Place const& place, field::Date from, field::Date to) {
    std::vector<planning::CoverageDone> out;
    for (auto& one : practice::spot_checks(session, place.region, place.authority, from, to))
        out.push_back({std::move(one.institution), planning::Coverage::site, one.day, std::move(one.bureau),
                       "项目抽查 " + one.project.text, std::move(one.project), std::move(one.enterprise)});
    for (auto& one : inspection::done_in(session, from, to)) {
        if (one.refused) continue;
        // An institution's inspection about a project of an enterprise's is not at the enterprise's place.
        if (one.checked == inspection::Checked::institution) one.enterprise.reset();
        out.push_back({one.institution.value_or(registry::InstitutionId()), coverage_of(one.kind), one.day,
                       std::move(one.bureau), "检查 " + one.inspection.text, std::move(one.project),
                       std::move(one.enterprise)});
    }
    for (auto& one : inspection::reviewed_in(session, from, to)) {
        auto const report = practice.report(session, one.report);
        out.push_back({std::move(one.institution), planning::Coverage::desk, one.day, std::move(one.bureau),
                       "报告调阅 " + one.call_up.text, report ? std::optional(report->project) : std::nullopt});
    }
    return out;
}

auto covered_by(House& house) {
    return [&house](db::Session& session, rulebook::Place const& place, field::Date from, field::Date to) {
        return covered(house.practice, session, place, from, to);
    };
}

// Visits of the bureau's that would go to the same place.
std::vector<planning::VisitAhead> visits_ahead(db::Session& session, registry::BureauId const& bureau,
                                               planning::Visited const& whom) {
    std::vector<planning::VisitAhead> out;
    for (auto const& one : inspection::ahead_of(session, bureau)) {
        bool const there = whom.enterprise
                               ? one.checked == inspection::Checked::enterprise && one.enterprise == whom.enterprise
                               : one.checked == inspection::Checked::institution && one.institution == whom.institution;
        if (there) out.push_back({one.from, one.until, "检查 " + one.inspection.text});
    }
    return out;
}

// Effective decisions by bureaus of the province the place lies in.
std::vector<planning::DecisionKnown> decisions_against(cases::Service const& cases, field::Regions const& regions,
                                                       db::Session& session, registry::InstitutionId const& institution,
                                                       rulebook::Place const& place, field::Date from, field::Date to) {
    field::RegionCode const province{place.region.digits.substr(0, 2) + "0000"};
    std::vector<planning::DecisionKnown> out;
    for (auto& one : cases.decisions_of(session, institution, from, to))
        if (one.effective && regions.contains(province, registry::region_of(one.bureau)))
            out.push_back({std::move(one.id.text), one.decided_on, one.document + " " + one.title});
    return out;
}

// Permits that rest on a report of the project.
std::vector<cases::RelianceView> relying_on(licensing::Service const& licensing, access::Policy const& policy,
                                            db::Session& session, std::string const& project) {
    licensing::ApplicationFilter filter;
    filter.project = practice::ProjectId{project};
    access::Principal const nation{{},   access::Role::clerk, "B-000000", access::UnitKind::bureau, {"000000"}, {}, {},
                                   false};
    std::vector<cases::RelianceView> out;
    auto const sees = policy.visibility(nation, access::Action::application_view);
    for (auto& one : licensing.applications(session, sees, filter, "", 200))
        out.push_back({one.id.text, std::move(one.title), std::move(one.enterprise_name), {}, {}});
    return out;
}

std::optional<inspection::DrawKnown> draw_known(db::Session& session, std::string const& draw,
                                                std::optional<registry::InstitutionId> const& institution) {
    auto const drawn = planning::drawn_by(session, draw);
    if (!drawn) return std::nullopt;
    inspection::DrawKnown out{drawn->bureau};
    for (auto const& one : drawn->sendings) {
        if (one.institution != institution) continue;
        out.chosen = true;
        out.certificates = one.certificates;
    }
    return out;
}

bool is_institution(House const& house, db::Session& session, std::string const& name) {
    return std::ranges::any_of(house.registry.institutions(session, name, "", 10),
                               [&](auto const& one) { return one.name == name; });
}

}  // namespace

findings::Service::With around_findings(House& house) {
    return {[&house] { return house.library.law(); },
            house.practice,
            house.registry,
            house.vault,
            house.policy,
            house.clock,
            [&house] { return house.screener.progress(); },
            [&house](db::Session& session, registry::InstitutionId const& id) -> std::optional<findings::Watched> {
                auto institution = house.registry.institution(session, id);
                auto holding = house.registry.holding(session, id, field::beijing_date(house.clock.now()));
                if (!institution || !holding) return std::nullopt;
                return findings::Watched{std::move(*institution), std::move(*holding),
                                         house.registry.instruments(session, id)};
            }};
}

official::Service::With around_documents(House& house) {
    official::Service::With out{
        [&house] { return house.library.law(); },
        house.registry,
        house.personal,
        house.vault,
        house.config.data + "/exports",
        house.clock,
        [](std::size_t bytes) { return crypto::random_bytes(bytes); },
        [&house](db::Session& session, std::string const& account) { return house.name_of(session, account); }};
    out.known = [&house](db::Session& session, access::Principal const& who, official::Subject const& subject,
                         std::string const&) { return document_facts(house, session, who, subject); };
    if (house.press.installed()) out.to_pdf = [&house](std::string const& docx) { return house.press.pdf(docx); };
    return out;
}

inspection::Service::With around_inspections(House& house) {
    return {[&house] { return house.library.law(); },
            house.registry,
            house.practice,
            house.personal,
            house.vault,
            house.clock,
            [&house](db::Session& session, std::string const& account) { return house.name_of(session, account); },
            draw_known};
}

cases::Service::With around_cases(House& house) {
    return {[&house] { return house.library.law(); },
            house.registry,
            house.personal,
            house.clock,
            [&house](db::Session& session, std::string const& project) {
                return relying_on(house.licensing, house.policy, session, project);
            },
            [&house](std::string const& upload, std::string const& account) -> std::optional<std::string> {
                auto const state = house.vault.state({upload});
                if (!state || state->owner != account || !state->blob) return std::nullopt;
                return state->blob->sm3;
            }};
}

inspection::CallUps::With around_call_ups(House& house) {
    return {[&house] { return house.library.law(); },
            house.practice,
            house.registry,
            [&house](db::Session& session, registry::ExpertId const& id, field::Date today) {
                return house.registry.expert(session, id, today);
            },
            [&house](db::Session& session, std::string const& name) { return is_institution(house, session, name); },
            access::Colleagues(house.personal),
            house.vault,
            house.clock};
}

planning::Service::With around_draws(House& house) {
    return {house.registry,
            institutions_listed,
            [](std::size_t bytes) { return crypto::random_bytes(bytes); },
            [&house](db::Session& session, std::string const& account) { return house.name_of(session, account); },
            [&house](db::Session& session, registry::ExpertId const& id, field::Date today) {
                return house.registry.expert(session, id, today);
            },
            [&house](db::Session& session, std::string const& name) { return is_institution(house, session, name); },
            [&house] { return house.library.law(); },
            rating_of};
}

planning::KeyList::With around_the_key_list(House& house) {
    return {[&house] { return house.library.law(); },
            house.registry,
            [&house](db::Session& session, access::Principal const& bureau) {
                return institutions_around(session, bureau, field::beijing_date(house.clock.now()));
            },
            rating_of,
            [&house](db::Session& session, registry::InstitutionId const& institution, rulebook::Place const& place,
                     field::Date from, field::Date to) {
                auto const law = house.library.law();
                return decisions_against(house.cases, law->regions(), session, institution, place, from, to);
            },
            house.clock};
}

namespace {

registry::SupervisionLevel level_of(field::RegionCode const& region) {
    if (region.digits.ends_with("0000")) return registry::SupervisionLevel::province;
    return region.digits.ends_with("00") ? registry::SupervisionLevel::prefecture : registry::SupervisionLevel::county;
}

std::map<std::string, std::int64_t> served_at_level(db::Session& session, access::Principal const& bureau,
                                                    field::Date since) {
    std::set<std::string> own;
    for (auto& one : registry::supervised_at(session, bureau.region, level_of(bureau.region)))
        own.insert(std::move(one.text));
    std::map<std::string, std::int64_t> out;
    for (auto const& [institution, enterprise] : practice::services(session, bureau.region, bureau.authority, since))
        if (own.contains(enterprise.text)) ++out[institution.text];
    return out;
}

}  // namespace

planning::YearPlans::With around_year_plans(House& house) {
    return {[&house] { return house.library.law(); },
            house.registry,
            institutions_listed,
            rating_of,
            covered_by(house),
            [&house](db::Session& session, std::string const& account) { return house.name_of(session, account); },
            served_at_level,
            house.clock};
}

planning::OutsideDraws::With around_outside_draws(House& house) {
    return {house.registry,
            [](db::Session& session, std::string const& credit_code, std::string const& name) {
                return registry::institution_with(session, credit_code, name);
            },
            [&house](db::Session& session, std::string const& account) { return house.name_of(session, account); }};
}

planning::Campaign::With around_campaigns(House& house) {
    return {[&house] { return house.library.law(); },
            house.registry,
            [](db::Session& session, field::RegionCode const& region) { return registry::located_in(session, region); },
            [](db::Session& session, rulebook::Place const& place, field::Date since) {
                return practice::statutory_since(session, place.region, place.authority, since);
            },
            covered_by(house),
            house.earlier_reports};
}

planning::Visits::With around_visits(House& house) {
    return {[&house] { return house.library.law(); }, house.registry,
            [](db::Session& session, rulebook::Place const& place, field::Date since) {
                return practice::served(session, place.region, place.authority, since);
            },
            covered_by(house), visits_ahead};
}

planning::Prices::With around_prices(House& house) {
    auto const today = [&house] { return field::beijing_date(house.clock.now()); };
    return {[&house, today](db::Session& session, practice::ProjectId const& id) {
                return practice::like_prices(session, *house.library.law(), today(), id);
            },
            [&house, today](db::Session& session, rulebook::Place const& place, access::Visibility const& sees,
                            std::string const& after, std::int64_t limit) {
                return practice::low_prices(session, *house.library.law(), today(), place, sees, after, limit);
            },
            [&house](db::Session& session, practice::ProjectId const& id) -> std::optional<practice::ProjectFacts> {
                auto found = house.practice.facts_of(session, {id});
                if (found.empty()) return std::nullopt;
                return std::move(found.front());
            },
            house.registry,
            [&house] { return house.library.law(); },
            [&house](db::Session& session, std::string const& account) { return house.name_of(session, account); }};
}

}  // namespace anping::app
