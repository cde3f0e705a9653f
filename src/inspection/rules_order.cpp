// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"
#include "rules.hpp"

namespace anping::inspection {
namespace {

constexpr std::size_t kMostItems = 100;

Result<void> check_form(IssueOrder const& in, OrderGrounds const& with) {
    if (in.items.empty() || in.items.size() > kMostItems)
        return wrong_field("/items", "count", fmt::format("应有 1 到 {} 项", kMostItems));
    if (in.issued_on > with.today) return wrong_field("/issued_on", "future", "不能晚于今天");
    if (in.inspection && !with.inspection) return wrong_field("/inspection", "inspection", "没有本部门的这次检查");
    if (with.inspection && with.inspection->stage != Stage::begun && with.inspection->stage != Stage::closed)
        return wrong_field("/inspection", "stage", "检查还没有开始");
    if (with.inspection) return {};
    if (in.checked == Checked::institution && !with.institution)
        return wrong_field("/institution", "institution", "请选择已登记的机构");
    if (in.checked == Checked::enterprise && !with.enterprise)
        return wrong_field("/enterprise", "enterprise", "请选择已登记的企业");
    return {};
}

// What the item rests on: the clause that is named, else its problem's. An order needs one that may accuse.
Result<std::optional<rulebook::Citation>> citation_of(OrderItem const& item, OrderKind kind, std::string const& at,
                                                      OrderGrounds const& with) {
    std::optional<rulebook::Citation> out;
    if (item.problem) {
        auto const& problems = with.inspection ? with.inspection->problems : decltype(State::problems){};
        auto const found = problems.find(*item.problem);
        if (found == problems.end() || found->second.withdrawn)
            return wrong_field(at + "/problem", "problem", "检查里没有这个问题，或者已经撤销");
        // As it speaks today: a legal officer may have confirmed it since.
        out = with.book.citation(found->second.citation.clause);
        if (!out) out = found->second.citation;
    }
    if (item.clause) {
        out = with.book.citation(item.clause->value);
        if (!out) return unknown_clause(at + "/clause");
    }
    if (kind == OrderKind::letter) return out;
    if (!out) return wrong_field(at + "/clause", "required", "责令整改须引用条款；没有条款的，可以发督促函");
    if (!out->binding) return unconfirmed_clause(at + "/clause");
    return out;
}

Result<IssuedItem> issued(OrderItem const& item, IssueOrder const& in, std::size_t index, OrderGrounds const& with) {
    auto const at = fmt::format("/items/{}", index);
    auto citation = citation_of(item, in.kind, at, with);
    if (!citation) return unexpected<Error>(std::move(citation.error()));
    IssuedItem out{static_cast<std::int64_t>(index + 1), item.problem, item.fact, std::move(*citation), item.demand};
    if (index < with.responsible.size()) out.responsible = with.responsible[index];
    if (item.due) {
        if (*item.due < in.issued_on) return wrong_field(at + "/due", "order", "不能早于发出之日");
        out.due = *item.due;
        return out;
    }
    auto counted = with.book.law().deadline("rectification", with.book.place(), in.issued_on,
                                            {{"order.issued_on", field::to_string(in.issued_on)}});
    if (!counted) return unexpected<Error>(std::move(counted.error()));
    if (!*counted) return wrong_field(at + "/due", "required", "请填写整改期限");
    out.due = (*counted)->due;
    out.counted = std::move(*counted);
    return out;
}

Result<ItemState> open_item(OrderKnown const& state, std::int64_t number) {
    if (state.stage != OrderStage::open) return order_over();
    auto const found = state.items.find(number);
    if (found == state.items.end()) return wrong_field("/item", "item", "没有这一项");
    if (found->second.stage == ItemStage::passed) return wrong_field("/item", "passed", "这一项已经复查通过");
    return found->second;
}

}  // namespace

Result<Events> issue(IssueOrder in, OrderGrounds const& with) {
    if (auto fine = check_form(in, with); !fine) return unexpected<Error>(std::move(fine.error()));
    if (with.inspection) {
        auto const& of = with.inspection->task.content;
        in.checked = of.checked;
        in.institution = of.institution;
        in.enterprise = of.enterprise;
        in.project = of.project;
    }
    OrderIssued event{
        {with.who.unit}, with.who.region, with.who.authority, in.kind,   in.inspection, in.checked, in.institution,
        in.enterprise,   in.project,      in.campaign,        in.number, in.issued_on,  {}};
    for (std::size_t i = 0; i < in.items.size(); ++i) {
        auto item = issued(in.items[i], in, i, with);
        if (!item) return unexpected<Error>(std::move(item.error()));
        event.items.push_back(std::move(*item));
    }
    return Events{ledger::event(with.id.text, event)};
}

Result<Events> give_proof(GiveProof const& in, OrderKnown const& state, Book const& book,
                          std::optional<ledger::Commitment> responsible, Exhibits files) {
    if (auto const item = open_item(state, in.item); !item) return unexpected<Error>(item.error());
    ProofGiven event{in.item, in.words, std::move(responsible), std::move(files), {}};
    auto counted = book.law().deadline("rectification_recheck", book.place(), book.day(),
                                       {{"proof.given_on", field::to_string(book.day())}});
    // A calendar that is not published that far keeps nobody from handing in proof.
    if (counted) event.recheck = std::move(*counted);
    return Events{ledger::event(state.id.text, event)};
}

Result<Events> recheck(RecheckItem const& in, OrderKnown const& state, Officers const& officers, field::Date today,
                       Exhibits files) {
    if (auto const item = open_item(state, in.item); !item) return unexpected<Error>(item.error());
    if (in.on > today) return wrong_field("/on", "future", "不能晚于今天");
    if (in.on < state.issued.issued_on) return wrong_field("/on", "order", "不能早于发出之日");
    if (in.officers.empty()) return wrong_field("/officers", "required", "请选择复查的执法人员");
    ItemRechecked event{in.item, in.on, in.passed, in.words, {}, {}, std::move(files)};
    auto sent = attending(in.officers, officers, event.warnings);
    if (!sent) return unexpected<Error>(std::move(sent.error()));
    event.officers = std::move(*sent);
    return Events{ledger::event(state.id.text, event)};
}

Result<Events> extend(ExtendDeadline const& in, OrderKnown const& state) {
    auto const item = open_item(state, in.item);
    if (!item) return unexpected<Error>(item.error());
    if (in.due <= item->due) return wrong_field("/due", "order", "应晚于原来的期限");
    return Events{ledger::event(state.id.text, DeadlineExtended{in.item, in.due, in.reason})};
}

Result<Events> withdraw(WithdrawOrder const& in, OrderKnown const& state) {
    if (state.stage != OrderStage::open) return order_over();
    return Events{ledger::event(state.id.text, OrderWithdrawn{in.reason})};
}

}  // namespace anping::inspection
