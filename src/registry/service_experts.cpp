// SPDX-License-Identifier: Apache-2.0
#include "service_change.hpp"

namespace anping::registry {

Decision Service::list_expert(access::Principal const& who, ListExpert in) const {
    return [this, bureau = rulebook::Place{who.region, who.authority}, in = std::move(in)](ledger::Transaction& tx) {
        ExpertId const id{new_id("X", tx)};
        auto name = personal_.put(tx, id.text, "name", in.name.value);
        return decided(decide_expert(in, id, std::move(name), bureau, day_of(tx)));
    };
}

Decision Service::change_expert(ExpertId expert, ChangeExpert in) const {
    return [this, id = std::move(expert), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const known = this->expert(tx.session(), id, day_of(tx));
        if (!known) return unknown_expert();
        return decided(decide_expert_change(in, *known, day_of(tx)));
    };
}

Decision Service::strike_expert(ExpertId expert, StrikeExpert in) const {
    return [this, id = std::move(expert), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const known = this->expert(tx.session(), id, day_of(tx));
        if (!known) return unknown_expert();
        return decided(decide_expert_removal(in, *known, day_of(tx)));
    };
}

std::optional<ExpertView> Service::expert(db::Session& session, ExpertId const& id, field::Date today) const {
    auto out = queries::expert(session, id, today, personal_);
    if (out) out->bureau_name = bureau_name(out->bureau);
    return out;
}

std::vector<ExpertView> Service::experts(db::Session& session, ExpertFilter const& filter, std::string const& after,
                                         std::int64_t limit, field::Date today) const {
    auto out = queries::experts(session, filter, after, limit, today, personal_);
    for (auto& one : out) one.bureau_name = bureau_name(one.bureau);
    return out;
}

bool Service::has_expert(db::Session& session, ExpertId const& id) const { return queries::has_expert(session, id); }

}  // namespace anping::registry
