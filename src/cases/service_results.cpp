// SPDX-License-Identifier: Apache-2.0
#include <anping/cases/service.hpp>

#include "noting.hpp"
#include "queries.hpp"
#include "results.hpp"

namespace anping::cases {
namespace {

using Keep = std::function<ledger::Commitment(CaseId const&, std::string const& name)>;

ResultsWith asking(db::Session& session, registry::Directory const& directory, std::string const& bureau,
                   ResultSheet const& sheet, Law law, Keep keep) {
    auto const name_of = [&](PartyNoted const& one) {
        std::string name = one.id ? *one.id : one.name.value_or("");
        Names names(directory);
        names.add(name);
        names.put(session);
        return name;
    };
    return {law,
            sheet,
            [&session, bureau](std::string const& number) -> std::optional<CaseId> {
                auto const whose = queries::target(session, {number});
                if (!whose || whose->unit != bureau) return std::nullopt;
                return CaseId{number};
            },
            [&session, bureau](std::string const& number) { return queries::of_system(session, {bureau}, number); },
            [&session, law](CaseId const& id) { return queries::state(session, id, law).value(); },
            name_of,
            [&](State const& state) { return homes_of(directory, session, state); },
            std::move(keep)};
}

}  // namespace

Decision Service::take_in_results(access::Principal who, ResultSheet sheet) const {
    return [this, who = std::move(who), sheet = std::move(sheet)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const taken = documents::take_in(result_fields(), sheet.table);
        if (!taken) return unexpected<Error>(taken.error());
        auto const books = with_.law();
        auto const keep = [&](CaseId const& id, std::string const& name) {
            return with_.personal.put(tx, id.text, "punished", name);
        };
        auto judged = judge(*taken, asking(tx.session(), with_.directory, who.unit, sheet,
                                           {*books, field::beijing_date(tx.now())}, keep));
        registry::SheetDone done;
        for (auto const& one : judged.outcomes) registry::count(one.state, done);
        return ledger::Decided{std::move(judged.events), to_json(done)};
    };
}

Result<registry::SheetPreview> Service::preview_results(db::Session& session, access::Principal const& who,
                                                        ResultSheet const& sheet, Timestamp now) const {
    auto const fields = result_fields();
    auto const taken = documents::take_in(fields, sheet.table);
    if (!taken) return unexpected<Error>(taken.error());
    auto const books = with_.law();
    auto const judged =
        judge(*taken, asking(session, with_.directory, who.unit, sheet, {*books, field::beijing_date(now)},
                             [](CaseId const&, std::string const&) { return ledger::Commitment{}; }));
    return registry::preview_of("案件结果", fields, *taken, judged.outcomes, now);
}

}  // namespace anping::cases
