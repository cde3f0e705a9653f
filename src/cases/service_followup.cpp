// SPDX-License-Identifier: Apache-2.0
#include <anping/cases/service.hpp>

#include <fmt/format.h>

#include "errors.hpp"
#include "noting.hpp"
#include "queries_followup.hpp"

namespace anping::cases {
namespace {

auto unknown_listing() { return fail(ErrorCode::not_found, "cases.no_listing", "没有这一名单事项"); }
auto unknown_talk() { return fail(ErrorCode::not_found, "cases.no_talk", "没有这次约谈或通报"); }

template <class Rule>
Decision on_listing(Service::With const& with, access::Principal who, ListingId id, RecordListing in, Rule rule) {
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
    out.steps.push_back({0,
                         ListingStep::told,
                         state->proposed.on,
                         state->proposed.grounds,
                         state->proposed.documents,
                         {},
                         out.summary.entry});
    auto const entries = queries::listing_entries(session, id);
    for (std::size_t i = 0; i < state->steps.size(); ++i) {
        auto const& step = state->steps[i];
        out.steps.push_back({step.number, step.step, step.on, step.text, step.documents, step.remarks, entries.at(i)});
    }
    out.limits = queries::limits(session, id.text, law);
    for (auto& one : out.limits) tell_days(one, law);
    out.next = next_steps(*state);
    out.version = queries::listing_version(session, id);
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
    }
    names.put(session);
    return out;
}

}  // namespace anping::cases
