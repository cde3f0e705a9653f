// SPDX-License-Identifier: Apache-2.0
// What the public sees: pages rendered here, usable without JavaScript, and the same facts as JSON.
#pragma once

#include <string>
#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/db/pool.hpp>
#include <anping/http/server.hpp>
#include <anping/licensing/service.hpp>
#include <anping/practice/service.hpp>
#include <anping/registry/service.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::portal {

// All of it outlives the routes.
struct Sources {
    practice::Service const& practice;
    licensing::Service const& licensing;
    registry::Service const& registry;
    std::function<std::shared_ptr<rulebook::Law const>()> law;
    db::Pool& pool;
    std::string directory;  // of the ledger: heads and keys
    Clock const& clock;
};

// For what no route answers.
http::Response error_page(int status, std::string_view what);
std::vector<http::Route> pages(Sources const& sources);
std::vector<api::Endpoint> endpoints(Sources const& sources);

}  // namespace anping::portal
