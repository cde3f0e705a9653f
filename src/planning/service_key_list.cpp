// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "errors.hpp"
#include "queries_key_list.hpp"
#include "queries_prices.hpp"

namespace anping::planning {
namespace {

constexpr std::size_t kAtOnce = 100;

Result<ledger::Decided> decided(Result<ledger::Event> event) {
    if (!event) return unexpected<Error>(std::move(event.error()));
    json::object answer{{"id", event->subject}};
    return ledger::Decided{{std::move(*event)}, std::move(answer)};
}

template <class Decide>
Decision on_listing(ListingId id, KeyList::With const& with, Decide decide) {
    return [id = std::move(id), law = with.law,
            decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::listing_state(tx.session(), id);
        if (!state) return unknown_listing();
        auto const books = law();
        return decided(decide(*state, ListingGrounds{*books, field::beijing_date(tx.now())}));
    };
}

// The year before, whole.
std::pair<field::Date, field::Date> year_before(field::Date today) {
    auto const year = today.year() - 1;
    return {*field::Date::of(year, 1, 1), *field::Date::of(year, 12, 31)};
}

// Numbers of others stand in it as a share only: the institution reads it once it is listed.
std::vector<PriceKnown> prices_of(db::Session& session, registry::InstitutionId const& institution,
                                  rulebook::Place const& place) {
    std::vector<PriceKnown> out;
    for (auto const& [id, in, at] : queries::suspected_prices(session, institution, place))
        out.push_back({id.text, field::beijing_date(at), in.project.text,
                       fmt::format("项目 {} 的合同价款在{} {} 个同类项目中只高于 {}%，经核查涉嫌低价竞争：{}",
                                   in.project.text, in.area, in.samples, in.percentile, in.conclusion.reason.value)});
    return out;
}

}  // namespace

Decision KeyList::look(access::Principal who) const {
    return [this, who = std::move(who)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const law = with_.law();
        ListingGrounds const with{*law, field::beijing_date(tx.now())};
        rulebook::Place const place{who.region, who.authority};
        auto const [from, to] = year_before(with.today);
        auto const known = queries::listing_keys(tx.session(), place);
        std::vector<ledger::Event> events;
        for (auto const& institution : with_.around(tx.session(), who)) {
            InstitutionKnown const of{institution, with_.rating(tx.session(), institution, place),
                                      with_.decisions(tx.session(), institution, place, from, to),
                                      prices_of(tx.session(), institution, place)};
            for (auto& one : seen(of, place, with)) {
                if (known.contains(one.key) || events.size() == kAtOnce) continue;
                ListingId const id{fmt::format("ZD-{:08}", tx.next_seq() + static_cast<std::int64_t>(events.size()))};
                auto event = planning::propose(one.proposal, std::move(one.key), id, who, with);
                if (!event) return unexpected<Error>(std::move(event.error()));
                events.push_back(std::move(*event));
            }
        }
        if (events.empty()) return nothing_new();
        json::object answer{{"proposed", static_cast<std::int64_t>(events.size())}};
        return ledger::Decided{std::move(events), std::move(answer)};
    };
}

Decision KeyList::propose(access::Principal who, ProposeListing in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (!with_.directory.institution(tx.session(), in.institution))
            return wrong_field("/institution", "institution", "没有登记这家机构");
        auto const law = with_.law();
        ListingId const id{fmt::format("ZD-{:08}", tx.next_seq())};
        return decided(planning::propose(in, "officer:" + id.text, id, who, {*law, field::beijing_date(tx.now())}));
    };
}

Decision KeyList::confirm(ListingId id, ConfirmListing in) const {
    return on_listing(std::move(id), with_, [in = std::move(in)](auto const& state, auto const& with) {
        return planning::confirm(in, state, with);
    });
}

Decision KeyList::decline(ListingId id, EndListing in) const {
    return on_listing(std::move(id), with_,
                      [in = std::move(in)](auto const& state, auto const&) { return planning::decline(in, state); });
}

Decision KeyList::object(ListingId id, ObjectToListing in) const {
    return on_listing(std::move(id), with_, [in = std::move(in)](auto const& state, auto const& with) {
        return planning::object(in, state, with);
    });
}

Decision KeyList::answer(ListingId id, AnswerObjection in) const {
    return on_listing(std::move(id), with_,
                      [in = std::move(in)](auto const& state, auto const&) { return planning::answer(in, state); });
}

Decision KeyList::remove(ListingId id, EndListing in) const {
    return on_listing(std::move(id), with_,
                      [in = std::move(in)](auto const& state, auto const&) { return planning::remove(in, state); });
}

Result<access::Target> KeyList::target(db::Session& session, ListingId const& id) const {
    auto const state = queries::listing_state(session, id);
    if (!state) return unknown_listing();
    access::Target out;
    out.unit = state->proposed.bureau.text;
    out.region = state->proposed.region;
    out.authority = state->proposed.authority;
    if (state->stage == ListingStage::listed || state->stage == ListingStage::removed)
        out.parties = {state->proposed.proposal.institution.text};
    return out;
}

std::vector<ListingSummary> KeyList::listings(db::Session& session, access::Visibility const& sees,
                                              std::string const& institution, std::int64_t before,
                                              std::int64_t limit) const {
    auto const today = field::beijing_date(with_.clock.now());
    auto out = queries::listings(session, sees, institution, today, before, limit);
    auto const law = with_.law();
    std::vector<std::string*> names;
    names.reserve(2 * out.size());
    for (auto& row : out) {
        auto const state = queries::listing_state(session, row.id).value();
        row.trigger_name = trigger_name(*law, state.place(), today, row.trigger);
        names.push_back(&row.institution_name);
        names.push_back(&row.bureau_name);
    }
    with_.directory.put_names(session, names);
    return out;
}

Result<ListingView> KeyList::listing(db::Session& session, ListingId const& id) const {
    auto const today = field::beijing_date(with_.clock.now());
    auto out = queries::listing(session, id, today);
    if (!out) return unknown_listing();
    auto const state = queries::listing_state(session, id).value();
    auto const law = with_.law();
    out->summary.trigger_name = trigger_name(*law, state.place(), today, out->summary.trigger);
    with_.directory.put_names(session, {&out->summary.institution_name, &out->summary.bureau_name});
    return std::move(*out);
}

}  // namespace anping::planning
