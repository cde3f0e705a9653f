// SPDX-License-Identifier: Apache-2.0
#include "house.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>

#include <anping/api/session_endpoints.hpp>
#include <anping/circulation/endpoints.hpp>
#include <anping/circulation/projection.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/legal/endpoints.hpp>
#include <anping/legal/projection.hpp>
#include <anping/licensing/endpoints.hpp>
#include <anping/licensing/projection.hpp>
#include <anping/portal/portal.hpp>
#include <anping/practice/endpoints.hpp>
#include <anping/practice/looking.hpp>
#include <anping/practice/projection.hpp>
#include <anping/registry/endpoints.hpp>
#include <anping/registry/projection.hpp>

namespace anping::app {
namespace {

std::string load_data_key(std::string const& directory) {
    auto key = ledger::load_or_make_data_key(directory);
    if (!key) throw std::runtime_error(key.error().text);
    return std::move(*key);
}

Config existing(Config config) {
    if (!std::filesystem::exists(config.data))
        throw std::runtime_error(fmt::format("{} does not exist: anping init --data {}", config.data, config.data));
    return config;
}

ledger::WriterOptions writer_options(Config const& config) {
    ledger::WriterOptions options;
    options.directory = config.data;
    options.hash = *crypto::parse_hash_algorithm(config.hash);
    return options;
}

void append(std::vector<api::Endpoint>& to, std::vector<api::Endpoint> more) {
    for (auto& endpoint : more) to.push_back(std::move(endpoint));
}

// Kept tables exist before anything reads them.
db::Address with_kept_tables(Config const& config) {
    auto address = db::parse_address(config.database);
    auto session = db::open(address, db::Mode::write);
    for (auto const& schema : kept_schemas()) session.script(schema);
    return address;
}

// A few at a time: each holds a worker while somebody else's site makes up its mind.
constexpr std::size_t kLooksAtOnce = 2;

practice::Look look_of(Config const& config) {
    if (!config.disclosure_checks) return {};
    http::FetchOptions options;
    options.ports = ports_in(config.disclosure_ports).value();
    options.allowed = http::Networks::parse(config.disclosure_networks).value();
    return practice::looker(std::move(options), kLooksAtOnce);
}

registry::ConcernedBy concerned_by(practice::Service const& practice) {
    return [&practice](db::Session& session, registry::InstitutionId const& institution, std::string const& asker) {
        auto [enterprises, regions] = practice.concerned_by(session, institution, asker);
        return registry::Concerned{std::move(enterprises), std::move(regions)};
    };
}

legal::Surroundings around_the_law(practice::Service const& practice, registry::Service const& registry) {
    return {[&practice](db::Session& session) { return practice.citations(session); },
            [&practice](db::Session& session, access::Visibility const& sees) {
                return practice.open_deadlines(session, sees);
            },
            [&registry](std::string const& unit) { return registry.bureau_name({unit}); }};
}

}  // namespace

std::vector<ledger::Projection*> pointers(std::vector<std::unique_ptr<ledger::Projection>> const& owned) {
    std::vector<ledger::Projection*> out;
    out.reserve(owned.size());
    for (auto const& projection : owned) out.push_back(projection.get());
    return out;
}

std::vector<std::unique_ptr<ledger::Projection>> all_projections() {
    std::vector<std::unique_ptr<ledger::Projection>> out;
    out.push_back(std::make_unique<access::AccountProjection>());
    out.push_back(legal::make_projection());
    out.push_back(registry::make_projection());
    out.push_back(practice::make_projection());
    out.push_back(licensing::make_projection());
    out.push_back(circulation::make_projection());
    return out;
}

std::vector<std::string> kept_schemas() { return {ledger::Personal::schema(), access::kept_schema()}; }

Result<std::shared_ptr<rulebook::Law const>> load_law(std::string const& directory) {
    auto loaded = rulebook::load(directory);
    if (loaded.law) return std::make_shared<rulebook::Law const>(std::move(*loaded.law));
    std::string text = "the rulebooks in " + directory + " are refused";
    for (auto const& diagnostic : loaded.diagnostics) {
        if (diagnostic.severity != "error") continue;
        text = fmt::format("{}:{}:{}: {}", diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.message);
        break;
    }
    return fail(ErrorCode::invalid_input, "rulebook.invalid", std::move(text));
}

House::House(Config given, std::shared_ptr<rulebook::Law const> books, Clock const& time)
    : config(existing(std::move(given))),
      clock(time),
      library(config.rulebooks, std::move(books)),
      address(with_kept_tables(config)),
      projections_(all_projections()),
      projection_pointers_(pointers(projections_)),
      writer(address, writer_options(config), projection_pointers_, clock),
      pool(address, static_cast<std::size_t>(config.workers) + 6),
      data_key(load_data_key(config.data)),
      personal(data_key),
      secrets(data_key),
      policy(library.law()->regions()),
      accounts(pool, writer, personal, secrets),
      signing_keys(pool, writer),
      saved_views(pool, writer),
      sessions(pool, writer, personal, secrets, clock),
      vault(config.data, config.worker, clock),
      registry([this] { return library.law(); }, personal),
      practice([this] { return library.law(); }, registry, personal, vault, clock),
      look(look_of(config)),
      licensing([this] { return library.law(); }, registry, practice, clock),
      desk_matters(practice, licensing, registry, policy),
      circulation(
          {[this] { return library.law(); }, registry, desk_matters, policy, access::Colleagues(personal), clock}),
      legal(library, around_the_law(practice, registry), clock),
      desk(practice, registry, circulation, licensing) {
    library.refresh(*pool.lease());
    accounts.on_ended([this](access::AccountId const& account) { sessions.forget(account); });
}

std::vector<api::Endpoint> all_endpoints(House& house) {
    practice::Rooms const rooms{house.practice, house.writer, house.pool, house.vault, house.config.data, house.look};
    portal::Sources const sources{
        house.practice, house.licensing,   house.registry, [&house] { return house.library.law(); },
        house.pool,     house.config.data, house.clock};
    std::vector<api::Endpoint> out;
    append(out, api::session_endpoints(house.sessions, {house.config.cookie, house.config.secure_cookie}));
    append(out, api::account_endpoints(house.accounts));
    append(out, api::signing_key_endpoints(house.signing_keys));
    append(out, api::saved_view_endpoints(house.saved_views));
    append(out, legal::clause_endpoints(house.legal, house.pool));
    append(out, legal::confirmation_endpoints(house.legal, house.writer, house.pool));
    auto const tables = [&house](std::string_view workbook) { return house.vault.table(workbook); };
    append(out, registry::endpoints(house.registry, house.writer, house.pool, tables, concerned_by(house.practice)));
    append(out, practice::endpoints(rooms));
    append(out, licensing::endpoints(house.licensing, house.writer, house.pool));
    append(out, circulation::endpoints(house.circulation, house.writer, house.pool));
    append(out, desk::endpoints(house.desk, house.pool));
    append(out, portal::endpoints(sources));
    return out;
}

}  // namespace anping::app
