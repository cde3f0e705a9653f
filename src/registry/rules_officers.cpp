// SPDX-License-Identifier: Apache-2.0
#include "errors.hpp"
#include "rules.hpp"

namespace anping::registry {
namespace {

Result<void> consistent(OfficerFacts const& facts, OfficerRoll const& roll) {
    if (facts.account && !roll.account_of_bureau) return wrong_field("/facts/account", "account", "不是本部门的账号");
    if (roll.certificate_taken)
        return wrong_field("/facts/certificate", "taken", "本部门已有这个执法证号，请更新原来的一条");
    if (facts.interests && facts.interests->size() > kMostInterests)
        return wrong_field("/facts/interests", "count", "应当回避的机构不超过20个");
    return {};
}

}  // namespace

Result<ledger::Event> decide_officer(AddOfficer const& in, OfficerId const& id, ledger::Commitment name,
                                     BureauId const& bureau, OfficerRoll const& roll) {
    if (auto const fine = consistent(in.facts, roll); !fine) return unexpected<Error>(fine.error());
    return ledger::event(id.text, OfficerAdded{std::move(name), bureau, in.facts});
}

Result<ledger::Event> decide_officer_change(ChangeOfficer const& in, OfficerId const& id, OfficerRoll const& roll) {
    if (auto const fine = consistent(in.facts, roll); !fine) return unexpected<Error>(fine.error());
    return ledger::event(id.text, OfficerChanged{in});
}

}  // namespace anping::registry
