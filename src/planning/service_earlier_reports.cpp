// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/planning/earlier_reports.hpp>

#include "errors.hpp"
#include "queries_earlier_reports.hpp"

namespace anping::planning {
namespace {

Result<ledger::Decided> decided(Result<ledger::Event> event) {
    if (!event) return unexpected<Error>(std::move(event.error()));
    json::object answer{{"id", event->subject}};
    return ledger::Decided{{std::move(*event)}, std::move(answer)};
}

}  // namespace

Decision EarlierReports::record(access::Principal who, RecordEarlierReports in) const {
    return [who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const known = queries::earlier_keys(tx.session(), {who.unit});
        return decided(
            planning::record(in, fmt::format("LB-{:08}", tx.next_seq()), {who, field::beijing_date(tx.now()), known}));
    };
}

Decision EarlierReports::check(access::Principal who, EarlierReportId id, CheckEarlierReport in) const {
    return [who = std::move(who), id = std::move(id),
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::earlier_state(tx.session(), id);
        if (!state) return unknown_earlier_report();
        return decided(planning::check(in, id, state->report, who, field::beijing_date(tx.now())));
    };
}

Result<EarlierReportsPreview> EarlierReports::preview(vault::Table const& table, std::string sm3) {
    auto const taken = documents::take_in(earlier_fields(), table);
    if (!taken) return unexpected<Error>(taken.error());
    auto out = read_earlier(*taken);
    out.sm3 = std::move(sm3);
    return out;
}

Result<access::Target> EarlierReports::target(db::Session& session, EarlierReportId const& id) const {
    auto state = queries::earlier_state(session, id);
    if (!state) return unknown_earlier_report();
    access::Target out;
    out.unit = std::move(state->bureau.text);
    out.region = std::move(state->region);
    out.authority = state->authority;
    return out;
}

std::vector<EarlierReportRow> EarlierReports::rows(db::Session& session, access::Principal const& who,
                                                   field::Date since, field::Date to) const {
    std::vector<EarlierReportRow> out;
    for (auto& one : queries::earlier_reports(session, {who.region, who.authority}, since)) {
        EarlierReportRow row{std::move(one.id),
                             std::move(one.report),
                             directory_.bureau_name(one.bureau),
                             {},
                             one.bureau.text == who.unit};
        for (auto const& done : one.checks)
            if (done.check.on <= to)
                row.by.push_back({done.check.kind, done.check.on, directory_.bureau_name(done.bureau),
                                  done.check.reference.value, done.bureau.text == who.unit});
        out.push_back(std::move(row));
    }
    return out;
}

}  // namespace anping::planning
