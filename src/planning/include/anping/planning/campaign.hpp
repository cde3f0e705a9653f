// SPDX-License-Identifier: Apache-2.0
// How far a campaign's two coverages 两个全覆盖 have come (ZZ-2).
#pragma once

#include <anping/planning/earlier_reports.hpp>
#include <anping/planning/views/campaign.hpp>
#include <anping/planning/year_plans.hpp>
#include <anping/practice/serving.hpp>

namespace anping::planning {

enum class Shown { all, open, covered };
BOOST_DESCRIBE_ENUM(Shown, all, open, covered)

struct CampaignAsked {
    field::Date since;
    field::Date to;
    Shown shown = Shown::all;
};

// Thread-safe. `who` is an officer of the bureau whose place it is.
class Campaign {
public:
    struct With {
        std::function<std::shared_ptr<rulebook::Law const>()> law;
        registry::Directory const& directory;
        // Registered at the place.
        std::function<std::vector<registry::InstitutionId>(db::Session&, field::RegionCode const&)> local;
        std::function<std::vector<practice::StatutoryProject>(db::Session&, rulebook::Place const&, field::Date since)>
            projects;
        // YearPlans::With's.
        std::function<std::vector<CoverageDone>(db::Session&, rulebook::Place const&, field::Date from, field::Date to)>
            done;
        EarlierReports const& earlier;
    };
    explicit Campaign(With with) : with_(std::move(with)) {}

    // As the book of the place says; where it says nothing, this year.
    field::Date since(access::Principal const& who, field::Date today) const;
    CampaignView campaign(db::Session& session, access::Principal const& who, CampaignAsked const& asked) const;
    // By their ids, those after `after`.
    std::vector<CampaignInstitution> institutions(db::Session& session, access::Principal const& who,
                                                  CampaignAsked const& asked, std::string const& after,
                                                  std::int64_t limit) const;
    // The newest first, those below `after`.
    std::vector<CampaignProject> projects(db::Session& session, access::Principal const& who,
                                          CampaignAsked const& asked, std::string const& after,
                                          std::int64_t limit) const;
    // The newest list first, those behind `after`.
    std::vector<EarlierReportRow> earlier(db::Session& session, access::Principal const& who,
                                          CampaignAsked const& asked, std::string const& after,
                                          std::int64_t limit) const;

private:
    With with_;
};

}  // namespace anping::planning
