// SPDX-License-Identifier: Apache-2.0
// The composition root: every long-lived object, top to bottom in the order it is needed; reading it explains the
// system. Destroyed in reverse.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <anping/access/accounts.hpp>
#include <anping/access/policy.hpp>
#include <anping/access/projection.hpp>
#include <anping/access/saved_views.hpp>
#include <anping/access/secrets.hpp>
#include <anping/access/sessions.hpp>
#include <anping/circulation/service.hpp>
#include <anping/db/pool.hpp>
#include <anping/desk/desk.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/legal/library.hpp>
#include <anping/legal/service.hpp>
#include <anping/licensing/service.hpp>
#include <anping/practice/service.hpp>
#include <anping/registry/service.hpp>
#include <anping/rulebook/law.hpp>
#include <anping/vault/vault.hpp>

#include "config.hpp"
#include "matters.hpp"

namespace anping::app {

// The projections of all modules, in the order they are applied.
std::vector<std::unique_ptr<ledger::Projection>> all_projections();
std::vector<ledger::Projection*> pointers(std::vector<std::unique_ptr<ledger::Projection>> const& owned);
// CREATE TABLE IF NOT EXISTS for every kept table.
std::vector<std::string> kept_schemas();

// Loads the rulebooks; error "rulebook.invalid" with the first diagnostic's place.
Result<std::shared_ptr<rulebook::Law const>> load_law(std::string const& directory);

class House {
public:
    // Throws std::runtime_error when the data directory has not been made (`anping init`).
    House(Config config, std::shared_ptr<rulebook::Law const> books, Clock const& clock);

    Config const config;
    Clock const& clock;
    legal::Library library;
    db::Address const address;

private:
    std::vector<std::unique_ptr<ledger::Projection>> projections_;
    std::vector<ledger::Projection*> projection_pointers_;

public:
    ledger::Writer writer;  // the one writer; brings projections up to date first
    db::Pool pool;          // one reading session a worker, and a few for jobs
    std::string const data_key;
    ledger::Personal personal;
    access::Secrets secrets;
    access::Policy const policy;
    access::Accounts accounts;
    access::SigningKeys signing_keys;
    access::SavedViews saved_views;
    access::Sessions sessions;
    vault::Vault vault;
    registry::Service registry;
    practice::Service practice;
    practice::Look const look;  // at institutions' own sites; empty where the configuration says so
    licensing::Service licensing;
    DeskMatters desk_matters;
    circulation::Service circulation;
    legal::Service legal;
    desk::Desk desk;

    std::vector<ledger::Projection*> const& projections() const noexcept { return projection_pointers_; }
};

// Everything served, for the dispatcher and the OpenAPI document.
std::vector<api::Endpoint> all_endpoints(House& house);

}  // namespace anping::app
