// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "errors.hpp"
#include "rules.hpp"

namespace anping::circulation {
namespace {

// For others: who answers for the section or the bureau.
constexpr bool arranges(access::Role role) noexcept {
    return role == access::Role::section_head || role == access::Role::leader;
}

}  // namespace

Result<Events> name_deputy(NameDeputy const& in, access::Principal const& who, Naming const& of,
                           Circumstances const& with) {
    if (!of.officer) return wrong_field("/officer", "officer", "本部门没有这位工作人员");
    if (!of.deputy) return wrong_field("/deputy", "officer", "本部门没有这位工作人员");
    if (of.officer->account != who.account && !arranges(who.role))
        return wrong_field("/officer", "own", "替别人指定代理的，是科（处）长或者负责人");
    if (of.officer->account == of.deputy->account) return wrong_field("/deputy", "self", "不能由本人代理本人");
    if (in.from < with.today) return wrong_field("/from", "past", "代理不能从今天以前开始");
    if (in.until < in.from) return wrong_field("/until", "order", "最后一天不能早于第一天");
    DeputyNamed const event{{who.unit}, of.officer->account, of.deputy->account, in.from, in.until, in.reason};
    return Events{ledger::event(fmt::format("DL-{:08}", with.next_seq), event)};
}

Result<Events> end_deputy(EndDeputy const& in, access::Principal const& who, DeputyState const& state,
                          field::Date today) {
    if (state.officer != who.account && !arranges(who.role)) return not_yours_to_end();
    if (state.ended || state.until < today) return ended_already();
    return Events{ledger::event(state.id.text, DeputyEnded{in.reason})};
}

}  // namespace anping::circulation
