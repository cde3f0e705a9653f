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
#include <anping/circulation/supervision.hpp>
#include <anping/credit/service.hpp>
#include <anping/db/pool.hpp>
#include <anping/desk/desk.hpp>
#include <anping/determination/service.hpp>
#include <anping/findings/screener.hpp>
#include <anping/findings/service.hpp>
#include <anping/inspection/call_up_service.hpp>
#include <anping/inspection/service.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/legal/library.hpp>
#include <anping/legal/service.hpp>
#include <anping/licensing/service.hpp>
#include <anping/official/service.hpp>
#include <anping/planning/campaign.hpp>
#include <anping/planning/earlier_reports.hpp>
#include <anping/planning/outside_draws.hpp>
#include <anping/planning/prices.hpp>
#include <anping/planning/service.hpp>
#include <anping/planning/visits.hpp>
#include <anping/planning/year_plans.hpp>
#include <anping/portal/portal.hpp>
#include <anping/practice/hostings.hpp>
#include <anping/registry/service.hpp>
#include <anping/rulebook/law.hpp>
#include <anping/vault/press.hpp>
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
    vault::Press press;
    registry::Service registry;
    practice::Service practice;
    practice::Hostings hostings;
    practice::Look const look;  // at institutions' own sites; empty where the configuration says so
    licensing::Service licensing;
    cases::Service cases;
    DeskMatters desk_matters;
    circulation::Service circulation;
    circulation::Supervision supervision;
    findings::Screener screener;
    findings::Service findings;
    credit::Service credit;
    inspection::Service inspection;
    inspection::CallUps call_ups;
    planning::Service planning;
    planning::KeyList key_list;
    planning::YearPlans year_plans;
    planning::OutsideDraws outside_draws;
    planning::EarlierReports earlier_reports;
    planning::Campaign campaign;
    planning::Visits visits;
    planning::Prices prices;
    determination::Service determination;
    official::Service official;
    legal::Service legal;
    desk::Desk desk;

    std::vector<ledger::Projection*> const& projections() const noexcept { return projection_pointers_; }
    // An officer's, as it stands on pages.
    std::string name_of(db::Session& session, std::string const& account) const;
};

// What the public sees; the house outlives it.
portal::Sources public_sources(House& house);

// Everything served, for the dispatcher and the OpenAPI document.
std::vector<api::Endpoint> all_endpoints(House& house);

}  // namespace anping::app
