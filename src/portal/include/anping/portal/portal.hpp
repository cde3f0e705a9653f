// SPDX-License-Identifier: Apache-2.0
// What the public sees: pages rendered here, usable without JavaScript, and the same facts as JSON.
#pragma once

#include <string>
#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/cases/service.hpp>
#include <anping/credit/views.hpp>
#include <anping/db/pool.hpp>
#include <anping/http/server.hpp>
#include <anping/licensing/service.hpp>
#include <anping/official/views.hpp>
#include <anping/planning/service.hpp>
#include <anping/practice/service.hpp>
#include <anping/registry/service.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::portal {

// All of it outlives the routes.
struct Sources {
    practice::Service const& practice;
    licensing::Service const& licensing;
    registry::Service const& registry;
    planning::Service const& planning;
    cases::Service const& cases;
    std::function<std::string()> replay_page;  // web/replay.html as it is built
    std::function<std::shared_ptr<rulebook::Law const>()> law;
    db::Pool& pool;
    std::string directory;  // of the ledger: heads and keys
    Clock const& clock;
    // An official document by the code of its check or the digest of its file. Empty: none is known.
    std::function<official::CheckView(db::Session&, std::string const& asked)> check_document = {};
    // An institution's published grades, newest first. Empty: none is known.
    std::function<std::vector<credit::GradeView>(db::Session&, registry::InstitutionId const&)> grades = {};
};

// For what no route answers.
http::Response error_page(int status, std::string_view what);
std::vector<http::Route> pages(Sources const& sources);
std::vector<api::Endpoint> endpoints(Sources const& sources);

}  // namespace anping::portal
