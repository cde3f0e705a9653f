// SPDX-License-Identifier: Apache-2.0
#include "rules_criticism.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <anping/base/field_reader.hpp>

#include "bureaus.hpp"

namespace anping::circulation {
namespace {

Result<std::vector<Ground>> named(std::vector<GroundNamed> const& given, std::vector<Ground> const& known) {
    std::vector<Ground> out;
    for (std::size_t i = 0; i < given.size(); ++i) {
        auto const found = std::ranges::find_if(
            known, [&](Ground const& one) { return one.kind == given[i].kind && one.matter == given[i].matter; });
        if (found == known.end())
            return wrong_field(fmt::format("/grounds/{}", i), "overdue", "该部门没有这项逾期的整改或者期限");
        out.push_back(*found);
    }
    return out;
}

}  // namespace

Result<Events> criticise(Criticise const& in, access::Principal const& who, std::vector<Ground> const& known,
                         Circumstances const& with) {
    auto const office = office_of(in.bureau);
    if (!office || !with.law.regions().has_authority(office->first, office->second))
        return wrong_field("/bureau", "bureau", "没有这个部门");
    if (in.bureau.text == who.unit || !reads_of(who, in.bureau, with.law.regions()))
        return wrong_field("/bureau", "below", "只能通报批评下级部门");
    if (in.on > with.today) return wrong_field("/on", "future", "不能晚于今天");
    if (in.due && *in.due < in.on) return wrong_field("/due", "order", "期限不能早于通报当日");
    auto grounds = named(in.grounds, known);
    if (!grounds) return unexpected<Error>(std::move(grounds.error()));
    BureauCriticised out;
    out.by = {who.unit};
    out.region = who.region;
    out.authority = who.authority;
    out.bureau = in.bureau;
    out.title = in.title.value;
    if (in.number) out.number = in.number->value;
    out.basis = in.basis.value;
    out.facts = in.facts.value;
    out.grounds = std::move(*grounds);
    out.on = in.on;
    if (in.demands) out.demands = in.demands->value;
    out.due = in.due;
    return Events{ledger::event(fmt::format("TB-{:08}", with.next_seq), out)};
}

Result<Events> answer(AnswerCriticism const& in, CriticismId const& id) {
    return Events{ledger::event(id.text, CriticismAnswered{in.text.value})};
}

Result<Events> report(ReportCriticism const& in, CriticismId const& id, field::Date since, field::Date today) {
    if (in.on > today) return wrong_field("/on", "future", "不能晚于今天");
    if (in.on < since) return wrong_field("/on", "order", "不能早于通报当日");
    return Events{ledger::event(id.text, CriticismReported{in.on, in.number.value, in.to.value})};
}

}  // namespace anping::circulation
