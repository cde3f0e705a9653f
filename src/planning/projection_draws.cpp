// SPDX-License-Identifier: Apache-2.0
#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/planning/events/draws.hpp>
#include <anping/planning/projection.hpp>

#include "projection_parts.hpp"

namespace anping::planning {
namespace {

using db::sql;

char const* const kSchema = R"sql(
CREATE TABLE planning_draw (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, title TEXT NOT NULL,
    form TEXT NOT NULL, scope TEXT NOT NULL, stage TEXT NOT NULL, candidates BIGINT NOT NULL, take BIGINT NOT NULL, planned_by TEXT NOT NULL,
    planned_at BIGINT NOT NULL, held_at BIGINT, held_by TEXT, entry BIGINT NOT NULL, body TEXT NOT NULL, revealing TEXT, held TEXT,
    voided TEXT, published_at BIGINT, version BIGINT NOT NULL);
CREATE INDEX planning_draw_region ON planning_draw (region, entry);
CREATE INDEX planning_draw_entry ON planning_draw (entry);
CREATE TABLE planning_share (
    draw TEXT NOT NULL, participant BIGINT NOT NULL, commitment TEXT NOT NULL, share TEXT,
    PRIMARY KEY (draw, participant));
CREATE TABLE planning_number (
    draw TEXT NOT NULL, account TEXT NOT NULL, number TEXT NOT NULL, entry BIGINT NOT NULL,
    PRIMARY KEY (draw, account));
CREATE TABLE planning_seed (
    digest TEXT PRIMARY KEY, bureau TEXT NOT NULL, announced_at BIGINT NOT NULL, entry BIGINT NOT NULL, used_by TEXT);
CREATE INDEX planning_seed_bureau ON planning_seed (bureau, entry);
)sql";

struct Act {
    db::Session& session;
    ledger::Entry const& entry;
    std::string const& id() const { return entry.event.subject; }
    void stage(DrawStage stage) const {
        session.exec("UPDATE planning_draw SET stage = :stage, version = version + 1 WHERE id = :id",
                     {sql(stage), id()});
    }
};

void announced(Act const& act) {
    auto const in = ledger::data_of<SeedAnnounced>(act.entry);
    act.session.exec(
        "INSERT INTO planning_seed (digest, bureau, announced_at, entry, used_by) VALUES (:digest, :bureau, :at, "
        ":entry, NULL)",
        {in.digest, act.id(), act.entry.at, act.entry.seq});
}

void planned(Act const& act) {
    auto const in = ledger::data_of<DrawPlanned>(act.entry);
    std::int64_t take = 0;
    for (auto const& stratum : in.plan.strata) take += stratum.take;
    act.session.exec(
        "INSERT INTO planning_draw (id, bureau, region, authority, title, form, scope, stage, candidates, take, "
        "planned_by, "
        "planned_at, held_at, held_by, entry, body, revealing, held, voided, published_at, version) VALUES (:id, "
        ":bureau, :region, :authority, :title, :form, :scope, :stage, :candidates, :take, :by, :at, NULL, NULL, "
        ":entry, :body, "
        "NULL, NULL, NULL, NULL, 1)",
        {act.id(), in.bureau, in.region.digits, sql(in.authority), in.plan.title.value, sql(in.form), sql(in.scope),
         sql(DrawStage::planned), static_cast<std::int64_t>(in.plan.candidates.size()), take, act.entry.actor.account,
         act.entry.at, act.entry.seq, canonical(to_json(in))});
    if (in.announced)
        act.session.exec("UPDATE planning_seed SET used_by = :id WHERE digest = :digest", {act.id(), *in.announced});
}

void committed(Act const& act) {
    auto const in = ledger::data_of<ShareCommitted>(act.entry);
    act.session.exec(
        "INSERT INTO planning_share (draw, participant, commitment, share) VALUES (:id, :participant, :commitment, "
        "NULL)",
        {act.id(), in.participant, in.commitment});
    act.stage(DrawStage::planned);
}

void revealing(Act const& act) {
    act.session.exec("UPDATE planning_draw SET revealing = :body WHERE id = :id",
                     {canonical(to_json(ledger::data_of<RevealingBegun>(act.entry))), act.id()});
    act.stage(DrawStage::revealing);
}

void revealed(Act const& act) {
    auto const in = ledger::data_of<ShareRevealed>(act.entry);
    act.session.exec("UPDATE planning_share SET share = :share WHERE draw = :id AND participant = :participant",
                     {in.share, act.id(), in.participant});
    act.stage(DrawStage::revealing);
}

void numbered(Act const& act) {
    auto const in = ledger::data_of<NumberEntered>(act.entry);
    act.session.exec(
        "INSERT INTO planning_number (draw, account, number, entry) VALUES (:id, :account, :number, :entry) ON "
        "CONFLICT (draw, account) DO UPDATE SET number = excluded.number, entry = excluded.entry",
        {act.id(), act.entry.actor.account, in.number, act.entry.seq});
    act.stage(DrawStage::numbered);
}

void held(Act const& act) {
    act.session.exec(
        "UPDATE planning_draw SET held = :body, held_at = :at, held_by = :by WHERE id = :id",
        {canonical(to_json(ledger::data_of<DrawHeld>(act.entry))), act.entry.at, act.entry.actor.account, act.id()});
    act.stage(DrawStage::held);
}

void published(Act const& act) {
    act.session.exec("UPDATE planning_draw SET published_at = :at, version = version + 1 WHERE id = :id",
                     {act.entry.at, act.id()});
}

void voided(Act const& act) {
    act.session.exec("UPDATE planning_draw SET voided = :why WHERE id = :id",
                     {ledger::data_of<DrawVoided>(act.entry).reason.value, act.id()});
    act.stage(DrawStage::voided);
}

template <void (*Apply)(Act const&)>
void handle(db::Session& session, ledger::Entry const& entry) {
    Apply({session, entry});
}

}  // namespace

Family draws_family() {
    return {
        kSchema,
        {{"planning_draw", {"id"}, {"id",      "bureau",       "region",     "authority", "title",      "form",
                                    "scope",   "stage",        "candidates", "take",      "planned_by", "planned_at",
                                    "held_at", "held_by",      "entry",      "body",      "revealing",  "held",
                                    "voided",  "published_at", "version"}},
         {"planning_share", {"draw", "participant"}, {"draw", "participant", "commitment", "share"}},
         {"planning_number", {"draw", "account"}, {"draw", "account", "number", "entry"}},
         {"planning_seed", {"digest"}, {"digest", "bureau", "announced_at", "entry", "used_by"}}},
        {{SeedAnnounced::kType, handle<announced>},
         {DrawPlanned::kType, handle<planned>},
         {ShareCommitted::kType, handle<committed>},
         {RevealingBegun::kType, handle<revealing>},
         {ShareRevealed::kType, handle<revealed>},
         {NumberEntered::kType, handle<numbered>},
         {DrawHeld::kType, handle<held>},
         {DrawPublished::kType, handle<published>},
         {DrawVoided::kType, handle<voided>}}};
}

char const* kept_schema() noexcept {
    return "CREATE TABLE IF NOT EXISTS planning_secret (digest TEXT NOT NULL PRIMARY KEY, secret TEXT NOT NULL);";
}

}  // namespace anping::planning
