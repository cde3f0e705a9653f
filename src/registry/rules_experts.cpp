// SPDX-License-Identifier: Apache-2.0
#include "errors.hpp"
#include "rules.hpp"

namespace anping::registry {
namespace {

constexpr std::size_t kMostFields = 10;
constexpr std::size_t kMostEmployers = 20;

Result<void> consistent(ExpertFacts const& facts, field::Date today) {
    if (facts.fields.empty() || facts.fields.size() > kMostFields)
        return wrong_field("/facts/fields", "count", "应填写1至10个专业");
    if (facts.employers_before.size() > kMostEmployers)
        return wrong_field("/facts/employers_before", "count", "曾任职单位不超过20个");
    if (facts.interests && facts.interests->size() > kMostInterests)
        return wrong_field("/facts/interests", "count", "持股或有业务往来的机构不超过20个");
    if (facts.listed_on > today) return wrong_field("/facts/listed_on", "future", "入库日期不能晚于今天");
    if (facts.until && *facts.until < facts.listed_on)
        return wrong_field("/facts/until", "order", "截止日不能早于入库日期");
    return {};
}

}  // namespace

Result<ledger::Event> decide_expert(ListExpert const& in, ExpertId const& id, ledger::Commitment name,
                                    rulebook::Place const& bureau, field::Date today) {
    if (auto const fine = consistent(in.facts, today); !fine) return unexpected<Error>(fine.error());
    return ledger::event(id.text, ExpertListed{std::move(name), bureau_of(bureau.region, bureau.authority),
                                               bureau.region, bureau.authority, in.facts});
}

Result<ledger::Event> decide_expert_change(ChangeExpert const& in, ExpertView const& expert, field::Date today) {
    if (expert.struck_on) return expert_struck();
    if (auto const fine = consistent(in.facts, today); !fine) return unexpected<Error>(fine.error());
    return ledger::event(expert.id.text, ExpertChanged{in});
}

Result<ledger::Event> decide_expert_removal(StrikeExpert const& in, ExpertView const& expert, field::Date today) {
    if (expert.struck_on) return expert_struck();
    if (in.on > today) return wrong_field("/on", "future", "出库日期不能晚于今天");
    if (in.on < expert.listed_on) return wrong_field("/on", "order", "出库日期不能早于入库日期");
    return ledger::event(expert.id.text, ExpertStruck{in});
}

}  // namespace anping::registry
