// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>
#include <stdexcept>

#include <anping/ledger/replay.hpp>

#include "replay_entries.hpp"
#include "store.hpp"

namespace anping::ledger {
namespace {

constexpr std::int64_t kBatch = 2000;

std::string table_names(Projection const& projection) {
    std::string names;
    for (auto const& table : projection.tables()) names += (names.empty() ? "" : " ") + table.name;
    return names;
}

// Drops what the earlier shape left behind and starts again from the first entry.
store::ProjectionState start_over(db::Session& session, Projection const& projection, std::string const& old_tables) {
    std::istringstream names(old_tables + ' ' + table_names(projection));
    for (std::string name; names >> name;) session.drop_table(name);
    session.script(projection.schema());
    auto head = *store::read_head(session);
    ++head.epoch;
    store::write_head(session, head);
    return {projection.name(), projection.stamp(), table_names(projection), 0};
}

// One transaction's worth; true when the projection follows the ledger.
bool advance(db::Session& session, Projection& projection, bool force, Progress const& progress) {
    db::UnitOfWork work(session);
    auto const head = store::lock_head(session);
    if (!head) throw std::runtime_error("the ledger has no head");
    auto state = store::projection_state(session, projection.name());
    if (force || !state || state->stamp != projection.stamp())
        state = start_over(session, projection, state ? state->tables : "");
    else if (state->applied == store::kLive) return true;
    auto const end = std::min(head->size, state->applied + kBatch);
    replay_entries(session, session, head->hash, state->applied, end, {&projection});
    state->applied = end == head->size ? store::kLive : end;
    store::set_projection_state(session, *state);
    work.commit();
    if (progress) progress(projection.name(), end, head->size);
    return state->applied == store::kLive;
}

}  // namespace

void replay_entries(db::Session& from, db::Session& to, crypto::HashAlgorithm algorithm, std::int64_t first,
                    std::int64_t end, std::vector<Projection*> const& projections) {
    std::vector<std::pair<std::int64_t, std::string>> bodies;
    store::each_body(from, first, end,
                     [&](std::int64_t seq, std::string&& body) { bodies.emplace_back(seq, std::move(body)); });
    for (auto& [seq, body] : bodies) {
        std::string at = "entry " + std::to_string(seq);
        try {
            auto const entry = parse_entry(std::move(body), algorithm);
            for (auto* projection : projections) {
                at = "entry " + std::to_string(seq) + " (" + entry.event.type + "), projection " + projection->name();
                projection->apply(to, entry);
            }
        } catch (db::DbError const&) { throw; } catch (std::exception const& e) {
            throw std::runtime_error(at + ": " + e.what());
        }
    }
}

void bring_up_to_date(db::Session& session, std::vector<Projection*> const& projections, Progress const& progress) {
    for (auto* projection : projections)
        while (!advance(session, *projection, false, progress)) {}
}

void rebuild(db::Session& session, std::vector<Projection*> const& projections, Progress const& progress) {
    for (auto* projection : projections)
        for (bool done = advance(session, *projection, true, progress); !done;)
            done = advance(session, *projection, false, progress);
}

}  // namespace anping::ledger
