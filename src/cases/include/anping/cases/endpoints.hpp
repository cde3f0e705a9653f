// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/cases/service.hpp>
#include <anping/db/pool.hpp>

namespace anping::cases {

// Where the bytes of a document lie, by SM3.
struct StoredFile {
    std::string path;
    std::int64_t size = 0;
    std::string media_type;
};
using FindFile = std::function<std::optional<StoredFile>(std::string const& sm3)>;

// A workbook's first sheet.
using TableReader = std::function<Result<vault::Table>(std::string_view workbook)>;

// What they refer to must outlive them. `directory`: of the ledger, where archives are made.
std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool, FindFile files,
                                     std::string directory, TableReader tables);

}  // namespace anping::cases
