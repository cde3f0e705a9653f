// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/access/colleagues.hpp>

#include "service_change.hpp"

namespace anping::registry {
namespace {

// What the bureau's list says of what is entered; `self` is the officer who is changed.
OfficerRoll roll_of(ledger::Transaction& tx, ledger::Personal const& personal, BureauId const& bureau,
                    OfficerFacts const& facts, OfficerId const& self) {
    OfficerRoll out;
    if (facts.account) {
        auto const found = access::Colleagues(personal).find(tx.session(), *facts.account);
        out.account_of_bureau = found && found->who.unit == bureau.text;
    }
    auto const known = queries::officers(tx.session(), bureau, day_of(tx), personal);
    out.certificate_taken = std::ranges::any_of(known, [&](OfficerView const& one) {
        return one.id != self && one.facts.certificate == facts.certificate && one.current;
    });
    return out;
}

}  // namespace

Decision Service::add_officer(access::Principal const& who, AddOfficer in) const {
    return [this, bureau = BureauId{who.unit}, in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        OfficerId const id{new_id("ZF", tx)};
        auto const roll = roll_of(tx, personal_, bureau, in.facts, id);
        auto name = personal_.put(tx, id.text, "name", in.name.value);
        return decided(decide_officer(in, id, std::move(name), bureau, roll));
    };
}

Decision Service::change_officer(OfficerId officer, ChangeOfficer in) const {
    return [this, id = std::move(officer), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const known = queries::officer(tx.session(), id, day_of(tx), personal_);
        if (!known) return unknown_officer();
        return decided(decide_officer_change(in, id, roll_of(tx, personal_, known->bureau, in.facts, id)));
    };
}

std::vector<OfficerView> Service::officers_of(db::Session& session, BureauId const& bureau, field::Date day) const {
    return queries::officers(session, bureau, day, personal_);
}

std::optional<OfficerView> Service::officer(db::Session& session, OfficerId const& id, field::Date day) const {
    return queries::officer(session, id, day, personal_);
}

}  // namespace anping::registry
