// SPDX-License-Identifier: Apache-2.0
#include <anping/registry/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"

namespace anping::registry {

Result<access::Target> Rooms::target(std::string const& institution, std::string const& asker) const {
    auto lease = pool.lease();
    auto const view = service.institution(*lease, {institution});
    if (!view) return unknown_institution();
    access::Target target;
    target.unit = view->id.text;
    target.region = view->region;
    target.published = true;
    if (concerned) {
        auto of = concerned(*lease, view->id, asker);
        target.parties = std::move(of.enterprises);
        target.also = std::move(of.regions);
    }
    return target;
}

std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool, TableReader tables,
                                     ConcernedBy concerned) {
    return families::all({service, writer, pool, std::move(concerned), std::move(tables)});
}

}  // namespace anping::registry
