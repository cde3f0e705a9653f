// SPDX-License-Identifier: Apache-2.0
#include "document_facts.hpp"

#include <array>
#include <initializer_list>
#include <map>

#include <fmt/format.h>

namespace anping::app {
namespace {

using official::AddresseeKind;
using official::Known;

// The same fact under each of the names the forms have for it.
void say(Known& known, std::initializer_list<char const*> labels, std::string const& text) {
    if (text.empty()) return;
    for (auto const* label : labels) known.fields[label] = text;
}

void say_unit(Known& known, std::string const& name, std::string const& address) {
    say(known,
        {"当事人", "被检查单位", "处罚单位", "被处罚单位", "受送达单位（个人）", "陈述申辩人", "申辩人工作单位",
         "被检查人", "当事人单位及职务1"},
        name);
    say(known, {"地址", "当事人地址", "单位地址", "被处罚单位地址", "申辩人联系地址"}, address);
}

void address_to(Known& known, House const& house, db::Session& session, AddresseeKind kind, std::string const& id,
                std::string const& name) {
    known.addressee = {kind, {id}};
    known.addressee_name = name;
    if (id.empty()) return say_unit(known, name, {});
    if (kind == AddresseeKind::enterprise) {
        auto const found = house.registry.enterprise(session, registry::EnterpriseId{id});
        say_unit(known, name, found ? found->address : "");
        if (found && found->industry) say(known, {"所属行业"}, *found->industry);
        return;
    }
    auto const found = house.registry.institution(session, registry::InstitutionId{id});
    say_unit(known, name, found ? found->address : "");
    if (found) say(known, {"联系电话", "电话"}, found->phone);
}

// Two officers with their certificates, under the forms' several names for the first and the second.
template <class Officers>
void say_officers(Known& known, Officers const& officers) {
    constexpr std::array<std::array<char const*, 4>, 2> kNames{
        {{"执法人员一", "执法人员1", "勘验人1", "调查人员1"}, {"执法人员二", "执法人员2", "勘验人2", "调查人员2"}}};
    constexpr std::array<std::array<char const*, 5>, 2> kCertificates{
        {{"证件号码一", "证号1", "证件号一", "执法人员证号1", "调查人员证号1"},
         {"证件号码二", "证号2", "证件号二", "执法人员证号2", "调查人员证号2"}}};
    std::string all;
    for (std::size_t at = 0; at < officers.size(); ++at) {
        auto const& one = officers[at];
        all += fmt::format("{}{}（{}）", at == 0 ? "" : "、", one.name, one.certificate);
        if (at >= kNames.size()) continue;
        for (auto const* label : kNames[at]) known.fields[label] = one.name;
        for (auto const* label : kCertificates[at]) known.fields[label] = one.certificate;
    }
    say(known, {"行政执法人员"}, all);
}

template <class Rows, class Words>
json::array rows_of(Rows const& rows, Words words) {
    json::array out;
    for (auto const& one : rows) {
        std::string text = words(one);
        if (!text.empty()) out.push_back(json::object{{"内容", std::move(text)}});
    }
    return out;
}

template <class Rows, class Words>
std::string lines_of(Rows const& rows, Words words) {
    std::string out;
    for (auto const& one : rows) {
        auto const text = words(one);
        if (!text.empty() && out.find(text) == std::string::npos) out += (out.empty() ? "" : "\n") + text;
    }
    return out;
}

std::string words_of(rulebook::Citation const& clause) { return clause.source + "：" + clause.text; }

Known of_inspection(House const& house, db::Session& session, access::Principal const& who, std::string const& id) {
    Known out;
    auto const found = house.inspection.inspection(session, inspection::InspectionId{id}, who);
    if (!found || found->summary.bureau.text != who.unit) return out;
    auto const& summary = found->summary;
    bool const is_enterprise = summary.checked == inspection::Checked::enterprise;
    address_to(out, house, session, is_enterprise ? AddresseeKind::enterprise : AddresseeKind::institution,
               is_enterprise ? (summary.enterprise ? summary.enterprise->text : "")
                             : (summary.institution ? summary.institution->text : ""),
               (is_enterprise ? summary.enterprise_name : summary.institution_name).value_or(""));
    say_officers(out, found->officers);
    say(out, {"检查场所", "勘验场所", "抽样地点"}, found->place);
    say(out, {"检查内容"}, lines_of(found->checklist, [](auto const& one) { return one.listed.name; }));
    say(out, {"检查情况", "勘验情况"}, lines_of(found->problems, [](auto const& one) {
            return one.withdrawn ? std::string() : fmt::format("{}. {}", one.number, one.fact);
        }));
    if (summary.begun_on) say(out, {"检查日期"}, field::to_string(*summary.begun_on));
    auto const problems = rows_of(found->problems, [](auto const& one) { return one.withdrawn ? "" : one.fact; });
    if (!problems.empty()) out.fields["问题"] = out.fields["违法违规行为和事故隐患"] = problems;
    say(out, {"依据"}, lines_of(found->problems, [](auto const& one) {
            return one.withdrawn ? std::string() : words_of(one.citation);
        }));
    return out;
}

Known of_order(House const& house, db::Session& session, access::Principal const& who, std::string const& id) {
    Known out;
    auto const found = house.inspection.order(session, inspection::OrderId{id});
    if (!found || found->summary.bureau.text != who.unit) return out;
    auto const& summary = found->summary;
    if (summary.inspection) out = of_inspection(house, session, who, summary.inspection->text);
    bool const is_enterprise = summary.checked == inspection::Checked::enterprise;
    address_to(out, house, session, is_enterprise ? AddresseeKind::enterprise : AddresseeKind::institution,
               is_enterprise ? (summary.enterprise ? summary.enterprise->text : "")
                             : (summary.institution ? summary.institution->text : ""),
               (is_enterprise ? summary.enterprise_name : summary.institution_name).value_or(""));
    auto const items = rows_of(found->items, [](auto const& one) {
        return fmt::format("{}（{} 前：{}）", one.fact, field::to_string(one.due), one.demand);
    });
    if (!items.empty()) out.fields["问题"] = items;
    if (summary.due) say(out, {"整改日期"}, field::to_string(*summary.due));
    say(out, {"意见"}, lines_of(found->items, [](auto const& one) {
            return one.rechecks.empty()
                       ? std::string()
                       : fmt::format("第 {} 项：{}。{}", one.number,
                                     one.rechecks.back().passed ? "已整改" : "未整改到位", one.rechecks.back().words);
        }));
    if (!found->items.empty() && !found->items.back().rechecks.empty())
        say_officers(out, found->items.back().rechecks.back().officers);
    return out;
}

std::string measures_of(cases::DecisionView const& decision) {
    std::map<std::string, std::string> names;
    for (auto const& conduct : decision.conducts)
        for (auto const& one : conduct.measures) names[one.code] = one.name;
    return lines_of(decision.penalties, [&](auto const& one) {
        auto const name = names.contains(one.code.value) ? names[one.code.value] : one.code.value;
        return one.amount ? fmt::format("{}：{} {} 元", one.who.value, name, field::to_yuan(*one.amount))
                          : one.who.value + "：" + name;
    });
}

void say_decision(Known& out, cases::CaseView const& found) {
    if (!found.decision) return;
    auto const& decision = *found.decision;
    say(out, {"行政处罚", "处理结果"}, measures_of(decision));
    auto const clauses = lines_of(decision.conducts, [](cases::Computation const& one) {
        auto const& reading = one.applies == cases::Choice::act ? one.at_act : one.at_decision;
        return lines_of(reading.clauses, [](auto const& clause) { return words_of(clause); });
    });
    say(out, {"规定", "依据"}, clauses);
    say(out, {"违法事实及证据", "违法事实及处罚依据"}, decision.reasons);
}

// Of each kind of step the last one's words.
void say_steps(Known& out, cases::CaseView const& found) {
    using cases::StepKind;
    for (auto const& step : found.steps) {
        if (step.kind == StepKind::proposal)
            say(out, {"承办人意见", "承办人员拟办意见", "违法事实及处罚依据", "违法行为"}, step.text);
        if (step.kind == StepKind::defence) say(out, {"当事人申辩意见"}, step.text);
        if (step.kind == StepKind::payment) say(out, {"执行情况"}, step.text);
        if (step.kind == StepKind::discussion) say(out, {"结论性意见"}, step.text);
        if (step.kind == StepKind::legal_review) say(out, {"审核意见"}, step.text);
    }
}

AddresseeKind kind_of(cases::PartyKind kind) {
    switch (kind) {
        case cases::PartyKind::institution: return AddresseeKind::institution;
        case cases::PartyKind::enterprise: return AddresseeKind::enterprise;
        case cases::PartyKind::person:
        case cases::PartyKind::unit: break;
    }
    return AddresseeKind::other;
}

Known of_case(House const& house, db::Session& session, access::Principal const& who, std::string const& id) {
    Known out;
    auto const found = house.cases.view(session, cases::CaseId{id});
    if (!found || found->summary.bureau.text != who.unit) return out;
    if (!found->parties.empty()) {
        auto const& party = found->parties.front();
        auto const registered = party.kind != cases::PartyKind::person && party.id;
        address_to(out, house, session, registered ? kind_of(party.kind) : AddresseeKind::other,
                   registered ? *party.id : "", party.name);
    }
    say(out, {"案件", "案件名称"}, found->summary.title);
    say(out, {"案件来源", "发现"}, lines_of(found->sources, [](auto const& one) { return one.text.value; }));
    say(out, {"案件基本情况", "案情简介", "违法行为", "原因"}, found->text);
    say(out, {"立案日期"}, field::to_string(found->summary.opened_on));
    say_officers(out, found->officers);
    say_steps(out, *found);
    say_decision(out, *found);
    return out;
}

}  // namespace

Known document_facts(House const& house, db::Session& session, access::Principal const& who,
                     official::Subject const& subject) {
    if (subject.kind.value == "inspection") return of_inspection(house, session, who, subject.id.text);
    if (subject.kind.value == "rectification") return of_order(house, session, who, subject.id.text);
    if (subject.kind.value == "case") return of_case(house, session, who, subject.id.text);
    return {};
}

}  // namespace anping::app
