// SPDX-License-Identifier: Apache-2.0
#include <anping/planning/service.hpp>

#include "errors.hpp"
#include "queries_bureau_checks.hpp"
#include "queries_draws.hpp"
#include "rules_bureau_checks.hpp"

namespace anping::planning {

Decision Service::record_check(DrawId id, RecordBureauCheck in) const {
    return [id = std::move(id), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::state(tx.session(), id);
        if (!state) return unknown_draw();
        auto const held = queries::held(tx.session(), id);
        auto event = planning::record_check(in, *state, held ? held->outcome : std::vector<draw::StratumDrawn>(),
                                            field::beijing_date(tx.now()));
        if (!event) return unexpected<Error>(std::move(event.error()));
        json::object answer{{"id", event->subject}};
        return ledger::Decided{{std::move(*event)}, std::move(answer)};
    };
}

std::vector<BureauToCheck> Service::to_be_checked(db::Session& session, registry::BureauId const& bureau) const {
    constexpr std::int64_t kShown = 20;
    auto out = queries::to_be_checked(session, bureau, kShown);
    for (auto& one : out) one.drawn_by = with_.directory.bureau_name({one.drawn_by});
    return out;
}

}  // namespace anping::planning
