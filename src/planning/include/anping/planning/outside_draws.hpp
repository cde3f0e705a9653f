// SPDX-License-Identifier: Apache-2.0
// Use cases of draws that were held on another platform, a province's say: recorded with number, day, list and result
// as they were given. They lead to inspections as the bureau's own do; nobody can replay them here.
#pragma once

#include <anping/planning/service.hpp>
#include <anping/planning/views/outside_draws.hpp>
#include <anping/vault/table.hpp>

namespace anping::planning {

// Thread-safe.
class OutsideDraws {
public:
    struct With {
        registry::Directory const& directory;
        // Of the register: by the code, or by the whole name where no code is given.
        std::function<std::optional<registry::InstitutionId>(db::Session&, std::string const& credit_code,
                                                             std::string const& name)>
            match;
        std::function<std::string(db::Session&, std::string const& account)> name_of;
    };
    explicit OutsideDraws(With with) : with_(std::move(with)) {}

    Decision record(access::Principal who, RecordOutsideDraw in) const;
    Decision withdraw(OutsideDrawId id, WithdrawOutsideDraw in) const;

    // What a workbook's rows would be.
    Result<OutsidePreview> preview(db::Session& session, vault::Table const& table, std::string sm3) const;
    Result<access::Target> target(db::Session& session, OutsideDrawId const& id) const;
    // Newest first, below the entry `before`.
    std::vector<OutsideDrawSummary> draws(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                          std::int64_t limit) const;
    Result<OutsideDrawView> draw(db::Session& session, OutsideDrawId const& id) const;

private:
    With with_;
};

}  // namespace anping::planning
