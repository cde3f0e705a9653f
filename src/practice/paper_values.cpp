// SPDX-License-Identifier: Apache-2.0
#include "paper_values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

#include "paper_words.hpp"

namespace anping::practice {
namespace {

using documents::chinese_day;
using documents::chinese_minute;

constexpr char const* kLine = "＿＿＿＿＿＿＿＿";

// The names of a shape, each put once or left blank.
class Values {
public:
    explicit Values(PaperKind kind) : shape_(shape_of(kind)) {
        for (auto const& field : shape_.fields) out_[field.name] = nullptr;
        for (auto const& list : shape_.lists) out_[list.name] = json::array{};
    }
    void put(char const* name, std::string const& text) {
        auto* place = out_.if_contains(name);
        if (place == nullptr) throw std::logic_error(std::string("no such place in the paper: ") + name);
        if (!text.empty()) *place = text;
    }
    void put(char const* name, std::optional<std::string> const& text) { put(name, text.value_or("")); }
    void put(char const* name, std::optional<field::Date> const& day) { put(name, day ? chinese_day(*day) : ""); }
    void put(char const* name, bool yes) { put(name, std::string(yes ? "是" : "否")); }
    void put(char const* name, char const* text) { put(name, std::string(text)); }
    // A row of a list, its columns in the shape's order.
    void row(char const* list, std::vector<std::string> const& cells) {
        auto const shape = std::ranges::find(shape_.lists, list, &PaperList::name);
        if (shape == shape_.lists.end()) throw std::logic_error(std::string("no such list in the paper: ") + list);
        json::object row;
        for (std::size_t i = 0; i < shape->columns.size(); ++i)
            row[shape->columns[i].name] = cells[i].empty() ? json::value(nullptr) : json::value(cells[i]);
        out_.at(list).as_array().push_back(std::move(row));
    }
    json::object take() { return std::move(out_); }

private:
    PaperShape const& shape_;
    json::object out_;
};

template <class T>
std::string joined(T const& parts) {
    return fmt::format("{}", fmt::join(parts, "、"));
}

void put_project(Values& out, ProjectPaper const& of, PaperNames const& names, field::Date today) {
    auto const& project = of.project;
    out.put("项目名称", project.title);
    out.put("项目编号", project.id.text);
    out.put("机构名称", of.institution.name);
    out.put("资质证书编号", of.institution.qualification.certificate.value);
    if (!project.leader.text.empty()) out.put("承担单位", project.branch_name.value_or("机构本部"));
    out.put("委托单位", project.enterprise_name);
    if (of.enterprise) out.put("委托单位地址", of.enterprise->address);
    out.put("项目所在地", project.region_name);
    out.put("现场地址", project.site);
    out.put("服务类型", looked_up(names.services, project.service_type));
    out.put("业务范围", looked_up(names.scopes, project.scope.code));
    out.put("法定项目种类", project.statutory ? looked_up(names.kinds, project.statutory_kind) : "非法定项目");
    if (project.contract) {
        auto const contract = project.contract->value();
        out.put("合同编号", contract.number.value);
        out.put("合同签订日期", std::optional(contract.signed_on));
        out.put("合同完成日期", std::optional(contract.ends_on));
    }
    out.put("项目组组长", project.leader_name);
    out.put("填表日期", std::optional(today));
}

void put_risk(Values& out, ProjectView const& project) {
    if (!project.risk) return;
    auto const risk = project.risk->value();
    out.put("分析日期", std::optional(risk.made_on));
    out.put("在业务范围内", risk.in_scope);
    out.put("人员满足要求", risk.people_suffice);
    out.put("需要外聘专家", risk.experts_needed);
    if (risk.experts) out.put("外聘专家说明", risk.experts->value);
    out.put("风险分析结论", risk.conclusion.value);
}

void put_contract(Values& out, ProjectView const& project, PaperNames const& names) {
    if (project.contract) out.put("合同价款", field::to_yuan(project.contract->value().price) + " 元");
    if (project.terms) {
        auto const terms = project.terms->value();
        out.put("服务内容", terms.object.value);
        std::vector<std::string> stages;
        stages.reserve(terms.stages.size());
        for (auto const& stage : terms.stages) stages.push_back(looked_up(names.stages, stage.value));
        out.put("建设阶段", joined(stages));
        out.put("以取得许可为条件", terms.permit_tied);
        if (terms.permit_term) out.put("许可条件原文", terms.permit_term->value);
    }
    if (project.risk) out.put("风险分析结论", project.risk->value().conclusion.value);
}

void put_instruments(Values& out, ProjectView const& project) {
    if (!project.team) return;
    for (auto const& one : project.team->instruments)
        out.row("仪器设备", {one.name, one.calibrated_until ? chinese_day(*one.calibrated_until) : ""});
}

void put_members(Values& out, std::vector<NoticePaper::Member> const& members, registry::PersonId const& leader,
                 PaperNames const& names) {
    for (auto const& [person, duty] : members)
        out.row("项目组成员", {person.name, name_of(person.level), person.specialty, person.certificate.value_or(""),
                               person.id == leader ? "项目组组长" : looked_up(names.duties, duty)});
}

void put_team(Values& out, ProjectPaper const& of, PaperNames const& names) {
    auto const& project = of.project;
    if (!project.leader.text.empty()) out.put("计划进场日期", std::optional(project.site_first_day));
    if (!project.notices.empty()) {
        auto const& content = project.notices.front().content;
        out.put("现场开始日期", std::optional(content.site_first_day));
        out.put("现场结束日期", std::optional(content.site_last_day));
    }
    for (auto const& one : project.deadlines) {
        auto const deadline = one.deadline.value();
        out.row("工作计划",
                {deadline.citation.title, chinese_day(deadline.due), one.met_on ? chinese_day(*one.met_on) : ""});
    }
    put_members(out, of.members, project.leader, names);
    put_instruments(out, project);
    if (!project.team) return;
    auto const& team = *project.team;
    out.put("组建日期", std::optional(field::beijing_date(team.formed_at)));
    out.put("变更次数", std::to_string(team.edition - 1));
    out.put("变更理由", team.reason);
    out.put("组长从业年限", std::to_string(team.leader_years));
    for (auto const& one : team.experts) out.row("外聘专家", {one.name.value, one.specialty.value, one.employer.value});
    for (auto const& one : team.supports) out.row("技术支撑单位", {one.name.value, one.work.value});
}

char const* name_of(Finding finding) {
    switch (finding) {
        case Finding::meets: return "符合";
        case Finding::fails: return "不符合";
        case Finding::not_applicable: return "不适用";
    }
    return "";
}

void put_survey(Values& out, ProjectView const& project, SurveyView const& survey, PaperNames const& names) {
    out.put("勘验编号", survey.id.text);
    out.put("开始时间", chinese_minute(survey.started_at));
    out.put("结束时间", chinese_minute(survey.ended_at));
    out.put("勘验地点", survey.place);
    out.put("到场人员", joined(survey.member_names));
    out.put("组长到场", survey.leader_on_site);
    out.put("企业人员", survey.enterprise_people);
    if (survey.way) out.put("留痕方式", looked_up(names.ways, *survey.way));
    if (survey.latitude && survey.longitude) out.put("签到位置", *survey.latitude + ", " + *survey.longitude);
    if (survey.reason_code) out.put("无位置原因", looked_up(names.reasons, *survey.reason_code));
    out.put("勘验情况", survey.findings);
    if (survey.checklist) {
        out.put("检查表", looked_up(names.checklists, survey.checklist->name.value));
        for (auto const& one : survey.checklist->answers)
            out.row("检查项",
                    {looked_up(names.items, one.item.value), name_of(one.finding), one.note ? one.note->value : ""});
    }
    for (auto const& one : project.evidence) {
        if (one.survey != survey.id) continue;
        auto const file = one.exhibit.value();
        out.row("现场材料", {looked_up(names.evidence, file.kind.value), file.file_name, file.blob.sm3});
    }
}

ReviewStep step_of(PaperKind kind) {
    switch (kind) {
        case PaperKind::technical_review: return ReviewStep::technical_lead;
        case PaperKind::process_review: return ReviewStep::process_lead;
        case PaperKind::check_record: return ReviewStep::check;
        case PaperKind::review_record: return ReviewStep::review;
        case PaperKind::approval_record: return ReviewStep::approval;
        default: return ReviewStep::internal_review;
    }
}

// Of the newest edition: what it is, and what this step said of it.
void put_review(Values& out, ProjectView const& project, ReviewStep step) {
    if (project.reports.empty()) return;
    auto const& report = project.reports.front();
    out.put("报告名称", report.title);
    out.put("报告版次", std::to_string(report.edition));
    out.put("报告编制人", joined(report.author_names));
    out.put("报告提交时间", chinese_minute(report.filed_at));
    out.put("报告结论", report.conclusion);
    out.put("报告摘要值", report.file.blob.sm3);
    for (auto const& one : report.reviews) {
        if (one.step != step) continue;
        out.put("审核结论", one.opinion);
        out.put("确认时间", chinese_minute(one.signed_at));
        out.put("确认方式", one.key ? "本人签名密钥" : "登录确认");
    }
    for (auto const& one : report.opinions)
        if (one.step == step)
            out.row("审核意见",
                    {std::to_string(one.number), one.text, chinese_minute(one.given_at), one.answer.value_or("")});
}

}  // namespace

json::object sample_values(PaperKind kind) {
    auto const& shape = shape_of(kind);
    Values out(kind);
    for (auto const& field : shape.fields) out.put(field.name.c_str(), field.example);
    for (auto const& list : shape.lists) {
        std::vector<std::string> cells;
        cells.reserve(list.columns.size());
        for (auto const& column : list.columns) cells.push_back(column.example);
        out.row(list.name.c_str(), cells);
    }
    return out.take();
}

SurveyView const* survey_of(ProjectView const& project, std::optional<SurveyId> const& asked) {
    auto const& surveys = project.surveys;  // the newest first
    auto const found = asked ? std::ranges::find(surveys, *asked, &SurveyView::id) : surveys.begin();
    return found == surveys.end() ? nullptr : &*found;
}

json::object record_values(PaperKind kind, ProjectPaper const& of, PaperNames const& names, field::Date today,
                           std::optional<SurveyId> const& survey) {
    Values out(kind);
    put_project(out, of, names, today);
    switch (kind) {
        case PaperKind::risk_analysis: put_risk(out, of.project); break;
        case PaperKind::contract_review: put_contract(out, of.project, names); break;
        case PaperKind::team_plan: put_team(out, of, names); break;
        case PaperKind::raw_record: put_instruments(out, of.project); [[fallthrough]];
        case PaperKind::survey_record:
            if (auto const* one = survey_of(of.project, survey)) put_survey(out, of.project, *one, names);
            break;
        default: put_review(out, of.project, step_of(kind));
    }
    return out.take();
}

json::object notice_values(PaperKind kind, NoticePaper const& of, AddresseeView const& to, PaperNames const& names) {
    Values out(kind);
    auto const& [notice, project] = std::tie(of.notice, of.project);
    out.put("告知编号", notice.id.text);
    out.put("告知方式", name_of(notice.channel));
    out.put("收到日期", std::optional(notice.received_on));
    out.put("机构名称", of.institution.name);
    out.put("资质证书编号", of.institution.qualification.certificate.value);
    out.put("联系人", notice.content.contact.value);
    out.put("联系电话", notice.content.phone.value);
    out.put("委托单位", project.enterprise_name);
    if (of.enterprise) out.put("委托单位地址", of.enterprise->address);
    out.put("项目名称", project.title);
    out.put("法定项目种类", project.statutory ? looked_up(names.kinds, project.statutory_kind) : "非法定项目");
    out.put("项目所在地", project.region_name);
    out.put("现场地址", project.site);
    out.put("服务类型", looked_up(names.services, project.service_type));
    out.put("业务范围", looked_up(names.scopes, project.scope.code));
    out.put("项目组组长", project.leader_name);
    out.put("现场人员", joined(notice.member_names));
    out.put("现场开始日期", std::optional(notice.content.site_first_day));
    out.put("现场结束日期", std::optional(notice.content.site_last_day));
    if (project.contract) out.put("合同完成日期", std::optional(project.contract->value().ends_on));
    if (notice.content.reason) out.put("情况说明", notice.content.reason->value);
    out.put("收到部门", to.bureau_name);
    out.put("回执编号", to.addressee.receipt_number);
    out.put("收到时间", chinese_minute(notice.filed_at));
    out.put("账本条目", std::to_string(notice.entry));
    if (kind == PaperKind::notice_form) put_members(out, of.members, project.leader, names);
    return out.take();
}

json::object with_lines(json::object values) {
    for (auto& [name, value] : values)
        if (value.is_null()) value = kLine;
    return values;
}

}  // namespace anping::practice
