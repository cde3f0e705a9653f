// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/db/pool.hpp>
#include <anping/practice/service.hpp>
#include <anping/vault/vault.hpp>

namespace anping::practice {

// What the endpoints refer to; all of it outlives them.
struct Rooms {
    Service const& service;
    ledger::Writer& writer;
    db::Pool& pool;
    vault::Vault& vault;
    std::string directory = {};  // of the ledger: heads, and exports made for download
    Look look = {};              // at institutions' own sites; empty: this installation asks none
};

std::vector<api::Endpoint> project_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> report_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> process_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> notice_endpoints(Rooms const& rooms);
// Forms and receipts to print; ledgers and lists to export.
std::vector<api::Endpoint> paper_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> sheet_endpoints(Rooms const& rooms);
// What institution and enterprise settle about the site.
std::vector<api::Endpoint> site_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> bureau_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> evidence_endpoints(Rooms const& rooms);
std::vector<api::Endpoint> archive_endpoints(Rooms const& rooms);
// The report on the institution's own site.
std::vector<api::Endpoint> disclosure_endpoints(Rooms const& rooms);
// A redacted copy on the portal, by the institution's choice.
std::vector<api::Endpoint> copy_endpoints(Rooms const& rooms);
// Resumable upload (tus 1.0: creation, offset, append).
std::vector<api::Endpoint> upload_endpoints(Rooms const& rooms);

// All of them.
std::vector<api::Endpoint> endpoints(Rooms const& rooms);

}  // namespace anping::practice
