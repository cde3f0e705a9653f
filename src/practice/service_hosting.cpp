// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include <anping/practice/hostings.hpp>

#include "errors.hpp"
#include "queries_hosting.hpp"

namespace anping::practice {
namespace {

Result<ledger::Decided> decided(Result<std::vector<ledger::Event>> events) {
    if (!events) return unexpected<Error>(std::move(events.error()));
    json::object answer{{"id", events->front().subject}};
    return ledger::Decided{std::move(*events), std::move(answer)};
}

template <class Decide>
Decision on_hosting(HostingId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::hosting_state(tx.session(), id);
        if (!state) return unknown_hosting();
        return decided(decide(tx, *state));
    };
}

rulebook::Clause const* clause_of(rulebook::Law const& law, rulebook::Place const& place, field::Date today) {
    return law.find(rulebook::Kind::procedure, "hosting_visits", place, today);
}

Result<Exhibit> record_of(vault::Vault const& vault, access::Principal const& who, vault::UploadId const& upload) {
    auto state = vault.state(upload);
    if (!state || state->owner != who.account.text)
        return wrong_field("/upload", "upload", "没有这个上传，或不是您上传的");
    if (!state->blob) return wrong_field("/upload", "incomplete", "文件还没有传完");
    return Exhibit{{"signed_page"}, state->file_name, std::move(*state->blob), std::nullopt, state->unclassified_at};
}

}  // namespace

Decision Hostings::declare(access::Principal who, DeclareHosting in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        registry::InstitutionId const institution{who.unit};
        return decided(
            declare_hosting(in, {institution, with_.directory.enterprise(tx.session(), in.enterprise),
                                 queries::hostings_of(tx.session(), institution, in.enterprise), tx.next_seq()}));
    };
}

Decision Hostings::visit(access::Principal who, HostingId id, RecordHostingVisit in) const {
    return on_hosting(std::move(id),
                      [this, who = std::move(who), in = std::move(in)](
                          ledger::Transaction& tx, HostingState const& state) -> Result<std::vector<ledger::Event>> {
                          auto record = record_of(with_.vault, who, in.upload);
                          if (!record) return unexpected<Error>(std::move(record.error()));
                          bool const listed = with_.directory.has_expert(tx.session(), in.expert);
                          return record_hosting_visit(in, state, listed ? Expert::listed : Expert::unknown,
                                                      std::move(*record), field::beijing_date(tx.now()));
                      });
}

Decision Hostings::end(HostingId id, EndHosting in) const {
    return on_hosting(std::move(id), [in = std::move(in)](ledger::Transaction& tx, HostingState const& state) {
        return end_hosting(in, state, field::beijing_date(tx.now()));
    });
}

Result<access::Target> Hostings::target(db::Session& session, HostingId const& id) const {
    auto const state = queries::hosting_state(session, id);
    if (!state) return unknown_hosting();
    access::Target out;
    out.unit = state->declared.institution.text;
    out.parties = {state->declared.enterprise.text};
    out.region = state->declared.region;
    out.authority = state->declared.authority;
    return out;
}

// What the law of each one's place asks for, and the names.
void Hostings::complete(db::Session& session, std::vector<HostingSummary>& rows, field::Date today) const {
    auto const law = with_.law();
    std::vector<std::string*> names;
    for (auto& row : rows) {
        row.required = visits_asked(clause_of(*law, {row.region, row.authority}, today), row.kind);
        row.met = !row.required || row.visits >= *row.required;
        names.push_back(&row.institution_name);
        names.push_back(&row.enterprise_name);
    }
    with_.directory.put_names(session, names);
}

std::vector<HostingSummary> Hostings::hostings(db::Session& session, access::Visibility const& sees,
                                               std::int64_t before, std::int64_t limit) const {
    auto const today = field::beijing_date(with_.clock.now());
    auto out = queries::hostings(session, sees, today.year(), before, limit);
    complete(session, out, today);
    return out;
}

Result<HostingView> Hostings::hosting(db::Session& session, HostingId const& id) const {
    auto const today = field::beijing_date(with_.clock.now());
    auto found = queries::hosting(session, id, today.year());
    if (!found) return unknown_hosting();
    std::vector<HostingSummary> rows{std::move(*found)};
    complete(session, rows, today);
    HostingView out;
    out.summary = std::move(rows.front());
    out.visits = queries::hosting_visits(session, id);
    for (auto& one : out.visits) one.expert_name = with_.expert_name(session, one.expert);
    out.ended_reason = queries::ended_reason(session, id);
    auto const law = with_.law();
    if (auto const* clause = clause_of(*law, {out.summary.region, out.summary.authority}, today))
        out.citation = clause->citation;
    out.version = 1 + static_cast<std::int64_t>(out.visits.size()) + (out.summary.ended_on ? 1 : 0);
    return out;
}

std::optional<Exhibit> Hostings::record(db::Session& session, HostingId const& id, std::string const& sm3) const {
    return queries::hosting_record(session, id, sm3);
}

HostingCoverage Hostings::coverage(db::Session& session, access::Visibility const& sees,
                                   access::Principal const& who) const {
    auto const today = field::beijing_date(with_.clock.now());
    auto const law = with_.law();
    HostingCoverage out;
    out.year = today.year();
    auto all = queries::hosted_in(session, sees, out.year);
    complete(session, all, today);
    std::map<std::string, HostingCoverageRow> rows;
    for (auto& one : all) {
        auto& row = rows[one.institution.text];
        row.institution = one.institution;
        row.name = std::move(one.institution_name);
        ++row.hosted;
        row.met += one.met ? 1 : 0;
        row.visits += one.visits;
        if (one.kind != HostedKind::key) continue;
        ++row.key;
        row.key_met += one.met ? 1 : 0;
    }
    for (auto& [id, row] : rows) out.rows.push_back(std::move(row));
    std::ranges::stable_sort(out.rows, std::greater(),
                             [](HostingCoverageRow const& row) { return row.hosted - row.met; });
    if (auto const* clause = clause_of(*law, {who.region, who.authority}, today)) out.citation = clause->citation;
    return out;
}

std::vector<HostingReminder> Hostings::reminders(db::Session& session,
                                                 registry::InstitutionId const& institution) const {
    auto const today = field::beijing_date(with_.clock.now());
    auto const law = with_.law();
    auto rows = queries::hosted_by(session, institution, today.year());
    complete(session, rows, today);
    std::vector<HostingReminder> out;
    for (auto& row : rows) {
        auto const* clause = clause_of(*law, {row.region, row.authority}, today);
        if (auto const lacks = lacking(row, clause, today))
            out.push_back({row.id, std::move(row.enterprise_name), lacks->missing, lacks->by, clause->citation});
    }
    return out;
}

}  // namespace anping::practice
