// SPDX-License-Identifier: Apache-2.0
// Use cases of the plan of a year and of what was covered (XJ-11a, XJ-11b). Each change is the decision the writer
// runs.
#pragma once

#include <map>
#include <string>

#include <anping/planning/key_list.hpp>
#include <anping/planning/views/year_plan.hpp>
#include <anping/practice/types.hpp>

namespace anping::planning {

// A look at an institution, a project or an enterprise that is over.
struct CoverageDone {
    registry::InstitutionId institution;  // empty where only an enterprise was looked at
    Coverage kind = Coverage::site;
    field::Date day;
    registry::BureauId bureau;
    std::string reference;
    std::optional<practice::ProjectId> project = {};        // which of its projects or reports, where that is known
    std::optional<registry::EnterpriseId> enterprise = {};  // whose place it was at
};

// An institution the bureau went to see, in a setting.
struct LookedAt {
    InspectionSetting setting = InspectionSetting::daily;
    registry::InstitutionId institution;
};

// Thread-safe.
class YearPlans {
public:
    struct With {
        std::function<std::shared_ptr<rulebook::Law const>()> law;
        registry::Directory const& directory;
        // Service::With's.
        std::function<std::vector<registry::InstitutionId>(db::Session&, access::Principal const& bureau, DrawScope,
                                                           std::optional<field::Date> since)>
            listed;
        std::function<std::optional<RatingKnown>(db::Session&, registry::InstitutionId const&, rulebook::Place const&)>
            rating;
        // Of institutions at the place or serving there, by any bureau, between two days.
        std::function<std::vector<CoverageDone>(db::Session&, rulebook::Place const&, field::Date from, field::Date to)>
            done;
        std::function<std::string(db::Session&, std::string const& account)> name_of;
        // How many of the enterprises each serves the bureau's own level supervises, of its place, since a day.
        std::function<std::map<std::string, std::int64_t>(db::Session&, access::Principal const& bureau,
                                                          field::Date since)>
            at_level;
        // By the bureau's inspections that began between two days and were not refused, each once a setting.
        std::function<std::vector<LookedAt>(db::Session&, registry::BureauId const&, field::Date from, field::Date to)>
            looked_at;
        Clock const& clock;
        std::function<std::optional<DishonestyKnown>(db::Session&, registry::InstitutionId const&)> dishonesty = {};
    };
    explicit YearPlans(With with) : with_(std::move(with)) {}

    Decision write(access::Principal who, WriteYearPlan in) const;
    Decision approve(access::Principal who, YearPlanId id) const;
    Decision change(YearPlanId id, ChangeYearPlan in) const;

    Result<access::Target> target(db::Session& session, YearPlanId const& id) const;
    std::vector<YearPlanSummary> plans(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                       std::int64_t limit) const;
    Result<YearPlanView> plan(db::Session& session, YearPlanId const& id, access::Principal const& who) const;
    // For a year of the bureau's own.
    std::vector<Suggestion> suggestions(db::Session& session, access::Principal const& who) const;
    // Of the asker's bureau, or of `bureau`: its own or one directly below.
    Result<CoverageView> coverage(db::Session& session, access::Principal const& who,
                                  std::optional<registry::BureauId> const& bureau, field::Date from,
                                  field::Date to) const;
    // Of the asker's bureau this year: what each setting wants and what was done.
    ProportionsView proportions(db::Session& session, access::Principal const& who) const;
    // Of each bureau directly below, in the order of the divisions.
    std::vector<BureauCoverage> coverage_below(db::Session& session, access::Principal const& who, field::Date from,
                                               field::Date to) const;

private:
    CoverageView covered(db::Session& session, access::Principal const& bureau, field::Date from, field::Date to) const;

    With with_;
};

}  // namespace anping::planning
