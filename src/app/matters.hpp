// SPDX-License-Identifier: Apache-2.0
// What circulates on bureaus' desks, as the modules know it whose things these are.
#pragma once

#include <anping/cases/service.hpp>
#include <anping/circulation/matters.hpp>
#include <anping/inspection/service.hpp>
#include <anping/licensing/service.hpp>
#include <anping/planning/key_list.hpp>
#include <anping/practice/service.hpp>

namespace anping::app {

class DeskMatters final : public circulation::Matters {
public:
    struct Of {
        practice::Service const& practice;
        licensing::Service const& licensing;
        cases::Service const& cases;
        inspection::Service const& inspection;
        planning::KeyList const& key_list;
    };
    DeskMatters(Of const& of, registry::Directory const& directory, access::Policy const& policy)
        : practice_(of.practice),
          licensing_(of.licensing),
          cases_(of.cases),
          inspection_(of.inspection),
          key_list_(of.key_list),
          directory_(directory),
          policy_(policy) {}
    std::optional<circulation::MatterFacts> find(db::Session& session, circulation::Matter const& matter,
                                                 registry::BureauId const& asker) const override;
    std::vector<circulation::OwnDue> own_overdue(db::Session& session, access::Principal const& who,
                                                 field::Date today) const override;
    std::vector<circulation::InstitutionsOverdue> institutions_overdue(db::Session& session,
                                                                       access::Principal const& who,
                                                                       field::Date today) const override;
    std::vector<circulation::OwnDue> rectifications_overdue(db::Session& session, access::Principal const& who,
                                                            registry::BureauId const& bureau,
                                                            field::Date today) const override;

private:
    std::optional<circulation::MatterFacts> of_project(db::Session& session, practice::ProjectId const& id) const;
    std::optional<circulation::MatterFacts> of_order(db::Session& session, inspection::OrderId const& id) const;
    std::optional<circulation::MatterFacts> of_listing(db::Session& session, planning::ListingId const& id) const;
    void add_rechecks(std::vector<circulation::OwnDue>& out, db::Session& session, access::Principal const& who,
                      field::Date today) const;
    void add_listings(std::vector<circulation::OwnDue>& out, db::Session& session, access::Principal const& who,
                      field::Date today) const;

    practice::Service const& practice_;
    licensing::Service const& licensing_;
    cases::Service const& cases_;
    inspection::Service const& inspection_;
    planning::KeyList const& key_list_;
    registry::Directory const& directory_;
    access::Policy const& policy_;
};

}  // namespace anping::app
