// SPDX-License-Identifier: Apache-2.0
// What circulates on bureaus' desks, as the modules know it whose things these are.
#pragma once

#include <anping/cases/service.hpp>
#include <anping/circulation/matters.hpp>
#include <anping/licensing/service.hpp>
#include <anping/practice/service.hpp>

namespace anping::app {

class DeskMatters final : public circulation::Matters {
public:
    DeskMatters(practice::Service const& practice, licensing::Service const& licensing, cases::Service const& cases,
                registry::Directory const& directory, access::Policy const& policy)
        : practice_(practice), licensing_(licensing), cases_(cases), directory_(directory), policy_(policy) {}
    std::optional<circulation::MatterFacts> find(db::Session& session, circulation::Matter const& matter,
                                                 registry::BureauId const& asker) const override;
    std::vector<circulation::OwnDue> own_overdue(db::Session& session, access::Principal const& who,
                                                 field::Date today) const override;
    std::vector<circulation::InstitutionsOverdue> institutions_overdue(db::Session& session,
                                                                       access::Principal const& who,
                                                                       field::Date today) const override;

private:
    std::optional<circulation::MatterFacts> of_project(db::Session& session, practice::ProjectId const& id) const;

    practice::Service const& practice_;
    licensing::Service const& licensing_;
    cases::Service const& cases_;
    registry::Directory const& directory_;
    access::Policy const& policy_;
};

}  // namespace anping::app
