// SPDX-License-Identifier: Apache-2.0
#include <anping/cases/service.hpp>

#include <fmt/format.h>

#include "errors.hpp"
#include "noting.hpp"
#include "queries_followup.hpp"
#include "repair.hpp"

namespace anping::cases {
namespace {

constexpr std::int64_t kListings = 100;

auto unknown_listing() { return fail(ErrorCode::not_found, "cases.no_listing", "没有这一名单事项"); }
auto unknown_talk() { return fail(ErrorCode::not_found, "cases.no_talk", "没有这次约谈或通报"); }

template <class In, class Rule>
Decision on_listing(Service::With const& with, access::Principal who, ListingId id, In in, Rule rule) {
    return [&with, who = std::move(who), id = std::move(id), in = std::move(in),
            rule](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const books = with.law();
        Law const law{*books, field::beijing_date(tx.now())};
        auto const state = queries::listing_state(tx.session(), id, law);
        if (!state) return unknown_listing();
        auto documents = received(with, who.account.text, in.documents);
        if (!documents) return unexpected<Error>(std::move(documents.error()));
        return decided(rule(in, *state, Noted{{}, {}, std::move(*documents), {}}, law));
    };
}

}  // namespace

Decision Service::propose_listing(access::Principal who, ProposeListing in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto documents = received(with_, who.account.text, in.documents);
        if (!documents) return unexpected<Error>(std::move(documents.error()));
        auto const target = queries::target(tx.session(), in.of);
        if (!target || target->unit != who.unit) return wrong_field("/of", "case", "没有这个案件");
        ListingId const id{fmt::format("SX-{:08}", tx.next_seq())};
        std::optional<ledger::Commitment> person;
        if (in.person) person = with_.personal.put(tx, id.text, "person", in.person->value);
        auto const law = with_.law();
        return decided(cases::propose_listing(id, in, who, queries::ground(tx.session(), in.of), std::move(person),
                                              {{}, {}, std::move(*documents)}, {*law, field::beijing_date(tx.now())}));
    };
}

Decision Service::record_listing(access::Principal who, ListingId id, RecordListing in) const {
    return on_listing(with_, std::move(who), std::move(id), std::move(in), cases::record_listing);
}

Decision Service::decide_listing(access::Principal who, ListingId id, RecordListing in) const {
    return on_listing(with_, std::move(who), std::move(id), std::move(in), cases::decide_listing);
}

Decision Service::answer_listing(access::Principal who, ListingId id, AnswerListing in) const {
    return on_listing(with_, std::move(who), std::move(id), std::move(in), cases::answer_listing);
}

Decision Service::request_repair(access::Principal who, ListingId id, RequestRepair in) const {
    return on_listing(with_, std::move(who), std::move(id), std::move(in), cases::request_repair);
}

Decision Service::record_talk(access::Principal who, RecordTalk in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto documents = received(with_, who.account.text, in.documents);
        if (!documents) return unexpected<Error>(std::move(documents.error()));
        for (std::size_t i = 0; i < in.institutions.size(); ++i)
            if (!with_.directory.institution(tx.session(), in.institutions[i]))
                return wrong_field(fmt::format("/institutions/{}", i), "institution", "名录中没有这家机构");
        TalkId const id{fmt::format("YT-{:08}", tx.next_seq())};
        auto const law = with_.law();
        return decided(cases::record_talk(
            id, in, who, {noted(with_.personal, tx, id.text, in.officers), {}, std::move(*documents), {}},
            {*law, field::beijing_date(tx.now())}));
    };
}

Decision Service::close_talk(TalkId id, CloseTalk in) const {
    return [this, id = std::move(id), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const closed = queries::talk_is_closed(tx.session(), id);
        if (!closed) return unknown_talk();
        auto const law = with_.law();
        return decided(cases::close_talk(id, in, *closed, {*law, field::beijing_date(tx.now())}));
    };
}

Result<access::Target> Service::target(db::Session& session, ListingId const& id) const {
    auto out = queries::listing_target(session, id);
    if (!out) return unknown_listing();
    return std::move(*out);
}

Result<access::Target> Service::target(db::Session& session, TalkId const& id) const {
    auto out = queries::talk_target(session, id);
    if (!out) return unknown_talk();
    return std::move(*out);
}

void Service::tell(db::Session& session, std::vector<ListingSummary>& rows) const {
    Names names(with_.directory);
    for (auto& row : rows) {
        names.add(row.bureau_name);
        names.add(row.institution_name);
        names.add(row.person);
    }
    names.put(session);
}

std::vector<ListingSummary> Service::listings(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                              std::int64_t limit) const {
    auto const books = with_.law();
    auto out = queries::listings(session, sees, {*books, field::beijing_date(with_.clock.now())}, before, limit);
    tell(session, out);
    return out;
}

std::vector<ListingSummary> Service::listed(db::Session& session, std::int64_t limit) const {
    auto const books = with_.law();
    auto out = queries::listed(session, {*books, field::beijing_date(with_.clock.now())}, limit);
    tell(session, out);
    return out;
}

namespace {

void put_steps(ListingView& out, db::Session& session, ListingState const& state) {
    ListingStepView told;
    told.on = state.proposed.on;
    told.text = state.proposed.grounds;
    told.documents = state.proposed.documents;
    told.entry = out.summary.entry;
    out.steps.push_back(std::move(told));
    auto const entries = queries::listing_entries(session, state.id);
    for (std::size_t i = 0; i < state.steps.size(); ++i) {
        auto const& step = state.steps[i];
        auto const& [entry, own] = entries.at(i);
        out.steps.push_back({step.number, step.step, step.on, step.text, step.documents, step.remarks, own, entry});
    }
}

void put_conditions(ListingView& out, db::Session& session, ListingState const& state, Law const& law) {
    if (!in_force(state)) return;
    auto const of = queries::state(session, state.proposed.of, law);
    if (!of) return;
    bool const person = state.proposed.person.has_value();
    auto facts = repair_facts(*of, person);
    if (out.summary.listed_on && !person)
        facts.listed_anew =
            queries::listed_after(session, state.proposed.institution, state.id, *out.summary.listed_on);
    out.conditions = repair_conditions(state, facts, law);
    if (auto const* clause = law.books.find(rulebook::Kind::catalogue, "dishonesty_repair", state.place(), law.today))
        out.conditions_why = clause->citation;
}

}  // namespace

Result<ListingView> Service::listing(db::Session& session, ListingId const& id) const {
    auto const books = with_.law();
    Law const law{*books, field::beijing_date(with_.clock.now())};
    auto const state = queries::listing_state(session, id, law);
    if (!state) return unknown_listing();
    std::vector<ListingSummary> summary{queries::listing(session, id, law).value()};
    tell(session, summary);
    ListingView out;
    out.summary = std::move(summary.front());
    out.grounds = state->proposed.grounds;
    put_steps(out, session, *state);
    out.limits = queries::limits(session, id.text, law);
    for (auto& one : out.limits) tell_days(one, law);
    out.next = next_steps(*state);
    put_conditions(out, session, *state, law);
    out.may_answer = cases::may_answer(*state);
    out.may_ask = cases::in_force(*state);
    out.version = queries::listing_version(session, id);
    return out;
}

std::vector<ListingView> Service::own_listings(db::Session& session, registry::InstitutionId const& institution) const {
    std::vector<ListingView> out;
    for (auto const& id : queries::listings_of(session, institution, kListings))
        if (auto found = listing(session, id)) out.push_back(std::move(*found));
    return out;
}

bool Service::has_file(db::Session& session, ListingId const& id, std::string const& sm3) const {
    auto const books = with_.law();
    auto const state = queries::listing_state(session, id, {*books, field::beijing_date(with_.clock.now())});
    auto const among = [&](std::vector<Document> const& documents) {
        return std::ranges::any_of(documents, [&](Document const& one) { return one.file == sm3; });
    };
    return state && (among(state->proposed.documents) ||
                     std::ranges::any_of(state->steps, [&](auto const& step) { return among(step.documents); }));
}

std::vector<ListingInForce> Service::in_force(db::Session& session, std::vector<std::string> const& institutions,
                                              Seen seen) const {
    auto const books = with_.law();
    Law const law{*books, field::beijing_date(with_.clock.now())};
    auto rows = queries::in_force(session, institutions, seen == Seen::published, law, kListings);
    tell(session, rows);
    std::vector<ListingInForce> out;
    for (auto& row : rows) {
        auto const target = queries::listing_target(session, row.id);
        rulebook::Place const place{target->region, target->authority};
        ListingInForce one{std::move(row.id),
                           std::move(row.institution),
                           std::move(row.institution_name),
                           std::move(row.person),
                           std::move(row.bureau_name),
                           std::move(row.situation),
                           row.listed_on.value(),
                           row.ends_on,
                           effects_of(place, law),
                           std::nullopt};
        if (auto const* clause = books->find(rulebook::Kind::catalogue, "dishonesty_effects", place, law.today))
            one.clause = clause->citation;
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<TalkView> Service::talks(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                     std::int64_t limit) const {
    auto out = queries::talks(session, sees, before, limit);
    Names names(with_.directory);
    for (auto& row : out) {
        names.add(row.bureau_name);
        for (auto& one : row.institution_names) names.add(one);
        for (auto& one : row.officers) names.add(one.name);
        for (auto& one : row.remarks) names.add(one.institution_name);
    }
    names.put(session);
    return out;
}

}  // namespace anping::cases
