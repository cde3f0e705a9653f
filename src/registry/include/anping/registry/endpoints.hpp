// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/db/pool.hpp>
#include <anping/registry/service.hpp>
#include <anping/vault/table.hpp>

namespace anping::registry {

// What brings a unit near an institution's work: itself, when it is an enterprise served, and the regions of the
// projects. The registry cannot know; app passes it in.
struct Concerned {
    std::vector<std::string> enterprises;
    std::vector<field::RegionCode> regions;
};
using ConcernedBy =
    std::function<Concerned(db::Session& session, InstitutionId const& institution, std::string const& asker)>;

// Reads a workbook's first sheet, where it can do no harm.
using TableReader = std::function<Result<vault::Table>(std::string_view workbook)>;

// What the endpoints work on; all must outlive them.
struct Rooms {
    Service const& service;
    ledger::Writer& writer;
    db::Pool& pool;
    ConcernedBy concerned;
    TableReader tables;

    // Whose the institution is, as far as it matters to the asking unit; an error when there is none.
    Result<access::Target> target(std::string const& institution, std::string const& asker) const;
};

// All of them.
std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool, TableReader tables,
                                     ConcernedBy concerned = {});

}  // namespace anping::registry
