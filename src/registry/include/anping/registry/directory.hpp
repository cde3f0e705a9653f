// SPDX-License-Identifier: Apache-2.0
// What other modules of the field ask of the registry.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/registry/officers.hpp>
#include <anping/registry/staffing.hpp>
#include <anping/registry/views.hpp>

namespace anping::registry {

// Thread-safe; each call reads in the session given, so that a decision sees its own transaction.
class Directory {
public:
    virtual ~Directory() = default;
    virtual std::optional<InstitutionView> institution(db::Session& session, InstitutionId const& id) const = 0;
    // Those of them who are registered, in no order.
    virtual std::vector<PersonView> people(db::Session& session, std::vector<PersonId> const& ids) const = 0;
    // Whether the unit's people, or those of them who are named, fill what the scope asks for on that day. Nothing when
    // there is no table for the scope.
    virtual std::optional<Staffing> staffing(db::Session& session, StaffingQuestion const& question) const = 0;
    // Those of the institution's own.
    virtual bool has_branch(db::Session& session, InstitutionId const& institution, BranchId const& branch) const = 0;
    virtual std::vector<InstrumentView> instruments(db::Session& session,
                                                    std::vector<InstrumentId> const& ids) const = 0;
    // Whether the expert is or was in a bureau's pool.
    virtual bool has_expert(db::Session& session, ExpertId const& id) const = 0;
    // Of a bureau: who is or was an enforcement officer there, as of that day, in the order they were entered.
    virtual std::vector<OfficerView> officers_of(db::Session& session, BureauId const& bureau,
                                                 field::Date day) const = 0;
    virtual std::optional<EnterpriseView> enterprise(db::Session& session, EnterpriseId const& id) const = 0;
    // By part of the name, in no order.
    virtual std::vector<EnterpriseId> enterprises_named(db::Session& session, std::string const& text,
                                                        std::size_t limit) const = 0;
    // Each holds the id of an institution, enterprise, bureau or person, and then their name, or the ref of a personal
    // value, and then that ("已删除" once erased); what is nobody's id stays. At most 10,000.
    virtual void put_names(db::Session& session, std::vector<std::string*> const& ids) const = 0;
    // "昌吉市应急管理局", "新疆生产建设兵团…应急管理局"
    virtual std::string bureau_name(BureauId const& bureau) const = 0;
};

}  // namespace anping::registry
