// SPDX-License-Identifier: Apache-2.0
#include "house.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <stdexcept>

#include <anping/api/session_endpoints.hpp>
#include <anping/cases/endpoints.hpp>
#include <anping/cases/projection.hpp>
#include <anping/circulation/endpoints.hpp>
#include <anping/circulation/projection.hpp>
#include <anping/credit/endpoints.hpp>
#include <anping/credit/projection.hpp>
#include <anping/determination/endpoints.hpp>
#include <anping/determination/projection.hpp>
#include <anping/findings/endpoints.hpp>
#include <anping/findings/projection.hpp>
#include <anping/inspection/endpoints.hpp>
#include <anping/inspection/projection.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/legal/endpoints.hpp>
#include <anping/legal/projection.hpp>
#include <anping/licensing/endpoints.hpp>
#include <anping/licensing/projection.hpp>
#include <anping/official/endpoints.hpp>
#include <anping/official/projection.hpp>
#include <anping/planning/endpoints.hpp>
#include <anping/planning/projection.hpp>
#include <anping/portal/portal.hpp>
#include <anping/practice/endpoints.hpp>
#include <anping/practice/looking.hpp>
#include <anping/practice/projection.hpp>
#include <anping/registry/endpoints.hpp>
#include <anping/registry/inventory.hpp>
#include <anping/registry/projection.hpp>
#include <anping/vault/pictures.hpp>

#include "house_oversight.hpp"
#include "house_todos.hpp"

namespace anping::app {
namespace {

std::string load_data_key(std::string const& directory) {
    auto key = ledger::load_or_make_data_key(directory);
    if (!key) throw std::runtime_error(key.error().text);
    return std::move(*key);
}

std::optional<std::pair<db::Address, std::int64_t>> jobs_of(Config const& config, db::Address const& address) {
    if (address.backend != db::Backend::postgres || config.screening_jobs_from == 0) return std::nullopt;
    return std::pair(address, config.screening_jobs_from);
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

std::string text_of_file(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
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

// Beside the worker.
std::string print_worker(Config const& config) {
    return (std::filesystem::path(config.worker).parent_path() / "anping-print-worker").string();
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
    out.push_back(findings::make_projection());
    out.push_back(credit::make_projection());
    out.push_back(inspection::make_projection());
    out.push_back(planning::make_projection());
    out.push_back(determination::make_projection());
    out.push_back(cases::make_projection());
    out.push_back(official::make_projection());
    return out;
}

std::vector<std::string> kept_schemas() {
    return {ledger::Personal::schema(), access::kept_schema(), planning::kept_schema()};
}

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
      press(print_worker(config), config.data + "/press"),
      registry([this] { return library.law(); }, personal),
      practice([this] { return library.law(); }, registry, personal, vault, clock),
      look(look_of(config)),
      licensing([this] { return library.law(); }, registry, practice, clock),
      cases(around_cases(*this)),
      desk_matters({practice, licensing, cases, inspection, key_list}, registry, policy),
      circulation(
          {[this] { return library.law(); }, registry, desk_matters, policy, access::Colleagues(personal), clock}),
      screener({practice, practice, vault, writer, pool, [this] { return library.law(); }, config.data + "/corpus",
                jobs_of(config, address),
                [this](std::string const& sm3, std::string const& folder) { return vault.document(sm3, folder); },
                [this](std::string const& path) { return vault::picture_of_file(config.worker, path); },
                [this](std::string const& one, std::string const& other) {
                    return vault::likeness_of_files(config.worker, one, other);
                },
                registry::make_inventory()}),
      findings(around_findings(*this)),
      credit([this] { return library.law(); }, registry),
      inspection(around_inspections(*this)),
      call_ups(around_call_ups(*this)),
      planning(around_draws(*this)),
      key_list(around_the_key_list(*this)),
      year_plans(around_year_plans(*this)),
      outside_draws(around_outside_draws(*this)),
      earlier_reports(registry),
      campaign(around_campaigns(*this)),
      visits(around_visits(*this)),
      prices(around_prices(*this)),
      determination({[this] { return library.law(); }, practice, registry,
                     [this](db::Session& session, std::string const& account) { return name_of(session, account); },
                     clock}),
      official(around_documents(*this)),
      legal(library, around_the_law(practice, registry), clock),
      desk(practice, registry, circulation, licensing, findings, inspection, oversight_todos(*this)) {
    library.refresh(*pool.lease());
    accounts.on_ended([this](access::AccountId const& account) { sessions.forget(account); });
}

std::string House::name_of(db::Session& session, std::string const& account) const {
    auto const found = access::Colleagues(personal).find(session, {account});
    return found ? found->who.display_name : std::string("已删除");
}

namespace {

std::vector<credit::GradeView> published_grades(House const& house, db::Session& session,
                                                registry::InstitutionId const& institution) {
    constexpr std::int64_t kRows = 20;
    auto const nobody = house.policy.visibility({}, access::Action::grade_draft_view);
    auto out =
        house.credit.grades(session, nobody, {institution.text}, std::numeric_limits<std::int64_t>::max(), kRows);
    std::erase_if(out, [](auto const& one) { return one.stage != credit::GradeStage::confirmed; });
    std::ranges::stable_sort(out, std::ranges::greater(), &credit::GradeView::year);
    return out;
}

}  // namespace

portal::Sources public_sources(House& house) {
    return {house.practice,
            house.licensing,
            house.registry,
            house.planning,
            house.cases,
            [&house] { return text_of_file(house.config.web + "/replay.html"); },
            [&house] { return house.library.law(); },
            house.pool,
            house.config.data,
            house.clock,
            [&house](db::Session& session, std::string const& asked) { return house.official.check(session, asked); },
            [&house](db::Session& session, registry::InstitutionId const& institution) {
                return published_grades(house, session, institution);
            }};
}

std::vector<api::Endpoint> all_endpoints(House& house) {
    practice::Rooms const rooms{house.practice, house.writer, house.pool, house.vault, house.config.data, house.look};
    auto const sources = public_sources(house);
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
    append(out, findings::endpoints(house.findings, house.writer, house.pool));
    append(out, planning::endpoints(house.planning, house.writer, house.pool, sources.replay_page));
    append(out, planning::key_list_endpoints(house.key_list, house.writer, house.pool));
    append(out, planning::year_plan_endpoints(house.year_plans, house.writer, house.pool));
    append(out, planning::outside_draw_endpoints(house.outside_draws, house.writer, house.pool, tables));
    append(out, planning::earlier_report_endpoints(house.earlier_reports, house.writer, house.pool, tables));
    append(out, planning::campaign_endpoints(house.campaign, house.pool));
    append(out, planning::visit_endpoints(house.visits, house.pool));
    append(out, planning::price_endpoints(house.prices, house.writer, house.pool));
    append(out, determination::endpoints(house.determination, house.writer, house.pool));
    append(out, credit::endpoints(house.credit, house.writer, house.pool));
    append(out, inspection::endpoints(house.inspection, house.call_ups, house.writer, house.pool, house.vault));
    append(out, cases::endpoints(house.cases, house.writer, house.pool,
                                 [&house](std::string const& sm3) -> std::optional<cases::StoredFile> {
                                     auto const path = house.vault.path_of(sm3);
                                     auto const blob = house.vault.blob(sm3);
                                     if (!path || !blob) return std::nullopt;
                                     return cases::StoredFile{*path, blob->size, blob->reading.media_type};
                                 }));
    append(out, official::endpoints({house.official, house.writer, house.pool, house.vault, house.config.origin,
                                     house.config.secure_cookie ? "https" : "http"}));
    append(out, desk::endpoints(house.desk, house.pool));
    append(out, portal::endpoints(sources));
    return out;
}

}  // namespace anping::app
