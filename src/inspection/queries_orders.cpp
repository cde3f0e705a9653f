// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

#include "queries.hpp"

namespace anping::inspection::queries {
namespace {

using Day = std::optional<field::Date>;
using MaybeText = std::optional<std::string>;

template <class T>
T read(std::string const& body) {
    return from_trusted_json<T>(json::parse(body));
}

constexpr char const* kOverdue = "stage = 'open' AND due < :today";
constexpr char const* kEscalated = "stage = 'open' AND (failed > 0 OR due < :today)";

std::vector<OrderSummary> summaries(db::Session& session, std::string const& rest, db::Params const& params,
                                    field::Date today) {
    std::vector<OrderSummary> out;
    // lint: sql - the conditions below, their values bound
    session.each<OrderId, OrderKind, MaybeText, registry::BureauId, Checked, std::optional<registry::InstitutionId>,
                 std::optional<registry::EnterpriseId>, std::optional<InspectionId>, MaybeText, field::Date, OrderStage,
                 std::int64_t, std::int64_t, std::int64_t, std::int64_t, Day, Day, Day, std::int64_t>(
        "SELECT id, kind, number, bureau, checked, institution, enterprise, inspection, campaign, issued_on, stage, "
        "items, passed, proven, failed, due, recheck_due, closed_on, entry FROM inspection_order WHERE " +
            rest,
        params,
        [&](auto id, auto kind, auto number, auto bureau, auto checked, auto institution, auto enterprise,
            auto inspection, auto campaign, auto issued, auto stage, auto items, auto passed, auto proven, auto failed,
            auto due, auto recheck, auto closed, auto entry) {
            OrderSummary row{std::move(id), kind, std::move(number), bureau, bureau.text, checked};
            if (institution) row.institution_name = institution->text;
            if (enterprise) row.enterprise_name = enterprise->text;
            row.institution = std::move(institution);
            row.enterprise = std::move(enterprise);
            row.inspection = std::move(inspection);
            row.campaign = std::move(campaign);
            row.issued_on = issued;
            row.stage = stage;
            row.items = items;
            row.passed = passed;
            row.proven = proven;
            row.failed = failed;
            row.due = due;
            row.recheck_due = recheck;
            row.closed_on = closed;
            bool const open = stage == OrderStage::open;
            row.overdue = open && due && *due < today;
            row.escalated = open && (row.overdue || failed > 0);
            row.entry = entry;
            out.push_back(std::move(row));
        });
    return out;
}

void narrow(std::string& sql, db::Params& params, OrderState state, field::Date today) {
    switch (state) {
        case OrderState::open:
        case OrderState::closed:
        case OrderState::withdrawn:
            sql += " AND stage = :stage";
            params.push_back(db::sql(state));
            return;
        case OrderState::to_recheck: sql += " AND stage = 'open' AND proven > 0"; return;
        case OrderState::overdue:
        case OrderState::escalated:
            sql += std::string(" AND ") + (state == OrderState::overdue ? kOverdue : kEscalated);
            params.push_back(db::sql(today));
            return;
    }
}

// The acts of an order, each in its item.
void add_act(OrderItemView& item, std::string const& kind, Timestamp at, std::string const& body) {
    if (kind == "proof") {
        auto in = read<ProofGiven>(body);
        ProofView view{std::move(in.words.value), {}, std::move(in.files), at, std::move(in.recheck)};
        if (in.responsible) view.responsible = std::move(in.responsible->ref);
        item.proofs.push_back(std::move(view));
    } else if (kind == "recheck") {
        auto in = read<ItemRechecked>(body);
        RecheckView view{in.on, in.passed, std::move(in.words.value), {}, std::move(in.warnings), std::move(in.files),
                         at};
        for (auto& one : in.officers)
            view.officers.push_back(
                {one.officer, one.officer.text, one.certificate.value, one.valid_until, in.on <= one.valid_until});
        item.rechecks.push_back(std::move(view));
    } else {
        auto in = read<DeadlineExtended>(body);
        item.extensions.push_back({in.due, std::move(in.reason.value), at});
    }
}

}  // namespace

std::optional<OrderKnown> order_state(db::Session& session, OrderId const& id) {
    auto row = session.one<std::string, OrderStage>("SELECT body, stage FROM inspection_order WHERE id = :id", {id});
    if (!row) return std::nullopt;
    OrderKnown out{id, read<OrderIssued>(std::get<0>(*row)), std::get<1>(*row)};
    session.each<std::int64_t, field::Date, ItemStage>(
        "SELECT number, due, stage FROM inspection_order_item WHERE order_id = :id", {id},
        [&](auto number, auto due, auto stage) { out.items.emplace(number, ItemState{due, stage}); });
    return out;
}

std::optional<access::Target> target(db::Session& session, OrderId const& id) {
    auto row = session.one<std::string, field::RegionCode, field::Authority, std::string>(
        "SELECT bureau, region, authority, addressee FROM inspection_order WHERE id = :id", {id});
    if (!row) return std::nullopt;
    access::Target out;
    std::string addressee;
    std::tie(out.unit, out.region, out.authority, addressee) = std::move(*row);
    out.parties.push_back(std::move(addressee));
    return out;
}

std::vector<OrderSummary> orders(db::Session& session, access::Visibility const& sees, OrderFilter const& filter,
                                 field::Date today, std::int64_t before, std::int64_t limit) {
    auto seen = sees.where({"bureau", {"addressee"}, {"region"}, "authority", ""});
    auto sql = std::move(seen.text);
    auto params = std::move(seen.params);
    if (filter.state) narrow(sql, params, *filter.state, today);
    if (filter.institution) {
        sql += " AND institution = :institution";
        params.emplace_back(*filter.institution);
    }
    if (filter.bureau) {
        sql += " AND bureau = :of_bureau";
        params.emplace_back(*filter.bureau);
    }
    if (filter.campaign) {
        sql += " AND campaign = :campaign";
        params.emplace_back(*filter.campaign);
    }
    params.emplace_back(before);
    params.emplace_back(limit);
    return summaries(session, sql + " AND entry < :before ORDER BY entry DESC LIMIT :limit", params, today);
}

std::optional<OrderSummary> order(db::Session& session, OrderId const& id, field::Date today) {
    auto rows = summaries(session, "id = :id", {id}, today);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

std::vector<OrderItemView> items(db::Session& session, OrderKnown const& state, field::Date today) {
    std::vector<OrderItemView> out;
    for (auto const& item : state.issued.items) {
        auto const& now = state.items.at(item.number);
        OrderItemView view{item.number, item.problem, item.fact.value, item.citation, item.demand.value};
        view.due = now.due;
        view.counted = item.counted;
        if (item.responsible) view.responsible = item.responsible->ref;
        view.stage = now.stage;
        bool const waits = now.stage == ItemStage::waiting || now.stage == ItemStage::failed;
        view.overdue = state.stage == OrderStage::open && waits && now.due < today;
        out.push_back(std::move(view));
    }
    session.each<std::int64_t, std::string, Timestamp, std::string>(
        "SELECT item, kind, at, body FROM inspection_order_act WHERE order_id = :id ORDER BY entry", {state.id},
        [&](auto item, auto kind, auto at, auto body) {
            auto const found = std::ranges::find(out, item, &OrderItemView::number);
            if (found != out.end()) add_act(*found, kind, at, body);
        });
    return out;
}

std::optional<std::string> withdrawn(db::Session& session, OrderId const& id) {
    return session.scalar<MaybeText>("SELECT withdrawn FROM inspection_order WHERE id = :id", {id});
}

std::int64_t version(db::Session& session, OrderId const& id) {
    return session.scalar<std::int64_t>("SELECT version FROM inspection_order WHERE id = :id", {id});
}

}  // namespace anping::inspection::queries
