// SPDX-License-Identifier: Apache-2.0
// What a reader says of any bytes is something the vault believes.
#pragma once

#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <cstdlib>

#include <anping/vault/document.hpp>

namespace anping::worker {

inline void demand_believed(vault::Document document) {
    document.media_type = "application/pdf";
    if (!document.problem.empty()) return;
    if (!vault::document_from(boost::json::serialize(boost::json::value_from(document)))) std::abort();
}

}  // namespace anping::worker
