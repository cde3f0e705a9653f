// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/planning/outside_draws.hpp>

#include "errors.hpp"
#include "queries_outside_draws.hpp"

namespace anping::planning {
namespace {

Result<ledger::Decided> decided(Result<ledger::Event> event) {
    if (!event) return unexpected<Error>(std::move(event.error()));
    json::object answer{{"id", event->subject}};
    return ledger::Decided{{std::move(*event)}, std::move(answer)};
}

std::optional<registry::InstitutionId> matched(OutsideDraws::With const& with, db::Session& session,
                                               OutsideRow const& row) {
    return with.match(session, row.credit_code ? row.credit_code->value : "", row.name.value);
}

void put_names(registry::Directory const& directory, db::Session& session, draw::Listed<OutsideRowView>& rows) {
    std::vector<std::string*> names;
    for (auto& row : rows) {
        if (!row.institution) continue;
        row.institution_name = row.institution->text;
        names.push_back(&*row.institution_name);
    }
    directory.put_names(session, names);
}

}  // namespace

Decision OutsideDraws::record(access::Principal who, RecordOutsideDraw in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        OutsideGrounds with{who, field::beijing_date(tx.now()),
                            queries::outside_known(tx.session(), {who.unit}, in.platform.value, in.number.value)};
        for (std::size_t i = 0; i < in.rows.size(); ++i)
            if (auto found = matched(with_, tx.session(), in.rows[i]))
                with.matched.push_back({static_cast<std::int64_t>(i), std::move(*found)});
        OutsideDrawId const id{fmt::format("SW-{:08}", tx.next_seq())};
        return decided(planning::record(in, id, with));
    };
}

Decision OutsideDraws::withdraw(OutsideDrawId id, WithdrawOutsideDraw in) const {
    return [id = std::move(id), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::outside_state(tx.session(), id);
        if (!state) return unknown_outside_draw();
        return decided(planning::withdraw(in, *state));
    };
}

Result<OutsidePreview> OutsideDraws::preview(db::Session& session, vault::Table const& table, std::string sm3) const {
    auto const taken = documents::take_in(outside_fields(), table);
    if (!taken) return unexpected<Error>(taken.error());
    auto out = read_rows(*taken);
    out.sm3 = std::move(sm3);
    for (auto& row : out.rows) row.institution = matched(with_, session, row.row);
    put_names(with_.directory, session, out.rows);
    return out;
}

Result<access::Target> OutsideDraws::target(db::Session& session, OutsideDrawId const& id) const {
    auto state = queries::outside_state(session, id);
    if (!state) return unknown_outside_draw();
    access::Target out;
    out.unit = std::move(state->recorded.bureau.text);
    out.region = std::move(state->recorded.region);
    out.authority = state->recorded.authority;
    return out;
}

std::vector<OutsideDrawSummary> OutsideDraws::draws(db::Session& session, access::Visibility const& sees,
                                                    std::int64_t before, std::int64_t limit) const {
    auto out = queries::outside_draws(session, sees, before, limit);
    for (auto& row : out) row.bureau_name = with_.directory.bureau_name(row.bureau);
    return out;
}

Result<OutsideDrawView> OutsideDraws::draw(db::Session& session, OutsideDrawId const& id) const {
    auto out = queries::outside_draw(session, id);
    if (!out) return unknown_outside_draw();
    out->summary.bureau_name = with_.directory.bureau_name(out->summary.bureau);
    out->recorded_by = with_.name_of(session, out->recorded_by);
    put_names(with_.directory, session, out->rows);
    return std::move(*out);
}

}  // namespace anping::planning
