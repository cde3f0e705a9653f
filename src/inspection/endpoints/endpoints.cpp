// SPDX-License-Identifier: Apache-2.0
#include <anping/api/stored_file.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"

namespace anping::inspection {

Result<http::Response> family::stored(Rooms const& rooms, std::optional<practice::Exhibit> const& found) {
    if (!found) return unknown_file();
    auto const path = rooms.vault.path_of(found->blob.sm3);
    if (!path) return unknown_file();
    return api::stored_file(*path, static_cast<std::uint64_t>(found->blob.size), found->blob.reading.media_type,
                            found->file_name);
}

Result<http::Response> family::file(Rooms const& rooms, api::Context const& context) {
    auto lease = rooms.pool.lease();
    return stored(rooms, rooms.service.file(*lease, context.capture("id"), context.capture("sm3")));
}

std::vector<api::Endpoint> endpoints(Service const& service, CallUps const& call_ups, ledger::Writer& writer,
                                     db::Pool& pool, vault::Vault const& vault) {
    return families::all({service, call_ups, writer, pool, vault});
}

}  // namespace anping::inspection
