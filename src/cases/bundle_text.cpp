// SPDX-License-Identifier: Apache-2.0
#include "bundle_text.hpp"

#include <fmt/format.h>

#include "step_order.hpp"

namespace anping::cases {
namespace {

char const* word_of(PartyKind kind) {
    switch (kind) {
        case PartyKind::institution: return "机构";
        case PartyKind::enterprise: return "企业";
        case PartyKind::person: return "个人";
        case PartyKind::unit: return "没有登记的单位";
    }
    return "";
}

std::string lines_of(std::vector<Document> const& documents) {
    std::string out;
    for (auto const& one : documents)
        out += fmt::format("    文书 {} {}{}\n", one.kind, one.number,
                           one.file ? "　文件 blobs/" + *one.file : std::string("　（没有附文件）"));
    return out;
}

std::string lines_of(std::vector<Remark> const& remarks) {
    std::string out;
    for (auto const& one : remarks) out += "    注明：" + one.text + "\n";
    return out;
}

std::string officers_of(std::vector<OfficerView> const& officers) {
    std::string out;
    for (auto const& one : officers)
        out += fmt::format("{}{}（{}）", out.empty() ? "" : "、", one.name, one.certificate);
    return out;
}

std::string head_of(CaseView const& view) {
    auto const& of = view.summary;
    auto out = fmt::format("案件材料包\n案件：{} {}\n办案部门：{}\n立案：{}（账本第 {} 条）\n行为终了：{}\n",
                           of.id.text, of.title, of.bureau_name, field::to_string(of.opened_on), of.entry,
                           field::to_string(view.acted_on));
    if (of.external_number) out += fmt::format("执法系统案号：{}\n", *of.external_number);
    for (auto const& one : view.parties) {
        out += fmt::format("当事人：{}（{}）", one.name, word_of(one.kind));
        if (one.credit_code) out += " " + *one.credit_code;
        if (one.address) out += " " + *one.address;
        out += "\n";
    }
    for (auto const& one : view.conduct_names) out += fmt::format("涉嫌的行为：{}\n", one);
    for (auto const& one : view.sources)
        out += fmt::format("来源：{}{}\n", one.text.value, one.id ? "（" + one.id->value + "）" : std::string());
    for (auto const& one : view.projects) out += fmt::format("所涉报告的项目：{}\n", one);
    out += fmt::format("案情：{}\n执法人员：{}\n", view.text, officers_of(view.officers));
    return out + lines_of(view.documents) + lines_of(view.remarks);
}

std::string step_of(StepView const& step) {
    auto out =
        fmt::format("{}. {} {}（账本第 {} 条）", step.number, field::to_string(step.on), words(step.kind), step.entry);
    if (step.amount) out += " " + yuan(*step.amount);
    if (step.to) out += " " + *step.to;
    out += "\n    " + step.text + "\n";
    if (step.party) out += fmt::format("    当事人自己提交：{}\n", *step.party);
    if (!step.officers.empty()) out += fmt::format("    执法人员：{}\n", officers_of(step.officers));
    return out + lines_of(step.documents) + lines_of(step.remarks);
}

std::string name_of(PenaltyGiven const& one, DecisionView const& decision) {
    auto const count = static_cast<std::size_t>(one.count);
    if (count >= 1 && count <= decision.conducts.size())
        for (auto const& of : decision.conducts[count - 1].measures)
            if (of.code == one.code.value && of.on == one.on.value) return of.name;
    return one.code.value;
}

std::string decision_of(DecisionView const& decision) {
    auto out = fmt::format("\n处罚决定：{} {}{}\n", decision.document, field::to_string(decision.on),
                           decision.elsewhere ? "（执法系统作出）" : "");
    for (auto const& one : decision.penalties)
        out += fmt::format("    {}：{}{}\n", one.who.value, name_of(one, decision),
                           one.amount ? " " + yuan(*one.amount) : std::string());
    if (decision.annulled_on)
        out += fmt::format("    {} 被撤销、变更或者确认违法\n", field::to_string(*decision.annulled_on));
    return out;
}

std::string paper_of(Paper const& one) {
    auto out = fmt::format("- {} {} {}", one.id, one.name, one.number.value_or(""));
    if (one.issued_on) out += " " + field::to_string(*one.issued_on) + " 签发";
    for (auto const& delivered : one.deliveries) out += " " + field::to_string(delivered.on) + " 送达";
    if (one.stage == PaperStage::voided) out += "（已作废）";
    return out + "\n";
}

}  // namespace

std::string bundle_text(CaseView const& view, std::vector<Paper> const& papers, std::int64_t later) {
    auto out = head_of(view);
    if (!view.steps.empty()) out += "\n办案步骤：\n";
    for (auto const& one : view.steps) out += step_of(one);
    if (view.decision) out += decision_of(*view.decision);
    if (!papers.empty()) out += "\n执法文书（条目和文件也在包内）：\n";
    for (auto const& one : papers) out += paper_of(one);
    if (later > 0) out += fmt::format("\n另有 {} 条刚登记，还没有签名的首部，没有收入本包；稍后重新下载。\n", later);
    return out;
}

}  // namespace anping::cases
